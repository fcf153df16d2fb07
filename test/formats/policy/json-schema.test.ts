import { policyJsonSchema } from "plimsoll/schema";
import { expect, test } from "vitest";
import { policySchema } from "../../../src/formats/policy/schema.js";
import { remarks } from "../../../src/json/index.js";

test("the JSON Schema of a policy names what is needed and nothing else", () => {
  const schema = policyJsonSchema();
  expect(schema.$schema).toBe("https://json-schema.org/draft/2020-12/schema");
  expect(schema.required).toEqual(["id", "version", "title", "tiers"]);
  expect(schema.additionalProperties).toBe(false);
});

test("the JSON Schema describes every field of a policy", () => {
  for (const [name, field] of Object.entries(policyJsonSchema().properties ?? {})) {
    expect(Object(field), name).toHaveProperty("description", expect.stringMatching(/\.$/));
  }
});

test("the JSON Schema is plain JSON that says every form of a condition", () => {
  const text = JSON.stringify(policyJsonSchema());
  for (const keyword of [
    "fact",
    "all",
    "any",
    "not",
    "count",
    "score",
    "sign",
    "atLeast",
    "between",
    "includesAny",
    "isEmpty",
    "size",
  ]) {
    expect(text).toContain(`"${keyword}":`);
  }
});

test("descriptions stand in a registry of the library's own", () => {
  expect(remarks.has(policySchema.shape.version)).toBe(true);
});
