import type { Connector, ConnectorTable, Doing, Names } from "./connector.js";

/** A connector with its operations by name. */
export interface KnownConnector {
  readonly connector: Connector;
  /** What an operation does; `undefined`, where the table does not say. */
  readonly doing: (operation: string) => Doing | undefined;
}

/** A table of connectors, prepared so that each name is found at once. */
export interface KnownConnectors {
  readonly find: (name: string) => KnownConnector | undefined;
  readonly isInside: (name: string) => boolean;
  readonly isCode: (name: string) => boolean;
  readonly isIntelligence: (name: string) => boolean;
}

const namesIn = (names: Names = ""): readonly string[] =>
  typeof names === "string" ? names.split(/\s+/).filter((name) => name !== "") : names;

function prepare(connector: Connector): KnownConnector {
  const operations = new Map(
    // The keys of the record are what operations do.
    Object.entries(connector.does ?? {}).flatMap(([doing, names]) =>
      namesIn(names).map((name) => [name.toLowerCase(), doing as Doing] as const),
    ),
  );
  return { connector, doing: (operation) => operations.get(operation.toLowerCase()) };
}

function prepareTable(table: ConnectorTable): KnownConnectors {
  const byName = new Map<string, KnownConnector>();
  const byBeginning: (readonly [beginning: string, known: KnownConnector])[] = [];
  for (const connector of table.connectors) {
    const known = prepare(connector);
    for (const name of [connector.id, ...namesIn(connector.aliases)]) {
      const key = name.toLowerCase();
      if (key.endsWith("*")) byBeginning.push([key.slice(0, -1), known]);
      else byName.set(key, known);
    }
  }
  const among = (names: Names | undefined) => {
    const set = new Set(namesIn(names).map((name) => name.toLowerCase()));
    return (name: string) => set.has(name.toLowerCase());
  };
  return {
    find: (name) => {
      const key = name.toLowerCase();
      return byName.get(key) ?? byBeginning.find(([beginning]) => key.startsWith(beginning))?.[1];
    },
    isInside: among(table.inside),
    isCode: among(table.code),
    isIntelligence: among(table.intelligence),
  };
}

const prepared = new WeakMap<ConnectorTable, KnownConnectors>();

/** A table by name; one table is prepared once. */
export function knownIn(table: ConnectorTable): KnownConnectors {
  const known = prepared.get(table) ?? prepareTable(table);
  prepared.set(table, known);
  return known;
}
