import { type ConnectorTables, knownIn } from "./connectors/index.js";
import type { Effect, Role } from "./effects.js";

const byMethod: ReadonlyMap<string, Effect> = new Map(
  Object.entries({
    get: "read",
    head: "read",
    options: "read",
    post: "create",
    put: "change",
    patch: "change",
    merge: "change",
    delete: "delete",
  } as const satisfies Record<string, Effect>),
);

const longestHost = 253;

/** The host of an address, in small letters and without its port; nothing, where it is worked out when the app runs. */
export function hostOf(address: string | undefined): string | undefined {
  const found = /^=?\s*[a-z]{2,5}:\/\/(?:[^/@\s]{1,100}@)?([a-z0-9._-]{1,253})(?::\d{1,5})?(?=[/?#\s]|$)/i.exec(
    address ?? "",
  );
  const host = found?.[1]?.toLowerCase();
  return host === undefined || host.length > longestHost ? undefined : host;
}

/** Addresses where a model answers, on whatever host. */
const modelPath =
  /\/(?:chat\/completions|completions|embeddings|v1\/messages|api\/generate|api\/chat|images\/generations|audio\/transcriptions)(?:[?#\s]|$)|:(?:generateContent|predict)/i;

/** Addresses where what is posted is a question. */
const questionPath = /(?:\/|:|_)(?:search|query|lookup|oauth2?\/token|token|_msearch|runQuery|batchGet)(?:[?#\s]|$)/i;

const graphPath = /\/graphql\b/i;

const mutation = /(?:^|["{\s=])mutation\b/;

/** What a raw request shows of itself. */
export interface RawRequest {
  readonly address: string | undefined;
  /** `undefined`, where it is worked out when the app runs. */
  readonly method: string | undefined;
  readonly body: string | undefined;
}

/** What is known of a raw request. */
export interface KnownRequest {
  readonly system: string;
  readonly role: Role | undefined;
  readonly effect: Effect | undefined;
  readonly outside: boolean;
  readonly isIntelligence: boolean;
  readonly isDynamic: boolean;
}

/** A host in the table, or the end of one: `acme.openai.azure.com` is one of `openai.azure.com`. */
function knownHost(host: string, tables: ConnectorTables) {
  const hosts = knownIn(tables.hosts);
  const labels = host.split(".");
  const ends = labels.slice(0, Math.max(labels.length - 1, 1)).map((_, index) => labels.slice(index).join("."));
  const name = ends.find((end) => hosts.find(end) !== undefined);
  return name === undefined ? undefined : { name, known: hosts.find(name), isIntelligence: hosts.isIntelligence(name) };
}

/** What a request does, by its method, its address and what it sends. */
export function effectOfRequest({ address = "", method, body = "" }: RawRequest): Effect | undefined {
  if (method === undefined) return undefined;
  const effect = byMethod.get(method.toLowerCase());
  if (effect !== "create") return effect;
  if (graphPath.test(address)) return mutation.test(body) ? "change" : body.trim() === "" ? undefined : "read";
  return questionPath.test(address) ? "read" : "create";
}

/** What is called by a request without a connector: `http:` and the host, or `http:dynamic`. */
export function knownRequest(request: RawRequest, tables: ConnectorTables): KnownRequest {
  const host = hostOf(request.address);
  const isModel = modelPath.test(request.address ?? "");
  const found = host === undefined ? undefined : knownHost(host, tables);
  const role = found?.known?.connector.role ?? (isModel ? "processing" : "system-of-record");
  return {
    system: `http:${host ?? "dynamic"}`,
    role,
    effect: role === "processing" ? "compute" : effectOfRequest(request),
    outside: found?.known?.connector.power === "outside",
    isIntelligence: isModel || found?.isIntelligence === true,
    isDynamic: host === undefined,
  };
}

const secretName =
  /^(?:x-)?(?:api[-_ ]?key|apikey|key|token|access[-_]?token|authorization|auth|password|secret|client[-_]?secret|appid)$/i;

/** Whether a parameter of this name and value is a secret that stands in the artifact. The value is looked at and never kept. */
export const isSecret = (name: string, value: string): boolean =>
  secretName.test(name.trim()) && value.trim() !== "" && !/^[=@]|\{\{|@\{/.test(value.trim());
