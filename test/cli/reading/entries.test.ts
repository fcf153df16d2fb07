import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { mostBytes } from "../../../src/cli/reading/cut.js";
import { readEntries } from "../../../src/cli/reading/entries.js";
import { InputError } from "../../../src/cli/terminal.js";

async function* inPieces(bytes: Uint8Array, length: number) {
  for (let at = 0; at < bytes.length; at += length) yield bytes.subarray(at, at + length);
}

/** What is read of a file that comes in pieces. */
async function readAll(text: string | Uint8Array, length = 7) {
  const bytes = typeof text === "string" ? Buffer.from(text) : text;
  const { layout, entries } = await readEntries(inPieces(bytes, length), "f");
  const read: unknown[] = [];
  const problems: string[] = [];
  try {
    for await (const entry of entries) {
      if ("value" in entry) read.push(entry.value);
      else problems.push(`${entry.label}: ${entry.problem}`);
    }
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    problems.push(...error.sentences);
  }
  return { layout, read, problems };
}

const value = fc.oneof(fc.jsonValue(), fc.dictionary(fc.string({ unit: "grapheme" }), fc.jsonValue()));
const object = fc.dictionary(fc.string({ unit: "grapheme" }), fc.jsonValue());
/** -0 is not kept by JSON. */
const asJson = (values: unknown) => JSON.parse(JSON.stringify(values));

describe("whatever its values, however it is written, and in whatever pieces it comes", () => {
  const written = fc.tuple(
    fc.constantFrom(undefined, 1, "\t"),
    fc.constantFrom("", "\ufeff", "\n \r\n"),
    fc.integer({ min: 1, max: 90 }),
  );

  test("a list is read entry by entry", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(value), written, async (values, [indent, before, length]) => {
        const { layout, read, problems } = await readAll(before + JSON.stringify(values, null, indent), length);
        expect({ layout, read, problems }).toEqual({ layout: "array", read: asJson(values), problems: [] });
      }),
    );
  });

  test("one document is one", async () => {
    await fc.assert(
      fc.asyncProperty(object, written, async (only, [indent, before, length]) => {
        const { layout, read, problems } = await readAll(`${before}${JSON.stringify(only, null, indent)}\n\n`, length);
        expect({ layout, read, problems }).toEqual({ layout: "one", read: [asJson(only)], problems: [] });
      }),
    );
  });

  test("lines are read line by line", async () => {
    const values = fc.array(object, { minLength: 2 });
    await fc.assert(
      fc.asyncProperty(values, written, fc.constantFrom("\n", "\r\n", "\n\n"), async (all, [, before, length], end) => {
        const text = before + all.map((each) => JSON.stringify(each) + end).join("");
        const { layout, read, problems } = await readAll(text, length);
        expect({ layout, read, problems }).toEqual({ layout: "lines", read: asJson(all), problems: [] });
      }),
    );
  });

  test("a broken line takes no other with it", async () => {
    const at = fc.nat({ max: 4 });
    await fc.assert(
      fc.asyncProperty(fc.array(object, { minLength: 5, maxLength: 5 }), at, async (all, broken) => {
        const text = all.map((each, index) => (index === broken ? '{"id":' : JSON.stringify(each))).join("\n");
        const { layout, read, problems } = await readAll(text);
        expect(layout).toBe("lines");
        expect(read).toEqual(asJson(all.filter((_, index) => index !== broken)));
        expect(problems).toHaveLength(1);
        expect(problems[0]).toMatch(`f, line ${broken + 1}, column 7: This is not JSON`);
      }),
    );
  });

  test("any bytes at all are read without an error that is not told", async () => {
    const bytes = fc.oneof(
      fc.uint8Array(),
      fc
        .string({ unit: fc.constantFrom("[", "]", "{", "}", ",", '"', "\\", "\n", "1", ":", " ") })
        .map((text) => Buffer.from(text)),
    );
    await fc.assert(
      fc.asyncProperty(bytes, async (all) => {
        const told = await readAll(all).catch((error) => {
          expect(error).toBeInstanceOf(InputError);
          return undefined;
        });
        if (told === undefined) return;
        const text = Buffer.from(all).toString();
        // Whatever is not told to be wrong says all that there is.
        if (told.layout !== "lines" && told.problems.length === 0 && told.layout !== "none") {
          const whole = JSON.parse(text.replace(/^\ufeff/, ""));
          expect(told.layout === "array" ? told.read : told.read[0]).toEqual(whole);
        }
      }),
      { numRuns: 1000 },
    );
  });
});

test.each([
  ["", "none", []],
  [" \n\t\r\n", "none", []],
  ["[]", "array", []],
  [
    "[1, ]",
    "array",
    ["f, entry 2, line 1, column 5: This is not JSON: A value is missing before the end, or a comma is too many."],
  ],
  [
    "[1,,2]",
    "array",
    ["f, entry 2, line 1, column 4: This is not JSON: A value is missing before the end, or a comma is too many."],
  ],
  ['[1,\n {"a" 2}, 3]', "array", ["f, entry 2, line 2, column 7: This is not JSON: A colon is missing before 2."]],
  [
    '["é", {"ü": x}]',
    "array",
    ["f, entry 2, line 1, column 13: This is not JSON: x means nothing here. Names and texts stand in double quotes."],
  ],
  ["[1, 2", "array", ["f, line 1, column 6: The file ends before its list does: some of it is missing."]],
  ["[1, ", "array", ["f, line 1, column 5: The file ends before its list does: some of it is missing."]],
  ["[1] 2", "array", ["f, line 1, column 4: The list ended before this; what follows is read line by line."]],
  [
    '{"a": 1,\n "b": tru}',
    "one",
    ["f, line 2, column 7: This is not JSON: tru means nothing here. Names and texts stand in double quotes."],
  ],
  [
    '{"a": "x\ny"}',
    "one",
    ['f, line 1, column 7: This is not JSON: The text "x does not end on its line: its closing quotes are missing.'],
  ],
  ["// note\n{}", "lines", ["f, line 1, column 1: This is not JSON: JSON has no comments."]],
  ['{"a":\n1\n2}', "one", ["f, line 3, column 1: This is not JSON: A comma is missing before 2."]],
  ['{"a": 1.}', "one", ["f, line 1, column 7: This is not JSON: The number 1. breaks off."]],
  [
    '{"a": "\\x"}',
    "one",
    [
      'f, line 1, column 7: This is not JSON: In the text "\\x" a backslash stands before what it cannot stand before; a backslash itself is written twice.',
    ],
  ],
  [
    '{"a": "\t"}',
    "one",
    [
      'f, line 1, column 7: This is not JSON: The text "\t" holds a control character, such as a tab; write it with a backslash.',
    ],
  ],
  ["{}\n{", "lines", ["f, line 2, column 2: This is not JSON: A closing } is missing before the end."]],
])("%j is %s, and what is wrong is said with its place", async (text, layout, problems) => {
  expect(await readAll(text)).toMatchObject({ layout, problems });
});

test("a document with a value on a line of its own is not taken for lines", async () => {
  expect(await readAll('{"profile":\n{"id":"a"}\n}')).toEqual({
    layout: "one",
    read: [{ profile: { id: "a" } }],
    problems: [],
  });
});

test.each([
  [
    "in Latin-1",
    Buffer.from('{"id": "é"}', "latin1"),
    "f, line 1, column 9: This is not written in UTF-8. Save the file as UTF-8.",
  ],
  [
    "in Latin-1, in a list",
    Buffer.from('[1,\n"é"]', "latin1"),
    "f, entry 2, line 2, column 2: This is not written in UTF-8. Save the file as UTF-8.",
  ],
  [
    "with half a character at its end",
    Buffer.from("[é").subarray(0, 2),
    "f, entry 1, line 1, column 2: This is not written in UTF-8. Save the file as UTF-8.",
  ],
])("what is written %s is refused with its place", async (_, bytes, problem) => {
  expect((await readAll(bytes)).problems).toContain(problem);
});

test.each([
  ["with a mark", Buffer.from('\ufeff{"id": "a"}', "utf16le")],
  ["with a mark, the other way round", Buffer.from('\ufeff{"id": "a"}', "utf16le").swap16()],
  ["without a mark", Buffer.from('{"id": "a"}', "utf16le")],
])("UTF-16 is refused as that: %s", async (_, bytes) => {
  await expect(readAll(bytes)).rejects.toThrow(
    "f is not written in UTF-8, but, as it seems, in UTF-16. Save it as UTF-8.",
  );
});

test("a text that is as long as no app is refused without being kept, and the next is read", async () => {
  const pieces = async function* () {
    yield Buffer.from('["');
    const piece = Buffer.alloc(1 << 20, "a");
    for (let length = 0; length <= mostBytes; length += piece.length) yield piece;
    yield Buffer.from('", 2]');
  };
  const { entries } = await readEntries(pieces(), "f");
  const told: unknown[] = [];
  for await (const entry of entries) told.push("value" in entry ? entry.value : `${entry.label}: ${entry.problem}`);
  expect(told).toEqual([
    "f, entry 1, line 1, column 2: This is longer than 64 MB, and no app or policy is that long.",
    2,
  ]);
});

test("what is nested too deep to be looked through is still said not to be JSON", async () => {
  const { problems } = await readAll(`{"a": ${"[".repeat(200_000)}`, 1 << 16);
  expect(problems).toHaveLength(1);
  expect(problems[0]).toContain("This is not JSON");
});
