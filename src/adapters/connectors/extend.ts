import { inShort, PlimsollError, type Problem, suggest, toPointer } from "../../problems/index.js";
import type { Connector, ConnectorTable, ConnectorTables, Doing, Names } from "./connector.js";
import { assertChanges } from "./handed-in.js";

/**
 * Changes to one table of connectors: some are added, some changed by id, some taken away with `null`.
 *
 * @example
 * ```ts
 * import type { ConnectorChanges } from "plimsoll/adapters";
 *
 * const changes: ConnectorChanges = { change: { slack: { power: "outside" } } };
 *
 * Object.keys(changes); // → ["change"]
 * ```
 */
export interface ConnectorChanges {
  readonly version?: string;
  readonly add?: readonly Connector[];
  readonly change?: Readonly<Record<string, Partial<Omit<Connector, "id">> | null>>;
}

const asList = (names: Names = ""): readonly string[] =>
  typeof names === "string" ? names.split(/\s+/).filter((name) => name !== "") : names;

/** The operations of a connector with some that do something else now. */
function changeOperations(
  does: Connector["does"] = {},
  changed: Connector["does"] = {},
): NonNullable<Connector["does"]> {
  const moved = new Set(Object.values(changed).flatMap((names) => asList(names)));
  const doings = new Set([...Object.keys(does), ...Object.keys(changed)]);
  return Object.fromEntries(
    [...doings].map((key) => {
      // The keys of both records are what operations do.
      const doing = key as Doing;
      return [doing, [...asList(does[doing]).filter((name) => !moved.has(name)), ...asList(changed[doing])]];
    }),
  );
}

function changeConnector(connector: Connector, change: Partial<Omit<Connector, "id">>): Connector {
  return {
    ...connector,
    ...change,
    ...(change.aliases && { aliases: [...asList(connector.aliases), ...asList(change.aliases)] }),
    ...(change.does && { does: changeOperations(connector.does, change.does) }),
  };
}

function problemsOf(
  table: ConnectorTable,
  { add = [], change = {} }: ConnectorChanges,
  name: string,
): readonly Problem[] {
  const ids = new Set(table.connectors.map(({ id }) => id));
  const unknown = Object.keys(change).flatMap((id): readonly Problem[] => {
    if (ids.has(id)) return [];
    const { hint, ...suggestion } = suggest(id, [...ids]);
    const message = `There is no connector "${inShort(id)}" to change.${hint}`;
    return [{ pointer: toPointer([name, "change", id]), code: "unknown-reference", message, ...suggestion }];
  });
  const doubled = add.flatMap(({ id }, index): readonly Problem[] => {
    if (!ids.has(id)) return [];
    const message = `There is a connector "${inShort(id)}" already. Change it instead.`;
    return [{ pointer: toPointer([name, "add", index]), code: "duplicate", message }];
  });
  return [...unknown, ...doubled];
}

function changeTable(table: ConnectorTable, changes: ConnectorChanges): ConnectorTable {
  const { version = table.version, add = [], change = {} } = changes;
  const remaining = table.connectors.flatMap((connector) => {
    const own = Object.hasOwn(change, connector.id) ? change[connector.id] : {};
    return own === null || own === undefined ? [] : [changeConnector(connector, own)];
  });
  // What is added comes last: its names win over those that another connector has too.
  return { ...table, version, connectors: [...remaining, ...add] };
}

/**
 * Makes tables of connectors out of others: adds connectors, changes some by id, takes some away. An operation that a change names does what
 * the change says and nothing else; aliases are added. The base stays as it is.
 *
 * @throws {PlimsollError} with code `invalid-option`, when a change names a connector that is not there, one is added twice, or something is
 * said that a connector does not have, such as an effect that there is not.
 *
 * @example
 * ```ts
 * import { connectors, extendConnectors, fromN8n } from "plimsoll/adapters";
 *
 * const ours = extendConnectors(connectors, {
 *   n8n: { add: [{ id: "ledger", title: "Ledger", role: "system-of-record", does: { create: "post" } }] },
 * });
 * const node = { type: "n8n-nodes-acme.ledger", name: "Book", parameters: { operation: "post" } };
 * const { profile } = fromN8n({ name: "Books", nodes: [node] }, { file: "books.json", connectors: ours });
 *
 * profile.integrations?.[0]?.direction; // → "write"
 * ```
 */
export function extendConnectors(
  base: ConnectorTables,
  changes: Readonly<Partial<Record<keyof ConnectorTables, ConnectorChanges>>>,
): ConnectorTables {
  assertChanges(changes);
  // The keys of the tables are those of the record.
  const names = Object.keys(base) as (keyof ConnectorTables)[];
  const problems = names.flatMap((name) => problemsOf(base[name], changes[name] ?? {}, name));
  if (problems.length > 0) throw new PlimsollError("invalid-option", problems);
  return {
    powerPlatform: changeTable(base.powerPlatform, changes.powerPlatform ?? {}),
    n8n: changeTable(base.n8n, changes.n8n ?? {}),
    nodeRed: changeTable(base.nodeRed, changes.nodeRed ?? {}),
    hosts: changeTable(base.hosts, changes.hosts ?? {}),
  };
}
