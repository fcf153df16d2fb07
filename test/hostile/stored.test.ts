import {
  type Approval,
  audit,
  authorize,
  buildGuide,
  createClassifier,
  dueReviews,
  parseProfile,
  safeParsePolicy,
  standardPolicy,
} from "plimsoll";
import { safeParseTimeline } from "plimsoll/backtest";
import { type EscalationEvent, openCase, safeParseCase, transition } from "plimsoll/escalation";
import { safeParseApproval } from "plimsoll/governance";
import { scenarios } from "plimsoll/guide";
import { stories } from "plimsoll/stories";
import { expect, test } from "vitest";
import { caseAfter, marked, opened, preserved } from "../escalation/a-case.js";
import { completeProfile } from "../formats/profile/complete-profile.js";
import { draws } from "../prove/draws.js";
import { type Complaint, complaintAbout, complaintAboutResult, prototypes } from "./expectations.js";
import { hostileValue, spoil } from "./hostile-value.js";
import { randomFrom } from "./random.js";

const before = prototypes();

/** So many hostile values in the place of a good one, and what each call with them led to that it should not. */
function complaintsAbout(
  good: object,
  count: number,
  complain: (value: unknown) => Complaint,
  rarities: readonly [number, number] = [20, 60],
): readonly string[] {
  const random = randomFrom(count);
  const { numRuns: length } = draws(count);
  const complaints = Array.from({ length }, () =>
    complain(random() < 0.1 ? hostileValue(random) : spoil(good, random, rarities[random() < 0.5 ? 1 : 0])),
  );
  expect(prototypes()).toEqual(before);
  return [...new Set(complaints.filter((complaint) => complaint !== undefined))];
}

const approval: Approval = {
  app: "rota",
  review: "architecture",
  policy: { id: "standard", version: "1.0.0" },
  by: "IT architect",
  on: "2026-01-12",
  expiresOn: "2027-01-12",
  scope: { users: 40, systems: [{ system: "ERP", direction: "read" }], data: ["general"], environment: "pilot" },
  accepted: { fit: "It is small." },
};

const fine = () => undefined;
const given = { profile: parseProfile(completeProfile), approvals: [approval], asOf: "2026-03-31" };

test("a hostile approval is read or refused", () => {
  const complaints = complaintsAbout(approval, 10_000, (value) =>
    complaintAbout(
      () => safeParseApproval(value),
      (result) => complaintAboutResult(result, safeParseApproval),
    ),
  );
  expect(complaints).toEqual([]);
});

test("a hostile timeline is read or refused", () => {
  const complaints = complaintsAbout(stories[0] ?? {}, 3_000, (value) =>
    complaintAbout(
      () => safeParseTimeline(value),
      (result) => complaintAboutResult(result, safeParseTimeline),
    ),
  );
  expect(complaints).toEqual([]);
});

test("a hostile case is read or refused", () => {
  const complaints = complaintsAbout(caseAfter(opened, preserved), 5_000, (value) =>
    complaintAbout(
      () => safeParseCase(value),
      (result) => complaintAboutResult(result, safeParseCase),
    ),
  );
  expect(complaints).toEqual([]);
});

test("a hostile event happens or is refused as a value", () => {
  for (const event of [preserved, marked("connection", "rebuild")]) {
    const complaints = complaintsAbout(event, 5_000, (value) => {
      // As JavaScript would call it.
      const result = transition(opened, value as EscalationEvent);
      return result.ok || result.refusal.message !== "" ? undefined : "a refusal says nothing";
    });
    expect(complaints).toEqual([]);
  }
});

test("a hostile opening opens a case or is refused", () => {
  const complaints = complaintsAbout(opened.events[0] ?? {}, 5_000, (value) =>
    complaintAbout(() => openCase(value as Parameters<typeof openCase>[0]), fine),
  );
  expect(complaints).toEqual([]);
});

test("a policy that is read, however it was spoilt, can be asked for everything", () => {
  let read = 0;
  const complaints = complaintsAbout(
    standardPolicy,
    3_000,
    (value) => {
      const result = safeParsePolicy(value);
      if (!result.ok) return undefined;
      const policy = result.value;
      read++;
      const milestone = policy.reviews?.at(-1)?.milestone ?? "";
      return (
        complaintAbout(() => createClassifier(policy)(given.profile), fine) ??
        complaintAbout(() => authorize({ kind: "deploy" }, given, policy), fine) ??
        complaintAbout(() => dueReviews(given.profile, { ...given, milestone }, policy), fine) ??
        complaintAbout(() => buildGuide(policy), fine) ??
        (read % 20 === 0 ? complaintAbout(() => scenarios(policy), fine) : undefined)
      );
      // So much is in a policy that one spoilt value in fifty would leave none to be read.
    },
    [600, 2_000],
  );
  expect(complaints).toEqual([]);
  expect(read).toBeGreaterThan(10);
});

test("hostile apps never stop an audit", async () => {
  const random = randomFrom(7);
  const apps = Array.from({ length: 3_000 }, () =>
    random() < 0.2 ? hostileValue(random) : spoil({ profile: completeProfile, approvals: [approval] }, random, 40),
  );
  const { summary, brokenOff } = await audit(apps, { asOf: "2026-03-31", approvals: [approval] });
  expect(brokenOff).toBeNull();
  expect(summary.apps + summary.unreadable).toBeGreaterThan(0);
});
