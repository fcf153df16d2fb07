import { profileJsonSchema } from "plimsoll/schema";
import { describe, expect, test } from "vitest";
import { listPointers } from "../../../src/formats/profile/check.js";

import { completeProfile } from "./complete-profile.js";
import { schemaFields } from "./schema-fields.js";

/** The pointers to every field that a value has, entries of lists written as `*`. */
function pointersIn(value: unknown, at = ""): readonly string[] {
  if (Array.isArray(value)) return value.flatMap((entry) => pointersIn(entry, `${at}/*`));
  if (typeof value !== "object" || value === null || at === "/extensions") return [];
  return Object.entries(value).flatMap(([key, part]) => [`${at}/${key}`, ...pointersIn(part, `${at}/${key}`)]);
}

describe("the JSON schema of a profile", () => {
  test.each(Object.entries(schemaFields))("describes %s in a sentence", (_, { description }) => {
    expect(description).toMatch(/^\S.*\.$/);
  });

  test("has every field that a profile accepts, and no other", () => {
    expect(Object.keys(schemaFields).sort()).toEqual([...new Set(pointersIn(completeProfile))].sort());
  });

  test("has every list that can be known to be incomplete", () => {
    for (const pointer of listPointers) expect(schemaFields[pointer]).toMatchObject({ type: "array" });
    // A list inside an entry is named by its own pointer, once it is there.
    const lists = Object.entries(schemaFields).filter(([at, { type }]) => type === "array" && !at.includes("*"));
    expect(lists.map(([pointer]) => pointer).sort()).toEqual([...listPointers, "/partial"].sort());
  });

  test("is JSON Schema 2020-12, needs an id and a name, and takes no other fields", () => {
    expect(profileJsonSchema()).toMatchObject({
      $schema: "https://json-schema.org/draft/2020-12/schema",
      type: "object",
      required: ["id", "name"],
      additionalProperties: false,
    });
  });
});
