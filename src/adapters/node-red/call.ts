import type { Basis } from "../adapted.js";
import type { Call } from "../call.js";
import { type ConnectorTables, type Doing, effectOfAnyVerb } from "../connectors/index.js";
import type { Effect } from "../effects.js";
import type { Gathering } from "../gather.js";
import { isSecret, knownRequest } from "../request.js";
import { namesOf, placeOf, textAt, under } from "../spot.js";
import { effectsOfSql } from "../sql.js";
import { type Before, requestIn } from "./before.js";
import type { FlowNode } from "./node.js";

const secretField = /^(?:client_?secret|api_?key|token|access_?token|password|secret|authorization)$/i;

/** A secret that stands in the node itself; where it is kept apart, the file does not hold it. */
export function secretIn(node: FlowNode): Call["secret"] {
  const found = namesOf(node.spot).find(
    (key) => secretField.test(key) && isSecret("secret", textAt(node.spot, key) ?? ""),
  );
  return found === undefined ? undefined : { value: "embedded", at: placeOf(under(node.spot, found)) };
}

/** How a node makes a request. */
interface Made {
  readonly address: string | undefined;
  /** `undefined`, where it is worked out when the flow runs. */
  readonly method: string | undefined;
  readonly basis: Basis;
}

function callOf(node: FlowNode, { address, method, basis }: Made, tables: ConnectorTables, gathering: Gathering): Call {
  const known = knownRequest({ address, method, body: undefined }, tables);
  if (known.isDynamic) gathering.unresolved("dynamic-host", node.name, node.at);
  return {
    system: known.system,
    at: node.at,
    role: known.role,
    effect: known.effect,
    basis,
    connector: "http",
    secret: secretIn(node),
    outside: known.outside,
  };
}

/** A request by hand; where the node leaves its address open, what the functions before it set. */
export function requestsOf(
  node: FlowNode,
  tables: ConnectorTables,
  before: Before,
  gathering: Gathering,
): readonly Call[] {
  const url = textAt(node.spot, "url");
  const address = url?.startsWith("{{") ? undefined : url;
  const stated = textAt(node.spot, "method");
  const method = stated === "use" ? undefined : (stated ?? "GET");
  const basis = stated === undefined ? "default" : "stated";
  const call = (made: Omit<Made, "basis">) => callOf(node, { ...made, basis }, tables, gathering);
  if (address !== undefined) return [call({ address, method })];
  const { texts, isCut } = before.textsBefore(node);
  const set = texts.flatMap((text) => requestIn(text) ?? []);
  const told = set.map((each) => call({ address: each.address, method: method ?? each.method }));
  return told.length === 0 || isCut ? [...told, call({ address, method })] : told;
}

/** A node that fetches a token sends a secret there. */
export function tokenOf(node: FlowNode, tables: ConnectorTables, gathering: Gathering): readonly Call[] {
  const address = textAt(node.spot, "access_token_url") ?? textAt(node.spot, "accessTokenUrl");
  if (address === undefined) return [];
  return [callOf(node, { address: `${address}/token`, method: "POST", basis: "stated" }, tables, gathering)];
}

interface Done {
  readonly effects: readonly (Effect | undefined)[];
  readonly basis: Call["basis"];
  readonly own?: boolean;
}

/** What SQL a node runs: its own, or that which a function before it sets; that wins, and whatever stands in the node may be a decoy. */
function sqlOf(node: FlowNode, before: Before): Done {
  const own = ["query", "sql", "sqlquery", "statement"]
    .map((key) => textAt(node.spot, key))
    .find((text) => text !== undefined);
  const { texts: set, isCut } = before.textsBefore(node);
  const texts = [...(own === undefined ? [] : [own]), ...new Set(set.flatMap(before.sqlIn))];
  const effects = texts.flatMap((text): readonly (Effect | undefined)[] => effectsOfSql(text) ?? [undefined]);
  return {
    effects: texts.length === 0 || isCut ? [...new Set([...effects, undefined])] : [...new Set(effects)],
    basis: "stated",
    own: texts.some((text) => /create\s+table/i.test(text)),
  };
}

const operationFields = ["method", "operation", "modeOptType", "overwriteFile", "action"];

function doneBy(node: FlowNode, before: Before): Done {
  const { known, type } = node;
  if (known?.connector.role === "processing") return { effects: ["compute"], basis: "connector" };
  const named = operationFields
    .map((key) => textAt(node.spot, key))
    .find((text) => text !== undefined && known?.doing(text) !== undefined);
  const usual = known?.connector.usually?.[0]?.operation;
  const doing: Doing | undefined =
    (named === undefined ? undefined : known?.doing(named)) ??
    known?.doing(type.replaceAll(" ", "_")) ??
    known?.doing(type) ??
    (usual === undefined ? undefined : known?.doing(usual));
  if (doing === "sql") return sqlOf(node, before);
  if (doing === "unknown" || doing === "request") return { effects: [undefined], basis: "stated" };
  if (doing !== undefined)
    return { effects: [doing], basis: named === undefined && usual !== undefined ? "default" : "stated" };
  if (/[ -]in$/.test(type)) return { effects: ["read"], basis: "stated" };
  if (/[ -]out$/.test(type))
    return { effects: [known?.connector.role === "channel" ? "send" : "create"], basis: "stated" };
  return { effects: [effectOfAnyVerb(type)], basis: "verb" };
}

/** Whether a node starts work because something happened in a system. */
export const isEvent = ({ type }: FlowNode): boolean =>
  /[ -]in$|-trigger$|-listener$|^externaltask-input$|-consumer$|^watch$|^tail$|state-changed$/i.test(type) &&
  !/^(?:file|link|worldmap) in$/.test(type) &&
  !/^http in$/.test(type);

/** The uses of a system by a node that stands for one. */
export function callsOf(node: FlowNode, before: Before, gathering: Gathering): readonly Call[] {
  const { known } = node;
  const connector = known?.connector;
  const system = connector?.id ?? /^[^\s\-_/]+/.exec(node.type)?.[0] ?? node.type;
  if (connector === undefined) gathering.unresolved("unknown-connector", node.type, node.at);
  const startsWork = isEvent(node);
  const { effects, basis, own } = startsWork
    ? ({ effects: ["read"], basis: "stated" } as const satisfies Done as Done)
    : doneBy(node, before);
  if (connector !== undefined && effects.includes(undefined))
    gathering.unresolved("unknown-operation", node.type, node.at);
  return effects.map((effect) => ({
    system,
    at: node.at,
    role: own === true ? "own-store" : connector?.role,
    effect,
    basis,
    connector: connector === undefined ? "community" : undefined,
    secret: secretIn(node),
    startsWork,
    administers: connector?.power === "administration",
    outside: connector?.power === "outside",
  }));
}
