import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { isVersion, isVersionFrom } from "../../src/policy/index.js";

test.each(["2", "2.1", "0.0.0", "2.10.0", "1.0.0.20260331", "999999999999999", "1.2.3.4.5.6.7.8"])(
  "%s is a version",
  (text) => {
    expect(isVersion(text)).toBe(true);
  },
);

test.each([
  ["nothing", ""],
  ["a dot at the end", "2."],
  ["a dot at the beginning", ".2"],
  ["two dots in a row", "2..1"],
  ["a letter", "v2.1"],
  ["a word after it", "2.1-beta"],
  ["a space", "2.1 "],
  ["a line break", "2.1\n"],
  ["a sign", "-2"],
  ["digits of another script", "٢"],
  ["a number that is not exact any more", "9999999999999999"],
  ["more parts than releases have", "1.2.3.4.5.6.7.8.9"],
  ["a page of zeros", `1${".0".repeat(50_000)}!`],
])("%s makes it none", (_, text) => {
  expect(isVersion(text)).toBe(false);
});

describe("a version is another one or a later one", () => {
  test.each<[string | undefined, string | undefined, boolean]>([
    ["2", "2.0", true],
    ["2.0", "2", true],
    ["2.0.0", "2", true],
    ["2.10", "2.9", true],
    ["2.9", "2.10", false],
    ["10", "9.9", true],
    ["02.1", "2.1", true],
    ["2.1.5", "2.1", true],
    ["2", "2.0.1", false],
    ["1000000000", "999999999", true],
    [undefined, undefined, true],
    ["whatever", undefined, true],
    [undefined, "1", false],
    ["2.", "1", false],
    ["2", "1.", false],
  ])("%s from %s: %s", (version, from, isFrom) => {
    expect(isVersionFrom(version, from)).toBe(isFrom);
  });

  const parts = fc.array(fc.nat({ max: 20 }), { minLength: 1, maxLength: 8 });

  test("as its numbers, one by one, say", () => {
    fc.assert(
      fc.property(parts, parts, (one, other) => {
        // Each is below a hundred, so that together they are one number.
        const worth = (numbers: readonly number[]) =>
          Array.from({ length: 8 }, (_, index) => BigInt(numbers[index] ?? 0)).reduce(
            (sum, each) => sum * 100n + each,
            0n,
          );
        expect(isVersionFrom(one.join("."), other.join("."))).toBe(worth(one) >= worth(other));
      }),
    );
  });
});
