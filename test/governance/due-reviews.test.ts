import fc from "fast-check";
import { type AppProfile, type Approval, dueReviews, extendPolicy, type Policy, standardPolicy } from "plimsoll";
import { harmlessApp } from "plimsoll/testing";
import { describe, expect, test } from "vitest";
import { approvalOf, reviews, today } from "../arbitraries/approval.js";
import { profileArbitrary } from "../arbitraries/profile.js";
import { policyOf } from "../policy/a-policy.js";

const citizen: AppProfile = {
  id: "rota",
  name: "Rota",
  audience: { users: 12, builtFor: 12, departments: ["Sales"] },
  integrations: [],
  data: [{ class: "general" }],
  calculations: [],
  criticality: { dailyDependence: false },
  ownership: { builderPresent: true },
  compliance: [],
  consequences: { legalForPeople: false },
  lifecycle: { stage: "development" },
};
/** Of which everything is known, whatever facts there are. */
const harmless = harmlessApp("Rota").build();
const connected: AppProfile = {
  ...citizen,
  audience: { users: 140, builtFor: 140, departments: ["Sales"] },
  integrations: [{ system: "CRM", direction: "write" }],
};

const due = (profile: AppProfile, milestone: string, approvals: readonly Approval[] = []) =>
  dueReviews(profile, { milestone, approvals, asOf: today });

describe("the reviews that are due", () => {
  test.each<readonly [string, AppProfile, string, readonly string[]]>([
    ["a citizen app that starts", harmless, "start", []],
    ["a citizen app that goes into production", harmless, "deploy", ["production-readiness"]],
    ["a connected app that starts", connected, "start", ["architecture"]],
    ["a connected app that connects", connected, "connect", ["architecture", "integration"]],
    [
      "one with semi-sensitive data",
      { ...citizen, data: [{ class: "semi-sensitive" }] },
      "access",
      ["architecture", "security"],
    ],
    [
      "a connected app that goes into production",
      connected,
      "deploy",
      ["architecture", "integration", "production-readiness"],
    ],
    ["an app of which nothing is known", { id: "new", name: "New" }, "deploy", reviews.map(({ id }) => id)],
  ])("of %s", (_, profile, milestone, expected) => {
    expect(due(profile, milestone).map(({ review }) => review)).toEqual(expected);
  });

  test("are certain, or possible while the profile leaves them open", () => {
    expect(due(connected, "connect").map(({ certain }) => certain)).toEqual([true, true]);
    expect(due({ id: "new", name: "New" }, "deploy").map(({ certain }) => certain)).toEqual([
      false,
      false,
      false,
      true,
    ]);
  });

  test("wait for what could still tell whether the app needs them, and for nothing where that is certain", () => {
    const [architecture, , security, readiness] = due({ id: "new", name: "New" }, "deploy");
    expect(architecture?.waitsFor).toContain("users");
    expect(security?.waitsFor).toEqual(["dataSensitivity"]);
    expect(readiness?.waitsFor).toEqual([]);
    fc.assert(
      fc.property(profileArbitrary, (profile) => {
        for (const { certain, waitsFor } of due(profile, "deploy")) expect(waitsFor.length === 0).toBe(certain);
      }),
    );
  });

  test("wait for no more than the tier and the condition of their own leave open", () => {
    const open = { fact: "support", is: false } as const;
    const review = { ...(reviews[0] ?? expect.fail()), milestone: "deploy" };
    const { above: _, when: __, ...always } = review;
    const waitingFor = (own: object) => {
      const policy: Policy = { ...policyOf({ fact: "users", atLeast: 100 }), reviews: [{ ...always, ...own }] };
      const given = { milestone: "deploy", approvals: [], asOf: "2026-01-12" };
      return dueReviews({ id: "new", name: "New" }, given, policy).map(({ waitsFor }) => waitsFor);
    };
    expect(waitingFor({})).toEqual([[]]);
    expect(waitingFor({ when: open })).toEqual([["support"]]);
    expect(waitingFor({ above: "team" })).toEqual([["users"]]);
    expect(waitingFor({ above: "team", when: open })).toEqual([["users", "support"]]);
  });

  test("are no longer due once their approvals count", () => {
    const approvals = reviews.map((review) => approvalOf(review, connected));
    expect(due(connected, "deploy", approvals)).toEqual([]);
    const grown = { ...connected, audience: { users: 200, departments: ["Sales"] } };
    expect(due(grown, "deploy", approvals).map(({ review, missing }) => [review, missing.code])).toEqual([
      ["architecture", "beyond"],
      ["production-readiness", "beyond"],
    ]);
  });

  test("are data of the policy", () => {
    const ours = extendPolicy(standardPolicy, {
      id: "ours",
      version: "1.0.0",
      reviews: { architecture: { above: "it-review" } },
    });
    expect(dueReviews(connected, { milestone: "start", approvals: [], asOf: today }, ours)).toEqual([]);
    const none = { ...standardPolicy, boundaries: [], reviews: [] };
    expect(() => dueReviews(connected, { milestone: "start", approvals: [], asOf: today }, none)).toThrow();
  });

  test("of a milestone that the policy does not have are asked in vain", () => {
    expect(() => due(citizen, "depoly")).toThrow(
      expect.objectContaining({
        code: "invalid-milestone",
        problems: [expect.objectContaining({ pointer: "/milestone", suggestion: "deploy" })],
      }),
    );
  });
});

describe("a checklist is answered as far as the profile tells", () => {
  const answers = (profile: AppProfile, review: string) =>
    due(profile, "deploy")
      .find((each) => each.review === review)
      ?.checklist.map(({ id, answer }) => [id, answer]);

  test.each<readonly [string, AppProfile, string, readonly (readonly [string, string])[]]>([
    [
      "facts that are told",
      connected,
      "architecture",
      [
        ["scope", "met"],
        ["data", "met"],
        ["systems", "met"],
        ["fit", "open"],
      ],
    ],
    [
      "facts that are told in part",
      { ...connected, integrations: [{ system: "ERP", direction: "write" }], partial: ["/integrations"] },
      "architecture",
      [
        ["scope", "met"],
        ["data", "met"],
        ["systems", "open"],
        ["fit", "open"],
      ],
    ],
    [
      "what holds and what does not",
      {
        ...connected,
        integrations: [
          { system: "ERP", direction: "write", writesValidated: true, conflicts: "handled", identity: "maker" },
        ],
      },
      "integration",
      [
        ["flow", "met"],
        ["pattern", "open"],
        ["accounts", "not-met"],
      ],
    ],
    [
      "what nobody has told",
      citizen,
      "production-readiness",
      [
        ["readiness", "open"],
        ["support", "open"],
        ["failure", "met"],
      ],
    ],
  ])("%s", (_, profile, review, expected) => {
    expect(answers(profile, review)).toEqual(expected);
  });

  test("with the evidence for it", () => {
    const [scope, data] = due({ ...connected, data: [] }, "start")[0]?.checklist ?? [];
    expect(scope?.evidence).toEqual([
      {
        fact: "users",
        question: "How many people use it now?",
        reading: "exact",
        observed: 140,
        pointers: ["/audience/users"],
      },
      {
        fact: "departments",
        question: "Which departments use it?",
        reading: "exact",
        observed: 1,
        pointers: ["/audience/departments/0"],
      },
    ]);
    expect(data?.advice).toBe("List its data, and how sensitive each kind is.");
    const [review] = due({ id: "new", name: "New" }, "deploy").slice(-1);
    expect(review?.checklist[1]?.evidence).toMatchObject([
      { fact: "support", reading: "unknown", observed: null, met: null },
    ]);
    expect(due({ id: "new", name: "New" }, "start")[0]?.checklist[0]?.evidence).toMatchObject([
      { observed: null },
      { observed: null },
    ]);
  });

  test("and what must hold is not met whatever else is open", () => {
    const item = {
      id: "small",
      question: "Is it small?",
      requiresFacts: ["departments"],
      met: { fact: "users", atMost: 20 },
    } as const;
    const ours = extendPolicy(standardPolicy, {
      id: "ours",
      version: "1.0.0",
      reviews: { architecture: { checklist: [item] } },
    });
    const answer = (audience: object) =>
      dueReviews({ id: "a", name: "A", audience }, { milestone: "start", approvals: [], asOf: today }, ours)[0]
        ?.checklist[0];
    expect(answer({ users: 30 })).toMatchObject({ answer: "not-met", advice: "" });
    expect(answer({ users: 10 })?.answer).toBe("open");
    expect(answer({ users: 10, departments: ["Sales"] })?.answer).toBe("met");
  });
});
