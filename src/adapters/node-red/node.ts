import type { Place } from "../adapted.js";
import { type ConnectorTables, type KnownConnector, knownIn } from "../connectors/index.js";
import { entriesOf, isThereAt, itemsOf, namesOf, placeOf, type Spot, textAt, valueAt } from "../spot.js";

/** A node of Node-RED. */
export interface FlowNode {
  readonly spot: Spot;
  readonly at: Place;
  readonly id: string;
  readonly type: string;
  readonly name: string;
  readonly known: KnownConnector | undefined;
  readonly isInside: boolean;
  readonly isCode: boolean;
  /** Whether it stands in a flow, and is not only settings that others refer to. */
  readonly isPlaced: boolean;
  /** The node that holds its settings, by its id. */
  readonly settings: string | undefined;
  readonly after: readonly string[];
}

/** Dashboards come in two kinds, and their nodes in many. */
const dashboard = /^ui[_-]/;

const subFlow = /^subflow(?::|$)/;

/** What a type says, whatever else stands in a node; found out once for each. */
function aboutTypes(tables: ConnectorTables): (type: string) => Pick<FlowNode, "known" | "isInside" | "isCode"> {
  const known = knownIn(tables.nodeRed);
  const found = new Map<string, Pick<FlowNode, "known" | "isInside" | "isCode">>();
  return (type) => {
    const about = found.get(type) ?? {
      known: known.find(type),
      isInside: known.isInside(type) || dashboard.test(type) || subFlow.test(type),
      isCode: known.isCode(type),
    };
    found.set(type, about);
    return about;
  };
}

/** The nodes of a document that count: what is disabled, and what stands in a disabled tab, is listed apart. */
export function nodesIn(
  list: Spot,
  tables: ConnectorTables,
): { readonly nodes: readonly FlowNode[]; readonly disabled: readonly FlowNode[] } {
  const about = aboutTypes(tables);
  const spots = entriesOf(list).filter((spot) => textAt(spot, "type") !== undefined);
  const idOf = (spot: Spot) => textAt(spot, "id") ?? "";
  const settings = new Set(spots.filter((spot) => !isPlaced(spot)).map(idOf));
  const off = new Set(spots.filter((spot) => valueAt(spot, "disabled") === true).map(idOf));
  const nodes = spots.map((spot): FlowNode => {
    const type = textAt(spot, "type") ?? "";
    return {
      spot,
      at: placeOf(spot),
      id: idOf(spot),
      type,
      name: textAt(spot, "name") ?? textAt(spot, "label") ?? type,
      ...about(type),
      isPlaced: isPlaced(spot),
      settings: settingsOf(spot, settings),
      after: itemsOf(valueAt(spot, "wires"))
        .flatMap(itemsOf)
        .filter((each) => typeof each === "string"),
    };
  });
  const isOff = ({ spot }: FlowNode) =>
    valueAt(spot, "d") === true || off.has(textAt(spot, "z") ?? "") || off.has(idOf(spot));
  return { nodes: nodes.filter((node) => !isOff(node)), disabled: nodes.filter(isOff) };
}

/** What stands in a flow has a place on the canvas; tabs and settings have none. */
const isPlaced = (spot: Spot): boolean => isThereAt(spot, "x") && isThereAt(spot, "y");

const notSettings = new Set(["id", "z", "g", "type", "name", "wires", "tls", "proxy"]);

/** The settings that a node refers to: a field whose value is the id of a node that has no place. */
function settingsOf(spot: Spot, settings: ReadonlySet<string>): string | undefined {
  if (settings.size === 0) return undefined;
  for (const key of namesOf(spot)) {
    const value = notSettings.has(key) ? undefined : valueAt(spot, key);
    if (typeof value === "string" && settings.has(value)) return value;
  }
  return undefined;
}
