import { classify, createClassifier, safeParsePolicy, standardPolicy } from "plimsoll";
import { harmlessApp } from "plimsoll/testing";
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

/** Fewer than 100 users, one department, reads two systems, no sensitive data, simple rules; and nothing else that anybody could object to. */
const rota = harmlessApp("Shift rota").usedBy(99).reads("HR").reads("Calendar").build();

test("an app within every line stays a citizen's, and there is nothing left to ask", () => {
  expect(classify(rota)).toEqual({
    app: rota.id,
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
