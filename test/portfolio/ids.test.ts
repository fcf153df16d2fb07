import fc from "fast-check";
import { expect, test } from "vitest";
import { rememberIds } from "../../src/portfolio/ids.js";

test("an id that comes again is noticed, with where it stood first", () => {
  fc.assert(
    fc.property(fc.array(fc.oneof(fc.string(), fc.constantFrom("rota", "leave", "")), { maxLength: 60 }), (ids) => {
      const remember = rememberIds();
      ids.forEach((id, index) => {
        const first = ids.indexOf(id);
        expect(remember(id, index + 1)).toEqual(first === index ? { kind: "new" } : { kind: "seen", at: first + 1 });
      });
    }),
  );
});

test("ids that are much alike are told apart, however many there are", () => {
  const remember = rememberIds();
  const idsOf = (index: number) => [
    `app-${index}`,
    `${index}`,
    `app-${index}-a`,
    String.fromCharCode(index & 0x7fff, index >> 15),
  ];
  const seen: string[] = [];
  for (let index = 0; index < 50_000; index++) {
    for (const id of idsOf(index)) if (remember(id, index + 1).kind !== "new") seen.push(id);
  }
  // The characters 0 to 9 are both numbers and texts of one character: none of these texts is written in two ways.
  expect(seen).toEqual([]);
});

test("ids beyond the most are forgotten, and still held against those that are remembered", () => {
  const remember = rememberIds(2);
  expect(["a", "b", "c", "c", "a"].map((id, index) => remember(id, index + 1).kind)).toEqual([
    "new",
    "new",
    "forgotten",
    "forgotten",
    "seen",
  ]);
});

test("a position that no slot has room for is never remembered", () => {
  const remember = rememberIds();
  expect([remember("a", 2 ** 32), remember("b", 2 ** 32 - 1), remember("b", 7)]).toEqual([
    { kind: "forgotten" },
    { kind: "new" },
    { kind: "seen", at: 2 ** 32 - 1 },
  ]);
});
