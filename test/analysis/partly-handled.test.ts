import fc from "fast-check";
import { type AppProfile, classify, type Policy, standardPolicy } from "plimsoll";
import { createAnalysis, nextQuestions, pathsTo, sufficientReasons, tierRange } from "plimsoll/analysis";
import { describe, expect, test } from "vitest";
import { profileArbitrary } from "../arbitraries/profile.js";
import { stepFrom } from "../classify/steps.js";
import { emptyPolicy, sign } from "../policy/a-policy.js";
import { draws } from "../prove/draws.js";

const policy: Policy = {
  ...emptyPolicy,
  signs: [sign("writing", { fact: "systemsWritten", atLeast: 1 })],
  components: [{ id: "sync", title: "Synchronisation", covers: ["writing"] }],
};
const handled = { system: "ERP", direction: "write", component: { id: "sync" } } as const;

type Changes = readonly (readonly [fact: string, to: number])[];

/** Apps of which one part is handled, and another one is open; and what brings all of each below the line. */
const partly: readonly (readonly [says: string, profile: AppProfile, paths: readonly Changes[]])[] = [
  [
    "a list that is not complete",
    { id: "app", name: "App", integrations: [handled], partial: ["/integrations"] },
    [[["systemsWritten", 0]]],
  ],
  [
    "a system of which the direction is not told",
    { id: "app", name: "App", integrations: [handled, { system: "CRM" }] },
    // Of two systems, one of which is written and not read: both are only read, or there is one fewer.
    [
      [
        ["systemsWritten", 0],
        ["systemsRead", 2],
      ],
      [
        ["systemsWritten", 0],
        ["integrationPoints", 1],
      ],
    ],
  ],
];

describe.each(partly)("with a component for one part, and %s", (_, profile, paths) => {
  test("the tiers are those with what is open and those without", () => {
    expect(classify(profile, policy)).toMatchObject({ tier: "team", ceiling: "central" });
    expect(tierRange(profile, policy)).toEqual({
      verdict: "exact",
      lowest: "team",
      highest: "central",
      tiers: ["team", "central"],
    });
  });

  test("it is asked what a classification asks, and nothing is said of what the answers settle", () => {
    const [question] = classify(profile, policy).questions;
    const { fact, question: words, answerAt, cost } = question ?? expect.fail("There is a question.");
    expect(nextQuestions(profile, policy)).toEqual({
      verdict: "open",
      questions: [{ fact, question: words, answerAt, cost, settles: null, worst: null, average: null }],
      worst: { atLeast: 1, atMost: 1 },
      average: null,
      proven: false,
    });
  });

  test("nothing forces its tier yet, and nothing that is told brings it above for certain", () => {
    expect(sufficientReasons(profile, policy)).toEqual({ verdict: "open" });
  });

  test("it gets to the lower tier by what keeps all of it below the line", () => {
    const told = pathsTo(profile, "team", policy);
    expect(
      told.verdict === "found" && told.paths.map(({ changes }) => changes.map(({ fact, to }) => [fact, to])),
    ).toEqual(paths);
  });
});

test("whatever an app turns out to be was possible before, also where components handle parts of it", () => {
  const analysis = createAnalysis(standardPolicy);
  const ways = fc.tuple(profileArbitrary, fc.array(fc.nat(), { minLength: 12, maxLength: 12 }));
  fc.assert(
    fc.property(ways, ([profile, choices]) => {
      const range = tierRange(profile, analysis);
      choices.reduce((told, choice) => {
        const { settled, tier } = classify(told);
        if (settled && range.verdict === "exact") expect(range.tiers).toContain(tier);
        return stepFrom(told, choice);
      }, profile);
    }),
    draws(60),
  );
});
