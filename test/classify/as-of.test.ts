import fc from "fast-check";
import {
  type AppProfile,
  authorize,
  classify,
  createClassifier,
  dueReviews,
  PlimsollError,
  type Policy,
  recordReview,
} from "plimsoll";
import { componentUses } from "plimsoll/governance";
import { describe, expect, test } from "vitest";
import { createExaminer } from "../../src/classify/index.js";
import { criterion, emptyPolicy, policyOf } from "../policy/a-policy.js";

/** What was not reviewed for a year is a matter for others, but while it is new. */
const stale = { fact: "daysSinceReview", atLeast: 365 } as const;
const policy: Policy = {
  ...emptyPolicy,
  criteria: [criterion(stale, { unless: { fact: "daysInProduction", below: 30 } })],
};

const app = (lifecycle: AppProfile["lifecycle"] = {}): AppProfile => ({ id: "rota", name: "Rota", lifecycle });
const old = app({ reviewedOn: "2025-01-01", productionSince: "2024-06-01" });

describe("an app is classified as of a day", () => {
  test.each<[says: string, asOf: string | undefined, tier: string, ceiling: string]>([
    ["on the last day of the year", "2025-12-31", "team", "team"],
    ["on the first day after it", "2026-01-01", "central", "central"],
    ["at an instant of that day", "2026-01-01T23:00:00Z", "central", "central"],
    ["before the review was held", "2024-12-31", "team", "central"],
    ["on no day", undefined, "team", "central"],
  ])("%s", (_, asOf, tier, ceiling) => {
    const options = asOf === undefined ? {} : { asOf };
    const answer = classify(old, policy, options);
    const classifier = createClassifier(policy);
    expect(answer).toMatchObject({ tier, ceiling });
    expect(answer.asOf).toBe(asOf?.slice(0, 10));
    expect(classifier(old, options)).toEqual(answer);
    expect(classifier.tierOf(old, options)).toMatchObject({ tier, ceiling });
    expect(createExaminer(policy)(old, options).classification).toEqual(answer);
  });

  test("whose evidence leads to the date, whether or not it could be counted from", () => {
    const evidenceAsOf = (options: object) => classify(old, policy, options).findings[0]?.evidence[0];
    expect(evidenceAsOf({ asOf: "2026-01-31" })).toMatchObject({ observed: 395, pointers: ["/lifecycle/reviewedOn"] });
    expect(evidenceAsOf({})).toMatchObject({ observed: null, pointers: ["/lifecycle/reviewedOn"] });
  });

  test("and is what it is, whichever day was asked about before", () => {
    const days = fc.constantFrom("2024-06-15", "2025-12-31", "2026-01-01", undefined);
    const apps = fc.constantFrom(old, app({ reviewedOn: "2025-06-01" }), app());
    const classifier = createClassifier(policy);
    fc.assert(
      fc.property(fc.array(fc.tuple(apps, days), { maxLength: 8 }), (asked) => {
        for (const [profile, asOf] of asked)
          expect(classifier(profile, { asOf })).toEqual(createClassifier(structuredClone(policy))(profile, { asOf }));
      }),
    );
  });

  test("and what is no day is refused", () => {
    for (const asOf of ["yesterday", "2026-02-30", ""]) {
      expect(() => classify(old, policy, { asOf })).toThrow(PlimsollError);
      expect(() => classify(old, policy, { asOf })).toThrow(expect.objectContaining({ code: "invalid-date" }));
    }
  });

  test("and stays without one where none is given, as plain JSON", () => {
    const answer = classify(old, policy);
    expect(Object.hasOwn(answer, "asOf")).toBe(false);
    expect(JSON.parse(JSON.stringify(classify(old, policy, { asOf: "2026-01-01" })))).toMatchObject({
      asOf: "2026-01-01",
    });
  });

  test("a date that a month does not have is a problem of the profile", () => {
    const slip = app({ reviewedOn: "2025-02-30" });
    expect(() => classify(slip, policy, { asOf: "2026-01-01" })).toThrow(
      expect.objectContaining({ problems: [expect.objectContaining({ pointer: "/lifecycle/reviewedOn" })] }),
    );
  });
});

describe("what a component leaves of an app is looked at as of the same day", () => {
  const writes = { fact: "systemsWritten", atLeast: 1 } as const;
  const covering = policyOf(
    { all: [writes, stale] },
    {
      components: [
        { id: "connector", title: "Connector", covers: ["rule"], when: { fact: "daysInProduction", below: 100 } },
      ],
    },
  );
  const connected: AppProfile = {
    ...app({ reviewedOn: "2024-01-01", productionSince: "2025-12-01" }),
    integrations: [{ system: "ERP", direction: "write", component: { id: "connector" } }],
  };

  test.each([
    ["while it is new", "2026-01-01", "team", "covers"],
    ["later", "2026-12-01", "central", "condition-not-met"],
  ])("%s", (_, asOf, tier, status) => {
    expect(classify(connected, covering, { asOf })).toMatchObject({ tier, settled: true });
    expect(componentUses(connected, covering, { asOf })).toMatchObject([{ status }]);
    expect(componentUses(connected, covering)).toMatchObject([{ status: "condition-open" }]);
  });
});

describe("what is held against approvals is looked at as of their day", () => {
  const review = {
    id: "yearly",
    title: "Yearly review",
    milestone: "deploy",
    when: stale,
    why: "Things change.",
    approvers: ["IT"],
    validFor: 365,
    covers: ["users"],
    minutes: 30,
    checklist: [{ id: "looked", question: "Was it looked at?", met: { fact: "daysSinceReview", atMost: 10 } }],
  } as const;
  const reviewing: Policy = { ...policy, reviews: [review] };

  test("reviews that are due", () => {
    const dueOn = (asOf: string) =>
      dueReviews(old, { milestone: "deploy", approvals: [], asOf }, reviewing).map(({ certain }) => certain);
    expect(dueOn("2025-12-31")).toEqual([]);
    expect(dueOn("2026-01-01")).toEqual([true]);
    expect(dueOn("2024-12-31")).toEqual([false]);
  });

  test("what an action would come to", () => {
    const asked = authorize({ kind: "deploy" }, { profile: old, approvals: [], asOf: "2026-01-01" }, reviewing);
    expect(asked.before).toMatchObject({ tier: "central", asOf: "2026-01-01" });
    expect(asked.after).toMatchObject({ tier: "central", asOf: "2026-01-01" });
  });

  test("the checklist of a review, as of the day on which it was held", () => {
    const held = (on: string) =>
      recordReview(
        { review: "yearly", profile: { ...old, audience: { users: 3 } }, by: "IT", on, answers: {} },
        reviewing,
      );
    expect(held("2025-01-05")).toMatchObject({ ok: true });
    expect(held("2025-06-05")).toMatchObject({ ok: false });
    expect(held("no day")).toMatchObject({ ok: false });
  });
});
