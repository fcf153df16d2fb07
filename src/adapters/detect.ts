import { withoutMark } from "./read-json.js";
import { entriesOf, fieldsOf, isThereAt, root, type Spot, textAt, under } from "./spot.js";

/**
 * A format of artifacts that there is an adapter for.
 *
 * @example
 * ```ts
 * import type { Format } from "plimsoll/adapters";
 *
 * const format: Format = "n8n";
 *
 * format; // → "n8n"
 * ```
 */
export type Format =
  | "power-automate"
  | "n8n"
  | "canvas-app"
  | "copilot-agent"
  | "node-red"
  | "power-platform-inventory";

const isList = (spot: Spot): boolean => Array.isArray(spot.value);

const holdsDefinition = (spot: Spot): boolean =>
  [under(spot, "properties", "definition"), under(spot, "definition")].some(
    (each) => isThereAt(each, "actions") || isThereAt(each, "triggers"),
  );

const rowMark = /^(?:admin_|cr5d5_)|^(?:botid|resourceId)$/i;

const rowType = /^microsoft\.(?:powerapps|powerautomate|processsimple|copilotstudio|powerplatform)/i;

function isRow(row: Spot): boolean {
  const type = textAt(row, "type") ?? "";
  const isResource = rowType.test(type) && isThereAt(row, "properties");
  return isResource || fieldsOf(row).some(([key]) => rowMark.test(key));
}

const isWorkflow = (spot: Spot): boolean =>
  isList(under(spot, "nodes")) &&
  (isThereAt(spot, "connections") || entriesOf(under(spot, "nodes")).some((node) => isThereAt(node, "parameters")));

function formatOfDocument(document: Spot): Format | undefined {
  const first = under(document, 0);
  const wrapped = ["workflow", "data"].map((key) => under(document, key));
  if ([document, first, ...wrapped].some(isWorkflow)) return "n8n";
  if (isRow(document)) return "power-platform-inventory";
  if (holdsDefinition(document)) return "power-automate";
  if (isThereAt(document, "actions") && isThereAt(document, "triggers")) return "power-automate";
  const list = [document, under(document, "data"), under(document, "value")].find(isList);
  if (list !== undefined && entriesOf(list).slice(0, 20).some(isRow)) return "power-platform-inventory";
  const nodes = isList(document) ? document : under(document, "flows");
  const isNode = (node: Spot) =>
    textAt(node, "type") !== undefined && textAt(node, "id") !== undefined && !isThereAt(node, "properties");
  return entriesOf(nodes).slice(0, 20).some(isNode) ? "node-red" : undefined;
}

function formatOfText(text: string): Format | undefined {
  const plain = withoutMark(text);
  try {
    return formatOfDocument(root("", JSON.parse(plain)));
  } catch {
    // Rows may stand one after another; a text that is cut off is none of them.
    return /^\s*\{[^{}]{0,2000}"resourceId"/.test(plain) ? "power-platform-inventory" : undefined;
  }
}

const agentFile = /(?:^|[/\\])(?:bots[/\\][^/\\]+[/\\]bot\.xml|(?:settings|agent)\.mcs\.ya?ml)$/i;

const canvasFile = /(?:^|[/\\])(?:CanvasManifest\.json|[^/\\]+\.(?:fx|pa)\.ya?ml)$/i;

/**
 * Says which format an artifact is of, by what stands in it and never by its name alone. What is none that is known, or was damaged, has none.
 *
 * @param artifact A document as parsed JSON or as the text of its file; or a folder, as a record of path to text.
 *
 * @example
 * ```ts
 * import { detectFormat } from "plimsoll/adapters";
 *
 * detectFormat({ name: "Orders", nodes: [], connections: {} }); // → "n8n"
 * detectFormat({ "CanvasManifest.json": "{}", "Src/App.fx.yaml": "App As appinfo:" }); // → "canvas-app"
 * detectFormat("{ cut off"); // → undefined
 * ```
 */
export function detectFormat(artifact: unknown): Format | undefined {
  if (typeof artifact === "string") return formatOfText(artifact);
  const paths =
    typeof artifact === "object" && artifact !== null && !Array.isArray(artifact) ? Object.keys(artifact) : [];
  if (paths.some((path) => agentFile.test(path))) return "copilot-agent";
  if (paths.some((path) => canvasFile.test(path))) return "canvas-app";
  return formatOfDocument(root("", artifact));
}
