import type { Call } from "../call.js";
import { type ConnectorTables, knownIn } from "../connectors/index.js";
import type { Gathering } from "../gather.js";
import { knownOperation } from "../power-platform/operation.js";
import { connectorName, identityOf, type Reference, referencesIn, tierOf } from "../power-platform/reference.js";
import { entriesOf, isThere, placeOf, type Spot, textAt, textOf, under } from "../spot.js";

const flows = "logicflows";

function callOf(
  name: string,
  at: Spot,
  reference: Spot | undefined,
  effect: Call["effect"],
  basis: Call["basis"],
  tables: ConnectorTables,
): Call {
  const known = knownIn(tables.powerPlatform).find(name);
  const mode =
    reference === undefined ? undefined : [under(reference, "runtimeSource"), under(reference, "source")].find(isThere);
  const identity = identityOf(mode && textOf(mode));
  return {
    system: known?.connector.id ?? name,
    at: placeOf(at),
    role: known?.connector.role,
    effect,
    basis,
    connector: tierOf(name, reference && textAt(reference, "tier"), known),
    identity: identity === undefined || mode === undefined ? undefined : { value: identity, at: placeOf(mode) },
    administers: known?.connector.power === "administration",
    outside: known?.connector.power === "outside",
  };
}

/** What the operations of a summary do, where it is sure to which of the connectors each belongs. */
function callsOfSummary(row: Spot, references: readonly Reference[], tables: ConnectorTables): readonly Call[] {
  const summary = under(row, "properties", "definitionSummary");
  const found = (["triggers", "actions"] as const).flatMap((list) =>
    entriesOf(under(summary, list)).map((spot) => [list === "triggers", spot] as const),
  );
  return found.flatMap(([isTrigger, spot]) => {
    const operation = textAt(spot, "swaggerOperationId");
    if (operation === undefined) return [];
    const knowing = references.filter(({ known }) => known?.doing(operation) !== undefined);
    const [owner, ...others] = knowing.length > 0 ? knowing : references;
    // Several connections to one connector are one system, but each may use the rights of somebody else.
    if (owner === undefined || others.some(({ name }) => name !== owner.name)) return [];
    const done = isTrigger
      ? ({ effects: ["read"], basis: "stated" } as const)
      : knownOperation(operation, under(spot, "inputs"), owner.known);
    const reference = others.length === 0 ? owner.spot : undefined;
    return done.effects.map((effect) => ({
      ...callOf(owner.name, spot, reference, effect, done.basis, tables),
      startsWork: isTrigger,
    }));
  });
}

/** The systems of a row of the resource graph, which names operations with their connectors. */
function callsOfGraph(row: Spot, tables: ConnectorTables, gathering: Gathering): readonly Call[] {
  const trigger = under(row, "properties", "trigger");
  const started = textAt(trigger, "connectorId");
  const event =
    started === undefined
      ? []
      : [{ ...callOf(connectorName(started), trigger, undefined, "read", "stated", tables), startsWork: true }];
  const listed = entriesOf(under(row, "properties", "powerPlatformConnectors")).flatMap(
    (connector): readonly Call[] => {
      const id = textAt(connector, "connectorId");
      if (id === undefined) return [];
      const name = connectorName(id);
      const known = knownIn(tables.powerPlatform).find(name);
      if (known === undefined) gathering.unresolved("unknown-connector", name, placeOf(connector));
      const operations = entriesOf(under(connector, "operations"));
      if (operations.length === 0) return [callOf(name, connector, undefined, undefined, "stated", tables)];
      return operations.flatMap((spot) => {
        const operation = textAt(spot, "operationId");
        if (operation === undefined) return [callOf(name, spot, undefined, undefined, "stated", tables)];
        const { effects, basis } = knownOperation(operation, spot, known);
        if (known !== undefined && effects.includes(undefined))
          gathering.unresolved("unknown-operation", `${name} ${operation}`, placeOf(spot));
        return effects.map((effect) => callOf(name, spot, undefined, effect, basis, tables));
      });
    },
  );
  return [...event, ...listed];
}

/** The systems that a row names: its connectors, and what is done there as far as the row names operations. */
export function callsIn(row: Spot, tables: ConnectorTables, gathering: Gathering): readonly Call[] {
  const graph = callsOfGraph(row, tables, gathering);
  const references = [...referencesIn(under(row, "properties", "connectionReferences"), tables).values()].filter(
    ({ name }) => name !== flows,
  );
  const summed = callsOfSummary(row, references, tables);
  const told = new Set(summed.map(({ system }) => system));
  const others = references.filter(({ name, known }) => !told.has(known?.connector.id ?? name));
  for (const { name, known, spot } of references)
    if (known === undefined) gathering.unresolved("unknown-connector", name, placeOf(spot));
  return [
    ...graph,
    ...summed,
    ...others.map(({ name, spot }) => callOf(name, spot, spot, undefined, "stated", tables)),
  ];
}
