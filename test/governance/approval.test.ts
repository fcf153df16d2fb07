import { type AppProfile, type Approval, type Review, standardPolicy } from "plimsoll";
import { describe, expect, test } from "vitest";
import { beyondApprovals, lackOf } from "../../src/governance/index.js";

const asOf = "2026-03-31";
const profile: AppProfile = { id: "rota", name: "Rota", data: [{ class: "personal" }] };
const review: Pick<Review, "id" | "covers"> = { id: "security", covers: ["data"] };
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
  lackOf(review, profile, { approvals: approvals.map((changes) => ({ ...approval, ...changes })), asOf });

describe("an approval counts", () => {
  test.each<readonly [string, Partial<Approval>]>([
    ["from the day on which it was given", { on: asOf }],
    ["to the day before it expires", { expiresOn: "2026-04-01" }],
    ["whichever policy it was given by", { policy: { id: "another", version: "9" } }],
  ])("%s", (_, changes) => {
    expect(lack(changes)).toBeUndefined();
  });

  test.each<readonly [string, Partial<Approval>, object]>([
    ["before it was given", { on: "2026-04-01" }, { code: "never" }],
    ["for another app", { app: "another" }, { code: "never" }],
    ["for another review", { review: "integration" }, { code: "never" }],
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
  const architecture = { review: "architecture", scope: { users: 40, systems: [], data: [] } } as const;

  test.each([
    ["nothing was ever approved", [], []],
    ["everything is covered", [{}], []],
    ["its data is not", [{ scope: { data: ["payment"] } }], ["data"]],
    ["it was covered, and that has expired", [{ expiresOn: "2026-02-01" }], []],
    ["an earlier approval covered it, and the latest does not", [{}, { on: "2026-02-02", scope: {} }], ["data"]],
    ["one of several reviews covers it", [{}, architecture], ["users", "systems"]],
  ] as const satisfies readonly (readonly [string, readonly Partial<Approval>[], readonly string[]])[])(
    "%s",
    (_, approvals, parts) => {
      expect(beyond(...approvals).map(({ part }) => part)).toEqual(parts);
    },
  );

  test("and a policy without reviews asks for nothing", () => {
    expect(beyondApprovals(profile, { approvals: [approval], asOf }, {})).toEqual([]);
  });
});
