import type { Place } from "../adapted.js";
import type { Call } from "../call.js";
import { type ConnectorTables, type KnownConnector, knownIn } from "../connectors/index.js";
import type { Effect } from "../effects.js";
import type { Gathering } from "../gather.js";
import { knownOperation } from "../power-platform/operation.js";
import { connectorName, customName, identityOf, isCustom, tierOf } from "../power-platform/reference.js";
import { isSecret, knownRequest } from "../request.js";
import { entriesOf, fieldsOf, isThere, placeOf, root, type Spot, textAt, textOf, under, valueAt } from "../spot.js";
import type { Parts } from "./parts.js";

/** What reading tools needs. */
export interface Workshop {
  readonly parts: Parts;
  readonly tables: ConnectorTables;
  readonly gathering: Gathering;
}

interface Reached {
  /** What the profile calls the system. */
  readonly system: string;
  readonly name: string;
  readonly known: KnownConnector | undefined;
}

/** The id of the connector behind a connection reference, which may stand inside its name. */
export const connectorOf = (reference: string, { connectors }: Parts): string | undefined =>
  connectors.get(reference) ?? reference.split(".").find((part) => part.startsWith("shared_"));

/** The connector of a tool: named by itself, by its connection reference, or inside the name of that. */
function reachedBy(spot: Spot, { parts, tables, gathering }: Workshop, isServer: boolean): Reached | undefined {
  const reference = textAt(spot, "connectionReference") ?? "";
  const id = textAt(spot, "connectorId") ?? connectorOf(reference, parts);
  if (id === undefined) {
    gathering.unresolved("unknown-connector", reference || "a tool without a connection", placeOf(spot));
    return undefined;
  }
  const name = connectorName(id);
  const known = knownIn(tables.powerPlatform).find(name);
  if (known === undefined) gathering.unresolved("unknown-connector", name, placeOf(spot));
  const isOwn = known === undefined && (isServer || isCustom(name));
  return { system: known?.connector.id ?? (isOwn ? `custom:${customName(name)}` : name), name, known };
}

/** The fixed inputs of a tool, as parameters of its operation. */
function inputsOf(document: Spot): Spot {
  const given = entriesOf(under(document, "inputs")).flatMap((each) => {
    const name = textAt(each, "propertyName");
    return name === undefined ? [] : [[name, valueAt(each, "value")] as const];
  });
  return root(document.file, { parameters: Object.fromEntries(given) });
}

/** The first of several named values that is called like a secret and written out. */
function secretAmong(values: readonly (readonly [name: string, value: Spot])[]): Call["secret"] {
  const found = values.find(([name, value]) => isSecret(name, textOf(value) ?? ""));
  return found === undefined ? undefined : { value: "embedded", at: placeOf(found[1]) };
}

const secretIn = (document: Spot): Call["secret"] =>
  secretAmong(
    entriesOf(under(document, "inputs")).map((each) => [textAt(each, "propertyName") ?? "", under(each, "value")]),
  );

function identityIn(spot: Spot): Call["identity"] {
  const mode = [under(spot, "connectionProperties", "mode"), under(spot, "authMode")].find(isThere);
  const value = identityOf(mode && textOf(mode));
  return value === undefined || mode === undefined ? undefined : { value, at: placeOf(mode) };
}

const callOf = (
  spot: Spot,
  reached: Reached,
  effect: Effect | undefined,
  basis: Call["basis"],
  document: Spot,
): Call => ({
  system: reached.system,
  at: placeOf(spot),
  role: reached.known?.connector.role,
  effect,
  basis,
  connector: reached.known === undefined ? "custom" : tierOf(reached.name, undefined, reached.known),
  identity: identityIn(spot),
  secret: secretIn(document) ?? { value: "platform", at: placeOf(spot) },
  administers: reached.known?.connector.power === "administration",
  outside: reached.known?.connector.power === "outside",
});

/** A tool that calls an operation of a connector. */
export function operationCall(spot: Spot, document: Spot, workshop: Workshop): readonly Call[] {
  const reached = reachedBy(spot, workshop, false);
  if (reached === undefined) return [];
  const operation = textAt(spot, "operationId") ?? "";
  const inputs = inputsOf(document);
  const { effects, basis } = knownOperation(operation, inputs, reached.known);
  if (effects.includes(undefined))
    workshop.gathering.unresolved("unknown-operation", `${reached.name} ${operation}`.trim(), placeOf(spot));
  return effects.map((effect) => callOf(spot, reached, effect, basis, document));
}

/** A server of tools: what they do is on the server, unless a table knows it. */
export function serverCall(spot: Spot, document: Spot, workshop: Workshop): readonly Call[] {
  const reached = reachedBy(spot, workshop, true);
  if (reached === undefined) return [];
  const operation = textAt(spot, "operationDetails", "operationId") ?? textAt(spot, "operationId") ?? "";
  const known =
    reached.known === undefined ? undefined : knownOperation(operation, inputsOf(document), reached.known).effects[0];
  if (known === undefined)
    workshop.gathering.unresolved("outside", `${reached.system}: what its tools do is not in the file`, placeOf(spot));
  return [callOf(spot, reached, known, "stated", document)];
}

/** A trigger on a system: it starts the agent, and reads there. */
export function triggerCall(spot: Spot, document: Spot, workshop: Workshop): readonly Call[] {
  const reached = reachedBy(spot, workshop, false);
  return reached === undefined ? [] : [{ ...callOf(spot, reached, "read", "stated", document), startsWork: true }];
}

/** A request by hand in a topic. */
export function requestCall(spot: Spot, { tables, gathering }: Workshop): Call {
  const known = knownRequest(
    { address: textAt(spot, "url"), method: textAt(spot, "method") ?? "GET", body: undefined },
    tables,
  );
  if (known.isDynamic) gathering.unresolved("dynamic-host", "a request in a topic", placeOf(spot));
  return {
    system: known.system,
    at: placeOf(spot),
    role: known.role,
    effect: known.effect,
    basis: "stated",
    connector: "http",
    secret: secretAmong(fieldsOf(under(spot, "headers"))),
    outside: known.outside,
  };
}

const knowledge: ReadonlyMap<string, string> = new Map([
  ["SharePointSearchSource", "sharepointonline"],
  ["GraphSharePointSearchSource", "sharepointonline"],
  ["AzureAISearchSource", "azureaisearch"],
  ["FederatedStructuredSearchSource", "dataverse"],
  ["DataverseStructuredSearchSource", "dataverse"],
  ["DataverseSearchSource", "dataverse"],
]);

/** A place where the agent looks things up: it is read. What is of another kind is none. */
export function knowledgeCall(kind: string, spot: Spot, { tables, gathering }: Workshop): Call | undefined {
  const at: Place = placeOf(spot);
  if (kind === "PublicSiteSearchSource") {
    const known = knownRequest({ address: textAt(spot, "site"), method: "GET", body: undefined }, tables);
    if (known.isDynamic) gathering.unresolved("dynamic-host", "a website to look things up", at);
    return { system: known.system, at, role: "system-of-record", effect: "read", basis: "stated" };
  }
  const name = knowledge.get(kind);
  if (name === undefined) return undefined;
  const known = knownIn(tables.powerPlatform).find(name);
  return { system: known?.connector.id ?? name, at, role: known?.connector.role, effect: "read", basis: "stated" };
}
