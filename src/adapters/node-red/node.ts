import type { Place } from "../adapted.js";
import { type ConnectorTables, type KnownConnector, knownIn } from "../connectors/index.js";
import { entriesOf, isThere, placeOf, type Spot, textOf, under } from "../spot.js";

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

/** The nodes of a document that count: what is disabled, and what stands in a disabled tab, is listed apart. */
export function nodesIn(
  list: Spot,
  tables: ConnectorTables,
): { readonly nodes: readonly FlowNode[]; readonly disabled: readonly FlowNode[] } {
  const known = knownIn(tables.nodeRed);
  const spots = entriesOf(list).filter((spot) => textOf(under(spot, "type")) !== undefined);
  const idOf = (spot: Spot) => textOf(under(spot, "id")) ?? "";
  const settings = new Set(spots.filter((spot) => !isPlaced(spot)).map(idOf));
  const off = new Set(spots.filter((spot) => under(spot, "disabled").value === true).map(idOf));
  const nodes = spots.map((spot): FlowNode => {
    const type = textOf(under(spot, "type")) ?? "";
    return {
      spot,
      at: placeOf(spot),
      id: idOf(spot),
      type,
      name: textOf(under(spot, "name")) ?? textOf(under(spot, "label")) ?? type,
      known: known.find(type),
      isInside: known.isInside(type) || dashboard.test(type) || subFlow.test(type),
      isCode: known.isCode(type),
      isPlaced: isPlaced(spot),
      settings: settingsOf(spot, settings),
      after: entriesOf(under(spot, "wires")).flatMap((port) => entriesOf(port).flatMap((each) => textOf(each) ?? [])),
    };
  });
  const isOff = ({ spot }: FlowNode) =>
    under(spot, "d").value === true || off.has(textOf(under(spot, "z")) ?? "") || off.has(idOf(spot));
  return { nodes: nodes.filter((node) => !isOff(node)), disabled: nodes.filter(isOff) };
}

/** What stands in a flow has a place on the canvas; tabs and settings have none. */
const isPlaced = (spot: Spot): boolean => isThere(under(spot, "x")) && isThere(under(spot, "y"));

const notSettings = new Set(["id", "z", "g", "type", "name", "wires"]);

/** The settings that a node refers to: a field whose value is the id of a node that has no place. */
function settingsOf(spot: Spot, settings: ReadonlySet<string>): string | undefined {
  const { value } = spot;
  const fields = typeof value === "object" && value !== null ? Object.entries(value) : [];
  const found = fields.find(
    ([key, each]) =>
      !notSettings.has(key) && key !== "tls" && key !== "proxy" && typeof each === "string" && settings.has(each),
  );
  return found === undefined ? undefined : String(found[1]);
}
