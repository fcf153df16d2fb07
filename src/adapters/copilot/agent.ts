import type { Adapted, Place } from "../adapted.js";
import { secretsOf, tellDefinition } from "../artifact.js";
import { fieldsTold } from "../call.js";
import { asName, type Gathering, gather } from "../gather.js";
import { readFlow } from "../power-platform/flow.js";
import { notOfFormat } from "../read-json.js";
import { tablesOf } from "../source.js";
import { placeOf, root, textOf, under } from "../spot.js";
import { tellEntrances, tellSignIn } from "./entrance.js";
import { lookAt, type Seen } from "./look.js";
import { orchestrationIn, tellModel } from "./mind.js";
import { type AgentSource, type Bot, type Parts, partsIn } from "./parts.js";
import type { Workshop } from "./tools.js";

const guid = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/i;

/** Reads the flows that the agent calls, where they stand beside it. */
function lookAtFlows(parts: Parts, seen: Seen, { gathering }: Workshop, source: AgentSource): void {
  const beside = new Map(parts.flows.map((spot) => [guid.exec(spot.file)?.[0].toLowerCase() ?? "", spot]));
  const wanted = new Map(seen.flows);
  for (const [id, at] of wanted) {
    const found = beside.get(id);
    const inner = found === undefined ? undefined : readFlow(found, source, gathering);
    if (inner === undefined) {
      seen.isHidden = true;
      gathering.unresolved("sub-flow", id, at);
      continue;
    }
    seen.isHidden ||= inner.isHidden;
    // What starts the flow is the agent, which starts no work of its own in a system.
    seen.calls.push(...inner.calls);
    seen.code.push(...inner.code);
    seen.requests.push(...inner.requests);
    seen.waits.push(...inner.waits);
  }
  for (const [id, spot] of beside) if (!wanted.has(id)) gathering.unresolved("outside", spot.file, placeOf(spot));
}

/** Tells which agents are called: those in the artifact belong to it, others are other apps. */
function tellCalled(parts: Parts, seen: Seen, { gathering }: Workshop): void {
  const own = new Set(parts.bots.flatMap(({ schema }) => schema ?? []));
  for (const [schema, at] of seen.called) {
    if (own.has(schema)) seen.triggers.push(["called", at]);
    else {
      seen.isHidden = true;
      gathering.unresolved("outside", schema, at);
      gathering.member(["otherApps", "needs"], asName(schema), at);
    }
  }
}

/** What a model does in it: acts where it starts by itself or has a tool that does more than read, or may. */
function tellIntelligence(parts: Parts, seen: Seen, { gathering }: Workshop): void {
  const orchestration = orchestrationIn(parts);
  if (orchestration.value !== undefined && orchestration.spot !== undefined) {
    gathering.tell(["extensions", "artifact", "orchestration"], orchestration.value, placeOf(orchestration.spot));
  }
  if (orchestration.usesModel === false && orchestration.spot !== undefined)
    gathering.tell(["automation", "ai"], "none", placeOf(orchestration.spot));
  if (orchestration.usesModel !== true || orchestration.spot === undefined) return;
  const acting = seen.calls.find(
    (call) => fieldsTold([call], []).find(({ field: name }) => name === "direction")?.value !== "read",
  );
  const at = seen.autonomous ?? acting?.at;
  gathering.tell(
    ["automation", "ai"],
    at === undefined ? "answers" : "acts",
    at ?? placeOf(orchestration.spot),
    "connector",
  );
}

/** The agent that the others serve: the one that none of them calls. */
function mainOf(parts: Parts, seen: Seen): Bot | undefined {
  const served = new Set(seen.called.map(([schema]) => schema));
  return parts.bots.find(({ schema }) => schema === undefined || !served.has(schema)) ?? parts.bots[0];
}

function tellName(parts: Parts, seen: Seen, source: AgentSource, gathering: Gathering): void {
  const main = mainOf(parts, seen);
  if (main?.name !== undefined && source.name === undefined)
    gathering.tell(["name"], asName(main.name.value), main.name.at);
  const at = main?.name?.at ?? main?.authentication?.at;
  if (main?.schema !== undefined && at !== undefined && source.id === undefined)
    gathering.tell(["id"], asName(main.schema), { file: at.file });
}

/**
 * Reads an agent of Copilot Studio, as a solution (of today, of the newer kind, or classic) or a workspace of the editor holds it: a partial
 * profile with the systems behind its tools, triggers and knowledge, whose rights it uses, who gets in, and what its model may do. Several
 * agents of one artifact are one profile. What a server of tools can do is not in the files: that stays unknown.
 *
 * @param files The text of each file, by its path.
 *
 * @example
 * ```ts
 * import { fromCopilotAgent } from "plimsoll/adapters";
 *
 * const files = {
 *   "settings.mcs.yml": JSON.stringify({ displayName: "Rooms", schemaName: "acme_rooms", authenticationMode: "None" }),
 *   "actions/Mail.mcs.yml": JSON.stringify({
 *     kind: "TaskDialog",
 *     action: {
 *       kind: "InvokeConnectorTaskAction",
 *       connectionReference: "acme_rooms.shared_office365.1",
 *       connectionProperties: { mode: "Maker" },
 *       operationId: "SendEmailV2",
 *     },
 *   }),
 * };
 * // JSON is YAML, so that this example needs no parser; real files need one.
 * const { profile } = fromCopilotAgent(files, { file: "rooms", parseYaml: (text) => JSON.parse(text) });
 *
 * profile.integrations?.map(({ system, direction, identity }) => [system, direction, identity]); // → [["office365", "write", "maker"]]
 * profile.entrances; // → [{ name: "Rooms", kind: "agent", admits: "anybody" }]
 * ```
 */
export function fromCopilotAgent(files: Readonly<Record<string, string>>, source: AgentSource): Adapted {
  const gathering = gather(source);
  const parts = partsIn(files, source, gathering);
  if (parts.bots.length === 0 && parts.documents.length === 0) {
    notOfFormat(gathering, root(source.file, files), "an agent of Copilot Studio");
    return gathering.done();
  }
  const workshop: Workshop = { parts, tables: tablesOf(source), gathering };
  const whole: Place = { file: source.file };
  const seen = lookAt(parts, workshop);
  lookAtFlows(parts, seen, workshop, source);
  tellCalled(parts, seen, workshop);
  tellName(parts, seen, source, gathering);
  gathering.tell(["platform"], "Copilot Studio", whole);
  gathering.tell(["kind"], "agent", whole);
  for (const call of seen.calls) gathering.call(call);
  for (const at of seen.waits) gathering.waits(at);
  tellEntrances(parts, gathering);
  // Nothing but a name: of such an agent nobody knows what it reaches.
  const isSparse = parts.documents.length === 0 && parts.classic.length === 0;
  const triggers = [...seen.triggers, ["chat", parts.bots[0]?.name?.at ?? whole] as const];
  tellDefinition(gathering, {
    format: "copilot-agent",
    whole,
    ...seen,
    triggers,
    secrets: secretsOf(seen.calls),
    isSparse,
  });
  tellSignIn(parts, gathering);
  tellModel(parts, gathering);
  tellIntelligence(parts, seen, workshop);
  const environment = parts.environment && under(parts.environment, "EnvironmentId");
  if (environment !== undefined && /^Default-/i.test(textOf(environment) ?? ""))
    gathering.tell(["operation", "environment"], "default", placeOf(environment));
  gathering.partial("/parts", "/otherApps/needs");
  if (seen.isHidden || isSparse)
    gathering.partial("/integrations", "/automation/triggers", "/extensions/artifact/triggers");
  gathering.whole("integrations", whole);
  return gathering.done();
}
