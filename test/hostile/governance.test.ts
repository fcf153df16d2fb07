import {
  type Action,
  type ActionContext,
  type Approval,
  authorize,
  dueReviews,
  type Milestone,
  type Policy,
  type PolicyChanges,
  parseProfile,
  type ReviewOutcome,
  recordReview,
  safeExtendPolicy,
  standardPolicy,
} from "plimsoll";
import { componentUses, safeParseAction, safeParseApproval } from "plimsoll/governance";
import { expect, test } from "vitest";
import { completeProfile } from "../formats/profile/complete-profile.js";
import { type Complaint, complaintAbout, complaintAboutResult, prototypes } from "./expectations.js";
import { hostileValue, spoil } from "./hostile-value.js";
import { pick, randomFrom } from "./random.js";

/** How many values are tried in each place; `npm run attack` tries more. */
const inputs = Number(process.env.HOSTILE_INPUTS ?? 2_000);
const timeout = 120_000 + inputs * 10;
const before = prototypes();

const profile = parseProfile(completeProfile);
const approval: Approval = {
  app: profile.id,
  review: "security",
  policy: { id: "standard", version: "1.0.0" },
  by: "Security officer",
  on: "2026-01-12",
  expiresOn: "2027-01-12",
  scope: { users: 40, systems: [{ system: "ERP", direction: "read" }], data: ["general"], environment: "pilot" },
  accepted: { audit: "It is small." },
  evidence: { access: { by: "Security analyst", on: "2026-01-10" } },
};
const actions: readonly [Action, ...Action[]] = [
  { kind: "connect", integration: { system: "ERP", direction: "write", component: { id: "integration-connector" } } },
  { kind: "access", data: { name: "Hours", class: "personal" } },
  { kind: "grow", users: 200 },
  { kind: "use", component: { id: "integration-connector", version: "1.0" }, for: { system: "ERP" } },
  { kind: "custom", name: "share", apply: (app) => app },
  { kind: "deploy" },
];
const context: ActionContext = { profile, approvals: [approval], asOf: "2026-03-31" };
const milestone: Milestone = { milestone: "deploy", approvals: [approval], asOf: "2026-03-31" };
const held: ReviewOutcome = {
  review: "security",
  profile,
  by: "Security officer",
  on: "2026-01-12",
  answers: {
    access: { evidence: { by: "Security analyst", on: "2026-01-10" } },
    protection: { accepted: "Until March." },
  },
  scope: { data: ["personal", "health"] },
};
const changes: PolicyChanges = {
  id: "ours",
  version: "1.0.0",
  change: { "many-users": { lines: { users: 50 } } },
  remove: ["many-reads"],
  reviews: { security: { validFor: 90 } },
  boundaries: { crossing: null },
  add: {
    signs: [{ id: "outside", title: "Outside", severity: "low", when: { fact: "outsideUsers", is: true }, why: "So." }],
  },
};

const fine = () => undefined;
const decided = ({ decision }: { readonly decision: string }): Complaint =>
  ["allow", "review", "deny"].includes(decision) ? undefined : `decided "${decision}"`;

/** Where a hostile value may stand: what is spoilt, and what is called with it, as JavaScript would. */
const places: Readonly<
  Record<string, readonly [good: readonly [unknown, ...unknown[]], call: (value: unknown) => Complaint]>
> = {
  "an action that is decided on": [
    actions,
    (value) => complaintAbout(() => authorize(value as Action, context), decided),
  ],
  "an action that is read": [
    actions,
    (value) =>
      complaintAbout(
        () => safeParseAction(value),
        (result) => complaintAboutResult(result, safeParseAction),
      ),
  ],
  "what is known of an app and its approvals": [
    [context],
    (value) => complaintAbout(() => authorize(actions[0], value as ActionContext), decided),
  ],
  "an approval among others": [
    [approval],
    (value) =>
      complaintAbout(
        () => authorize({ kind: "deploy" }, { ...context, approvals: [approval, value as Approval] }),
        decided,
      ),
  ],
  "an approval that is read": [
    [approval],
    (value) =>
      complaintAbout(
        () => safeParseApproval(value),
        (result) => complaintAboutResult(result, safeParseApproval),
      ),
  ],
  "a milestone": [[milestone], (value) => complaintAbout(() => dueReviews(profile, value as Milestone), fine)],
  "an app before a milestone": [
    [profile],
    (value) =>
      complaintAbout(() => dueReviews(value as typeof profile, milestone), fine) ??
      complaintAbout(() => componentUses(value as typeof profile), fine),
  ],
  "a review that was held": [
    [held],
    (value) =>
      complaintAbout(
        () => recordReview(value as ReviewOutcome),
        (result) => complaintAboutResult(result, safeParseApproval),
      ),
  ],
  "changes of a policy": [
    [changes],
    (value) => complaintAbout(() => safeExtendPolicy(standardPolicy, value as PolicyChanges), fine),
  ],
  "the policy that decides": [
    [standardPolicy],
    (value) => complaintAbout(() => authorize(actions[0], context, value as Policy), decided),
  ],
};

test.each(Object.entries(places))(
  "%s is decided on or refused, however it was spoilt",
  { timeout },
  (_, [goods, call]) => {
    const random = randomFrom(inputs);
    const complaints: Record<string, string> = {};
    for (let index = 0; index < inputs; index++) {
      const good = pick(goods, random);
      const value = random() < 0.1 ? hostileValue(random) : spoil(good, random, pick([10, 40, 400], random));
      const complaint = call(value);
      if (complaint !== undefined) complaints[complaint] ??= `value ${index}`;
    }
    expect(complaints).toEqual({});
    expect(prototypes()).toEqual(before);
  },
);
