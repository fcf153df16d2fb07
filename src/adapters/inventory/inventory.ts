import { headingKey } from "../../mapping/index.js";
import type { Adapted, ArtifactProblem, Place } from "../adapted.js";
import { secretsOf, type TriggerKind, tellDefinition, triggerKinds } from "../artifact.js";
import { field, type Gathering, gather } from "../gather.js";
import { readFlow } from "../power-platform/flow.js";
import { triggerKindOf } from "../power-platform/triggers.js";
import { type Source, tablesOf } from "../source.js";
import { entriesOf, fieldsOf, isThere, isThereAt, placeOf, type Spot, textAt, textOf, under } from "../spot.js";
import { type Asked, columns, count, dataLabels, owners, readerOf, sharing, words } from "./columns.js";
import { rowsIn } from "./rows.js";
import { callsIn } from "./systems.js";

type AppKind = "app" | "flow" | "agent";

const platforms: Readonly<Record<AppKind, string>> = {
  app: "Power Apps",
  flow: "Power Automate",
  agent: "Copilot Studio",
};

/** Where a row says what it is about. */
const kindsByType: readonly (readonly [type: RegExp, kind: AppKind])[] = [
  [/^microsoft\.powerapps\/(?:canvasapps|modeldrivenapps|codeapps|apps)$/i, "app"],
  [/^microsoft\.powerautomate\/|^microsoft\.processsimple\/environments\/flows$/i, "flow"],
  [/^microsoft\.copilotstudio\/agents$/i, "agent"],
  [/^(?:canvas ?app|model ?driven ?app|power ?app)$/i, "app"],
  [/^(?:cloud ?)?flow$/i, "flow"],
];

const kindsByHeading: readonly (readonly [heading: string, kind: AppKind])[] = [
  ["adminappidstring", "app"],
  ["appidstring", "app"],
  ["adminappid", "app"],
  ["adminpowerappstype", "app"],
  ["cr5d5appisorphaned", "app"],
  ["adminappowner", "app"],
  ["adminflowidstring", "flow"],
  ["adminflowid", "flow"],
  ["adminpvaid", "agent"],
  ["adminpvanumberlaunches", "agent"],
  ["adminpvaowner", "agent"],
  ["botid", "agent"],
];

/** The fields of a row by their headings as they are compared. */
const byHeading = (row: Spot): ReadonlyMap<string, Spot> =>
  new Map(fieldsOf(row).map(([key, spot]) => [headingKey(key), spot]));

function kindOf(row: Spot, headings: ReadonlyMap<string, Spot>): AppKind | undefined {
  const type = textAt(row, "type") ?? "";
  const byType = kindsByType.find(([pattern]) => pattern.test(type))?.[1];
  return byType ?? kindsByHeading.find(([heading]) => headings.has(heading))?.[1];
}

const key = (way: readonly string[]): string => way.join("/");

function tellColumns(row: Spot, headings: ReadonlyMap<string, Spot>, source: Source, gathering: Gathering): void {
  const told = new Set<string>();
  for (const { to, from, form } of columns) {
    if (
      told.has(key(to)) ||
      (to[0] === "id" && source.id !== undefined) ||
      (to[0] === "name" && source.name !== undefined)
    )
      continue;
    for (const way of from) {
      const spot = typeof way === "string" ? headings.get(headingKey(way)) : under(row, ...way);
      const value = spot === undefined || !isThere(spot) ? undefined : readerOf(form)(spot);
      if (spot === undefined || value === undefined) continue;
      gathering.tell(to, value, placeOf(spot));
      told.add(key(to));
      break;
    }
  }
}

/** Whether a cell says that there are some: so many, or yes. */
const saysSome = (spot: Spot): boolean =>
  spot.value === true || (count(spot) ?? 0) > 0 || /^(?:yes|true)$/i.test(textOf(spot)?.trim() ?? "");

/** What a person should be asked, where the row only points to people: their names are not copied. */
function tellPeople(row: Spot, headings: ReadonlyMap<string, Spot>, gathering: Gathering): void {
  const found = ({ from }: Asked) =>
    from.flatMap((way) => (typeof way === "string" ? (headings.get(headingKey(way)) ?? []) : under(row, ...way)));
  const owner = found(owners).find(isThere);
  if (owner !== undefined) gathering.hint({ pointer: owners.ask, question: owners.question, at: placeOf(owner) });
  const creator = textAt(row, "properties", "createdBy");
  const ownerId = textAt(row, "properties", "ownerId");
  if (creator !== undefined && ownerId !== undefined && creator.toLowerCase() !== ownerId.toLowerCase()) {
    gathering.hint({
      pointer: "/ownership/understoodBy",
      question: "It was made by somebody other than its present owner: does the owner understand it?",
      at: placeOf(under(row, "properties", "createdBy")),
    });
  }
  for (const asked of sharing) {
    const some = found(asked).find(saysSome);
    if (some !== undefined) gathering.hint({ pointer: asked.ask, question: asked.question, at: placeOf(some) });
  }
}

function tellTriggers(row: Spot, gathering: Gathering): void {
  const summary = under(row, "properties", "definitionSummary");
  const answers = entriesOf(under(summary, "actions")).some((action) =>
    /^response$/i.test(textAt(action, "type") ?? ""),
  );
  for (const trigger of entriesOf(under(summary, "triggers"))) {
    if (!isThereAt(trigger, "type")) continue;
    const kind: TriggerKind = triggerKindOf(trigger, answers);
    gathering.member(["automation", "triggers"], triggerKinds[kind], placeOf(trigger));
    gathering.member(["extensions", "artifact", "triggers"], kind, placeOf(trigger));
  }
}

/** Who gets in to an agent: without a sign-in anybody. */
function tellEntrance(row: Spot, headings: ReadonlyMap<string, Spot>, gathering: Gathering): void {
  const stated = under(row, "properties", "authentication");
  const mode = isThere(stated) ? stated : headings.get("authenticationmode");
  if (mode === undefined || !isThere(mode)) return;
  const at = placeOf(mode);
  const isOpen = mode.value === 1 || /^(?:none|1)$/i.test(textOf(mode) ?? "");
  gathering.entry("entrances", [field("kind", "agent", at), ...(isOpen ? [field("admits", "anybody", at)] : [])]);
  gathering.partial("/entrances");
}

/** What the organisation itself calls the data, as its makers declared it. */
function tellData(headings: ReadonlyMap<string, Spot>, gathering: Gathering): void {
  for (const spot of dataLabels.flatMap((name) => headings.get(headingKey(name)) ?? [])) {
    const label = words(spot);
    if (label === undefined) continue;
    gathering.entry("data", [field("label", label, placeOf(spot))]);
    gathering.partial("/data");
    return;
  }
}

function readRow(row: Spot, headings: ReadonlyMap<string, Spot>, kind: AppKind, source: Source): Adapted {
  const gathering = gather(source);
  const at: Place = placeOf(row);
  tellColumns(row, headings, source, gathering);
  gathering.tell(["platform"], platforms[kind], at);
  gathering.tell(["kind"], kind, at);
  const quarantine = [
    under(row, "properties", "isQuarantined"),
    headings.get("adminquarantineapp"),
    headings.get("quarantineapp"),
  ].find((spot) => typeof spot?.value === "boolean");
  if (quarantine !== undefined)
    gathering.tell(["extensions", "artifact", "quarantined"], quarantine.value === true, placeOf(quarantine));
  tellPeople(row, headings, gathering);
  const flow = isThereAt(row, "properties", "definition") ? readFlow(row, source, gathering) : undefined;
  if (flow === undefined) tellTriggers(row, gathering);
  else tellDefinition(gathering, { format: "power-automate", whole: at, ...flow, secrets: secretsOf(flow.calls) });
  if (kind === "agent") tellEntrance(row, headings, gathering);
  tellData(headings, gathering);
  for (const call of flow?.calls ?? callsIn(row, tablesOf(source), gathering)) gathering.call(call);
  // An inventory names connectors; what is called without one it does not see.
  gathering.partial("/integrations");
  return gathering.done();
}

/**
 * What was read from an inventory: each app by itself, and what is wrong with rows that are none.
 *
 * @example
 * ```ts
 * import { fromPowerPlatformInventory, type Inventory } from "plimsoll/adapters";
 *
 * const inventory: Inventory = fromPowerPlatformInventory([{ PrincipalType: "User" }], { file: "roles.json" });
 *
 * inventory.problems.map(({ pointer }) => pointer); // → ["/0"]
 * ```
 */
export interface Inventory {
  readonly apps: readonly Adapted[];
  readonly problems: readonly ArtifactProblem[];
}

/**
 * Reads an inventory of the Power Platform: rows of the resource graph, of the admin interfaces or of the CoE kit. Each row of an app, a flow
 * or an agent becomes a partial profile: its age, its environment, with how many it is shared, its connectors. Names of people are not copied.
 * Rows of other things, such as permissions, are told as problems.
 *
 * @param input One row, a list of rows or the answer of a query, as parsed JSON or as text, also one object after another.
 *
 * @example
 * ```ts
 * import { fromPowerPlatformInventory } from "plimsoll/adapters";
 *
 * const answer = {
 *   data: [
 *     {
 *       name: "37ea6004-f07b-46ca-8ef3-a256b67b4dbb",
 *       type: "microsoft.powerapps/canvasapps",
 *       properties: { displayName: "Rooms", createdAt: "2024-03-01T09:00:00Z", environmentId: "Default-e1dd4023" },
 *     },
 *   ],
 * };
 * const { apps } = fromPowerPlatformInventory(answer, { file: "inventory.json" });
 * const [rooms] = apps;
 *
 * rooms?.profile.lifecycle?.startedOn; // → "2024-03-01"
 * rooms?.profile.operation?.environment; // → "default"
 * rooms?.evidence.find(({ pointer }) => pointer === "/name")?.at.pointer; // → "/data/0/properties/displayName"
 * ```
 */
export function fromPowerPlatformInventory(input: unknown, source: Source): Inventory {
  const reading = gather(source);
  const rows = rowsIn(source.file, input, reading);
  const apps = rows.flatMap((row) => {
    const headings = byHeading(row);
    const kind = kindOf(row, headings);
    if (kind !== undefined) return [readRow(row, headings, kind, source)];
    reading.problem(
      "unknown-value",
      "This row is not about an app, a flow or an agent, so it was not read.",
      placeOf(row),
    );
    return [];
  });
  return { apps, problems: reading.done().problems };
}
