import type { Call } from "../call.js";
import { type ConnectorTables, knownIn } from "../connectors/index.js";
import type { Gathering } from "../gather.js";
import { isSecret, knownRequest } from "../request.js";
import { fieldsOf, isThere, placeOf, type Spot, textAt, textOf, under } from "../spot.js";
import type { Action } from "./actions.js";
import { type KnownOperation, knownOperation, knownRequestOf } from "./operation.js";
import { connectorName, identityOf, type Reference, tierOf } from "./reference.js";

/** What is needed to tell whom an action reaches. */
export interface Surroundings {
  readonly tables: ConnectorTables;
  readonly references: ReadonlyMap<string, Reference>;
  readonly gathering: Gathering;
  /** Keys of connections that something uses. */
  readonly used: Set<string>;
}

const connectionKey = /\[\s*'\$connections'\s*\]\s*\[\s*'([^']{1,200})'\s*\]/;

const connectionKeyOfParameter = /\$connections'\)\s*\[\s*'([^']{1,200})'\s*\]/;

interface Reached {
  readonly name: string;
  readonly reference: Reference | undefined;
}

/** The connector that an action goes through: named by its id, by the key of a connection, or inside an expression. */
function reachedBy(host: Spot, { references, used }: Surroundings): Reached | undefined {
  const id = textAt(host, "apiId");
  const expression = textAt(host, "connection", "name") ?? textAt(host, "connection", "referenceName") ?? "";
  const inside = (connectionKey.exec(expression) ?? connectionKeyOfParameter.exec(expression))?.[1];
  const key = textAt(host, "connectionName") ?? textAt(host, "connectionReferenceName") ?? inside;
  const reference = references.get(key ?? "");
  if (key !== undefined) used.add(key);
  const name =
    id === undefined ? (reference?.name ?? (key === undefined ? undefined : connectorName(key))) : connectorName(id);
  return name === undefined || name === "" ? undefined : { name, reference };
}

const builderOperation = /^aibuilderpredict/i;

function operationOf(spot: Spot, inputs: Spot): string | undefined {
  return (
    textAt(inputs, "host", "operationId") ??
    textAt(inputs, "operationId") ??
    textAt(spot, "metadata", "flowSystemMetadata", "swaggerOperationId")
  );
}

/** The uses of a system by an action or a trigger that goes through a connector. */
export function callsThrough(
  spot: Spot,
  startsWork: boolean,
  isTrigger: boolean,
  around: Surroundings,
): readonly Call[] {
  const { gathering, tables } = around;
  const inputs = under(spot, "inputs");
  const at = placeOf(spot);
  const reached = reachedBy(under(inputs, "host"), around);
  const operation = operationOf(spot, inputs);
  if (reached === undefined) {
    gathering.unresolved("unknown-connector", operation ?? "a connection that is worked out", at);
    return [];
  }
  const { reference } = reached;
  const name = builderOperation.test(operation ?? "") ? "aibuilder" : reached.name;
  const known = knownIn(tables.powerPlatform).find(name);
  if (known === undefined) gathering.unresolved("unknown-connector", name, at);
  const mode = reference && [under(reference.spot, "runtimeSource"), under(reference.spot, "source")].find(isThere);
  const identity = identityOf(mode && textOf(mode));
  const done: KnownOperation = isTrigger
    ? { effects: ["read"], basis: "stated" }
    : operation === undefined
      ? knownRequestOf(inputs, known)
      : knownOperation(operation, inputs, known);
  if (done.effects.includes(undefined) && known !== undefined)
    gathering.unresolved("unknown-operation", `${name} ${operation ?? ""}`.trim(), at);
  const connection = reference === undefined ? at : placeOf(reference.spot);
  return done.effects.map((effect) => ({
    system: known?.connector.id ?? name,
    at,
    role: known?.connector.role,
    effect,
    basis: done.basis,
    connector: tierOf(name, reference && textAt(reference.spot, "tier"), known),
    identity: identity === undefined || mode === undefined ? undefined : { value: identity, at: placeOf(mode) },
    secret: { value: "platform", at: connection },
    startsWork,
    administers: known?.connector.power === "administration",
    outside: known?.connector.power === "outside",
  }));
}

/** What a request by hand carries that is called like a secret and written out. */
function secretIn(inputs: Spot): Call["secret"] {
  const requests = [inputs, under(inputs, "subscribe"), under(inputs, "unsubscribe")];
  const carried = requests.flatMap((request) => [
    ...fieldsOf(under(request, "authentication")).map(
      ([key, spot]) => [key === "value" ? "secret" : key, spot] as const,
    ),
    ...fieldsOf(under(request, "headers")),
    ...fieldsOf(under(request, "queries")),
  ]);
  const found = carried.find(([key, spot]) => isSecret(key, textOf(spot) ?? ""));
  return found === undefined ? undefined : { value: "embedded", at: placeOf(found[1]) };
}

/** A request by hand: whom it reaches, and what it does there. */
export function requestOf(
  { spot, inputs, name }: Action,
  { tables, gathering }: Surroundings,
): { readonly call: Call; readonly isIntelligence: boolean; readonly isDynamic: boolean } {
  const address = textAt(inputs, "uri") ?? textAt(inputs, "subscribe", "uri");
  const method = textAt(inputs, "method") ?? textAt(inputs, "subscribe", "method");
  const body = textAt(inputs, "body") ?? textAt(inputs, "body", "query");
  const known = knownRequest({ address, method: method?.startsWith("@") ? undefined : method, body }, tables);
  const at = placeOf(spot);
  if (known.isDynamic) gathering.unresolved("dynamic-host", name, at);
  const call: Call = {
    system: known.system,
    at,
    role: known.role,
    effect: known.effect,
    basis: "stated",
    connector: "http",
    secret: secretIn(inputs),
    outside: known.outside,
  };
  return { call, isIntelligence: known.isIntelligence, isDynamic: known.isDynamic };
}

/** Whether an operation is a request by hand, made through a connector. */
export function isRequestThrough(spot: Spot): boolean {
  const inputs = under(spot, "inputs");
  const operation = operationOf(spot, inputs) ?? "";
  return (
    /^(?:HttpRequest(?:V\d)?|InvokeHttp)$/i.test(operation) || /\/httprequest$/i.test(textAt(inputs, "path") ?? "")
  );
}

/** Whether an operation runs code of the app's own. */
export const runsCode = (spot: Spot): boolean => /^RunScript/i.test(operationOf(spot, under(spot, "inputs")) ?? "");
