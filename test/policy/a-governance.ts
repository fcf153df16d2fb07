import type { Audit, AuditCheck, Boundary, Component, Policy, Review } from "plimsoll";
import { emptyPolicy, words } from "./a-policy.js";

// Some parts are wrong, which is what the tests are about.

export const review = (rest: object = {}): Review =>
  ({
    id: "plan",
    title: "Plan",
    why: "It matters.",
    milestone: "start",
    checklist: [{ id: "scope", question: "Is it clear?" }],
    approvers: ["Architect"],
    minutes: 30,
    validFor: 365,
    covers: ["users"],
    ...rest,
  }) as Review;

export const boundary = (rest: object = {}): Boundary => ({ id: "line", ...words, review: "plan", ...rest });

export const component = (rest: object = {}): Component => ({ id: "login", title: "Login", covers: [], ...rest });

export const check = (rest: object): AuditCheck => ({ id: "check", severity: "low", ...words, ...rest }) as AuditCheck;

export const withReview = (rest: object): Policy => ({ ...emptyPolicy, reviews: [review(rest)] });

export const withBoundary = (rest: object): Policy => ({
  ...emptyPolicy,
  reviews: [review()],
  boundaries: [boundary(rest)],
});

export const withComponent = (rest: object): Policy => ({ ...emptyPolicy, components: [component(rest)] });

export const withAudit = (checks: readonly AuditCheck[], everyDays = 92): Policy => ({
  ...emptyPolicy,
  audit: { everyDays, points: { low: 1, medium: 3, high: 9 }, checks },
});

export const withWeights = (weights: Partial<Audit>): Policy => ({
  ...emptyPolicy,
  audit: { everyDays: 92, points: { low: 1, medium: 3, high: 9 }, ...weights, checks: [] },
});
