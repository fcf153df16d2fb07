import type { Place } from "../adapted.js";
import type { TriggerKind } from "../artifact.js";
import type { Call } from "../call.js";
import { knownIn } from "../connectors/index.js";
import { asName, field } from "../gather.js";
import { connectorName } from "../power-platform/reference.js";
import { entriesOf, isThereAt, placeOf, type Spot, textAt, textOf, under } from "../spot.js";
import { kindsIn, type Parts } from "./parts.js";
import {
  connectorOf,
  knowledgeCall,
  operationCall,
  requestCall,
  serverCall,
  triggerCall,
  type Workshop,
} from "./tools.js";

/** What the files of an agent show. */
export interface Seen {
  readonly calls: Call[];
  readonly triggers: (readonly [TriggerKind, Place])[];
  readonly code: Place[];
  readonly requests: Place[];
  readonly waits: Place[];
  /** Agents that are called, by their schema names. */
  readonly called: (readonly [schema: string, at: Place])[];
  /** Flows that are called, by their ids. */
  readonly flows: (readonly [id: string, at: Place])[];
  /** Whether it starts by itself. */
  autonomous: Place | undefined;
  isHidden: boolean;
}

type Look = (spot: Spot, document: Spot, seen: Seen, workshop: Workshop) => void;

const script: Look = (spot, document, seen, { gathering }) => {
  const at = placeOf(spot);
  seen.code.push(at);
  gathering.entry("parts", [
    field("name", asName(document.file.split(/[/\\]/).at(-2) ?? document.file), at),
    field("kind", "scripts", at),
  ]);
};

/** Something that takes part and is not in the files. */
function hide(kind: "outside" | "sub-flow", what: string, spot: Spot, seen: Seen, { gathering }: Workshop): void {
  seen.isHidden = true;
  gathering.unresolved(kind, what, placeOf(spot));
}

const called: Look = (spot, _, seen, workshop) => {
  const schema = textAt(spot, "botSchemaName");
  if (schema === undefined) hide("outside", "an agent that is not named", spot, seen, workshop);
  else seen.called.push([schema, placeOf(spot)]);
};

function callsFlow(id: Spot, spot: Spot, seen: Seen, workshop: Workshop): void {
  const stated = textOf(id);
  if (stated === undefined) hide("sub-flow", "a flow that is not named", spot, seen, workshop);
  else seen.flows.push([stated.toLowerCase(), placeOf(spot)]);
}

const flow: Look = (spot, _, seen, workshop) => callsFlow(under(spot, "flowId"), spot, seen, workshop);

const operation: Look = (spot, document, seen, workshop) => {
  const calls = operationCall(spot, document, workshop);
  seen.calls.push(...calls);
  if (calls.length === 0) seen.isHidden = true;
};

const server: Look = (spot, document, seen, workshop) => {
  const calls = serverCall(spot, document, workshop);
  seen.calls.push(...calls);
  if (calls.length === 0) seen.isHidden = true;
};

const model: Look = (spot, _, seen, { tables }) => {
  const known = knownIn(tables.powerPlatform).find("aibuilder");
  seen.calls.push({
    system: "aibuilder",
    at: placeOf(spot),
    role: known?.connector.role,
    effect: "compute",
    basis: "stated",
  });
};

const trigger: Look = (spot, document, seen, workshop) => {
  const inner = under(spot, "externalTriggerSource");
  const at = placeOf(spot);
  const isSchedule = /recurrence/i.test(`${textAt(inner, "kind") ?? ""} ${textAt(inner, "triggerId") ?? ""}`);
  seen.triggers.push([isSchedule ? "schedule" : "event", at]);
  seen.autonomous ??= at;
  if (isSchedule || !isThereAt(inner, "connectionReference")) return;
  const calls = triggerCall(inner, document, workshop);
  seen.calls.push(...calls);
  if (calls.length === 0) seen.isHidden = true;
};

/** What each kind of thing in an agent's files means. Kinds that are not here reach nothing outside. */
const looks: ReadonlyMap<string, Look> = new Map(
  Object.entries({
    InvokeConnectorTaskAction: operation,
    InvokeConnectorAction: operation,
    InvokeExternalAgentTaskAction: server,
    McpTool: server,
    InvokeFlowTaskAction: flow,
    InvokeFlowAction: flow,
    InvokeAIBuilderModelTaskAction: model,
    InvokeAIBuilderModelAction: model,
    InvokeConnectedAgentTaskAction: called,
    ConnectedAgentTool: called,
    InlineAgentSkill: script,
    InvokeSkillAction: (spot, _, seen, workshop) => hide("outside", "a skill", spot, seen, workshop),
    SkillDefinition: (spot, document, seen, workshop) => hide("outside", document.file, spot, seen, workshop),
    InvokeAIPluginTaskAction: (spot, document, seen, workshop) => hide("outside", document.file, spot, seen, workshop),
    HttpRequestAction: (spot, _, seen, workshop) => {
      const call = requestCall(spot, workshop);
      seen.calls.push(call);
      seen.requests.push(call.at);
      // Several hosts may be behind an address that is worked out.
      if (call.system === "http:dynamic") seen.isHidden = true;
    },
    ExternalTriggerConfiguration: trigger,
    RecurrenceTrigger: (spot, _, seen) => {
      seen.triggers.push(["schedule", placeOf(spot)]);
      seen.autonomous ??= placeOf(spot);
    },
    AutonomousSettings: (spot, _, seen, workshop) => {
      const at = placeOf(spot);
      seen.autonomous ??= at;
      const id = connectorOf(textAt(spot, "enterpriseKnowledgeConnectionReference") ?? "", workshop.parts);
      const known = id === undefined ? undefined : knownIn(workshop.tables.powerPlatform).find(connectorName(id));
      if (known !== undefined)
        seen.calls.push({
          system: known.connector.id,
          at,
          role: known.connector.role,
          effect: "read",
          basis: "stated",
        });
    },
  } satisfies Readonly<Record<string, Look>>),
);

/** Looks at every part of an agent. */
export function lookAt(parts: Parts, workshop: Workshop): Seen {
  const seen: Seen = {
    calls: [],
    triggers: [],
    code: [],
    requests: [],
    waits: [],
    called: [],
    flows: [],
    autonomous: undefined,
    isHidden: false,
  };
  for (const document of parts.documents) {
    for (const [kind, spot] of kindsIn(document)) {
      looks.get(kind)?.(spot, document, seen, workshop);
      const call = knowledgeCall(kind, spot, workshop);
      if (call !== undefined) seen.calls.push(call);
    }
  }
  for (const document of parts.classic) {
    for (const action of entriesOf(under(document, "actionDefinitions")))
      callsFlow(under(action, "flowMetadata", "id"), action, seen, workshop);
  }
  for (const { at } of parts.withCode) seen.code.push(at);
  for (const path of parts.scripts) {
    const at: Place = { file: path };
    seen.code.push(at);
    workshop.gathering.entry("parts", [
      field("name", asName(path.replace(/^.*[/\\]/s, "")), at),
      field("kind", "scripts", at),
    ]);
  }
  return seen;
}
