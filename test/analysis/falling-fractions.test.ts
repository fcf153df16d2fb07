import fc from "fast-check";
import { type AppProfile, createClassifier, type FactCondition, type Policy } from "plimsoll";
import { createAnalysis, diffPolicies, pathsTo } from "plimsoll/analysis";
import { expect, test } from "vitest";
import { draws } from "../prove/draws.js";
import { ownFact } from "./own-facts.js";
import { ladder } from "./tiny-world.js";

/** A share of something: the less of it, the riskier. */
const facts = {
  tested: ownFact(
    "tested",
    { kind: "number", min: 0, max: 1, whole: false, unit: "of its steps" },
    { question: "How much of it is tested?", risk: "falling" },
  ),
};
const appWith = (told: object): AppProfile => ({ id: "app", name: "App", extensions: told }) as AppProfile; // numbers are JSON

const [lowest] = ladder.tiers;
const policyOf = (when: FactCondition): Policy => ({
  ...ladder,
  criteria: [{ id: "untested", title: "Untested", tier: "board", why: "Nobody knows what it does.", when }],
});

/** Shares with few digits, with as many as there can be, and those beside them. */
const shares = fc.oneof(
  fc.integer({ min: 1, max: 9 }).map((tenths) => tenths / 10),
  fc.integer({ min: 1, max: 9_999 }).map((parts) => parts / 10_000),
  fc.double({ min: 0.001, max: 0.999, noNaN: true }),
  fc.constantFrom(0.1 + 0.2, 1 - Number.EPSILON, 0.5 + Number.EPSILON, Number.EPSILON),
);
const falling = fc
  .tuple(shares, fc.constantFrom("atMost", "below"))
  .map(([share, operator]): { readonly share: number; readonly when: FactCondition } => ({
    share,
    when: operator === "atMost" ? { fact: "tested", atMost: share } : { fact: "tested", below: share },
  }));

test("the number that a way back names, of a fraction of which less is riskier, lies beyond the line: also once it is read", () => {
  fc.assert(
    fc.property(falling, fc.double({ min: 0, max: 1, noNaN: true }), ({ share, when }, part) => {
      const policy = policyOf(when);
      const { tierOf } = createClassifier(policy, { facts });
      const app = appWith({ tested: share * part });
      fc.pre(tierOf(app).tier === "board");
      const told = pathsTo(app, lowest.id, createAnalysis(policy, { facts, synthesize: appWith }));
      if (told.verdict !== "found") throw new Error("There is room above the line.");
      const [change] = told.paths[0]?.changes ?? [];
      expect(tierOf(appWith({ tested: change?.to })).tier).toBe(lowest.id);
      // What people read is what they will enter.
      const [, read] = /is "([\d.e-]+) /.exec(change?.words ?? "") ?? [];
      expect(Number(read), change?.words).toBe(change?.to);
    }),
    draws(300),
  );
});

test("the number that a policy names is told with all its digits", () => {
  const when = { fact: "tested", below: 0.0001 } as const;
  const stricter = policyOf({ fact: "tested", below: 0.0004 });
  const diff = diffPolicies(createAnalysis(policyOf(when), { facts, synthesize: appWith }), stricter);
  const regions = diff.verdict === "different" ? diff.changes.flatMap((change) => change.regions) : [];
  expect(regions.map(({ words }) => words)).toEqual(["How much of it is tested? Less than 0.0004 of its steps"]);
});
