import assert from "node:assert/strict";
import { Ajv2020 } from "ajv/dist/2020.js";
import addFormats from "ajv-formats";
import { openDatabase } from "../src/database.js";
import { policy } from "../src/policy.js";
import { createRegistry } from "../src/registry.js";
import { createService } from "../src/service.js";

/** A clock that goes on by a second whenever somebody looks. */
function tickingClock(start) {
  let now = Date.parse(start);
  return () => {
    now += 1000;
    return new Date(now).toISOString();
  };
}

/** The part of a document that answers a request, found by the form of its path. */
function operationOf({ paths }, method, url) {
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
  return (method, url, answer) => {
    const described = operationOf(document, method, url)?.responses[answer.statusCode];
    assert.ok(described, `${method} ${url} answered ${answer.statusCode}, which the document does not tell`);
    const [type] = answer.headers["content-type"].split(";");
    const { schema } = described.content[type];
    const validate = ajv.compile(JSON.parse(JSON.stringify(schema).replaceAll('"#/', '"openapi#/')));
    assert.ok(validate(answer.json()), `${method} ${url}: ${ajv.errorsText(validate.errors)}`);
  };
}

/** A service over a database of its own, and a way to ask it that holds each answer to the document. */
export async function openApi(url, { asOf = "2026-01-12T08:00:00Z" } = {}) {
  const database = await openDatabase(url);
  const registry = createRegistry(database);
  const service = await createService({ registry, policy, clock: tickingClock(asOf) });
  await service.ready();
  const conforms = conformance(service.swagger());

  async function ask(method, url, { body, seen } = {}) {
    const headers = { ...(seen !== undefined && { "if-match": `"${seen}"` }) };
    const answer = await service.inject({ method, url, headers, ...(body !== undefined && { payload: body }) });
    conforms(method, url, answer);
    const revision = answer.headers.etag && Number(JSON.parse(answer.headers.etag));
    return { status: answer.statusCode, body: answer.json(), revision };
  }

  async function close() {
    await service.close();
    await database.destroy();
  }

  return { ask, close, registry, service };
}
