import { type AppProfile, type Approval, type Review, standardPolicy } from "plimsoll";
import { describe, expect, test } from "vitest";
import { beyondApprovals, missingApproval } from "../../src/governance/index.js";

const asOf = "2026-03-31";
const profile: AppProfile = { id: "rota", name: "Rota", data: [{ class: "personal" }] };
const security = standardPolicy.reviews?.find(({ id }) => id === "security");
if (security === undefined) throw new Error("The standard policy has a security review.");
const review: Review = security;
const approval: Approval = {
  app: "rota",
  review: "security",
  policy: { id: "standard", version: "1.0.0" },
  by: "Security officer",
  on: "2026-01-12",
  expiresOn: "2027-01-12",
  scope: { data: ["personal"] },
};
const lack = (...approvals: readonly Partial<Approval>[]) =>
  missingApproval(
    review,
    profile,
    { approvals: approvals.map((changes) => ({ ...approval, ...changes })), asOf },
    standardPolicy,
  );

describe("an approval counts", () => {
  test.each<readonly [string, Partial<Approval>]>([
    ["from the day on which it was given", { on: asOf }],
    ["to the day before it expires", { expiresOn: "2026-04-01" }],
    ["whichever version of the policy it was given by", { policy: { id: "standard", version: "0.9" } }],
    ["however the role is spelled", { by: "security  officer\u200b" }],
  ])("%s", (_, changes) => {
    expect(lack(changes)).toBeUndefined();
  });

  test.each<readonly [string, Partial<Approval>, object]>([
    ["before it was given", { on: "2026-04-01" }, { code: "never" }],
    ["for another app", { app: "another" }, { code: "never" }],
    ["for another review", { review: "integration" }, { code: "never" }],
    ["by another policy", { policy: { id: "lax", version: "1.0.0" } }, { code: "void" }],
    ["by somebody who may not give it", { by: "Intern" }, { code: "void" }],
    [
      "for longer than its review counts",
      { on: "2025-01-12", expiresOn: "9999-12-31" },
      { code: "expired", since: "2026-01-12" },
    ],
    ["when it ends before it begins", { expiresOn: "2026-01-01" }, { code: "expired" }],
    ["on the day on which it expires", { expiresOn: asOf }, { code: "expired", since: asOf }],
    ["beyond its scope", { scope: { data: [] } }, { code: "beyond", beyond: [{ part: "data", certain: true }] }],
    [
      "for a part that it does not speak of",
      { scope: {} },
      { code: "beyond", beyond: [{ part: "data", certain: true }] },
    ],
  ])("but not %s", (_, changes, expected) => {
    expect(lack(changes)).toMatchObject(expected);
  });

  test("when any of several does", () => {
    expect(lack({ scope: {} }, {}, { expiresOn: "2026-02-01" })).toBeUndefined();
  });

  test("and of several that do not, the latest says why", () => {
    const expired = { expiresOn: "2026-02-01" };
    expect(lack(expired, { expiresOn: "2026-03-01" }, expired)).toEqual({
      code: "expired",
      since: "2026-03-01",
      message: "The approval has expired on 2026-03-01.",
    });
    expect(lack({ on: "2026-02-02", scope: { data: ["payment"] } }, { scope: {} }, expired)).toMatchObject({
      message: "Beyond the approval: personal data. The approval covers payment data.",
    });
  });
});

test("one that does not count says why", () => {
  expect(lack({ by: "Intern" })?.message).toBe(
    'There is an approval, but it does not count. "Intern" gave it, and only Security officer can.',
  );
  expect(lack({ policy: { id: "lax", version: "1.0.0" } })?.message).toBe(
    'There is an approval, but it does not count. It was given by the policy "lax", and this one is "standard".',
  );
});

test.each<readonly [string, object, string]>([
  ["people that are no number", { scope: { users: "x" } }, "/scope/users"],
  ["a class that there is not", { scope: { data: ["personal", "all"] } }, "/scope/data/1"],
  ["no scope", { scope: null }, "/scope"],
  ["no approver", { by: "" }, "/by"],
  ["evidence of nobody", { evidence: { access: { on: "2026-01-10" } } }, "/evidence/access/by"],
])("one with %s is refused, and covers nothing", (_, changes, pointer) => {
  expect(() => lack(changes)).toThrow(
    expect.objectContaining({ code: "invalid-approval", problems: [expect.objectContaining({ pointer })] }),
  );
});

test("a day that is none is refused", () => {
  expect(() => lack({ on: "soon" })).toThrow(expect.objectContaining({ code: "invalid-date" }));
});

describe("an app has outgrown what was approved", () => {
  const beyond = (...approvals: readonly Partial<Approval>[]) =>
    beyondApprovals(
      profile,
      { approvals: approvals.map((changes) => ({ ...approval, ...changes })), asOf },
      standardPolicy,
    );
  const architecture = {
    review: "architecture",
    by: "IT architect",
    scope: { users: 40, systems: [], data: [] },
  } as const;

  test.each([
    ["nothing was ever approved", [], []],
    ["everything is covered", [{}], []],
    ["its data is not", [{ scope: { data: ["payment"] } }], ["data"]],
    ["it was covered, and that has expired", [{ expiresOn: "2026-02-01" }], []],
    ["an earlier approval covered it, and the latest does not", [{}, { on: "2026-02-02", scope: {} }], ["data"]],
    ["whoever gave the latest could not", [{}, { on: "2026-02-02", by: "Intern", scope: {} }], []],
    ["one of several reviews covers it", [{}, architecture], ["users", "systems"]],
  ] as const satisfies readonly (readonly [string, readonly Partial<Approval>[], readonly string[]])[])(
    "%s",
    (_, approvals, parts) => {
      expect(beyond(...approvals).map(({ part }) => part)).toEqual(parts);
    },
  );

  test("and a policy without reviews asks for nothing", () => {
    expect(beyondApprovals(profile, { approvals: [approval], asOf }, { id: "standard" })).toEqual([]);
  });
});
