import assert from "node:assert/strict";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Ajv2020 } from "ajv/dist/2020.js";
import addFormats from "ajv-formats";
import { createCallers, describeCaller, rights } from "../src/callers.js";
import { createJudge } from "../src/judge.js";
import { limits } from "../src/limits.js";
import { policy } from "../src/policy.js";
import { startService } from "../src/start.js";

/** A clock that goes on by a second whenever somebody looks. */
function tickingClock(start) {
  let now = Date.parse(start);
  return () => {
    now += 1000;
    return new Date(now).toISOString();
  };
}

export const tokenOf = (role) => `token-of-${role.replaceAll(" ", "-")}`;

const roles = ["IT operations", "IT director", "Security", "Ward clerk", "Ward lead"];

export const callers = createCallers([
  ...roles.map((role) => describeCaller(role, rights, tokenOf(role))),
  describeCaller("Dashboard", ["read"], tokenOf("Dashboard")),
]);

const judge = createJudge(policy);

/** What a reviewer says of an item that somebody has to look at. */
export const shown = {
  evidence: { by: "Service desk", on: "2026-01-09", note: "Called the number, and reached them." },
};

/** The part of a document that answers a request, found by the form of its path. */
export function operationOf({ paths }, method, url) {
  const { pathname } = new URL(url, "http://localhost");
  const isFit = (path) => new RegExp(`^${path.replace(/\{\w+\}/g, "[^/]+")}$`).test(pathname);
  const path = Object.keys(paths).find(isFit);
  return paths[path]?.[method.toLowerCase()];
}

/** Holds an answer to what the OpenAPI document says of it. */
function conformance(document) {
  const ajv = new Ajv2020({ strict: false, allErrors: true });
  addFormats.default(ajv);
  ajv.addSchema({ $id: "openapi", ...document });
  const validators = new Map();
  const validatorOf = (schema) => {
    const text = JSON.stringify(schema).replaceAll('"#/', '"openapi#/');
    if (!validators.has(text)) validators.set(text, ajv.compile(JSON.parse(text)));
    return validators.get(text);
  };
  return (method, url, answer) => {
    const described = operationOf(document, method, url)?.responses[answer.statusCode];
    assert.ok(described, `${method} ${url} answered ${answer.statusCode}, which the document does not tell`);
    const [type] = answer.headers["content-type"].split(";");
    const validate = validatorOf(described.content[type].schema);
    assert.ok(validate(answer.json()), `${method} ${url}: ${ajv.errorsText(validate.errors)}`);
  };
}

/** A folder that is gone when it is no longer needed. */
export function temporaryFolder() {
  const folder = mkdtempSync(join(tmpdir(), "intake-"));
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true }) };
}

/** A service over a database of its own, and a way to ask it that holds each answer to the document. */
export async function openApi(url, { asOf = "2026-01-12T08:00:00Z", ...given } = {}) {
  const { folder, remove } = temporaryFolder();
  const { service, registry } = await startService({
    url: url ?? join(folder, "intake.db"),
    clock: tickingClock(asOf),
    callers,
    judge,
    limits: { ...limits, requestsPerMinute: 1_000_000, closing: 200 },
    ...given,
  });
  await service.ready();
  const conforms = conformance(service.swagger());

  /** Sends a request as a role, or as nobody when it is null. */
  async function ask(method, path, { body, seen, as = "IT operations", headers = {} } = {}) {
    const sent = {
      ...(as !== null && { authorization: `Bearer ${tokenOf(as)}` }),
      ...(seen !== undefined && { "if-match": `"${seen}"` }),
      ...headers,
    };
    const answer = await service.inject({
      method,
      url: path,
      headers: sent,
      ...(body !== undefined && { payload: body }),
    });
    conforms(method, path, answer);
    const revision = answer.headers.etag && Number(JSON.parse(answer.headers.etag));
    return { status: answer.statusCode, body: answer.json(), revision, headers: answer.headers };
  }

  async function close() {
    await service.close();
    remove();
  }

  return { ask, close, conforms, registry, service };
}
