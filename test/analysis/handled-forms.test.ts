import { type Condition, classify, type Policy } from "plimsoll";
import { canReach, diffPolicies, prove } from "plimsoll/analysis";
import { expect, test } from "vitest";

const connected = { fact: "integrationPoints", atLeast: 1 } as const satisfies Condition;
const points = [{ points: 2, when: connected }];

/** A policy that lifts apps by a condition on what they connect to, unless a gate handles that. */
const policyOf = (when: Condition, components: Policy["components"] = [gate()]): Policy => ({
  id: "small",
  version: "1.0.0",
  title: "A small policy",
  tiers: ["low", "high"].map((id) => ({ id, title: id, advice: "Go on." })),
  facts: {
    crowding: {
      question: "How many more connections than departments are there?",
      domain: { kind: "number", min: 0, whole: true, unit: "connections" },
      from: { more: "integrationPoints", than: "departments" },
      risk: "rising",
    },
  },
  rubrics: [{ id: "risk", title: "Risk", items: points }],
  criteria: [{ id: "rule", title: "A rule", tier: "high", why: "It matters.", when }],
  components,
});

function gate(from?: string) {
  return { id: "gate", title: "Gate", covers: ["rule"], ...(from !== undefined && { from }) };
}

test.each<readonly [what: string, when: Condition]>([
  ["a rubric", { score: "risk", atLeast: 2 }],
  ["points of its own", { score: points, atLeast: 2 }],
  ["a product", { product: ["risk", points], atLeast: 4 }],
  [
    "a count",
    { count: [connected, { fact: "systemsRead", atLeast: 1 }, { fact: "systemsWritten", atLeast: 1 }], atLeast: 2 },
  ],
  ["a fact that is held against another", { fact: "crowding", above: 0 }],
])("a rule that asks for %s does not lift what a component handles, and nothing else is let through", (_, when) => {
  const busy: Condition = {
    all: [
      { fact: "integrationPoints", atLeast: 2 },
      { fact: "departments", atMost: 1 },
    ],
  };
  const reached = canReach(policyOf(when), "low", busy);
  if (reached.verdict !== "reachable") throw new Error("A gate may handle all of its connections.");
  const { profile } = reached.witness;
  const { tier, findings } = classify(profile, policyOf(when));
  expect([tier, findings.map(({ id, status }) => [id, status])]).toEqual(["low", [["rule", "covered"]]]);
  expect(profile.integrations?.map(({ component }) => component?.id)).toContain("gate");

  expect(canReach(policyOf(when, []), "low", busy).verdict).toBe("unreachable");
  const claim = { never: { tier: { is: "low" } }, where: busy } as const;
  expect(prove(policyOf(when), claim).verdict).toBe("fails");
  expect(prove(policyOf(when, []), claim).verdict).toBe("holds");
});

test.each([
  ["1.0", "2.0"],
  ["2.0", "1.0"],
])("a component that covers from %s on and from %s on covers differently, and an app shows it", (one, other) => {
  const [before, after] = [one, other].map((from) => policyOf(connected, [gate(from)]));
  if (before === undefined || after === undefined) throw new Error("There are two.");
  const diff = diffPolicies(before, after);
  if (diff.verdict !== "different") throw new Error("They differ.");
  const [change] = diff.changes;
  const [region] = change?.regions ?? [];
  if (change === undefined || region === undefined) throw new Error("An app is moved.");
  const { profile } = region.witness;
  expect([classify(profile, before).tier, classify(profile, after).tier]).toEqual([change.from, change.to]);
});
