import type { Adapted, Place } from "../adapted.js";
import { mayBeModel, secretsOf, type TriggerKind, tellDefinition } from "../artifact.js";
import { type Call, directionOf } from "../call.js";
import type { ConnectorTables } from "../connectors/index.js";
import { asName, field, type Gathering, gather } from "../gather.js";
import { hintAt } from "../hints.js";
import { notOfFormat, readDocument } from "../read-json.js";
import { type Source, tablesOf } from "../source.js";
import {
  dayOf,
  entriesOf,
  fieldsOf,
  isThere,
  isThereAt,
  placeOf,
  root,
  type Spot,
  textAt,
  textOf,
  under,
  valueAt,
} from "../spot.js";
import { callsOf, isRequest, requestOf, systemsByHost } from "./call.js";
import { tellEntrance, triggerKindOf } from "./entrances.js";
import { type Graph, graphOf, reachedFrom } from "./graph.js";
import { nodeReader, parameter, type WorkflowNode } from "./node.js";

/** Types that only stand on the canvas. */
const notes = new Set(["stickyNote"]);

const subFlows = new Set(["executeWorkflow", "toolWorkflow", "retrieverWorkflow"]);

/** Nodes whose answer chooses the way on. */
const deciders = new Set(["textClassifier", "sentimentAnalysis"]);

/** The workflow in a document: alone, as its API wraps it, or as the only one of an export. */
function workflowIn(document: Spot): Spot {
  if (Array.isArray(document.value)) return under(document, 0);
  return ["workflow", "data"].map((key) => under(document, key)).find((inner) => isThereAt(inner, "nodes")) ?? document;
}

const isWorkflow = (workflow: Spot): boolean => Array.isArray(valueAt(workflow, "nodes"));

interface Course {
  readonly used: readonly WorkflowNode[];
  readonly graph: Graph;
  readonly starts: readonly WorkflowNode[];
}

/** The nodes that run: not disabled, and reached from something that starts the workflow. */
function courseOf(workflow: Spot, tables: ConnectorTables, gathering: Gathering): Course {
  const nodeAt = nodeReader(tables);
  const all = entriesOf(under(workflow, "nodes")).flatMap((spot) => {
    const node = nodeAt(spot);
    if (node === undefined) gathering.problem("missing", "This node has no type, and was not read.", placeOf(spot));
    return node === undefined || notes.has(node.type) ? [] : [node];
  });
  const graph = graphOf(under(workflow, "connections"));
  const enabled = all.filter(({ isDisabled }) => !isDisabled);
  for (const node of all) if (node.isDisabled) gathering.unresolved("disabled", node.name || node.type, node.at);
  const starts = enabled.filter((node) => node.isTrigger || (node.type === "emailReadImap" && !graph.isFed(node.name)));
  const reached = reachedFrom(
    starts.map(({ name }) => name),
    graph,
  );
  // Where nothing starts it, all of it is a part that something else starts.
  const isUsed = (node: WorkflowNode) => starts.length === 0 || reached.has(node.name);
  for (const node of enabled) {
    if (isUsed(node)) continue;
    gathering.unresolved("unreachable", node.name || node.type, node.at);
    // Nothing starts it, but somebody who edits the workflow can.
    if (!node.isInside) gathering.partial("/integrations");
  }
  return { used: enabled.filter(isUsed), graph, starts };
}

const isLateAnswer = (node: WorkflowNode): boolean => {
  const mode = parameter(node, "responseMode");
  return node.type === "webhook" && (mode === undefined || mode === "onReceived");
};

/** Where the work goes on after the call that started it, or waits for something outside. */
function waitsIn({ used, graph }: Course, calls: readonly Call[]): readonly Place[] {
  const works = new Set(
    used.filter(({ type }) => type !== "noOp" && type !== "respondToWebhook").map(({ name }) => name),
  );
  const pauses = used.filter(
    (node) =>
      node.type === "wait" ||
      (node.type === "form" && parameter(node, "operation") !== "completion") ||
      isLateAnswer(node) ||
      (node.type === "respondToWebhook" && graph.after(node.name).some((name) => works.has(name))) ||
      valueAt(node.parameters, "options", "waitForSubWorkflow") === false,
  );
  const asks = calls.filter(({ effect }) => effect === "ask");
  return [...pauses.map(({ at }) => at), ...asks.map(({ at }) => at)];
}

/** Parameters with the names of what a node works on: sheets, tables, documents. */
const naming = [
  "sheetName",
  "documentId",
  "table",
  "base",
  "collection",
  "tableId",
  "databaseId",
  "boardId",
  "pageId",
  "folderId",
] as const;

function hintsOf(node: WorkflowNode, gathering: Gathering): void {
  for (const key of naming) {
    if (!isThereAt(node.parameters, key)) continue;
    const spot = under(node.parameters, key);
    const named = isThereAt(spot, "cachedResultName") ? under(spot, "cachedResultName") : under(spot, "value");
    const found = textOf(spot) === undefined ? named : spot;
    hintAt(gathering, found);
  }
}

/** What a workflow shows of its systems, its code and its models. */
interface Seen {
  readonly calls: readonly Call[];
  readonly intelligence: readonly WorkflowNode[];
  /** Whether something may be behind it that the file does not show. */
  readonly isHidden: boolean;
  /** The names of tools that do more than read, or may. */
  readonly acting: ReadonlySet<string>;
}

function lookAt(course: Course, tables: ConnectorTables, gathering: Gathering): Seen {
  const hosts = systemsByHost(course.used, tables);
  const calls: Call[] = [];
  const intelligence: WorkflowNode[] = [];
  const acting = new Set<string>();
  let isHidden = false;
  const use = (node: WorkflowNode, made: readonly Call[]) => {
    calls.push(...made);
    if (directionOf(made) !== "read") acting.add(node.name);
  };
  for (const node of course.used) {
    hintsOf(node, gathering);
    if (node.isIntelligence) intelligence.push(node);
    if (subFlows.has(node.type)) {
      isHidden = true;
      acting.add(node.name);
      const named =
        textAt(node.parameters, "workflowId", "cachedResultName") ?? textAt(node.parameters, "workflowId", "value");
      gathering.unresolved("sub-flow", named ?? textAt(node.parameters, "workflowId") ?? node.name, node.at);
    } else if (isRequest(node)) {
      const request = requestOf(node, tables, hosts);
      use(node, [request.call]);
      if (request.isIntelligence) intelligence.push(node);
      if (request.isDynamic) gathering.unresolved("dynamic-host", node.name || node.type, node.at);
      isHidden ||= request.isDynamic;
    } else if (node.isCode) {
      acting.add(node.name);
      gathering.entry("parts", [
        field("name", asName(node.name || node.type), node.at),
        field("kind", "scripts", node.at),
      ]);
    } else if (!node.isInside) {
      use(node, callsOf(node, gathering));
      isHidden ||= node.known === undefined;
    }
  }
  return { calls, intelligence, isHidden, acting };
}

/** What a model does in it: acts where it chooses tools that do more than read, decides where its answer chooses the way, else answers. */
function tellIntelligence(
  { calls, intelligence, isHidden, acting }: Seen,
  { used, graph }: Course,
  whole: Place,
  gathering: Gathering,
): void {
  const first = intelligence[0];
  const tool = used.find(({ name }) => graph.isTool(name) && acting.has(name));
  const decider = intelligence.find(({ type }) => deciders.has(type));
  if (first === undefined) {
    if (!isHidden && !calls.some(mayBeModel)) gathering.tell(["automation", "ai"], "none", whole);
    return;
  }
  const [level, node] =
    tool !== undefined
      ? (["acts", tool] as const)
      : decider !== undefined
        ? (["decides", decider] as const)
        : (["answers", first] as const);
  gathering.tell(["automation", "ai"], level, node.at, "connector");
}

function tellDates(workflow: Spot, gathering: Gathering): void {
  for (const [key, name] of [
    ["createdAt", "startedOn"],
    ["updatedAt", "lastChangedOn"],
  ] as const) {
    const spot = under(workflow, key);
    const day = dayOf(spot);
    if (day !== undefined) gathering.tell(["lifecycle", name], day, placeOf(spot));
  }
}

function tellWorkflow(workflow: Spot, source: Source, gathering: Gathering): void {
  const tables = tablesOf(source);
  const whole = placeOf(workflow);
  const name = under(workflow, "name");
  const id = under(workflow, "id");
  const named = textOf(name);
  if (named !== undefined && source.name === undefined) gathering.tell(["name"], asName(named), placeOf(name));
  const known = textOf(id) ?? (typeof id.value === "number" ? String(id.value) : undefined);
  if (known !== undefined && source.id === undefined) gathering.tell(["id"], asName(known), placeOf(id));
  gathering.tell(["platform"], "n8n", whole);
  gathering.tell(["kind"], "flow", whole);
  tellDates(workflow, gathering);
  const course = courseOf(workflow, tables, gathering);
  gathering.tell(["size"], course.used.length, placeOf(under(workflow, "nodes")));
  const seen = lookAt(course, tables, gathering);
  for (const call of seen.calls) gathering.call(call);
  const waits = waitsIn(course, seen.calls);
  for (const at of waits) gathering.waits(at);
  for (const node of course.starts) tellEntrance(node, gathering);
  const triggers = course.starts.map((node) => [triggerKindOf(node), node.at] as readonly [TriggerKind, Place]);
  const requests = course.used.filter(isRequest).map(({ at }) => at);
  const code = course.used.filter(({ isCode }) => isCode).map(({ at }) => at);
  tellDefinition(gathering, { format: "n8n", triggers, whole, waits, code, requests, secrets: secretsOf(seen.calls) });
  tellIntelligence(seen, course, whole, gathering);
  const errorWorkflow = under(workflow, "settings", "errorWorkflow");
  if (isThere(errorWorkflow)) gathering.tell(["operation", "onError"], "handled", placeOf(errorWorkflow));
  for (const [, records] of fieldsOf(under(workflow, "pinData"))) {
    for (const [key, value] of fieldsOf(under(records, 0, "json"))) hintAt(gathering, value, key);
  }
  gathering.partial("/parts", "/entrances");
  if (seen.isHidden) gathering.partial("/integrations");
  gathering.whole("integrations", whole);
}

/**
 * Reads a workflow of n8n: a partial profile with the systems that its nodes reach, what starts it, who gets in, its code and its models.
 * What the file does not tell, such as users and owners, stays unknown. Pinned sample records and credentials are not copied.
 *
 * @param input The workflow as parsed JSON, or the text of its file.
 *
 * @example
 * ```ts
 * import { fromN8n } from "plimsoll/adapters";
 *
 * const workflow = {
 *   name: "Orders",
 *   nodes: [
 *     { type: "n8n-nodes-base.webhook", name: "Order", parameters: { path: "orders" } },
 *     { type: "n8n-nodes-base.postgres", name: "Save", parameters: { table: "orders" } },
 *   ],
 *   connections: { Order: { main: [[{ node: "Save", type: "main", index: 0 }]] } },
 * };
 * const { profile } = fromN8n(workflow, { file: "orders.json" });
 *
 * profile.integrations?.map(({ system, direction }) => [system, direction]); // → [["postgres", "write"]]
 * profile.entrances; // → [{ name: "Order", kind: "webhook", admits: "anybody" }]
 * profile.audience; // → undefined
 * ```
 */
export function fromN8n(input: unknown, source: Source): Adapted {
  const gathering = gather(source);
  const document = readDocument(gathering, source.file, input);
  const workflow = workflowIn(document);
  if (!isWorkflow(workflow)) {
    notOfFormat(gathering, document, "a workflow of n8n");
    return gathering.done();
  }
  const more = entriesOf(document).length - 1;
  if (more > 0)
    gathering.problem(
      "too-large",
      `This file holds ${more} more workflows. Read each by itself, or all of them with fromArtifact.`,
      placeOf(under(document, 1)),
    );
  tellWorkflow(workflow, source, gathering);
  return gathering.done();
}

/** Reads each workflow of an export of several. Ids and names are their own. */
export function eachN8n(input: unknown, source: Source): readonly Adapted[] {
  const document = root(source.file, input);
  const workflows = entriesOf(document).filter(isWorkflow);
  if (workflows.length < 2) return [fromN8n(input, source)];
  return workflows.map((workflow) => {
    const gathering = gather(source);
    tellWorkflow(workflow, source, gathering);
    return gathering.done();
  });
}
