import fc from "fast-check";
import {
  classify,
  defineFact,
  definePolicy,
  exact,
  extendPolicy,
  guideMarkdown,
  limits,
  type Policy,
  parsePolicy,
  parseProfile,
  scenarios,
  standardFacts,
  standardPolicy,
  unknown,
} from "plimsoll";
import { describe, expect, test } from "vitest";
import { jsonOf, policyNames } from "../examples/example-policies.js";
import { emptyPolicy, limitedTiers } from "../policy/a-policy.js";

const policies: readonly (readonly [string, Policy])[] = [
  ["standard", standardPolicy],
  ...policyNames.map((name) => [name, parsePolicy(jsonOf(`${name}.json`))] as const),
];

describe.each(policies)("the guide to the policy %s", (_, policy) => {
  const { tiers } = limits(policy);
  const practice = scenarios(policy);

  test("has a place for every rule, in the tier that it lifts to", () => {
    const placed = tiers.flatMap(({ lines }) => lines.map(({ rule }) => rule));
    const rules = [
      ...policy.tiers.flatMap(({ limits: kept = [] }) => kept),
      ...(policy.criteria ?? []),
      ...(policy.signs ?? []),
    ];
    expect([...placed].sort()).toEqual(rules.map(({ id }) => id).sort());
    expect(tiers[0]?.lines).toEqual([]);
    expect(tiers.flatMap(({ lines }) => lines).filter(({ when }) => when === "")).toEqual([]);
  });

  test("has practice cases on both sides of every rule", () => {
    expect(practice.untold).toEqual([]);
    for (const { rule } of tiers.flatMap(({ lines }) => lines)) {
      const sides = practice.scenarios.filter((each) => each.rule === rule).map(({ crossed }) => crossed);
      expect([rule, new Set(sides).size]).toEqual([rule, 2]);
    }
  });

  test("gives the answers that the policy gives, on apps that can be", () => {
    for (const { app, answer, rule, crossed } of practice.scenarios) {
      const { tier, findings } = classify(parseProfile(app), policy);
      expect(answer.tier).toBe(tier);
      expect(findings.some(({ id, status }) => id === rule && status === "holds")).toBe(crossed);
    }
  });

  test("is plain JSON, and Markdown of one heading", () => {
    expect(JSON.parse(JSON.stringify([tiers, practice]))).toEqual([tiers, practice]);
    const markdown = guideMarkdown(policy);
    expect(markdown.match(/^# /gm)).toHaveLength(1);
    expect(markdown.match(/^### /gm)).toHaveLength(practice.scenarios.length);
  });
});

test("moving a line moves the guide", () => {
  fc.assert(
    fc.property(fc.integer({ min: 2, max: 400 }), (users) => {
      const moved = extendPolicy(standardPolicy, {
        id: "ours",
        version: "1.0.0",
        change: { "many-users": { lines: { users } } },
      });
      expect(limits(moved).alone[0]).toBe(`How many people use it now? Fewer than ${users} people`);
      const [below, above] = scenarios(moved).scenarios.filter(({ rule }) => rule === "many-users");
      expect([below?.app.audience?.users, above?.app.audience?.users]).toEqual([users - 1, users]);
      expect([below?.answer.tier, above?.answer.tier]).toEqual(["citizen", "it-review"]);
      expect(guideMarkdown(moved)).toContain(`| How many people use it now? ${users} people or more |`);
    }),
    { numRuns: 20 },
  );
});

describe("what can be built alone", () => {
  test("says each line once, and of two the stricter", () => {
    const { alone } = limits();
    expect(alone.filter((line) => line.startsWith("How many people use it now?"))).toHaveLength(1);
    expect(alone.filter((line) => line.startsWith("Which systems does it write to?"))).toEqual([
      "Which systems does it write to? None",
    ]);
  });

  test("is said by the limits of a tier as well", () => {
    const policy = { ...emptyPolicy, tiers: limitedTiers({ fact: "users", atMost: 5 }) };
    expect(limits(policy).alone).toEqual(["How many people use it now? 5 people at most"]);
  });
});

describe("whom to ask", () => {
  test("is what the policy says", () => {
    expect(limits().help).toEqual(standardPolicy.help);
  });

  test("is always somebody", () => {
    expect(limits(emptyPolicy).help.who).toBe("IT");
    expect(guideMarkdown(emptyPolicy)).toContain("Asking early is good judgement.");
  });

  test("offers no component that is retired", () => {
    const policy = extendPolicy(standardPolicy, {
      id: "ours",
      version: "1.0.0",
      components: { "payment-processing": { retired: "Use the other." } },
    });
    expect(limits(policy).components.map(({ id }) => id)).toEqual(["data-synchronisation", "integration-connector"]);
  });
});

test("names in a policy stay names in Markdown", () => {
  const policy: Policy = { ...emptyPolicy, title: "Ours | *theirs* <b>" };
  expect(guideMarkdown(policy)).toMatch(/^# Ours \\\| \\\*theirs\\\* \\<b\\>: what/);
});

describe("a fact of one's own", () => {
  const sites = defineFact({
    question: "At how many sites is it used?",
    domain: { kind: "number", min: 0, whole: true, unit: "sites" },
    cost: 5,
    changeable: false,
    risk: "rising",
    answerAt: ["/extensions/sites"],
    derive: ({ extensions }) => (typeof extensions?.sites === "number" ? exact(extensions.sites) : unknown),
  });
  const hidden = { ...sites, answerAt: ["/description"] };
  const policyOver = (fact: "sites" | "hidden") => {
    const facts = { ...standardFacts, sites, hidden };
    const when = { fact, atLeast: 3 } as const;
    const rule = { id: "many-sites", tier: "central", title: "Many sites", when, why: "They differ." } as const;
    return { facts, policy: definePolicy({ ...emptyPolicy, criteria: [rule] }, { facts }) };
  };

  test("has practice cases where its answer is among the extensions", () => {
    const { facts, policy } = policyOver("sites");
    const told = scenarios(policy, { facts }).scenarios.map(({ app, story }) => [app.extensions, story]);
    expect(told).toEqual([
      [{ sites: 2 }, ["At how many sites is it used? 2 sites."]],
      [{ sites: 3 }, ["At how many sites is it used? 3 sites."]],
    ]);
  });

  test("that nobody can tell how to answer leaves its rule untold", () => {
    const { facts, policy } = policyOver("hidden");
    expect(scenarios(policy, { facts })).toEqual({ scenarios: [], untold: ["many-sites"] });
    expect(guideMarkdown(policy, { facts })).not.toContain("## Practice");
  });
});
