import type { TriggerKind } from "../artifact.js";
import { field, type Gathering } from "../gather.js";
import { placeOf, type Spot, textOf, under } from "../spot.js";

/** Kinds of the trigger `Request`, by who calls it. */
const requests: ReadonlyMap<string, TriggerKind> = new Map([
  ["http", "webhook"],
  ["powerapp", "app"],
  ["powerappv2", "app"],
  ["skills", "app"],
  ["virtualagent", "app"],
  ["button", "manual"],
  ["apiconnection", "manual"],
  ["geofence", "event"],
]);

const types: ReadonlyMap<string, TriggerKind> = new Map([
  ["recurrence", "schedule"],
  ["slidingwindow", "schedule"],
  ["manual", "manual"],
]);

const lower = (spot: Spot): string => textOf(spot)?.toLowerCase() ?? "";

/** What kind of trigger starts a flow. A button that answers is a flow which other flows call. */
export function triggerKindOf(trigger: Spot, answers: boolean): TriggerKind {
  const type = lower(under(trigger, "type"));
  if (type !== "request") return types.get(type) ?? "event";
  const kind = lower(under(trigger, "kind"));
  if (kind === "button" && answers) return "called";
  return requests.get(kind) ?? "webhook";
}

/** Whether a trigger is a request whose caller could wait for an answer. */
export const canAnswer = (trigger: Spot, kind: TriggerKind): boolean =>
  lower(under(trigger, "type")) === "request" && (kind === "webhook" || kind === "app");

const admitted: ReadonlyMap<string, "anybody" | "organisation" | "named"> = new Map([
  ["all", "anybody"],
  ["tenant", "organisation"],
  ["users", "named"],
]);

/** Tells the way in that a request opens: whoever has the address, unless the flow says whom it lets in. */
export function tellEntrance(name: string, trigger: Spot, gathering: Gathering): void {
  const check = under(trigger, "inputs", "triggerAuthenticationType");
  const value = admitted.get(lower(check));
  const at = placeOf(trigger);
  gathering.entry("entrances", [
    field("name", name, at),
    field("kind", "webhook", at),
    ...(value === undefined ? [] : [field("admits", value, placeOf(check))]),
  ]);
}
