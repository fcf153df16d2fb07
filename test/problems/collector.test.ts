import fc from "fast-check";
import { expect, test } from "vitest";
import { collectProblems, inShort, mostProblems, nearestName } from "../../src/problems/index.js";

const problemAt = (index: number) => ({ pointer: `/${index}`, code: "missing", message: "Needed." }) as const;

test("a collector takes as many problems as a person reads, in order, and says when it is full", () => {
  const collect = collectProblems();
  for (let index = 0; index < mostProblems + 20; index++) {
    expect(collect.isFull()).toBe(index >= mostProblems);
    collect(problemAt(index));
  }
  expect(collect.found()).toEqual(Array.from({ length: mostProblems }, (_, index) => problemAt(index)));
});

test("a text is shown as it is, unless it is long", () => {
  expect(inShort("a".repeat(100))).toBe("a".repeat(100));
  fc.assert(
    fc.property(fc.string({ unit: "grapheme", minLength: 101, maxLength: 300 }), (text) => {
      const shown = inShort(text);
      expect(shown.length).toBeLessThanOrEqual(100);
      expect(shown.endsWith("…")).toBe(true);
      expect(text.startsWith(shown.slice(0, -1))).toBe(true);
      expect(shown).not.toMatch(/[\uD800-\uDFFF]/u);
    }),
  );
});

/** Edits between two words, by the definition. */
function edits(left: string, right: string): number {
  if (left === "" || right === "") return left.length + right.length;
  const same = left.at(-1) === right.at(-1);
  const ways = [
    edits(left.slice(0, -1), right) + 1,
    edits(left, right.slice(0, -1)) + 1,
    edits(left.slice(0, -1), right.slice(0, -1)) + (same ? 0 : 1),
  ];
  const isSwapped = left.length > 1 && left.at(-1) === right.at(-2) && left.at(-2) === right.at(-1);
  return Math.min(...ways, isSwapped ? edits(left.slice(0, -2), right.slice(0, -2)) + 1 : Number.POSITIVE_INFINITY);
}

test("the nearest name is the one with the fewest edits, if these are few enough", () => {
  const word = fc.string({ unit: fc.constantFrom("a", "b", "c"), minLength: 1, maxLength: 6 });
  fc.assert(
    fc.property(word, fc.array(word, { maxLength: 5 }), (meant, words) => {
      const most = Math.max(1, Math.floor(meant.length / 3));
      const near = words.filter((each) => edits(meant, each) <= most);
      const fewest = Math.min(...near.map((each) => edits(meant, each)));
      expect(nearestName(meant, words)).toBe(near.find((each) => edits(meant, each) === fewest));
    }),
  );
});
