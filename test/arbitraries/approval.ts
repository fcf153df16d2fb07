import fc from "fast-check";
import { type AppProfile, type Approval, type Policy, type Review, standardPolicy } from "plimsoll";
import type { Scope } from "plimsoll/governance";
import { parts } from "../../src/governance/scope.js";

/** The day on which approvals are asked for. */
export const today = "2026-03-31";

function scopeFor({ covers }: Review, profile: AppProfile): Scope {
  return Object.fromEntries(
    covers.map((part) => [part, parts[part].told(profile)]).filter(([, told]) => told !== undefined),
  );
}

/** An approval of a review that covers what a profile tells, in force today; by the standard policy, unless the changes say so. */
export function approvalOf(review: Review, profile: AppProfile, changes: Partial<Approval> = {}): Approval {
  return {
    app: profile.id,
    review: review.id,
    policy: { id: standardPolicy.id, version: standardPolicy.version },
    by: review.approvers[0] ?? "",
    on: "2026-01-12",
    expiresOn: "2027-01-12",
    scope: scopeFor(review, profile),
    ...changes,
  };
}

export const reviews: readonly Review[] = standardPolicy.reviews ?? [];

/** Approvals of every review of a policy that cover an app, some of them expired, given to another app, or for less. */
export function approvalsArbitrary(
  profile: AppProfile,
  { id, version, reviews: all = [] }: Policy = standardPolicy,
): fc.Arbitrary<readonly Approval[]> {
  const spoilt = fc.constantFrom<Partial<Approval>>(
    { expiresOn: today },
    { on: "2026-04-01" },
    { app: "another" },
    { scope: {} },
    { scope: { users: 0, systems: [], data: [], environment: "idea" } },
  );
  const changes = fc.oneof({ weight: 9, arbitrary: fc.constant({}) }, { weight: 1, arbitrary: spoilt });
  const given = all.map((review) =>
    changes.map((change) => approvalOf(review, profile, { policy: { id, version }, ...change })),
  );
  return fc.tuple(...given);
}
