import type { Criterion, Limit, Policy, Rubric, Sign } from "plimsoll";

/** A valid policy of two tiers and no rules, for tests to put one rule into. */
export const emptyPolicy = {
  id: "house",
  version: "1.0.0",
  title: "The house rules",
  tiers: [
    { id: "team", title: "Team", advice: "Go on." },
    { id: "central", title: "Central", advice: "Ask the central team." },
  ],
} as const satisfies Policy;

/** A rule's words, which most tests do not care about. */
export const words = { title: "A rule", why: "It matters." } as const;

/** A line that some tests need and none cares about. */
export const manyUsers = { fact: "users", atLeast: 100 } as const;

// The conditions of these are checked by what they are handed to; that is what the tests are about.

/** A criterion of {@link emptyPolicy}; its condition may be wrong. */
export function criterion(when: unknown, rest: object = {}): Criterion {
  return { id: "rule", tier: "central", ...words, when, ...rest } as Criterion;
}

/** A sign; its condition may be wrong. */
export function sign(id: string, when: unknown, rest: object = {}): Sign {
  return { id, severity: "low", ...words, when, ...rest } as Sign;
}

/** A rubric of one item; its condition may be wrong. */
export function rubric(id: string, when: unknown): Rubric {
  return { id, title: "Risk", items: [{ points: 1, when }] } as Rubric;
}

/** The tiers of {@link emptyPolicy}, the lower one with a limit. */
export function limitedTiers(holds: unknown, rest: object = {}): Policy["tiers"] {
  const [lower, higher] = emptyPolicy.tiers;
  return [{ ...lower, limits: [{ id: "limit", ...words, holds, ...rest } as Limit] }, higher];
}

/** {@link emptyPolicy} with one criterion. */
export function policyOf(when: unknown, rest: object = {}): Policy {
  return { ...emptyPolicy, criteria: [criterion(when)], ...rest };
}
