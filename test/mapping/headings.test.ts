import fc from "fast-check";
import { expect, test } from "vitest";
import { headingKey, isLike } from "../../src/mapping/index.js";

test.each([
  ["App name", "appname"],
  ["\uFEFFAPP_NAME ", "appname"],
  ["# users", "#users"],
  ["Geändert\nam", "geändertam"],
])("%j is compared as %j", (heading, key) => {
  expect(headingKey(heading)).toBe(key);
});

test.each<readonly [string, string, boolean]>([
  ["Default-e1dd", "Default-*", true],
  ["Default-", "default-*", true],
  ["e1dd", "Default-*", false],
  ["/x/Default-e1", "*/Default-*", true],
  ["abc", "a*c", true],
  ["ac", "a*c", true],
  ["a", "a*a", false],
  ["aa", "a*a", true],
  ["a-b-c", "a*b*c", true],
  ["a-c-b", "a*b*c", false],
  ["abab", "*ab*ab*", true],
  ["aba", "*ab*ab*", false],
  ["", "*", true],
  ["", "", true],
  ["a", "", false],
  ["A.B", "a.b", true],
  ["axb", "a.b", false],
])("%j is like %j: %s", (text, pattern, is) => {
  expect(isLike(text, pattern)).toBe(is);
});

test("a pattern means what its regular expression means", () => {
  const few = fc.string({ unit: fc.constantFrom("a", "b", "*"), maxLength: 6 });
  const text = fc.string({ unit: fc.constantFrom("a", "b"), maxLength: 8 });
  fc.assert(
    fc.property(text, few, (seen, pattern) => {
      expect(isLike(seen, pattern)).toBe(new RegExp(`^${pattern.replaceAll("*", ".*")}$`).test(seen));
    }),
  );
});
