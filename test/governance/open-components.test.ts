import fc from "fast-check";
import { type Action, type AppProfile, authorize, classify, dueReviews, type Policy, type Review } from "plimsoll";
import { createAnalysis, nextQuestions, tierRange } from "plimsoll/analysis";
import { describe, expect, test } from "vitest";
import { anyWorlds, profileOf } from "../classify/covered-worlds.js";
import { emptyPolicy } from "../policy/a-policy.js";
import { draws } from "../prove/draws.js";

const today = "2026-01-12";

const look: Review = {
  id: "look",
  title: "A look",
  why: "Two see more.",
  milestone: "deployment",
  above: "team",
  covers: [],
  checklist: [],
  approvers: ["The architect"],
  minutes: 30,
  validFor: 90,
};

test("reviews, boundaries and the analysis agree with the classification on what is open", () => {
  fc.assert(
    fc.property(anyWorlds, ({ policy: rules, ...world }) => {
      const boundary = { id: "sign-off", title: "Sign-off", why: "People rely on it.", above: "team", review: "look" };
      const policy: Policy = { ...rules, reviews: [look], boundaries: [{ ...boundary, actions: ["deploy"] }] };
      const profile = profileOf(world, world.told);
      const { tier, ceiling, settled, questions } = classify(profile, policy);
      const certain = tier === "team" ? (ceiling === "team" ? undefined : false) : true;

      const [due] = dueReviews(profile, { milestone: "deployment", approvals: [], asOf: today }, policy);
      expect(due?.certain).toBe(certain);

      const { decision, reasons } = authorize({ kind: "deploy" }, { profile, approvals: [], asOf: today }, policy);
      expect([decision, reasons[0]?.certain]).toEqual([certain === undefined ? "allow" : "review", certain]);
      const asked = reasons.flatMap(({ remedies }) =>
        remedies.flatMap((remedy) => (remedy.kind === "answer" ? [remedy.fact] : [])),
      );
      if (certain === false) expect(new Set(asked)).toEqual(new Set(questions.map(({ fact }) => fact)));

      const analysis = createAnalysis(policy);
      const range = tierRange(profile, analysis);
      if (range.verdict !== "exact") throw new Error(range.message);
      if (settled) {
        expect(range.tiers).toEqual([tier]);
        expect(nextQuestions(profile, analysis)).toEqual({ verdict: "settled", tier });
      }
      const next = nextQuestions(profile, analysis);
      expect(next.verdict === "settled").toBe(range.tiers.length === 1);
      if (next.verdict === "open") expect(questions.map(({ fact }) => fact)).toContain(next.questions[0]?.fact);
    }),
    draws(150),
  );
});

describe("a boundary that a component opens while something holds", () => {
  const sync = { id: "sync", title: "Synchronisation", covers: [], when: { fact: "support", is: true } } as const;
  const bridge = { ...sync, id: "bridge", when: { fact: "monitoring", is: true } } as const;
  const both = {
    id: "both-ways",
    title: "Only with a component",
    why: "It loses writes.",
    actions: ["connect"],
    when: { fact: "bidirectionalSystems", atLeast: 1 },
    unlessUsing: ["sync", "bridge"],
    review: "look",
  } as const;
  const policyWith = (rest: object): Policy => ({
    ...emptyPolicy,
    components: [sync, bridge],
    reviews: [look],
    boundaries: [{ ...both, ...rest }],
  });
  const connect = (component: string): Action => ({
    kind: "connect",
    integration: { system: "ERP", direction: "bidirectional", component: { id: component } },
  });
  const ask = (criticality: AppProfile["criticality"] = {}, rest: object = { instead: "Use a component." }) =>
    authorize(
      connect("sync"),
      { profile: { id: "app", name: "App", integrations: [], criticality }, approvals: [], asOf: today },
      policyWith(rest),
    );

  test.each([
    ["holds", true, "allow", undefined],
    ["does not hold", false, "deny", true],
    ["is open", undefined, "review", false],
  ])("is asked about when that %s", (_, support, decision, certain) => {
    const told = ask(support === undefined ? {} : { support });
    expect([told.decision, told.reasons[0]?.certain]).toEqual([decision, certain]);
  });

  test("asks for the answer, and for nothing of components that are not used", () => {
    const [reason] = ask().reasons;
    const answers = reason?.remedies.filter(({ kind }) => kind === "answer");
    expect(answers).toMatchObject([{ fact: "support", pointers: ["/criticality/support"] }]);
  });

  test("asks for a review as long as it is open, where it does not deny", () => {
    expect(ask({}, {})).toMatchObject({ decision: "review", reviews: ["look"] });
    expect(ask({ support: true }, {}).decision).toBe("allow");
  });
});
