import type { Adapted, Place } from "../adapted.js";
import { mayBeModel, secretsOf, type TriggerKind, tellDefinition } from "../artifact.js";
import type { Call } from "../call.js";
import { knownIn } from "../connectors/index.js";
import { asName, field, type Gathering, gather } from "../gather.js";
import { hintAt } from "../hints.js";
import { notOfFormat, readDocument } from "../read-json.js";
import { nameOfFile, type Source, tablesOf } from "../source.js";
import { dayOf, entriesOf, fieldsOf, isThere, isThereAt, placeOf, type Spot, textAt, textOf, under } from "../spot.js";
import { type Action, actionsIn } from "./actions.js";
import { callsThrough, isRequestThrough, requestOf, runsCode, type Surroundings } from "./call.js";
import { referencesIn } from "./reference.js";
import { canAnswer, tellEntrance, triggerKindOf } from "./triggers.js";

const guid = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/i;

/** The id in a text: the last, since the environment stands before the flow. */
const guidIn = (text: string): string | undefined =>
  [...text.matchAll(new RegExp(guid, "gi"))].at(-1)?.[0].toLowerCase();

const throughConnector = /^(?:open)?apiconnection/i;

/** Types of actions that wait for something outside. */
const waiting = /^(?:wait|httpwebhook|(?:open)?apiconnectionwebhook)$/i;

const rawRequest = /^http(?:webhook)?$/i;

const ownCode = /^(?:javascriptcode|inlinecode|csharpscriptcode|powershellcode)$/i;

/** Types that reach nothing outside the flow. */
const inside =
  /^(?:if|switch|foreach|until|scope|terminate|compose|query|select|table|join|parsejson|expression|response|initializevariable|setvariable|incrementvariable|decrementvariable|appendto(?:string|array)variable|wait|changeset|batch|xml|flatfile\w*)$/i;

/** Names the flow: by what the export says, else by its file, from which a solution's id is taken away. */
function tellName(document: Spot, source: Source, gathering: Gathering): void {
  const name = under(document, "properties", "displayName");
  const [stated] = [under(document, "properties", "workflowEntityId"), under(document, "name"), under(document, "id")]
    .map((spot) => [guidIn(textOf(spot) ?? ""), spot] as const)
    .filter(([id]) => id !== undefined);
  const file: Place = { file: source.file };
  const inName = guidIn(nameOfFile(source.file));
  if (source.name === undefined) {
    const named = textOf(name);
    const stem = nameOfFile(source.file)
      .replace(guid, "")
      .replace(/[-_ ]+$/, "");
    if (named !== undefined) gathering.tell(["name"], asName(named), placeOf(name));
    else if (stem !== "") gathering.tell(["name"], asName(stem), file, "file-name");
  }
  if (source.id === undefined) {
    if (stated?.[0] !== undefined) gathering.tell(["id"], stated[0], placeOf(stated[1]));
    else if (inName !== undefined) gathering.tell(["id"], inName, file, "file-name");
  }
}

/** Names of tables, lists and columns. */
function hintsOf({ inputs, type }: Action, gathering: Gathering): void {
  for (const [key, spot] of fieldsOf(under(inputs, "parameters"))) {
    if (/^(?:entityName|table|dataset|file|subscriptionRequest\/entityname)$/i.test(key)) hintAt(gathering, spot);
    else if (key.startsWith("item/")) hintAt(gathering, spot, key.slice(5));
  }
  if (/^parsejson$/i.test(type)) {
    const schema = under(inputs, "schema");
    const inner = isThereAt(schema, "items") ? under(schema, "items", "properties") : under(schema, "properties");
    for (const [key, spot] of fieldsOf(inner)) hintAt(gathering, spot, key);
  }
  if (/^initializevariable$/i.test(type)) {
    for (const variable of entriesOf(under(inputs, "variables"))) {
      const name = under(variable, "name");
      if (/password|secret|api.?key|credential/i.test(textOf(name) ?? "")) hintAt(gathering, name);
    }
  }
}

interface Seen {
  readonly calls: Call[];
  readonly waits: Place[];
  readonly code: Place[];
  readonly requests: Place[];
  readonly intelligence: Place[];
  /** Whether something may be behind it that the file does not show. */
  isHidden: boolean;
}

function lookAtAction(action: Action, seen: Seen, around: Surroundings): void {
  const { spot, type, name, loop } = action;
  const at = placeOf(spot);
  hintsOf(action, around.gathering);
  const reachesOut = throughConnector.test(type) || rawRequest.test(type);
  if (waiting.test(type)) seen.waits.push(at);
  if (loop !== undefined && reachesOut) seen.waits.push(placeOf(loop));
  if (throughConnector.test(type)) {
    const calls = callsThrough(spot, false, false, around);
    seen.calls.push(...calls);
    if (calls.length === 0) seen.isHidden = true;
    if (calls.some(({ effect }) => effect === "ask")) seen.waits.push(at);
    if (isRequestThrough(spot)) seen.requests.push(at);
    if (runsCode(spot)) {
      seen.code.push(at);
      around.gathering.entry("parts", [field("name", name, at), field("kind", "scripts", at)]);
    }
    if (calls.some(({ system }) => knownIn(around.tables.powerPlatform).isIntelligence(system)))
      seen.intelligence.push(at);
  } else if (rawRequest.test(type)) {
    const request = requestOf(action, around);
    seen.calls.push(request.call);
    seen.requests.push(at);
    if (request.isIntelligence) seen.intelligence.push(at);
    if (request.isDynamic) seen.isHidden = true;
  } else if (/^workflow$/i.test(type)) {
    seen.isHidden = true;
    around.gathering.unresolved("sub-flow", textAt(action.inputs, "host", "workflowReferenceName") ?? name, at);
  } else if (ownCode.test(type)) {
    seen.code.push(at);
    around.gathering.entry("parts", [field("name", name, at), field("kind", "scripts", at)]);
  } else if (!inside.test(type)) {
    seen.isHidden = true;
    around.gathering.unresolved("unread", `${name}: an action of the type ${type || "that is not named"}`, at);
  }
}

const handlesFailure = ({ spot }: Action): boolean =>
  fieldsOf(under(spot, "runAfter")).some(([, outcomes]) =>
    entriesOf(outcomes).some(
      ({ value }) => value === "Failed" || value === "FAILED" || value === "TimedOut" || value === "TIMEDOUT",
    ),
  );

/** Reads the triggers: what starts the flow, who gets in, and the systems whose events it takes. */
function lookAtTriggers(
  definition: Spot,
  answers: boolean,
  seen: Seen,
  around: Surroundings,
): readonly (readonly [TriggerKind, Place])[] {
  return fieldsOf(under(definition, "triggers")).map(([name, trigger]) => {
    const kind = triggerKindOf(trigger, answers);
    const at = placeOf(trigger);
    const host = under(trigger, "inputs", "host");
    if (isThere(host)) seen.calls.push(...callsThrough(trigger, kind === "event", true, around));
    if (kind === "webhook") tellEntrance(name, trigger, around.gathering);
    if (canAnswer(trigger, kind) && !answers) seen.waits.push(at);
    return [kind, at] as const;
  });
}

function tellDates(document: Spot, gathering: Gathering): void {
  for (const [key, name] of [
    ["createdTime", "startedOn"],
    ["lastModifiedTime", "lastChangedOn"],
  ] as const) {
    const spot = under(document, "properties", key);
    const day = dayOf(spot);
    if (day !== undefined) gathering.tell(["lifecycle", name], day, placeOf(spot));
  }
}

/** The definition in a document: of a solution or a package, or alone. */
function definitionIn(document: Spot): Spot | undefined {
  const candidates = [under(document, "properties", "definition"), under(document, "definition"), document];
  return candidates.find((spot) => isThereAt(spot, "actions") || isThereAt(spot, "triggers"));
}

/** Reads a flow that stands somewhere in an artifact, such as beside an agent. */
export function readFlow(
  document: Spot,
  source: Source,
  gathering: Gathering,
):
  | (Seen & { readonly triggers: readonly (readonly [TriggerKind, Place])[]; readonly actions: readonly Action[] })
  | undefined {
  const definition = definitionIn(document);
  if (definition === undefined) return undefined;
  const tables = tablesOf(source);
  const container = [
    under(document, "properties", "connectionReferences"),
    under(document, "connectionReferences"),
  ].find(isThere);
  const references = container === undefined ? new Map() : referencesIn(container, tables);
  const around: Surroundings = { tables, references, gathering, used: new Set() };
  const seen: Seen = { calls: [], waits: [], code: [], requests: [], intelligence: [], isHidden: false };
  const actions = actionsIn(definition);
  const answers = actions.some(({ type }) => /^response$/i.test(type));
  const triggers = lookAtTriggers(definition, answers, seen, around);
  for (const action of actions) lookAtAction(action, seen, around);
  const systems = new Set(seen.calls.map(({ system }) => system));
  for (const [key, { spot, name, known }] of references) {
    if (!around.used.has(key) && !systems.has(known?.connector.id ?? name))
      gathering.unresolved("unused-connection", name, placeOf(spot));
  }
  return { ...seen, triggers, actions };
}

/**
 * Reads the definition of a flow of Power Automate, as a solution or a package holds it: a partial profile with the systems that its
 * actions reach, what starts it, who gets in, and whose rights it uses. Users, owners and whether it is on are not in the file.
 *
 * @param input The definition as parsed JSON, or the text of its file.
 *
 * @example
 * ```ts
 * import { fromPowerAutomate } from "plimsoll/adapters";
 *
 * const flow = {
 *   properties: {
 *     connectionReferences: { shared_office365: { api: { name: "shared_office365" }, runtimeSource: "embedded" } },
 *     definition: {
 *       triggers: { Daily: { type: "Recurrence" } },
 *       actions: {
 *         Remind: { type: "OpenApiConnection", inputs: { host: { connectionName: "shared_office365", operationId: "SendEmailV2" } } },
 *       },
 *     },
 *   },
 * };
 * const { profile } = fromPowerAutomate(flow, { file: "Workflows/Reminder.json" });
 *
 * profile.integrations?.map(({ system, role, direction, identity }) => [system, role, direction, identity]); // → [["office365", "channel", "write", "maker"]]
 * profile.automation?.triggers; // → ["schedule"]
 * ```
 */
export function fromPowerAutomate(input: unknown, source: Source): Adapted {
  const gathering = gather(source);
  const document = readDocument(gathering, source.file, input);
  const seen = readFlow(document, source, gathering);
  if (seen === undefined) {
    notOfFormat(gathering, document, "a flow of Power Automate");
    return gathering.done();
  }
  const whole = placeOf(document);
  tellName(document, source, gathering);
  gathering.tell(["platform"], "Power Automate", whole);
  gathering.tell(["kind"], "flow", whole);
  gathering.tell(["size"], seen.actions.length, whole);
  tellDates(document, gathering);
  for (const call of seen.calls) gathering.call(call);
  for (const at of seen.waits) gathering.waits(at);
  tellDefinition(gathering, { format: "power-automate", whole, ...seen, secrets: secretsOf(seen.calls) });
  const model = seen.intelligence[0];
  if (model !== undefined) gathering.tell(["automation", "ai"], "answers", model, "connector");
  else if (!seen.isHidden && !seen.calls.some(mayBeModel)) gathering.tell(["automation", "ai"], "none", whole);
  const handled = seen.actions.find(handlesFailure);
  if (handled !== undefined)
    gathering.tell(["operation", "onError"], "handled", placeOf(under(handled.spot, "runAfter")));
  gathering.partial("/parts", "/entrances");
  if (seen.isHidden) gathering.partial("/integrations");
  gathering.whole("integrations", whole);
  return gathering.done();
}
