import fc from "fast-check";
import type { Approval } from "plimsoll";
import { parseApproval, safeParseApproval } from "plimsoll/governance";
import { describe, expect, expectTypeOf, test } from "vitest";
import { approvalSchema } from "../../src/formats/approval.js";
import { approvalsArbitrary } from "../arbitraries/approval.js";
import { completeProfileArbitrary } from "../arbitraries/profile.js";

const approval = {
  app: "rota",
  review: "architecture",
  policy: { id: "standard", version: "1.0.0" },
  by: "IT architect",
  on: "2026-01-12",
  expiresOn: "2027-01-12",
  scope: { users: 40, systems: [{ system: "ERP", direction: "read" }], data: ["health"], environment: "pilot" },
  accepted: { fit: "Agreed with the team lead." },
} as const;

test("an approval is read as it is", () => {
  expect(parseApproval(approval)).toEqual(approval);
  expect(approvalSchema.safeParse({ ...approval, schemaVersion: 1 }).success).toBe(true);
});

test("every approval is read as it is, through JSON and back", () => {
  fc.assert(
    fc.property(completeProfileArbitrary.chain(approvalsArbitrary), (approvals) => {
      for (const each of approvals) {
        expect(safeParseApproval(JSON.parse(JSON.stringify(each)))).toEqual({ ok: true, value: each });
      }
    }),
  );
});

describe("a mistake is told with its place", () => {
  test.each<readonly [string, object, readonly string[]]>([
    ["an end before the beginning", { expiresOn: "2025-12-31" }, ["/expiresOn", "contradiction"]],
    ["an end on the same day", { expiresOn: "2026-01-12" }, ["/expiresOn", "contradiction"]],
    ["no date", { on: "last week" }, ["/on", "wrong-type"]],
    ["a misspelt field", { scop: {} }, ["/scop", "unknown-key", "scope"]],
    ["a misspelt class", { scope: { data: ["helth"] } }, ["/scope/data/0", "unknown-value", "health"]],
    [
      "a misspelt stage",
      { scope: { environment: "prodution" } },
      ["/scope/environment", "unknown-value", "production"],
    ],
    [
      "a system without a direction",
      { scope: { systems: [{ system: "ERP" }] } },
      ["/scope/systems/0/direction", "missing"],
    ],
    ["half a person", { scope: { users: 0.5 } }, ["/scope/users", "wrong-type"]],
  ])("%s", (_, changes, expected) => {
    const result = safeParseApproval({ ...approval, ...changes });
    const problems = result.ok ? [] : result.problems;
    expect(
      problems.map(({ pointer, code, suggestion }) => [pointer, code, ...(suggestion ? [suggestion] : [])]),
    ).toEqual([expected]);
  });

  test("and thrown by the parser that throws", () => {
    expect(() => parseApproval({})).toThrow(expect.objectContaining({ code: "invalid-approval" }));
  });
});

test("the schema and the type say the same", () => {
  type Read = ReturnType<typeof approvalSchema.parse>;
  expectTypeOf<Read>().toExtend<Approval>();
  expectTypeOf<keyof Read>().toEqualTypeOf<keyof Approval>();
});
