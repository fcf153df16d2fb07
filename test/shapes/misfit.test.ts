import fc from "fast-check";
import { profileSchema } from "plimsoll/schema";
import { expect, test } from "vitest";
import * as z from "zod/mini";
import { profileShape } from "../../src/profile/index.js";
import { misfit, type Shape } from "../../src/shapes/index.js";
import { profileArbitrary } from "../arbitraries/profile.js";
import { spoilt } from "../schemas/spoilt.js";

/** What only reading looks at: fields that nothing asks for, how long a text is, whether the calendar has a day. */
const lookedAtWhenRead = new Set(["unrecognized_keys", "too_big", "invalid_format"]);

/** What is wrong; of what may be of several kinds, what is wrong with the kind that has the least wrong with it. */
const leavesOf = (issues: readonly z.core.$ZodIssue[]): readonly string[] =>
  issues.flatMap((issue) => {
    if (issue.code !== "invalid_union") return [issue.code];
    const kinds = issue.errors.map(leavesOf).filter((codes) => !codes.includes("invalid_type"));
    return kinds.sort((one, other) => one.length - other.length)[0] ?? ["invalid_type"];
  });

test("what a schema takes has the shape, and what has not the shape no schema takes", () => {
  const verdicts = new Set<string>();
  fc.assert(
    fc.property(fc.oneof(profileArbitrary, spoilt(profileArbitrary)), (value) => {
      const read = z.safeParse(profileSchema, value);
      const problem = misfit(profileShape, value);
      verdicts.add(`${read.success}, ${problem === undefined}`);
      if (read.success) expect(problem).toBeUndefined();
      else if (problem === undefined) {
        expect(leavesOf(read.error.issues).filter((code) => !lookedAtWhenRead.has(code))).toEqual([]);
      }
    }),
    { numRuns: 2000 },
  );
  expect(verdicts).toContain("true, true");
  expect(verdicts).toContain("false, false");
});

test.each<readonly [what: string, shape: Shape, value: unknown, pointer: string, message: string]>([
  ["a missing text", { needs: ["id"], object: { id: "text" } }, {}, "/id", "Expected a text, but saw undefined."],
  ["an empty text", "text", "", "", 'Expected a text, but saw "".'],
  ["a long text", "flag", "x".repeat(41), "", `Expected true or false, but saw "${"x".repeat(40)}".`],
  ["a function", "text", () => "never shown", "", "Expected a text, but saw a function."],
  ["null for a flag", { object: { on: "flag" } }, { on: null }, "/on", "Expected true or false, but saw null."],
  ["a list for an object", { object: {} }, [], "", "Expected an object, but saw a list."],
  ["an object for a list", { list: "text" }, {}, "", "Expected a list, but saw an object."],
  ["a fraction", "count", 0.5, "", "Expected a whole number, but saw 0.5."],
  ["an infinite number", "positive", Number.POSITIVE_INFINITY, "", "Expected a number above 0, but saw Infinity."],
  ["an entry of a list", { list: "count" }, [1, -1], "/1", "Expected a whole number, but saw -1."],
  ["a value like no other", ["read", "write"], "", "", 'Expected one of read, write, but saw "".'],
  ["what may be null and is not", { nullable: "text" }, 1, "", "Expected a text, but saw 1."],
  ["a list for fields of any name", { record: "json" }, "x", "", 'Expected an object, but saw "x".'],
])("%s is told with its place", (_, shape, value, pointer, message) => {
  expect(misfit(shape, value)).toEqual({ pointer, code: "wrong-type", message });
});
