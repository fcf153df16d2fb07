import { type AppProfile, standardPolicy } from "plimsoll";
import { describe, expect, test } from "vitest";
import { createExaminer } from "../../src/classify/index.js";

const { reviews = [], boundaries = [], audit, components = [] } = standardPolicy;
const examine = createExaminer(standardPolicy);

const sections = [...reviews, ...boundaries, ...(audit?.checks ?? []), ...components].map(({ id, source }) => ({
  id,
  source,
}));

test.each(sections)("$id names the section of the article that it comes from", ({ source }) => {
  expect([
    "Mandatory IT review at key milestones",
    "Platform-enforced boundaries",
    "Regular portfolio audits",
    "Reusable components for complex operations",
  ]).toContain(source);
});

test("the reviews stand before the article's four milestones, in its order", () => {
  expect(reviews.map(({ id, milestone }) => [id, milestone])).toEqual([
    ["architecture", "start"],
    ["integration", "connect"],
    ["security", "access"],
    ["production-readiness", "deploy"],
  ]);
});

test("a review takes the article's thirty minutes", () => {
  expect(new Set(reviews.map(({ minutes }) => minutes))).toEqual(new Set([30]));
});

test("the boundaries are the article's four", () => {
  expect(boundaries.map(({ id, review }) => [id, review])).toEqual([
    ["it-built-connector", "integration"],
    ["data-approval", "security"],
    ["crossing", "architecture"],
    ["production-sign-off", "production-readiness"],
  ]);
});

test("an audit is made every quarter", () => {
  expect(audit?.everyDays).toBe(92);
});

describe("a checklist is answered by the profile", () => {
  const ids = reviews.flatMap(({ checklist, id }) => checklist.map((item) => [`${id}/${item.id}`, item.met] as const));
  const met = Object.fromEntries(ids);
  const answer = (item: string, fields: Partial<AppProfile>) => {
    const condition = met[item] ?? expect.fail(`Only a person can answer ${item}.`);
    return examine({ id: "app", name: "App", ...fields }).ask(condition).holds;
  };
  const written = (rest: object): Partial<AppProfile> => ({
    integrations: [{ system: "CRM", direction: "write", ...rest }],
  });
  const held = (rest: object): Partial<AppProfile> => ({ data: [{ class: "health", ...rest }] });

  test.each<readonly [item: string, says: string, fields: Partial<AppProfile>, answer: boolean | null]>([
    ["integration/flow", "writes checked", written({ writesValidated: true, conflicts: "handled" }), true],
    ["integration/flow", "conflicts ignored", written({ writesValidated: true, conflicts: "ignored" }), false],
    ["integration/flow", "writes unchecked", written({ writesValidated: false, conflicts: "handled" }), false],
    ["integration/flow", "not told", written({}), null],
    ["integration/accounts", "a service account", written({ identity: "service" }), true],
    ["integration/accounts", "that of each user", written({ identity: "user" }), true],
    ["integration/accounts", "its maker's", written({ identity: "maker" }), false],
    ["integration/accounts", "not told", written({}), null],
    ["security/access", "by role", held({ accessControl: "role" }), true],
    ["security/access", "to the app as a whole", held({ accessControl: "app" }), false],
    ["security/protection", "encrypted", held({ encryptedAtRest: true }), true],
    ["security/protection", "not encrypted", held({ encryptedAtRest: false }), false],
    ["security/audit", "complete and enforced", held({ auditTrail: "complete", retention: "enforced" }), true],
    ["security/audit", "complete, and no rule", held({ auditTrail: "complete", retention: "undefined" }), false],
    ["production-readiness/support", "support", { criticality: { support: true } }, true],
    ["production-readiness/support", "no support", { criticality: { support: false } }, false],
    ["production-readiness/failure", "recovery tested", { criticality: { disasterRecovery: true } }, true],
    ["production-readiness/failure", "work goes on", { criticality: { dailyDependence: false } }, true],
    [
      "production-readiness/failure",
      "no way back, and work stops",
      { criticality: { disasterRecovery: false, dailyDependence: true } },
      false,
    ],
  ])("%s: %s", (item, _, fields, expected) => {
    expect(answer(item, fields)).toBe(expected);
  });
});
