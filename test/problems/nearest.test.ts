import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { nearestName, suggest } from "../../src/problems/index.js";

const fields = ["audience", "integrations", "data", "semi-sensitive", "PCI DSS", "id"];

describe("nearest", () => {
  test.each([
    ["the word itself", "audience", "audience"],
    ["another case", "AUDIENCE", "audience"],
    ["another punctuation", "semi_sensitive", "semi-sensitive"],
    ["no punctuation", "semisensitive", "semi-sensitive"],
    ["case and punctuation", "pci-dss", "PCI DSS"],
    ["a letter too few", "audence", "audience"],
    ["a letter too many", "audiience", "audience"],
    ["a wrong letter", "audiance", "audience"],
    ["two neighbours swapped in a short word", "di", "id"],
    ["two neighbours swapped", "integratiosn", "integrations"],
    ["one letter in three", "aubiemce", "audience"],
  ])("finds a word behind %s", (_, word, meant) => {
    expect(nearestName(word, fields)).toBe(meant);
  });

  test.each([
    ["more than a third of the letters differ", "auxxxxce"],
    ["it has nothing in common with any", "calendar"],
    ["it is much longer than any", "integrationsandmanymore"],
    ["it is much shorter than any", "x"],
    ["it is empty", ""],
    ["it is punctuation alone", "--"],
    ["it is a page of text", `audience${" ".repeat(57)}`],
  ])("finds nothing when %s", (_, word) => {
    expect(nearestName(word, fields)).toBeUndefined();
  });

  test("still compares a word of 64 letters", () => {
    expect(nearestName(`audience${" ".repeat(56)}`, fields)).toBe("audience");
  });

  test("prefers the nearest, and of those equally near the first", () => {
    expect(nearestName("write", ["writes", "write", "writer"])).toBe("write");
    expect(nearestName("writez", ["writes", "writer"])).toBe("writes");
  });

  test("tells words of any script apart", () => {
    expect(nearestName("Склад", ["Офис", "Склады"])).toBe("Склады");
    expect(nearestName("倉庫", ["会計", "人事"])).toBeUndefined();
  });

  test("finds nothing where nothing is valid", () => {
    expect(nearestName("users", [])).toBeUndefined();
  });

  test("every candidate is nearest to itself", () => {
    const word = fc.string({ unit: fc.constantFrom("a", "b", "c"), minLength: 1, maxLength: 6 });
    fc.assert(
      fc.property(fc.uniqueArray(word, { minLength: 1 }), (words) => {
        for (const one of words) expect(nearestName(one, words)).toBe(one);
      }),
    );
  });
});

describe("suggest", () => {
  const many = Array.from({ length: 53 }, (_, index) => `name-${index}`);

  test.each([
    [
      "asks whether the nearest was meant",
      "audiance",
      fields,
      { hint: ' Did you mean "audience"?', suggestion: "audience" },
    ],
    ["lists what is valid when nothing is near", "calendar", ["id", "name"], { hint: " Valid here: id, name." }],
    ["says nothing where nothing is valid", "calendar", [], { hint: "" }],
    [
      "lists no more than fifty",
      "calendar",
      many,
      { hint: ` Valid here: ${many.slice(0, 50).join(", ")}, and 3 more.` },
    ],
  ])("%s", (_, word, candidates, expected) => {
    expect(suggest(word, candidates)).toEqual(expected);
  });
});
