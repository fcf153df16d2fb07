import { readdirSync, readFileSync } from "node:fs";
import fc from "fast-check";
import { type AppProfile, createClassifier, type Policy, parsePolicy, standardPolicy } from "plimsoll";
import { type Analysis, createAnalysis, tierRange } from "plimsoll/analysis";
import { expect, test } from "vitest";
import { witnessIn } from "../../src/analysis/search.js";
import { answerOf } from "../../src/analysis/study.js";
import { viewOf } from "../../src/analysis/view.js";
import { cheapest } from "../../src/diagrams/index.js";
import { deriveFact } from "../../src/facts/index.js";
import { profileArbitrary } from "../arbitraries/profile.js";
import { draws } from "../prove/draws.js";
import { couldBe } from "./brute-force.js";
import { completedBy, wholes } from "./completions.js";

const policiesIn = (path: string): readonly (readonly [name: string, policy: Policy])[] => {
  const folder = new URL(path, import.meta.url);
  return readdirSync(folder)
    .filter((file) => /^[a-z-]+\.json$/.test(file))
    .map((file) => [file, parsePolicy(JSON.parse(readFileSync(new URL(file, folder), "utf8")))]);
};
const policies = [
  ["the standard policy", standardPolicy] as const,
  ...policiesIn("../../examples/policies/"),
  ...policiesIn("../../examples/rubrics/"),
];

/** An app that has what a profile tells, and is in a tier for certain: it is made of its facts, and classified. */
function appIn(analysis: Analysis, profile: AppProfile, tier: string): AppProfile {
  const made = answerOf(analysis, ({ ofApps: study }) => {
    const view = viewOf(study, profile);
    const rank = study.policy.tiers.findIndex(({ id }) => id === tier);
    const { variables } = view.model.space;
    const costs = variables.map(({ partition }, index) =>
      partition.cells.map((_, cell) => (view.told[index]?.includes(cell) ? 0 : Number.POSITIVE_INFINITY)),
    );
    const cells = cheapest(view.model.diagrams, view.tier, (value) => value === rank, costs);
    const { profile: app } = witnessIn(study, view, cells ?? expect.fail(tier), view.model.home().values);
    for (const [index, { name, fact, partition }] of variables.entries()) {
      const reading = deriveFact(name, fact, app, undefined);
      if (reading.kind !== "exact") continue;
      const told = deriveFact(name, fact, study.read(profile), undefined);
      // No line tells a number that need not be whole from others near it.
      const isLoose = fact.domain.kind === "number" && !fact.domain.whole;
      const isTold = isLoose
        ? view.told[index]?.includes(partition.cellOf(reading.value))
        : couldBe(fact, reading.value, told);
      expect(isTold, name).toBe(true);
    }
    return app;
  });
  if ("verdict" in made) throw new Error(made.message);
  return made;
}

/**
 * What these profiles leave open can be completed in far more ways than can be listed. That nothing is left out is held against
 * completions that are drawn; that nothing is told that cannot be, against one for each tier: a drawn one, or one that is made.
 */
test.each(policies)("the range of a partial profile is the tiers of its completions, by %s", (_, policy) => {
  const analysis = createAnalysis(policy);
  const classify = createClassifier(policy);
  fc.assert(
    fc.property(profileArbitrary, fc.array(wholes, { minLength: 6, maxLength: 6 }), (profile, drawn) => {
      const range = tierRange(profile, analysis);
      if (range.verdict !== "exact") throw new Error(range.message);
      const completed = drawn.flatMap((whole) => completedBy(profile, whole, policy) ?? []);
      const settled = completed.map((app) => classify(app)).filter((each) => each.settled);
      const found = new Set(settled.map(({ tier }) => tier));
      for (const tier of found) expect(range.tiers).toContain(tier);
      for (const tier of range.tiers) {
        if (!found.has(tier)) expect(classify(appIn(analysis, profile, tier)).tier).toBe(tier);
      }
    }),
    draws(28),
  );
});
