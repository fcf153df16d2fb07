import fc from "fast-check";
import { type Adjustment, createClassifier, type Policy, safeParsePolicy } from "plimsoll";
import {
  createAnalysis,
  diffPolicies,
  lintPolicy,
  moreRiskNeverLowers,
  prove,
  tierRange,
  undecidedGap,
} from "plimsoll/analysis";
import { mutatePolicy, policyCoverage } from "plimsoll/testing";
import { describe, expect, test } from "vitest";
import { emptyPolicy } from "../policy/a-policy.js";
import { agreesWith } from "./brute-force.js";
import { everyApp } from "./listing.js";
import { isSo, rankOf, type Values } from "./plain-meaning.js";
import { conditionIn, type World, worlds } from "./small-policies.js";
import { partialProfiles, profileWith } from "./small-profiles.js";

/** Small worlds whose policies adjust what their rules lift to. */
const adjustedWorlds = worlds(3).chain((world) => {
  const ids = world.policy.tiers.map(({ id }) => id);
  const adjustment = fc.record({
    when: conditionIn(world),
    by: fc.constantFrom(-1 as const, 1 as const),
    onlyIn: fc.option(fc.subarray(ids, { minLength: 1 }), { nil: undefined }),
  });
  return fc.array(adjustment, { minLength: 1, maxLength: 2 }).map((drawn): World => {
    const adjustments = drawn.map(({ onlyIn, ...rest }, index): Adjustment => {
      return { id: `adjustment-${index}`, title: "A control", why: "It helps.", ...rest, ...(onlyIn && { onlyIn }) };
    });
    return { ...world, policy: { ...world.policy, adjustments } };
  });
});

/** The rank of the tier of an app: what its rules lift to, and then one step for each adjustment that holds. */
function adjustedRank({ facts, policy }: World, values: Values): number {
  const ids = policy.tiers.map(({ id }) => id);
  return (policy.adjustments ?? []).reduce(
    (rank, { when, by, onlyIn = ids }) => {
      const isMoved = onlyIn.includes(ids[rank] ?? "") && isSo(when, values, { facts, policy });
      return isMoved ? Math.min(Math.max(rank + by, 0), ids.length - 1) : rank;
    },
    rankOf(values, { facts, policy }),
  );
}

const appsOf = ({ facts, constraints }: World) => everyApp(facts, Object.keys(facts), constraints);
const tierAt = ({ policy }: World, rank: number) => policy.tiers[rank]?.id;

test("an app that is known in full is one tier lower or higher for each adjustment that holds", () => {
  fc.assert(
    fc.property(adjustedWorlds, (world) => {
      const classify = createClassifier(world.policy, { facts: world.facts });
      for (const values of appsOf(world).slice(0, 30)) {
        const { tier, settled, questions } = classify(profileWith(values));
        expect([tier, settled, questions]).toEqual([tierAt(world, adjustedRank(world, values)), true, []]);
        expect(classify.tierOf(profileWith(values)).tier).toBe(tier);
      }
    }),
    { numRuns: 300 },
  );
});

test("what is open leaves exactly the tiers that can be, within tier and ceiling, and is asked", () => {
  const asked = adjustedWorlds.chain((world) => fc.tuple(fc.constant(world), partialProfiles(world)));
  fc.assert(
    fc.property(asked, ([world, profile]) => {
      const { policy, facts, constraints } = world;
      const left = appsOf(world).filter((values) => agreesWith(values, profile, facts));
      const ranks = new Set(left.map((values) => adjustedRank(world, values)));
      const tiers = policy.tiers.flatMap(({ id }, rank) => (ranks.has(rank) ? [id] : []));
      const range = tierRange(profile, createAnalysis(policy, { facts, constraints }));
      expect(range).toMatchObject({ verdict: "exact", tiers });
      const { tier, ceiling, settled, questions } = createClassifier(policy, { facts })(profile);
      const rankIn = (id: string) => policy.tiers.findIndex((each) => each.id === id);
      expect(rankIn(tier)).toBeLessThanOrEqual(Math.min(...ranks));
      expect(rankIn(ceiling)).toBeGreaterThanOrEqual(Math.max(...ranks));
      if (tiers.length > 1) expect([settled, questions.length > 0]).toEqual([false, true]);
    }),
    { numRuns: 300 },
  );
});

test("policies move apps exactly where the tier is another, adjusted or not", () => {
  const pairs = adjustedWorlds.chain((world) =>
    fc.tuple(fc.constant(world), fc.constantFrom<"without" | "same">("without", "same")),
  );
  fc.assert(
    fc.property(pairs, ([world, which]) => {
      const { adjustments, ...plain } = world.policy;
      const policy: Policy = which === "same" ? { ...world.policy } : plain;
      const isMoved = appsOf(world).some(
        (values) => adjustedRank(world, values) !== adjustedRank({ ...world, policy }, values),
      );
      const { facts, constraints } = world;
      const diff = diffPolicies(createAnalysis(world.policy, { facts, constraints }), policy);
      expect(diff.verdict === "different" && diff.changes.length > 0).toBe(isMoved);
      if (which === "same") expect(diff.verdict).toBe("equivalent");
    }),
    { numRuns: 150 },
  );
});

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
