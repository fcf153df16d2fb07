import type { Call } from "../call.js";
import { type ConnectorTables, type Doing, effectOfAnyVerb } from "../connectors/index.js";
import type { Effect } from "../effects.js";
import type { Gathering } from "../gather.js";
import { isSecret, type KnownRequest, knownRequest } from "../request.js";
import { fieldsOf, placeOf, textOf, under } from "../spot.js";
import { effectsOfSql } from "../sql.js";
import { type Before, requestIn, sqlIn } from "./before.js";
import type { FlowNode } from "./node.js";

const secretField = /^(?:client_?secret|api_?key|token|access_?token|password|secret|authorization)$/i;

/** A secret that stands in the node itself; where it is kept apart, the file does not hold it. */
export function secretIn(node: FlowNode): Call["secret"] {
  const found = fieldsOf(node.spot).find(
    ([key, spot]) => secretField.test(key) && isSecret("secret", textOf(spot) ?? ""),
  );
  return found === undefined ? undefined : { value: "embedded", at: placeOf(found[1]) };
}

const callOf = (node: FlowNode, known: KnownRequest, basis: Call["basis"]): Call => ({
  system: known.system,
  at: node.at,
  role: known.role,
  effect: known.effect,
  basis,
  connector: "http",
  secret: secretIn(node),
  outside: known.outside,
});

/** A request by hand; where the node leaves its address open, what the functions before it set. */
export function requestsOf(
  node: FlowNode,
  tables: ConnectorTables,
  before: Before,
  gathering: Gathering,
): readonly Call[] {
  const url = textOf(under(node.spot, "url"));
  const stated = textOf(under(node.spot, "method"));
  const isOpen = stated === undefined || stated === "use";
  if (url !== undefined && !url.startsWith("{{")) {
    const known = knownRequest({ address: url, method: isOpen ? undefined : stated, body: undefined }, tables);
    if (known.isDynamic) gathering.unresolved("dynamic-host", node.name, node.at);
    return [callOf(node, known, "stated")];
  }
  const set = before.textsBefore(node).flatMap((spot) => requestIn(textOf(spot) ?? "") ?? []);
  if (set.length === 0) {
    gathering.unresolved("dynamic-host", node.name, node.at);
    const known = knownRequest({ address: undefined, method: isOpen ? undefined : stated, body: undefined }, tables);
    return [callOf(node, known, "stated")];
  }
  return set.map(({ address, method }) =>
    callOf(
      node,
      knownRequest({ address, method: isOpen ? (method ?? "GET") : stated, body: undefined }, tables),
      "stated",
    ),
  );
}

/** A node that fetches a token sends a secret there. */
export function tokenOf(node: FlowNode, tables: ConnectorTables): readonly Call[] {
  const address = textOf(under(node.spot, "access_token_url")) ?? textOf(under(node.spot, "accessTokenUrl"));
  if (address === undefined) return [];
  return [
    callOf(node, knownRequest({ address: `${address}/token`, method: "POST", body: undefined }, tables), "stated"),
  ];
}

interface Done {
  readonly effects: readonly (Effect | undefined)[];
  readonly basis: Call["basis"];
  readonly own?: boolean;
}

/** What SQL a node runs: its own, or that which a function before it sets; that wins, and whatever stands in the node may be a decoy. */
function sqlOf(node: FlowNode, before: Before): Done {
  const own = ["query", "sql", "sqlquery", "statement"]
    .map((key) => textOf(under(node.spot, key)))
    .find((text) => text !== undefined);
  const set = new Set(before.textsBefore(node).flatMap((spot) => sqlIn(textOf(spot) ?? "")));
  const texts = [...(own === undefined ? [] : [own]), ...[...set].map((text) => `${text} `)];
  const effects = texts.map((text) => effectsOfSql(text));
  const known = effects.flatMap((each): readonly (Effect | undefined)[] => each ?? [undefined]);
  return {
    effects: known.length === 0 ? [undefined] : [...new Set(known)],
    basis: "stated",
    own: texts.some((text) => /create\s+table/i.test(text)),
  };
}

const operationFields = ["method", "operation", "modeOptType", "overwriteFile", "action"];

function doneBy(node: FlowNode, before: Before): Done {
  const { known, type } = node;
  if (known?.connector.role === "processing") return { effects: ["compute"], basis: "connector" };
  const named = operationFields
    .map((key) => textOf(under(node.spot, key)))
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
