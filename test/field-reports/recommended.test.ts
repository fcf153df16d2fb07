import { classify, standardPolicy } from "plimsoll";
import { packs, recommendedPolicy } from "plimsoll/packs";
import { stories } from "plimsoll/stories";
import { expect, test } from "vitest";
import { holdingIn, judgedBy } from "./judged.js";
import { type FieldReport, isControl, isOpen, reports } from "./reports.js";

const classified = (report: FieldReport) => judgedBy(report, recommendedPolicy);

test.each(reports.filter((report) => !isOpen(report)))("$id is where the expert puts it", (report) => {
  expect(classified(report).tier).toBe(report.expected.tier);
});

test.each(reports.filter(({ expected: { because } }) => because.length > 0))(
  "$id is there for the expert's reason",
  (report) => {
    expect(holdingIn(classified(report))).toEqual(expect.arrayContaining([...report.expected.because]));
  },
);

test.each(reports.filter(isOpen))("$id is open, and what the expert would ask is asked", (report) => {
  const { settled, questions } = classified(report);
  expect(settled).toBe(false);
  expect(questions.map(({ fact }) => fact)).toEqual(expect.arrayContaining([...(report.expected.asks ?? [])]));
});

test.each(reports.filter(isControl))("$id has nothing that anybody would have to look at", (report) => {
  expect(holdingIn(classified(report))).toEqual([]);
});

const rules = packs.flatMap(({ pack, add: { signs = [] } }) => signs.map((sign) => ({ pack, ...sign })));
const ofRecommended = rules.filter(({ id }) => recommendedPolicy.signs?.some((sign) => sign.id === id));

test.each(ofRecommended)("$id of the pack $pack is needed by two reports or sources, and spares a control", (rule) => {
  const needing = reports.filter((report) => holdingIn(classified(report)).includes(rule.id));
  expect(needing.length + (rule.references?.length ?? 0)).toBeGreaterThanOrEqual(2);
  const spared = reports.filter(isControl).filter((control) => !holdingIn(classified(control)).includes(rule.id));
  expect(spared.length).toBeGreaterThan(0);
});

test.each(stories)("$id is seen no later, and told no lower, than by the standard policy", ({ moments }) => {
  const ranks = recommendedPolicy.tiers.map(({ id }) => id);
  for (const { profile } of moments) {
    const [standard, recommended] = [classify(profile, standardPolicy), classify(profile, recommendedPolicy)];
    expect(ranks.indexOf(recommended.tier)).toBeGreaterThanOrEqual(ranks.indexOf(standard.tier));
    expect(holdingIn(recommended)).toEqual(expect.arrayContaining(holdingIn(standard)));
  }
});
