import { type Adjustment, createClassifier, type Policy, safeParsePolicy } from "plimsoll";
import { lintPolicy, moreRiskNeverLowers, prove, undecidedGap } from "plimsoll/analysis";
import { mutatePolicy, policyCoverage } from "plimsoll/testing";
import { describe, expect, test } from "vitest";
import { emptyPolicy } from "../policy/a-policy.js";

describe("a tier lower for a tested recovery", () => {
  const tested: Adjustment = {
    id: "tested",
    title: "Its recovery is tested",
    why: "It can be brought back.",
    when: { fact: "disasterRecovery", is: true },
    by: -1,
    onlyIn: ["central"],
  };
  const policy: Policy = {
    ...emptyPolicy,
    criteria: [
      { id: "daily", tier: "central", title: "Daily", why: "It stops.", when: { fact: "dailyDependence", is: true } },
    ],
    adjustments: [tested],
  };
  const app = (criticality: object) => ({ id: "app", name: "App", criticality });
  const classify = createClassifier(policy);

  test("is told with the classification, and what it rests on", () => {
    const { tier, findings, adjustments } = classify(app({ dailyDependence: true, disasterRecovery: true }));
    expect([tier, findings[0]?.status]).toEqual(["team", "holds"]);
    expect(adjustments).toMatchObject([
      { id: "tested", by: -1, status: "holds", evidence: [{ fact: "disasterRecovery", met: true }] },
    ]);
  });

  test("is open while nobody says, and asked", () => {
    const { tier, ceiling, adjustments, questions } = classify(app({ dailyDependence: true }));
    expect([tier, ceiling, adjustments?.[0]?.status]).toEqual(["team", "central", "possible"]);
    expect(questions.map(({ fact }) => fact)).toEqual(["disasterRecovery"]);
  });

  test("is proven to lower nothing with more risk where the control means less of it", () => {
    expect(prove(policy, moreRiskNeverLowers()).verdict).toBe("holds");
    const turned: Policy = { ...policy, adjustments: [{ ...tested, when: { fact: "users", atLeast: 100 } }] };
    expect(prove(turned, moreRiskNeverLowers()).verdict).toBe("fails");
  });

  test("is told by lint where it never applies, or moves nothing", () => {
    const found = (adjustment: Adjustment) =>
      lintPolicy({ ...policy, adjustments: [adjustment] }).findings.filter(
        ({ pointer }) => pointer === "/adjustments/0",
      );
    expect(found(tested)).toEqual([]);
    expect(found({ ...tested, onlyIn: ["team"] }).map(({ id }) => id)).toEqual(["never-decides"]);
    expect(found({ ...tested, when: { all: [tested.when, { not: tested.when }] } }).map(({ id }) => id)).toEqual([
      "never-holds",
    ]);
  });

  test("takes back all that a rule lifts, which never decides then", () => {
    const [daily] = policy.criteria ?? [];
    const lifting = { ...tested, when: { fact: "dailyDependence", is: true } } as const;
    const told = (adjustments: readonly Adjustment[]) =>
      lintPolicy({ ...policy, adjustments }).findings.filter(({ rule }) => rule === daily?.id);
    expect(told([tested])).toEqual([]);
    expect(told([lifting]).map(({ id, explanation }) => [id, explanation])).toEqual([
      ["never-decides", 'Without "Daily" every app would be in the same tier: an adjustment takes back what it lifts.'],
    ]);
  });

  test("is covered and mutated as rules are", () => {
    const { rules } = policyCoverage(policy, [app({ dailyDependence: true, disasterRecovery: true })]);
    expect(rules.at(-1)).toEqual({ rule: "tested", pointer: "/adjustments/0", held: 1, heldNot: 0 });
    const mutants = mutatePolicy(policy).filter(({ rule }) => rule === "tested");
    expect(mutants.map(({ pointer }) => pointer)).toEqual([
      "/adjustments/0/when",
      "/adjustments/0/by",
      "/adjustments/0",
    ]);
  });

  test("leaves no gap of its own", () => {
    expect(undecidedGap(policy).verdict).toBe("none");
  });

  test.each<readonly [what: string, change: object, pointer: string, word: string]>([
    ["two tiers at once", { by: -2 }, "/adjustments/0/by", "-1"],
    ["a tier that is none", { onlyIn: ["centre"] }, "/adjustments/0/onlyIn/0", '"central"'],
    [
      "a fact that is none",
      { when: { fact: "disasterRecover", is: true } },
      "/adjustments/0/when/fact",
      '"disasterRecovery"',
    ],
    ["the id of a rule", { id: "daily" }, "/adjustments/0/id", "/criteria/0"],
  ])("%s is a mistake with its pointer", (_, change, pointer, word) => {
    const result = safeParsePolicy({ ...policy, adjustments: [{ ...tested, ...change }] });
    const [problem] = result.ok ? [] : result.problems;
    expect(problem?.pointer).toBe(pointer);
    expect(problem?.message).toContain(word);
  });
});
