import type { Json } from "../shapes/index.js";
import type { Basis, Place } from "./adapted.js";
import { type Effect, meaningOf, type Role } from "./effects.js";

/** One use of a system, as an artifact shows it. What is left out is unknown. */
export interface Call {
  readonly system: string;
  readonly at: Place;
  /** What the other end is, by the table of connectors or, for a raw request, by its host. */
  readonly role?: Role | undefined;
  readonly effect?: Effect | undefined;
  /** On what basis the effect is known. */
  readonly basis: Basis;
  readonly connector?: "standard" | "premium" | "custom" | "http" | "community" | undefined;
  readonly identity?:
    | { readonly value: "user" | "app" | "service" | "shared" | "maker"; readonly at: Place }
    | undefined;
  readonly secret?: { readonly value: "none" | "vault" | "platform" | "embedded"; readonly at: Place } | undefined;
  /** Whether it starts work in the app. */
  readonly startsWork?: boolean;
  readonly administers?: boolean;
  readonly outside?: boolean;
}

/** A field of an entry, with the places that tell it. */
export interface ToldField {
  readonly field: string;
  readonly value: Json;
  readonly told: readonly (readonly [at: Place, basis: Basis])[];
}

const byWeight: readonly Role[] = ["system-of-record", "own-store", "channel", "processing"];

const roleOf = ({ role, effect }: Call): Role | undefined =>
  role === undefined || role === "processing" || role === "own-store" || effect === undefined
    ? role
    : (meaningOf(effect).role ?? role);

/** What the first use tells of a system is enough where all of them tell the same of it: thousands would say it again. */
const first = (calls: readonly Call[]): readonly Call[] => calls.slice(0, 1);

const one = (field: string, value: Json, calls: readonly Call[], basis?: Basis): ToldField => ({
  field,
  value,
  told: calls.map((call) => [call.at, basis ?? call.basis] as const),
});

function roleTold(calls: readonly Call[]): readonly ToldField[] {
  const roles = calls.map(roleOf);
  if (roles.includes(undefined)) return [];
  const heaviest = byWeight.filter((role) => roles.includes(role)).slice(0, 1);
  return heaviest.map((role) => one("role", role, first(calls.filter((_, at) => roles[at] === role)), "connector"));
}

/** What is read from a service that only computes is its result, whatever the name of the operation. */
const effectIn = (call: Call): Effect | undefined => (roleOf(call) === "processing" ? "compute" : call.effect);

/** In which direction data goes, by all uses; nothing, where one that is not understood leaves it open. */
export function directionOf(calls: readonly Call[]): "read" | "write" | "bidirectional" | undefined {
  const effects = calls.map(effectIn);
  const known = effects.flatMap((effect) => (effect === undefined ? [] : [meaningOf(effect)]));
  const writes = known.some((meaning) => meaning.writes);
  if (writes && known.some((meaning) => meaning.reads)) return "bidirectional";
  if (effects.includes(undefined)) return undefined;
  return writes ? "write" : "read";
}

function directionTold(calls: readonly Call[]): readonly ToldField[] {
  const direction = directionOf(calls);
  const telling = calls.filter((call) => effectIn(call) !== undefined);
  return direction === undefined ? [] : [one("direction", direction, telling)];
}

interface OperationsTold {
  readonly told: readonly (readonly [operation: string, calls: readonly Call[]])[];
  /** Whether there may be others. */
  readonly partial: boolean;
}

/** What is done there besides reading; nothing is said of a service that only computes. */
export function operationsTold(calls: readonly Call[]): OperationsTold | undefined {
  const effects = calls.map(effectIn);
  if (effects.every((effect) => effect === "compute")) return undefined;
  const byOperation = new Map<string, Call[]>();
  calls.forEach((call, index) => {
    const effect = effects[index];
    const operation = effect === undefined ? undefined : meaningOf(effect).operation;
    if (operation === undefined) return;
    const others = byOperation.get(operation);
    if (others === undefined) byOperation.set(operation, [call]);
    else others.push(call);
  });
  return { told: [...byOperation], partial: effects.includes(undefined) };
}

/** A field that is told only where every use says the same. */
function agreed(calls: readonly Call[], field: "identity" | "secret" | "connector"): readonly ToldField[] {
  const values = calls.map((call) => call[field]);
  const said = values[0];
  const wordOf = (value: NonNullable<typeof said>) => (typeof value === "object" ? value.value : value);
  if (said === undefined || values.some((value) => value === undefined || wordOf(value) !== wordOf(said))) return [];
  const told = first(calls).map((call) => {
    const value = call[field];
    return [typeof value === "object" ? value.at : call.at, "stated"] as const;
  });
  return [{ field, value: wordOf(said), told }];
}

function secretTold(calls: readonly Call[]): readonly ToldField[] {
  const embedded = calls.flatMap(({ secret }) => (secret?.value === "embedded" ? [secret] : []));
  if (embedded.length === 0) return agreed(calls, "secret");
  return [{ field: "secret", value: "embedded", told: embedded.map(({ at }) => [at, "stated"] as const) }];
}

const flagged = (field: string, value: Json, calls: readonly Call[], basis: Basis): readonly ToldField[] =>
  calls.length === 0 ? [] : [one(field, value, first(calls), basis)];

/** What all uses of one system come to. */
export function fieldsTold(calls: readonly Call[], waits: readonly Place[]): readonly ToldField[] {
  const asks = calls.filter(({ effect }) => effect !== undefined && meaningOf(effect).waits === true);
  const isOnlyComputing = calls.every((call) => effectIn(call) === "compute");
  const asynchronous: readonly ToldField[] =
    isOnlyComputing || waits.length === 0
      ? flagged("asynchronous", true, asks, "connector")
      : [{ field: "asynchronous", value: true, told: waits.map((at) => [at, "stated"] as const) }];
  return [
    ...roleTold(calls),
    ...directionTold(calls),
    ...agreed(calls, "connector"),
    ...agreed(calls, "identity"),
    ...secretTold(calls),
    ...flagged(
      "eventDriven",
      true,
      calls.filter(({ startsWork }) => startsWork === true),
      "stated",
    ),
    ...asynchronous,
    ...flagged(
      "leavesOrganisation",
      true,
      calls.filter(({ outside }) => outside === true),
      "connector",
    ),
    ...flagged(
      "rights",
      "administration",
      calls.filter(({ administers }) => administers === true),
      "connector",
    ),
  ];
}
