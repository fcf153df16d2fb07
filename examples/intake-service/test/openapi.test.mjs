import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { Validator } from "@seriousme/openapi-schema-validator";
import { openApi, tokenOf } from "./api.mjs";

let api;

before(async () => {
  api = await openApi();
});
after(() => api.close());

const documentOf = async () => (await api.service.inject("/openapi.json")).json();

test("the document is OpenAPI 3.1", async () => {
  const { valid, errors } = await new Validator().validate(await documentOf());
  assert.ok(valid, JSON.stringify(errors));
});

test("every operation has a name, a summary and a tag", async () => {
  const operations = Object.values((await documentOf()).paths).flatMap((path) => Object.values(path));
  assert.ok(operations.length > 10);
  for (const { operationId, summary, tags } of operations) assert.ok(operationId && summary && tags.length === 1);
});

test("every schema that it refers to stands in it, and none is left over", async () => {
  const { components, ...document } = await documentOf();
  const referred = new Set(JSON.stringify({ components, document }).match(/#\/components\/schemas\/\w+/g));
  const named = Object.keys(components.schemas).map((name) => `#/components/schemas/${name}`);
  assert.deepEqual([...referred].sort(), named.sort());
});

test("what is nowhere is not found, and what is no JSON is said so", async () => {
  const authorization = `Bearer ${tokenOf("Dashboard")}`;
  const nowhere = await api.service.inject({ url: "/nowhere", headers: { authorization } });
  assert.equal(nowhere.statusCode, 404);
  assert.match(nowhere.headers["content-type"], /problem\+json/);
  const headers = { "content-type": "application/json", authorization: `Bearer ${tokenOf("Security")}` };
  const broken = await api.service.inject({ method: "PUT", url: "/apps/rota", headers, payload: "{" });
  assert.equal(broken.statusCode, 400);
});
