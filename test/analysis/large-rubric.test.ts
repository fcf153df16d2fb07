import { type AppProfile, classify, type Policy, parsePolicy } from "plimsoll";
import { createAnalysis, nextQuestions, tierRange } from "plimsoll/analysis";
import { beforeAll, describe, expect, test } from "vitest";
import { largeApp, largePolicy } from "../../bench/large-rubric.mjs";

const levels = ["none", "some", "much"];

describe("a rubric of 149 answers", () => {
  let policy: Policy;
  beforeAll(() => {
    policy = parsePolicy(largePolicy);
  });

  /** The tiers that an app is in, whatever its one open answer is, the lowest first. */
  function everyTier(app: AppProfile, open: number): readonly string[] {
    const tiers = levels.map((level) => {
      const extensions = { ...app.extensions, [`answer${open}`]: level };
      return classify({ ...app, extensions }, policy).tier;
    });
    return policy.tiers.map(({ id }) => id).filter((id) => tiers.includes(id));
  }

  test.each([0, 3, 9, 10, 77, 148])("answers exactly where answer %i is open", (open) => {
    // A budget that all apps together would go beyond.
    const analysis = createAnalysis(policy, { budget: 3000 });
    for (const seed of [0, 1, 2]) {
      const app: AppProfile = largeApp([open], seed);
      const tiers = everyTier(app, open);
      expect(tierRange(app, analysis)).toMatchObject({ verdict: "exact", tiers });
      const next = nextQuestions(app, analysis);
      if (tiers.length === 1) expect(next).toEqual({ verdict: "settled", tier: tiers[0] });
      else expect(next).toMatchObject({ verdict: "open", questions: [{ fact: `answer${open}` }], proven: true });
    }
  });

  test("is one that all apps together go beyond a small budget of", () => {
    const analysis = createAnalysis(policy, { budget: 3000 });
    expect(tierRange({ id: "app", name: "App" }, analysis).verdict).toBe("too-large");
  });

  test("is no more than the budget of nodes as a whole", () => {
    const range = tierRange({ id: "app", name: "App" }, policy);
    expect(range).toMatchObject({ verdict: "exact", lowest: "free", highest: "refused" });
  });

  test("leaves the tier and the ceiling of a classification where some app is", () => {
    for (const open of [3, 9, 148]) {
      const app: AppProfile = largeApp([open]);
      const { tier, ceiling } = classify(app, policy);
      expect(tierRange(app, policy)).toMatchObject({ lowest: tier, highest: ceiling });
    }
  });
});
