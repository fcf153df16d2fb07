import { standardFacts } from "plimsoll";
import { openFields } from "plimsoll/analysis";
import { describe, expect, test } from "vitest";
import { type Place, placeAt, placePointers } from "../../src/interview/field.js";
import { schemaFields } from "../formats/profile/schema-fields.js";

const found = (pointer: string): Place => placeAt(pointer, undefined) ?? expect.fail(pointer);

/** Every place, entries of lists included, by its pointer in the schema. */
const places: readonly (readonly [string, Place])[] = placePointers.flatMap((pointer) => {
  const fields = Object.entries(found(pointer).entries?.fields ?? {});
  return [
    [pointer, found(pointer)] as const,
    ...fields.map(([field, place]) => [`${pointer}/*/${field}`, place] as const),
  ];
});

describe.each(places)("the place %s", (pointer, { question, answering, entries }) => {
  test("is asked for with a question", () => {
    expect(question).toMatch(/^[A-Z].*\?$/);
    expect(question.includes("{entry}")).toBe(pointer.includes("*"));
  });

  test("is answered with what a profile can say there", () => {
    const schema = schemaFields[pointer] ?? expect.fail("A profile has no such place.");
    const items = typeof schema.items === "object" && !Array.isArray(schema.items) ? schema.items : {};
    if (answering.kind === "choice") expect(Object.keys(answering.choices)).toEqual(schema.enum);
    else if (answering.kind === "several") expect(Object.keys(answering.choices)).toEqual(items.enum);
    else if (answering.kind === "names") {
      expect(schema.type).toBe("array");
      expect(items.type).toBe(entries === undefined ? "string" : "object");
      if (entries !== undefined) expect(schemaFields[`${pointer}/*/${entries.named}`]?.type).toBe("string");
    } else if (answering.kind === "date") expect(schema).toMatchObject({ type: "string", format: "date" });
    else {
      const types = {
        number: ["integer", "number"],
        "yes-or-no": ["boolean"],
        person: [["string", "null"]],
        text: [["string", "null"]],
      };
      // A number may be told as bounds as well.
      const [told = schema] = schema.anyOf ?? [];
      expect(types[answering.kind]).toContainEqual(Object(told).type);
    }
  });
});

test("no two places ask the same", () => {
  const questions = places.map(([, { question }]) => question);
  expect(new Set(questions).size).toBe(questions.length);
});

test.each(Object.entries(standardFacts))("whoever knows nothing can be asked for %s", (_, fact) => {
  const fields = openFields({ id: "app", name: "An app" }, fact);
  expect(fields.map(({ pointer }) => pointer)).toEqual(fact.answerAt);
});
