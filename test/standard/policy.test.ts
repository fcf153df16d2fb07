import { type AppProfile, classify, createClassifier, safeParsePolicy, standardPolicy } from "plimsoll";
import { describe, expect, test } from "vitest";

/** The headings of "The Limits of Citizen Development & Low-Code Risk" that rules come from, as they stand there. */
const headings = [
  "The optimism that creates risk",
  "Where citizen development breaks down",
  "Complex integrations with bidirectional data flow",
  "Apps handling sensitive regulated data",
  "Systems requiring complex algorithms or calculations",
  "Mission-critical apps with uptime requirements",
  "Apps with high user volumes or performance requirements",
  "Real failures that could have been prevented",
  "The custom payment processing app",
  "The customer data synchronization system",
  "The inventory optimization calculator",
  "The HR performance review system",
  "The warning signs IT should watch for",
  "The governance framework that prevents disasters",
  "Clear criteria for project complexity",
  "Mandatory IT review at key milestones",
  "Platform-enforced boundaries",
  "Reusable components for complex operations",
  "Regular portfolio audits",
  "Training that includes limits",
  "The escalation path that works",
  "What successful governance looks like",
  "The balanced approach",
  "Stop waiting for the 3 AM call",
  "Enable innovation within proper boundaries",
];

const { tiers, criteria = [], signs = [], components = [] } = standardPolicy;
const rules = [...criteria, ...signs];

test("the tiers are the design's, from the least risk to the most", () => {
  expect(tiers.map(({ id }) => id)).toEqual(["citizen", "it-review", "professional"]);
  for (const { title, advice } of tiers) expect([title, advice]).not.toContain("");
});

test("every criterion of a tier stands in the design's table", () => {
  const ofTier = (tier: string) => criteria.filter((criterion) => criterion.tier === tier).map(({ id }) => id);
  expect(ofTier("citizen")).toEqual([]);
  expect(ofTier("it-review")).toEqual([
    "many-users",
    "cross-department",
    "writes-to-system",
    "moderate-calculation",
    "semi-sensitive-data",
    "many-reads",
  ]);
  expect(ofTier("professional")).toEqual([
    "mission-critical",
    "regulated-data",
    "bidirectional-integration",
    "high-user-volume",
    "complex-algorithm",
    "strict-compliance",
  ]);
});

test("any sign lifts an app to IT review at least, and some higher", () => {
  const tierOf = Object.fromEntries(signs.map(({ id, tier }) => [id, tier ?? "it-review"]));
  expect(tierOf).toEqual({
    "sensitive-data": "it-review",
    "write-back": "it-review",
    "business-critical": "it-review",
    "complex-calculation": "it-review",
    "growing-user-base": "professional",
    compliance: "it-review",
    "builder-gone": "it-review",
    "integration-architecture": "professional",
  });
});

describe("every rule", () => {
  test.each(rules.map((rule) => [rule.id, rule] as const))("%s says why, and where it comes from", (_, rule) => {
    expect(headings).toContain(rule.source);
    expect(rule.why).toMatch(/^[A-Z].+\.$/);
    expect(rule.title).not.toBe("");
  });

  test("has an id of its own", () => {
    const ids = [...rules, ...components].map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
  });
});

test("every component comes from the article and covers rules of the policy", () => {
  const ids = rules.map(({ id }) => id);
  for (const { covers, source, title } of components) {
    expect(headings, title).toContain(source);
    expect(covers.length, title).toBeGreaterThan(0);
    expect(ids, title).toEqual(expect.arrayContaining([...covers]));
  }
});

test("the standard policy is a valid policy", () => {
  expect(safeParsePolicy(standardPolicy)).toEqual({ ok: true, value: standardPolicy });
  expect(createClassifier(standardPolicy)).toBeTypeOf("function");
});

/** Fewer than 100 users, one department, reads two systems, no sensitive data, simple rules. */
const rota: AppProfile = {
  id: "rota",
  name: "Shift rota",
  audience: { users: 99, builtFor: 80, departments: ["Warehouse"] },
  integrations: [
    { system: "HR", direction: "read", eventDriven: false, asynchronous: false },
    { system: "Calendar", direction: "read", eventDriven: false, asynchronous: false },
  ],
  data: [{ class: "general" }],
  calculations: [{ complexity: "simple" }],
  criticality: { dailyDependence: false },
  ownership: { builderPresent: true },
  compliance: [],
  consequences: { legalForPeople: false },
};

test("an app within every line stays a citizen's, and there is nothing left to ask", () => {
  expect(classify(rota)).toEqual({
    app: "rota",
    policy: { id: "standard", version: standardPolicy.version },
    tier: "citizen",
    ceiling: "citizen",
    settled: true,
    findings: [],
    questions: [],
  });
});

test("an app of which nothing is known may turn out to be anything", () => {
  expect(classify({ id: "app", name: "App" })).toMatchObject({
    tier: "citizen",
    ceiling: "professional",
    settled: false,
  });
});
