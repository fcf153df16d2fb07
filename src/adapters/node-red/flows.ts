import type { Adapted, Place } from "../adapted.js";
import { mayBeModel, secretsOf, type TriggerKind, tellDefinition } from "../artifact.js";
import type { Call } from "../call.js";
import { type ConnectorTables, knownIn } from "../connectors/index.js";
import { asName, field, type Gathering, gather } from "../gather.js";
import { hintAt } from "../hints.js";
import { notOfFormat, readDocument } from "../read-json.js";
import { type Source, tablesOf } from "../source.js";
import { placeOf, type Spot, textAt, textOf, under } from "../spot.js";
import { beforeIn } from "./before.js";
import { callsOf, isEvent, requestsOf, secretIn, tokenOf } from "./call.js";
import { type FlowNode, nodesIn } from "./node.js";

/** Types that stand on the canvas and do nothing. */
const notes = /^(?:comment|debug|group|junction|link (?:in|out|call)|tab|subflow)$/;

/** Nodes of a dashboard or a map where a person starts something. */
const screen =
  /^ui[_-](?:button|text-?_?input|dropdown|switch|slider|numeric|form|date-?_?picker|colour_picker|upload|file_input)|^worldmap in$/;

function triggerOf(node: FlowNode): TriggerKind | undefined {
  const { type, spot } = node;
  if (type === "http in") return "webhook";
  if (type === "cronplus" || type === "bigtimer") return "schedule";
  if (screen.test(type)) return "app";
  if (type === "inject") {
    const repeats = Number(textAt(spot, "repeat") ?? 0) > 0 || textAt(spot, "crontab") !== undefined;
    return repeats ? "schedule" : "manual";
  }
  return isEvent(node) ? "event" : undefined;
}

const waiting = /^(?:delay|wait-\w+|queue|q-gate|queue-gate)$/;

interface Seen {
  readonly calls: Call[];
  readonly triggers: (readonly [TriggerKind, Place])[];
  readonly waits: Place[];
  readonly code: Place[];
  readonly requests: Place[];
  readonly secrets: Place[];
  readonly intelligence: Place[];
  /** Whether something may be behind it that the file does not show. */
  isHidden: boolean;
}

function lookAt(nodes: readonly FlowNode[], tables: ConnectorTables, gathering: Gathering): Seen {
  const seen: Seen = {
    calls: [],
    triggers: [],
    waits: [],
    code: [],
    requests: [],
    secrets: [],
    intelligence: [],
    isHidden: false,
  };
  const before = beforeIn(nodes);
  for (const node of nodes) {
    if (!node.isPlaced || notes.test(node.type)) continue;
    const kind = triggerOf(node);
    if (kind !== undefined) seen.triggers.push([kind, node.at]);
    if (waiting.test(node.type)) seen.waits.push(node.at);
    if (node.type === "http in") tellEntrance(node, gathering);
    if (node.isCode) {
      seen.code.push(node.at);
      gathering.entry("parts", [field("name", asName(node.name), node.at), field("kind", "scripts", node.at)]);
      // Such a command may reach anything.
      if (node.type === "exec") seen.isHidden = true;
    } else if (node.type === "http request") {
      const calls = requestsOf(node, tables, before, gathering);
      seen.requests.push(node.at);
      seen.calls.push(...calls);
      if (calls.some(({ system }) => system === "http:dynamic")) seen.isHidden = true;
      if (calls.some(({ role }) => role === "processing")) seen.intelligence.push(node.at);
    } else if (node.type === "oauth2") {
      const calls = tokenOf(node, tables, gathering);
      seen.calls.push(...calls);
      if (calls.some(({ system }) => system === "http:dynamic")) seen.isHidden = true;
    } else if (node.isInside) {
      const secret = secretIn(node);
      if (secret !== undefined) seen.secrets.push(secret.at);
    } else if (node.known !== undefined || node.settings !== undefined) {
      const calls = callsOf(node, before, gathering);
      seen.calls.push(...calls);
      if (node.known === undefined) seen.isHidden = true;
      if (calls.some(({ system }) => knownIn(tables.nodeRed).isIntelligence(system))) seen.intelligence.push(node.at);
    } else {
      seen.isHidden = true;
      gathering.unresolved("unknown-connector", node.type, node.at);
    }
  }
  return seen;
}

/** Who gets in is not in the file: the check, if there is one, stands in the settings of the server. */
function tellEntrance(node: FlowNode, gathering: Gathering): void {
  const url = under(node.spot, "url");
  const named = textAt(node.spot, "name") ?? textOf(url) ?? node.type;
  gathering.entry("entrances", [field("name", asName(named), node.at), field("kind", "webhook", node.at)]);
  const question = "The check of who may call it is not in the file (httpNodeAuth in settings.js): who gets in?";
  gathering.hint({ pointer: "/entrances", question, at: node.at });
}

function hintsOf({ spot }: FlowNode, gathering: Gathering): void {
  for (const key of ["name", "sheet", "table", "collection", "topic"]) hintAt(gathering, under(spot, key));
}

/** The list of nodes in a document: alone, or as the API of the product wraps it. */
const listIn = (document: Spot): Spot => (Array.isArray(document.value) ? document : under(document, "flows"));

const looksLikeFlows = (list: Spot): boolean =>
  Array.isArray(list.value) && list.value.some((node) => textAt({ file: "", value: node }, "type") !== undefined);

/**
 * Reads flows of Node-RED: a partial profile with the systems that nodes reach, what starts them, their code and their models. Credentials
 * are kept in a file of their own; who may call an address stands in the settings of the server. Both stay unknown.
 *
 * @param input The flows as parsed JSON, or the text of their file.
 *
 * @example
 * ```ts
 * import { fromNodeRed } from "plimsoll/adapters";
 *
 * const flows = [
 *   { id: "t", type: "inject", x: 1, y: 1, crontab: "0 6 * * *", wires: [["f"]] },
 *   { id: "f", type: "function", x: 2, y: 1, name: "Query", func: "msg.topic = 'INSERT INTO log VALUES (1)'; return msg", wires: [["d"]] },
 *   { id: "d", type: "mysql", x: 3, y: 1, mydb: "c", wires: [[]] },
 * ];
 * const { profile } = fromNodeRed(flows, { file: "flows.json" });
 *
 * profile.integrations?.map(({ system, direction }) => [system, direction]); // → [["mysql", "write"]]
 * profile.automation?.triggers; // → ["schedule"]
 * ```
 */
export function fromNodeRed(input: unknown, source: Source): Adapted {
  const gathering = gather(source);
  const document = readDocument(gathering, source.file, input);
  const list = listIn(document);
  if (!looksLikeFlows(list)) {
    notOfFormat(gathering, document, "a list of nodes of Node-RED");
    return gathering.done();
  }
  const tables = tablesOf(source);
  const whole = placeOf(list);
  const { nodes, disabled } = nodesIn(list, tables);
  for (const node of disabled) gathering.unresolved("disabled", node.name, node.at);
  const counted = nodes.filter(({ isPlaced, type }) => isPlaced && !notes.test(type));
  gathering.tell(["platform"], "Node-RED", whole);
  gathering.tell(["kind"], "flow", whole);
  gathering.tell(["size"], counted.length, whole);
  for (const node of counted) hintsOf(node, gathering);
  const seen = lookAt(nodes, tables, gathering);
  // A store in which the app makes its own tables is its own, wherever else it is used.
  const own = new Set(seen.calls.flatMap(({ system, role }) => (role === "own-store" ? [system] : [])));
  for (const call of seen.calls) gathering.call(own.has(call.system) ? { ...call, role: "own-store" } : call);
  for (const at of seen.waits) gathering.waits(at);
  const secrets = [...seen.secrets, ...secretsOf(seen.calls)];
  tellDefinition(gathering, { format: "node-red", whole, ...seen, secrets });
  const model = seen.intelligence[0];
  if (model !== undefined) gathering.tell(["automation", "ai"], "answers", model, "connector");
  else if (!seen.isHidden && !seen.calls.some(mayBeModel)) gathering.tell(["automation", "ai"], "none", whole);
  const caught = counted.find(({ type }) => type === "catch");
  if (caught !== undefined) gathering.tell(["operation", "onError"], "handled", caught.at);
  gathering.partial("/parts", "/entrances");
  if (seen.isHidden) gathering.partial("/integrations");
  gathering.whole("integrations", whole);
  return gathering.done();
}
