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

test("what a schema takes has the shape, and what has not the shape no schema takes", () => {
  const verdicts = new Set<string>();
  fc.assert(
    fc.property(fc.oneof(profileArbitrary, spoilt(profileArbitrary)), (value) => {
      const read = z.safeParse(profileSchema, value);
      const problem = misfit(profileShape, value);
      verdicts.add(`${read.success}, ${problem === undefined}`);
      if (read.success) expect(problem).toBeUndefined();
      else if (problem === undefined) {
        expect(read.error.issues.filter(({ code }) => !lookedAtWhenRead.has(code))).toEqual([]);
      }
    }),
    { numRuns: 2000 },
  );
  expect(verdicts).toContain("true, true");
  expect(verdicts).toContain("false, false");
});

test.each<readonly [what: string, shape: Shape, value: unknown, pointer: string, message: string]>([
  ["a missing text", { needs: { id: "text" }, may: {} }, {}, "/id", "Expected a text, but saw undefined."],
  ["an empty text", "text", "", "", 'Expected a text, but saw "".'],
  ["a long text", "flag", "x".repeat(41), "", "Expected true or false, but saw a longer text."],
  ["null for a flag", { needs: {}, may: { on: "flag" } }, { on: null }, "/on", "Expected true or false, but saw null."],
  ["a list for an object", { needs: {}, may: {} }, [], "", "Expected an object, but saw a list."],
  ["an object for a list", { list: "text" }, {}, "", "Expected a list, but saw an object."],
  ["a function", "count", () => 1, "", "Expected a whole number from 0 on, but saw a function."],
  ["an infinite number", "positive", Number.POSITIVE_INFINITY, "", "Expected a number above 0, but saw Infinity."],
  ["an entry of a list", { list: "count" }, [1, -1], "/1", "Expected a whole number from 0 on, but saw -1."],
  ["a value like no other", ["read", "write"], "", "", 'Expected one of read, write, but saw "".'],
  ["what may be null and is not", { nullable: "text" }, 1, "", "Expected a text, but saw 1."],
  ["a list for fields of any name", { record: "json" }, "x", "", 'Expected an object, but saw "x".'],
])("%s is told with its place", (_, shape, value, pointer, message) => {
  expect(misfit(shape, value)).toEqual({ pointer, code: "wrong-type", message });
});

test("of several kinds, the mistake is told of the kind that is meant", () => {
  const shape: Shape = {
    choice: [
      { needs: { kind: ["start"] }, may: {} },
      { needs: { kind: ["grow"], users: "count" }, may: {} },
      { needs: { kind: ["access"], data: { needs: {}, may: { name: "text" } } }, may: {} },
    ],
  };
  expect(misfit(shape, { kind: "start" })).toBeUndefined();
  expect(misfit(shape, { kind: "grow", users: 3 })).toBeUndefined();
  expect(misfit(shape, { kind: "grow", users: "3" })?.pointer).toBe("/users");
  expect(misfit(shape, { kind: "access", data: { name: null } })?.pointer).toBe("/data/name");
  expect(misfit(shape, { kind: "shrink" })?.pointer).toBe("/kind");
});
