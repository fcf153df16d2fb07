import { safeParseConfig, safeParsePolicy, safeParsePolicyChanges, safeParseProfile, standardPolicy } from "plimsoll";
import { safeParseTimeline } from "plimsoll/backtest";
import { safeParseApproval } from "plimsoll/governance";
import { safeParsePolicyTests } from "plimsoll/testing";
import { expect, test } from "vitest";

const profile = { id: "rota", name: "Rota" };
const approval = {
  ...{ app: "rota", review: "security", policy: { id: "standard", version: "1.0.0" }, by: "Security officer" },
  ...{ on: "2026-01-12", expiresOn: "2027-01-12", scope: { data: ["personal"] } },
};

test.each<readonly [what: string, read: (input: unknown) => unknown, document: object]>([
  ["an app profile", safeParseProfile, profile],
  ["a policy", safeParsePolicy, standardPolicy],
  ["changes of a policy", safeParsePolicyChanges, { extends: "standard", id: "ours", version: "1.0.0" }],
  ["an approval", safeParseApproval, approval],
  ["tests of a policy", safeParsePolicyTests, { claims: [{ title: "Riskier is never lower", monotone: true }] }],
  ["a configuration", safeParseConfig, { policy: "policy.json", portfolio: ["a.json"] }],
  ["a timeline", safeParseTimeline, { moments: [{ on: "2026-01-12", profile }], incidentOn: "2026-02-01" }],
])("%s says the same with a line in it that says where its schema is", (_, read, document) => {
  expect(read({ $schema: "./node_modules/plimsoll/schemas/any.schema.json", ...document })).toEqual(read(document));
  expect(read(document)).toMatchObject({ ok: true });
});
