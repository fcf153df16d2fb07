import type { Basis } from "../adapted.js";
import type { Call } from "../call.js";
import { type ConnectorTables, type Doing, effectOfVerb, knownIn } from "../connectors/index.js";
import type { Effect } from "../effects.js";
import type { Gathering } from "../gather.js";
import { hostOf, isSecret, knownRequest } from "../request.js";
import { entriesOf, fieldsOf, isThere, placeOf, textAt, under } from "../spot.js";
import { effectsOfSql } from "../sql.js";
import { parameter, type WorkflowNode } from "./node.js";

const requestTypes = new Set(["httpRequest", "toolHttpRequest", "httpRequestTool", "graphql", "graphqlTool"]);

/** Whether a node makes a request by hand. */
export const isRequest = ({ type }: WorkflowNode): boolean => requestTypes.has(type);

/** The system whose credentials a request uses: `erpNextApi` is that of `erpNext`. */
function systemOfCredential(credential: string, tables: ConnectorTables) {
  const stem = credential
    .replace(/(?:OAuth2Api|OAuth2|OAuth1Api|TokenApi|Api)$/, "")
    .replace(/(?:Token|AccessToken|Oauth2)$/, "");
  const known = knownIn(tables.n8n).find(stem);
  return { system: known?.connector.id ?? stem, connector: known?.connector };
}

/** What the parameters of a request hold that is called like a secret and written out. */
function secretIn(node: WorkflowNode): Call["secret"] {
  const lists = ["headerParameters", "queryParameters", "bodyParameters", "parametersHeaders", "parametersQuery"];
  const open = ["headerParametersUi", "queryParametersUi"].map((list) => under(node.parameters, list, "parameter"));
  const given = [...lists.map((list) => under(node.parameters, list, "parameters")), ...open].flatMap((list) => [
    ...entriesOf(list),
  ]);
  const found = given.find((each) => isSecret(textAt(each, "name") ?? "", textAt(each, "value") ?? ""));
  if (found !== undefined) return { value: "embedded", at: placeOf(under(found, "value")) };
  const credentials = under(node.spot, "credentials");
  return fieldsOf(credentials).length > 0 ? { value: "platform", at: placeOf(credentials) } : undefined;
}

const addressOf = (node: WorkflowNode): string | undefined =>
  textAt(node.parameters, "url") ?? textAt(node.parameters, "endpoint");

/** The systems that requests with a named credential reach, by host: other requests to that host mean the same system. */
export function systemsByHost(nodes: readonly WorkflowNode[], tables: ConnectorTables): ReadonlyMap<string, string> {
  return new Map(
    nodes.filter(isRequest).flatMap((node) => {
      const credential = parameter(node, "nodeCredentialType");
      const host = hostOf(addressOf(node));
      const isNamed = parameter(node, "authentication") === "predefinedCredentialType";
      return isNamed && credential !== undefined && host !== undefined
        ? [[host, systemOfCredential(credential, tables).system] as const]
        : [];
    }),
  );
}

function methodOf(node: WorkflowNode): { readonly method: string | undefined; readonly basis: Basis } {
  for (const key of ["method", "requestMethod", "httpRequestMethod"]) {
    const method = textAt(node.parameters, key);
    if (method !== undefined) return { method: method.startsWith("=") ? undefined : method, basis: "stated" };
  }
  return { method: node.type.startsWith("graphql") ? "POST" : "GET", basis: "default" };
}

function bodyOf(node: WorkflowNode): string {
  const texts = ["jsonBody", "body", "query", "bodyParametersJson"].map((key) => textAt(node.parameters, key) ?? "");
  return texts.join("\n").slice(0, 20_000);
}

/** A request made by hand: whom it reaches, and what it does there. */
export function requestOf(
  node: WorkflowNode,
  tables: ConnectorTables,
  hosts: ReadonlyMap<string, string>,
): { readonly call: Call; readonly isIntelligence: boolean; readonly isDynamic: boolean } {
  const { method, basis } = methodOf(node);
  const isGraph = node.type.startsWith("graphql");
  const address = addressOf(node);
  const known = knownRequest(
    { address: isGraph ? `${address ?? ""}/graphql` : address, method, body: bodyOf(node) },
    tables,
  );
  const credential = parameter(node, "nodeCredentialType");
  const isNamed = credential !== undefined && parameter(node, "authentication") === "predefinedCredentialType";
  const own = isNamed ? systemOfCredential(credential, tables) : undefined;
  const shared = hosts.get(hostOf(address) ?? "");
  const system = own?.system ?? shared ?? known.system;
  const connector = own?.connector ?? knownIn(tables.n8n).find(system)?.connector;
  const role = connector?.role ?? known.role;
  const sends = role === "channel" && known.effect === "create";
  const call: Call = {
    system,
    at: node.at,
    role,
    effect: sends ? "send" : known.effect,
    basis,
    connector: "http",
    secret: secretIn(node),
    outside: known.outside || connector?.power === "outside",
    administers: connector?.power === "administration",
  };
  const isService = connector !== undefined && knownIn(tables.n8n).isIntelligence(connector.id);
  return { call, isIntelligence: known.isIntelligence || isService, isDynamic: known.isDynamic && own === undefined };
}

interface Done {
  readonly doing: Doing | undefined;
  readonly basis: Basis;
  readonly operation: string;
}

/** What a node of a known system does: the operation that it names, or that is meant where it names none. */
function doingOf(node: WorkflowNode): Done {
  const { known } = node;
  const resource = parameter(node, "resource");
  const named = textAt(node.parameters, "operation") ?? textAt(node.parameters, "mode");
  const isStore = node.stem.startsWith("vectorStore");
  if (isStore && /(?:Insert|Load)$/.test(node.type)) {
    return { doing: node.type.endsWith("Insert") ? "create" : "read", basis: "stated", operation: node.type };
  }
  const byType = named === undefined ? known?.doing(node.type) : undefined;
  if (byType !== undefined) return { doing: byType, basis: "stated", operation: node.type };
  const usual = known?.connector.usually?.find(
    (each) =>
      (each.below === undefined || node.version < each.below) &&
      (each.resource === undefined || each.resource === resource),
  );
  const operation = named ?? usual?.operation;
  if (operation === undefined) return { doing: undefined, basis: "default", operation: "" };
  if (operation.startsWith("=")) return { doing: "unknown", basis: "stated", operation };
  const told = known?.doing(`${resource ?? ""}/${operation}`) ?? known?.doing(operation);
  const stated: Basis = named === undefined ? "default" : "stated";
  if (told !== undefined) return { doing: told, basis: stated, operation };
  return { doing: effectOfVerb(operation), basis: named === undefined ? "default" : "verb", operation };
}

function effectsIn(node: WorkflowNode, { doing, basis }: Done): readonly (readonly [Effect | undefined, Basis])[] {
  const otherwise = node.known?.connector.otherwise;
  if (node.known?.connector.role === "processing") return [[otherwise ?? "compute", "connector"]];
  if (node.type.startsWith("memory")) return [["exchange", "connector"]];
  if (doing === "sql") {
    return (
      effectsOfSql(textAt(node.parameters, "query") ?? "")?.map((effect) => [effect, "stated"] as const) ?? [
        [undefined, basis],
      ]
    );
  }
  if (doing === "request") {
    const { method, basis: known } = methodOf(node);
    return [
      [
        method === undefined
          ? undefined
          : /^get$/i.test(method)
            ? "read"
            : /^delete$/i.test(method)
              ? "delete"
              : "publish",
        known,
      ],
    ];
  }
  if (doing === undefined || doing === "unknown") return [[doing === undefined ? otherwise : undefined, basis]];
  return [[doing, basis]];
}

/** The uses of a system by a node that stands for one. */
export function callsOf(node: WorkflowNode, gathering: Gathering): readonly Call[] {
  const { known } = node;
  const connector = known?.connector;
  const credentials = under(node.spot, "credentials");
  const base = {
    system: connector?.id ?? node.stem,
    at: node.at,
    role: connector?.role,
    connector: node.isOwn ? "standard" : "community",
    secret: isThere(credentials) ? ({ value: "platform", at: placeOf(credentials) } as const) : undefined,
    outside: connector?.power === "outside",
    administers: connector?.power === "administration",
  } as const;
  if (known === undefined) gathering.unresolved("unknown-connector", node.stem, node.at);
  if (node.isTrigger || node.type === "emailReadImap") {
    return [{ ...base, effect: "read", basis: "stated", startsWork: node.isTrigger }];
  }
  const done = doingOf(node);
  const effects = effectsIn(node, done);
  if (known !== undefined && effects.some(([effect]) => effect === undefined)) {
    gathering.unresolved(
      done.operation.startsWith("=") ? "expression" : "unknown-operation",
      `${node.stem} ${done.operation}`,
      node.at,
    );
  }
  return effects.map(([effect, basis]) => ({ ...base, effect, basis }));
}
