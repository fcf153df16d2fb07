import { describe, expect, test } from "vitest";
import * as z from "zod/mini";
import { documentSchemaOf, readDocument, readWith } from "../../src/json/index.js";

const berth = z.strictObject({ dock: z.string(), depth: z.exactOptional(z.number()) });

const schema = z.strictObject({
  count: z.exactOptional(z.int().check(z.nonnegative())),
  above: z.exactOptional(z.number().check(z.positive())),
  below: z.exactOptional(z.number().check(z.lt(10))),
  most: z.exactOptional(z.number().check(z.lte(10))),
  text: z.exactOptional(z.string().check(z.minLength(1), z.maxLength(5))),
  longer: z.exactOptional(z.string().check(z.minLength(2))),
  list: z.exactOptional(z.array(z.string()).check(z.minLength(2), z.maxLength(3))),
  single: z.exactOptional(z.array(z.string()).check(z.minLength(1))),
  flag: z.exactOptional(z.boolean()),
  version: z.exactOptional(z.literal(1)),
  level: z.exactOptional(z.enum(["low", "medium", "high"])),
  date: z.exactOptional(z.iso.date()),
  email: z.exactOptional(z.email()),
  berth: z.exactOptional(berth),
  record: z.exactOptional(z.record(z.string(), z.number())),
  either: z.exactOptional(z.union([z.strictObject({ all: z.array(berth) }), z.strictObject({ not: berth }), berth])),
  even: z.exactOptional(z.number().check(z.multipleOf(2))),
  moored: z.exactOptional(
    z.discriminatedUnion("kind", [
      z.strictObject({ kind: z.literal("berth"), dock: z.string() }),
      z.strictObject({ kind: z.literal("buoy") }),
    ]),
  ),
});

const fields = Object.keys(schema.def.shape).join(", ");

describe("a mistake becomes a problem with a sentence", () => {
  test.each<[string, object, string, string, string, string?]>([
    [
      "an unknown kind",
      { moored: { kind: "boy" } },
      "/moored/kind",
      "unknown-value",
      '"boy" is not a value for this. Did you mean "buoy"?',
      "buoy",
    ],
    ["no kind", { moored: {} }, "/moored/kind", "missing", "This is needed here: one of berth, buoy."],
    [
      "a field of a known kind that is missing",
      { moored: { kind: "berth" } },
      "/moored/dock",
      "missing",
      "This is needed here: text.",
    ],
    ["too low a number", { count: -1 }, "/count", "out-of-range", "This must be at least 0, but is -1."],
    ["a number on an open bound", { above: 0 }, "/above", "out-of-range", "This must be more than 0, but is 0."],
    [
      "a number on an open upper bound",
      { below: 10 },
      "/below",
      "out-of-range",
      "This must be less than 10, but is 10.",
    ],
    ["too high a number", { most: 11 }, "/most", "out-of-range", "This must be at most 10, but is 11."],
    ["an empty text", { text: "" }, "/text", "out-of-range", "This text must have at least 1 character, but has 0."],
    [
      "too short a text",
      { longer: "a" },
      "/longer",
      "out-of-range",
      "This text must have at least 2 characters, but has 1.",
    ],
    [
      "too long a text",
      { text: "abcdef" },
      "/text",
      "out-of-range",
      "This text must have at most 5 characters, but has 6.",
    ],
    [
      "too short a list",
      { list: ["a"] },
      "/list",
      "out-of-range",
      "This list must have at least 2 entries, but has 1.",
    ],
    ["an empty list", { single: [] }, "/single", "out-of-range", "This list must have at least 1 entry, but has 0."],
    [
      "too long a list",
      { list: ["a", "b", "c", "d"] },
      "/list",
      "out-of-range",
      "This list must have at most 3 entries, but has 4.",
    ],
    ["a fraction", { count: 1.5 }, "/count", "wrong-type", "Expected a whole number, but saw 1.5."],
    ["text for a number", { above: "3" }, "/above", "wrong-type", 'Expected a number, but saw "3".'],
    [
      "a longer text for a number",
      { above: "a".repeat(41) },
      "/above",
      "wrong-type",
      "Expected a number, but saw a longer text.",
    ],
    ["a list for text", { text: [] }, "/text", "wrong-type", "Expected text, but saw a list."],
    ["a number for a list", { list: 3 }, "/list", "wrong-type", "Expected a list, but saw 3."],
    ["null for a flag", { flag: null }, "/flag", "wrong-type", "Expected true or false, but saw null."],
    ["a flag for an object", { berth: true }, "/berth", "wrong-type", "Expected an object, but saw true."],
    ["an object for text", { text: {} }, "/text", "wrong-type", "Expected text, but saw an object."],
    ["a wrong value in a record", { record: { a: "b" } }, "/record/a", "wrong-type", 'Expected a number, but saw "b".'],
    ["a list for a record", { record: [] }, "/record", "wrong-type", "Expected an object, but saw a list."],
    [
      "a date that is none",
      { date: "2026-02-30" },
      "/date",
      "wrong-type",
      'Expected a date such as 2026-03-31, but saw "2026-02-30".',
    ],
    [
      "text in the wrong form",
      { email: "me" },
      "/email",
      "wrong-type",
      'Expected text in the form "email", but saw "me".',
    ],
    [
      "a misspelt value",
      { level: "hihg" },
      "/level",
      "unknown-value",
      '"hihg" is not a value for this. Did you mean "high"?',
      "high",
    ],
    [
      "a value that is nothing like the others",
      { level: "red" },
      "/level",
      "unknown-value",
      '"red" is not a value for this. Valid here: low, medium, high.',
    ],
    [
      "a number for a value",
      { level: 3 },
      "/level",
      "unknown-value",
      "3 is not a value for this. Valid here: low, medium, high.",
    ],
    [
      "null for a value",
      { level: null },
      "/level",
      "unknown-value",
      "Null is not a value for this. Valid here: low, medium, high.",
    ],
    [
      "a list for a value",
      { level: ["low"] },
      "/level",
      "unknown-value",
      "A list is not a value for this. Valid here: low, medium, high.",
    ],
    [
      "another version",
      { version: 12345678 },
      "/version",
      "unknown-value",
      "12345678 is not a value for this. Valid here: 1.",
    ],
    [
      "a misspelt field",
      { cuont: 1 },
      "/cuont",
      "unknown-key",
      '"cuont" is not a field here. Did you mean "count"?',
      "count",
    ],
    [
      "a field that is nothing like the others",
      { zzzzzzzz: 1 },
      "/zzzzzzzz",
      "unknown-key",
      `"zzzzzzzz" is not a field here. Valid here: ${fields}.`,
    ],
    [
      "a very long field",
      { ["z".repeat(70)]: 1 },
      `/${"z".repeat(70)}`,
      "unknown-key",
      `A longer text is not a field here. Valid here: ${fields}.`,
    ],
    [
      "a misspelt field deeper down",
      { berth: { dock: "A", deph: 1 } },
      "/berth/deph",
      "unknown-key",
      '"deph" is not a field here. Did you mean "depth"?',
      "depth",
    ],
    ["a field that is missing", { berth: {} }, "/berth/dock", "missing", "This is needed here: text."],
    [
      "a mistake in the likeliest of several forms",
      { either: { not: { dock: 5 } } },
      "/either/not/dock",
      "wrong-type",
      "Expected text, but saw 5.",
    ],
    [
      "a mistake in a list of the likeliest form",
      { either: { all: [{ dock: "A" }, { dock: "B", deph: 1 }] } },
      "/either/all/1/deph",
      "unknown-key",
      '"deph" is not a field here. Did you mean "depth"?',
      "depth",
    ],
    ["another mistake in zod's own words", { even: 3 }, "/even", "wrong-type", "Invalid input"],
  ])("%s", (_, input, pointer, code, message, suggestion) => {
    const problem = { pointer, code, message, ...(suggestion !== undefined && { suggestion }) };
    expect(readWith(schema, input)).toEqual({ ok: false, problems: [problem] });
  });

  test.each([
    [
      "a missing value",
      z.strictObject({ level: z.enum(["low", "high"]) }),
      "/level",
      "This is needed here: one of low, high.",
    ],
    ["a missing number", z.strictObject({ depth: z.int() }), "/depth", "This is needed here: a number."],
    ["a missing list", z.strictObject({ list: z.array(z.string()) }), "/list", "This is needed here: a list."],
  ])("%s", (_, one, pointer, message) => {
    expect(readWith(one, {})).toEqual({ ok: false, problems: [{ pointer, code: "missing", message }] });
  });

  test("a type that has no plainer name keeps its own", () => {
    expect(readWith(z.nullable(z.never()), 1)).toMatchObject({ problems: [{ pointer: "", code: "wrong-type" }] });
  });
});

describe("many mistakes", () => {
  test("are all named, in one go", () => {
    const result = readWith(schema, { count: -1, level: "hihg", berth: { deph: 1 } });
    if (result.ok) throw new Error("Problems were expected.");
    expect(result.problems.map(({ pointer }) => pointer)).toEqual(["/count", "/level", "/berth/dock", "/berth/deph"]);
  });

  test.each([
    ["unknown fields", Object.fromEntries(Array.from({ length: 60 }, (_, index) => [`field-${index}`, 1]))],
    [
      "wrong entries",
      { record: Object.fromEntries(Array.from({ length: 60 }, (_, index) => [`field-${index}`, "a"])) },
    ],
  ])("are named up to fifty: %s", (_, input) => {
    const result = readWith(schema, input);
    expect(result.ok ? 0 : result.problems.length).toBe(50);
  });
});

test("more mistakes than zod can carry are one problem", () => {
  const problems = [{ pointer: "", code: "too-large", message: expect.stringContaining("too many mistakes") }];
  expect(readWith(z.strictObject({ list: z.array(z.string()) }), { list: new Array(500_000).fill(1) })).toEqual({
    ok: false,
    problems,
  });
});

test("what is not JSON never reaches the schema", () => {
  const problems = [{ pointer: "/count", code: "not-json", message: expect.any(String) }];
  expect(readWith(schema, { count: Number.NaN })).toEqual({ ok: false, problems });
});

test("what has no mistake comes back as a copy", () => {
  const input = { count: 3, berth: { dock: "A" } };
  const result = readWith(schema, input);
  expect(result).toEqual({ ok: true, value: input });
  expect(result.ok && result.value.berth).not.toBe(input.berth);
});

describe("a document", () => {
  const $schema = "./berth.schema.json";

  test("may say where its schema is, which is no part of it", () => {
    expect(readDocument(berth, { $schema, dock: "North" })).toEqual({ ok: true, value: { dock: "North" } });
  });

  test("says that in words, and is read no further where it does not", () => {
    const message = "Expected text, but saw a list.";
    const problems = [{ pointer: "/$schema", code: "wrong-type", message }];
    expect(readDocument(berth, { $schema: [], dock: 5 })).toEqual({ ok: false, problems });
  });

  test.each([null, [], "text", { dock: 5 }])("is otherwise read like any other value: %j", (value) => {
    expect(readDocument(berth, value)).toEqual(readWith(berth, value));
  });

  test("has that field in its JSON Schema, as its first", () => {
    const { properties = {}, required } = documentSchemaOf(berth);
    expect(Object.keys(properties)).toEqual(["$schema", "dock", "depth"]);
    expect(required).toEqual(["dock"]);
  });
});
