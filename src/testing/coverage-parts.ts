import { type Classification, createClassifier } from "../classify/index.js";
import type { Catalogue } from "../facts/index.js";
import { type Approval, authorize, dueReviews, reviewsUpTo } from "../governance/index.js";
import { canBeCovered, type Policy, rulesOf } from "../policy/index.js";
import { createAuditor } from "../portfolio/index.js";
import type { Pointer } from "../problems/index.js";
import type { AppProfile } from "../profile/index.js";
import type { Day } from "../time/index.js";
import { actionOn, type ExpectedParts } from "./expected.js";

/**
 * What some apps showed of the reviews, boundaries, components, and of the checks and weights of an audit that a policy has. Reviews,
 * boundaries, checks and weights are reached by what is expected of them: what nobody looks at is shown by nobody.
 *
 * @example
 * ```ts
 * import { standardPolicy } from "plimsoll";
 * import { type PartsCoverage, policyCoverage } from "plimsoll/testing";
 *
 * const profile = { id: "rota", name: "Rota" };
 * const parts: PartsCoverage = policyCoverage(standardPolicy, [
 *   { profile, asOf: "2026-01-12", expect: { reviews: { before: "start", due: ["architecture"] } } },
 * ]);
 *
 * parts.reviews[0]; // → { review: "architecture", pointer: "/reviews/0", due: 1, dueNot: 0 }
 * ```
 */
export interface PartsCoverage {
  /** Each review, with how often it was due where reviews were expected, and how often not. */
  readonly reviews: readonly {
    readonly review: string;
    readonly pointer: Pointer;
    readonly due: number;
    readonly dueNot: number;
  }[];
  /** Each boundary, with how often it was a reason for a review or a denial where a decision was expected. */
  readonly boundaries: readonly { readonly boundary: string; readonly pointer: Pointer; readonly stopped: number }[];
  /** Each component that can cover a rule, with how many apps it covered one for. */
  readonly components: readonly { readonly component: string; readonly pointer: Pointer; readonly covered: number }[];
  /** Each check of the audit, with how often it was found where an audit was expected. */
  readonly checks: readonly { readonly check: string; readonly pointer: Pointer; readonly found: number }[];
  /** Each weight of the audit, with how often it weighed where an audit was expected. */
  readonly weights: readonly { readonly weight: string; readonly pointer: Pointer; readonly weighed: number }[];
}

/** An app, with what is expected of it, and from when. */
interface Row {
  readonly profile: AppProfile;
  readonly asOf: Day | undefined;
  readonly approvals?: readonly Approval[] | undefined;
  readonly expect?: ExpectedParts | undefined;
}

/** What one app showed, by ids. */
interface Shown {
  readonly due: readonly string[];
  readonly dueNot: readonly string[];
  readonly stopped: readonly string[];
  readonly covered: readonly string[];
  readonly found: readonly string[];
  readonly weighed: readonly string[];
}

/** What an app shows where reviews, a decision or an audit are expected of it: what nobody looks at is not asked. */
function shownBy(
  { profile, asOf, approvals = [], expect: expected = {} }: Row,
  { findings }: Classification,
  policy: Policy,
  facts: Catalogue,
): Shown {
  const covered = findings.flatMap(({ coveredBy }) => coveredBy);
  if (asOf === undefined) return { due: [], dueNot: [], stopped: [], covered, found: [], weighed: [] };
  const given = { approvals, asOf };
  const { reviews, decision, audit } = expected;
  const reached = reviews === undefined ? [] : reviewsUpTo(reviews.before, policy).map(({ id }) => id);
  const asked =
    reviews === undefined ? [] : dueReviews(profile, { milestone: reviews.before, ...given }, policy, { facts });
  const due = asked.map(({ review }) => review);
  const reasons =
    decision === undefined ? [] : authorize(actionOn(decision.on), { profile, ...given }, policy, { facts }).reasons;
  const auditor =
    audit === undefined || policy.audit === undefined ? undefined : createAuditor(given, policy, { facts });
  auditor?.add(profile);
  const { findings: audited = [], weights = [] } = auditor?.report(null).ranked[0] ?? {};
  return {
    due,
    dueNot: reached.filter((id) => !due.includes(id)),
    stopped: reasons.flatMap(({ kind, id }) => (kind === "boundary" ? [id] : [])),
    covered,
    found: audited.flatMap(({ kind, id }) => (kind === "check" ? [id] : [])),
    weighed: weights.map(({ id }) => id),
  };
}

/** What apps show of the parts of a policy that are no rules. */
export function partsCoverage(policy: Policy, rows: readonly Row[], facts: Catalogue): PartsCoverage {
  const classify = createClassifier(policy, { facts });
  const shown = rows.map((row) => shownBy(row, classify(row.profile, row), policy, facts));
  const times = (how: keyof Shown, id: string) => shown.filter((each) => each[how].includes(id)).length;
  const coverable = new Set(
    rulesOf(policy).flatMap(({ rule }) => (canBeCovered(rule, policy, facts) ? [rule.id] : [])),
  );
  const { reviews = [], boundaries = [], components = [], audit } = policy;
  return {
    reviews: reviews.map(({ id }, index) => {
      return { review: id, pointer: `/reviews/${index}`, due: times("due", id), dueNot: times("dueNot", id) };
    }),
    boundaries: boundaries.map(({ id }, index) => {
      return { boundary: id, pointer: `/boundaries/${index}`, stopped: times("stopped", id) };
    }),
    // One that is retired, or made for what no component can handle, covers nothing.
    components: components.flatMap(({ id, covers, retired }, index) =>
      retired === undefined && covers.some((rule) => coverable.has(rule))
        ? [{ component: id, pointer: `/components/${index}`, covered: times("covered", id) }]
        : [],
    ),
    checks: (audit?.checks ?? []).map(({ id }, index) => {
      return { check: id, pointer: `/audit/checks/${index}`, found: times("found", id) };
    }),
    weights: (audit?.weights ?? []).map(({ id }, index) => {
      return { weight: id, pointer: `/audit/weights/${index}`, weighed: times("weighed", id) };
    }),
  };
}

/** Whether each thing that there was to show of these parts was shown. */
export const partsShown = ({ reviews, boundaries, components, checks, weights }: PartsCoverage): readonly boolean[] => [
  ...reviews.flatMap(({ due, dueNot }) => [due > 0, dueNot > 0]),
  ...boundaries.map(({ stopped }) => stopped > 0),
  ...components.map(({ covered }) => covered > 0),
  ...checks.map(({ found }) => found > 0),
  ...weights.map(({ weighed }) => weighed > 0),
];
