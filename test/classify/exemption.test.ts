import { describe, expect, test } from "vitest";
import { manyUsers } from "../policy/a-policy.js";
import type { Fields } from "./finding.js";
import { classifyBy, lifting, restsOn } from "./house.js";

const criteria = [lifting("crowd", "central", manyUsers, { unless: { fact: "support", is: true } })];

/** An app with so many users, supported or not, where that is known. */
function appOf(users: number | undefined, support: boolean | undefined): Fields {
  return {
    ...(users !== undefined && { audience: { users } }),
    ...(support !== undefined && { criticality: { support } }),
  };
}

describe("a rule with an exemption", () => {
  type Row = readonly [users: number | undefined, support: boolean | undefined, status: string, evidence: object];

  test.each<Row>([
    [140, true, "exempt", { users: true, support: true }],
    [140, false, "holds", { users: true }],
    [140, undefined, "possible", { users: true, support: null }],
    [40, true, "silent", {}],
    [40, false, "silent", {}],
    [40, undefined, "silent", {}],
    [undefined, true, "silent", {}],
    [undefined, false, "possible", { users: null, support: false }],
    [undefined, undefined, "possible", { users: null, support: null }],
  ])("with users %s and support %s: %s", (users, support, status, evidence) => {
    const [finding] = classifyBy({ criteria }, appOf(users, support)).findings;
    expect(finding?.status ?? "silent").toBe(status);
    expect(restsOn(finding?.evidence)).toEqual(evidence);
    expect(finding?.coveredBy ?? []).toEqual([]);
  });
});
