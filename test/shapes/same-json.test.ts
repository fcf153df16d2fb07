import fc from "fast-check";
import { expect, test } from "vitest";
import { isSameJson } from "../../src/shapes/index.js";

test.each<[string, unknown, unknown, boolean]>([
  ["fields in another order", { a: 1, b: [2] }, { b: [2], a: 1 }, true],
  ["a field that says nothing", { a: 1, b: undefined }, { a: 1 }, true],
  ["entries in another order", [1, 2], [2, 1], false],
  ["one entry more", [1], [1, 1], false],
  ["a list and an object with the same keys", ["x"], { 0: "x" }, false],
  ["an empty list and an empty object", [], {}, false],
  ["nothing and null", undefined, null, false],
  ["null and an object", null, {}, false],
  ["a number and its text", 1, "1", false],
])("%s", (_, one, other, isSame) => {
  expect(isSameJson(one, other)).toBe(isSame);
  expect(isSameJson(other, one)).toBe(isSame);
});

/** A value in which the fields of each object stand the other way round. */
function turned(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(turned);
  if (typeof value !== "object" || value === null) return value;
  const fields = Object.entries(value).reverse();
  return Object.fromEntries(fields.map(([name, own]) => [name, turned(own)]));
}

test("any JSON is the same as itself, however its fields are ordered, and no other is that prints otherwise", () => {
  fc.assert(
    fc.property(fc.jsonValue(), fc.jsonValue(), (one, other) => {
      expect(isSameJson(one, turned(one))).toBe(true);
      if (typeof one !== "object" && typeof other !== "object") expect(isSameJson(one, other)).toBe(one === other);
    }),
  );
});
