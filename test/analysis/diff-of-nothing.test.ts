import type { Policy } from "plimsoll";
import { createAnalysis, diffPolicies } from "plimsoll/analysis";
import { expect, test } from "vitest";
import { ladder, tiny } from "./tiny-world.js";

/** No app is like that. */
const constraints = [
  { when: { fact: "outside", is: true }, implies: { fact: "outside", is: false } },
  { when: { fact: "outside", is: false }, implies: { fact: "outside", is: true } },
] as const;

const many = { fact: "people", atLeast: 3 } as const;
const sign = { id: "sign", title: "Sign", severity: "low", why: "It matters.", advice: "Ask.", when: many } as const;
const review = {
  id: "look",
  title: "Look",
  why: "It matters.",
  milestone: "start",
  checklist: [],
  approvers: ["IT"],
  minutes: 30,
  validFor: 30,
  covers: [],
} as const;
const boundary = { id: "line", title: "Line", why: "It matters.", review: "look", when: many } as const;
const before: Policy = {
  ...ladder,
  criteria: [{ id: "open", title: "Open", tier: "board", why: "It matters.", when: { fact: "outside", is: true } }],
  signs: [sign],
  reviews: [review],
  boundaries: [boundary],
  components: [{ id: "gate", title: "Gate", covers: ["open"] }],
};

test.each<readonly [part: string, change: Partial<Policy>]>([
  ["signs", { signs: [{ ...sign, severity: "high", when: { fact: "people", atLeast: 4 } }] }],
  ["reviews", { reviews: [{ ...review, validFor: 60, covers: ["users"] }] }],
  ["boundaries", { boundaries: [{ ...boundary, instead: "Do something else." }] }],
  ["components", { components: [{ id: "gate", title: "Gate", covers: ["sign"] }] }],
])("where constraints leave no app, a policy with other %s is equivalent, and so is every part", (_, change) => {
  const after = { ...before, ...change };
  const diff = diffPolicies(createAnalysis(before, { ...tiny, constraints }), after);
  expect(diff.verdict).toBe("equivalent");
  expect("parts" in diff && diff.parts.every(({ effect }) => effect === "none")).toBe(true);
  // The same change counts where there are apps.
  expect(diffPolicies(createAnalysis(before, tiny), after).verdict).toBe("different");
});
