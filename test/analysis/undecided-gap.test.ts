import fc from "fast-check";
import { createClassifier, deriveFacts, type FactValue, safeParseProfile, standardPolicy } from "plimsoll";
import { tierRange, undecidedGap } from "plimsoll/analysis";
import { expect, test } from "vitest";
import { draws } from "../prove/draws.js";
import { type App, isSame, type Space, spaceOf } from "./brute-force.js";
import type { Values } from "./plain-meaning.js";
import { analysisOf, worlds } from "./small-policies.js";
import { seenBy } from "./three-valued.js";

type RankedApp = Pick<App, "values" | "rank">;

/** Some facts are told, and all apps that this leaves are in one tier. */
interface Settled {
  readonly known: Values;
  readonly open: readonly string[];
  readonly rank: number;
}

/** Every way to tell some facts that settles the tier. */
function settledCases({ columns, everything, rankOf }: Space): readonly Settled[] {
  const tell = (index: number, known: Values, left: readonly RankedApp[]): readonly Settled[] => {
    const column = columns[index];
    const [first] = left;
    if (first === undefined) return [];
    if (column === undefined) {
      if (left.some(({ rank }) => rank !== first.rank)) return [];
      const open = columns.map(({ name }) => name).filter((name) => !(name in known));
      return [{ known, open, rank: first.rank }];
    }
    const { name, cells } = column;
    const having = (value: FactValue) =>
      tell(
        index + 1,
        { ...known, [name]: value },
        left.filter((app) => isSame(app.values[name] ?? false, value)),
      );
    return [...tell(index + 1, known, left), ...cells.flat().flatMap(having)];
  };
  return tell(
    0,
    {},
    everything.map((values) => ({ values, rank: rankOf(values) })),
  );
}

test("there is a gap exactly when some settled case looks open, and the smallest one is told", () => {
  fc.assert(
    fc.property(worlds(4), (world) => {
      const { facts, policy } = world;
      const gaps = settledCases(spaceOf(world)).filter(({ known }) => {
        const [certain, possible] = seenBy(known, world);
        return certain < possible;
      });
      const told = undecidedGap(analysisOf(world));
      expect(told.verdict).toBe(gaps.length > 0 ? "gap" : "none");
      if (told.verdict !== "gap") return;
      const { open, profile } = told;
      expect(open).toHaveLength(Math.min(...gaps.map((gap) => gap.open.length)));
      expect(gaps.some((gap) => [...gap.open].sort().join() === [...open].sort().join())).toBe(true);

      if (profile === null) throw new Error("Each fact has an extension of its own, so a profile can tell it.");
      expect(safeParseProfile(profile).ok).toBe(true);
      const readings = deriveFacts(profile, facts);
      for (const { name } of spaceOf(world).columns) {
        expect(readings[name]?.kind).toBe(open.includes(name) ? "unknown" : "exact");
      }
      const seen = createClassifier(policy, { facts })(profile);
      expect({ settled: seen.settled, ceiling: seen.ceiling }).toEqual({ settled: false, ceiling: told.ceiling });
      const range = tierRange(profile, analysisOf(world));
      expect(range).toMatchObject({ verdict: "exact", tiers: [told.tier] });
    }),
    draws(120),
  );
});

test("what data an app holds can be open, and the tier settled by how sensitive it is", () => {
  expect(undecidedGap(standardPolicy)).toMatchObject({ verdict: "gap", open: ["sensitiveData"] });
});
