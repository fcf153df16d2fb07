import { type Classification, classify, type Policy } from "plimsoll";
import { classificationInWords } from "plimsoll/render";
import { expect, test } from "vitest";
import { nextStep } from "../../../src/cli/writing/next-step.js";

const tiers = ["low", "high"].map((id) => ({ id, title: id, advice: `What ${id} apps do.` }));
const rule = { tier: "high", title: "Rule", why: "Because." };

/** What comes next for an app of 140 people by some criteria; each draws a line on how many there are. */
function nextOf(...criteria: readonly { readonly atLeast: number; readonly advice?: string }[]) {
  const policy: Policy = {
    id: "own",
    version: "1.0.0",
    title: "Own",
    tiers,
    criteria: criteria.map(({ atLeast, ...more }, index) => ({
      ...rule,
      ...more,
      id: `rule-${index}`,
      when: { fact: "users", atLeast },
    })),
  };
  const app: Classification = classify({ id: "rota", name: "Rota", audience: { users: 140 } }, policy);
  return nextStep(classificationInWords(app, { policy }));
}

test.each([
  ["nothing, where nothing was found", [{ atLeast: 200, advice: "Ask." }], undefined],
  ["what the tier asks, where no rule says more", [{ atLeast: 100 }], "What high apps do."],
  [
    "what a rule says, though one without advice comes first",
    [{ atLeast: 100 }, { atLeast: 20, advice: "Ask." }],
    "Ask.",
  ],
])("what to do first is %s", (_, criteria, said) => {
  expect(nextOf(...criteria)).toBe(said);
});
