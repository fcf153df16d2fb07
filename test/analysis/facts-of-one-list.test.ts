import fc from "fast-check";
import type { Catalogue, FactCondition } from "plimsoll";
import { describe, test } from "vitest";
import { catalogues, longerApps } from "../facts/small-lists.js";
import { draws } from "../prove/draws.js";
import { isExact } from "./every-way.js";

/** The lines that the facts of a small catalogue are told apart by here. */
const linesOn = (facts: Catalogue): readonly FactCondition[] =>
  Object.entries(facts).flatMap(([fact, { domain }]): readonly FactCondition[] => {
    if (domain.kind === "number") return [1, 2].map((atLeast) => ({ fact, atLeast }));
    if (domain.kind === "ordinal") return domain.levels.slice(1).map((atLeast) => ({ fact, atLeast }));
    if (domain.kind === "set") return domain.members.map((member) => ({ fact, includesAny: [member] }));
    return [{ fact, is: true }];
  });

describe("facts that are read from one list", () => {
  test("can be together what the entries of some list make of them, and nothing else", () => {
    fc.assert(
      fc.property(catalogues, (facts) => {
        const lines = linesOn(facts);
        fc.pre(lines.length <= 7);
        // Two of each fact that counts, and one of each other, are the most that any way asks for.
        isExact(facts, lines, longerApps(facts, Object.keys(facts).length * 2));
      }),
      draws(20),
    );
  });
});
