import type { Classification } from "../classify/index.js";
import type { Catalogue } from "../facts/index.js";
import { type Approval, authorize, dueReviews } from "../governance/index.js";
import type { Policy } from "../policy/index.js";
import { createAuditor } from "../portfolio/index.js";
import { PlimsollError } from "../problems/index.js";
import type { AppProfile } from "../profile/index.js";
import {
  actionOn,
  type ExpectedAudit,
  type ExpectedDecision,
  type ExpectedParts,
  type ExpectedReviews,
} from "./expected.js";

/** An app that was classified, and what is known besides. */
export interface Judged {
  readonly profile: AppProfile;
  readonly classification: Classification;
  readonly approvals: readonly Approval[];
  /** The day as of which all of it is asked. */
  readonly asOf: string | undefined;
}

/** By what apps are judged. */
interface By {
  readonly policy: Policy;
  readonly facts: Catalogue;
}

const listed = (ids: readonly string[]) => [...new Set(ids)].sort().join(", ") || "none";

/** A sentence for ids that are not those which were expected. */
const unlike = (what: string, expected: readonly string[], seen: readonly string[]): readonly string[] =>
  listed(expected) === listed(seen) ? [] : [`Expected ${what}: ${listed(expected)}, but saw: ${listed(seen)}.`];

function severityFailures(
  expected: NonNullable<ExpectedParts["severity"]>,
  { findings }: Classification,
): readonly string[] {
  return Object.entries(expected).flatMap(([id, severity]) => {
    const found = findings.find((finding) => finding.id === id && finding.status === "holds");
    if (found?.severity === severity) return [];
    const seen = found === undefined ? "it does not hold" : `its severity is ${found.severity ?? "none"}`;
    return [`Expected that "${id}" holds, with the severity ${severity}, but ${seen}.`];
  });
}

function reviewFailures(expected: ExpectedReviews, judged: Judged & { readonly asOf: string }, { policy, facts }: By) {
  const { profile, approvals, asOf } = judged;
  const due = dueReviews(profile, { milestone: expected.before, approvals, asOf }, policy, { facts });
  const missing = unlike(
    `the reviews that are due before ${expected.before}`,
    expected.due,
    due.map(({ review }) => review),
  );
  const answers = Object.entries(expected.answers ?? {}).flatMap(([review, items]) =>
    Object.entries(items).flatMap(([item, answer]) => {
      const { checklist = [] } = due.find((each) => each.review === review) ?? {};
      const seen = checklist.find(({ id }) => id === item)?.answer ?? "not asked";
      return seen === answer ? [] : [`Expected "${item}" of "${review}" to be ${answer}, but it is ${seen}.`];
    }),
  );
  return [...missing, ...answers];
}

function decisionFailures(
  { on, is, reviews }: ExpectedDecision,
  { profile, approvals, asOf }: Judged & { readonly asOf: string },
  { policy, facts }: By,
): readonly string[] {
  const {
    decision,
    reasons,
    reviews: asked,
  } = authorize(actionOn(on), { profile, approvals, asOf }, policy, { facts });
  const because = reasons.map(({ id }) => id);
  return [
    ...(decision === is ? [] : [`Expected to ${is} it, but the policy says ${decision}, by: ${listed(because)}.`]),
    ...(reviews === undefined ? [] : unlike("the reviews that are asked for", reviews, asked)),
  ];
}

function auditFailures(
  { finds = {}, not = [], points, suggests }: ExpectedAudit,
  { profile, approvals, asOf }: Judged & { readonly asOf: string },
  { policy, facts }: By,
): readonly string[] {
  const auditor = createAuditor({ asOf, approvals }, policy, { facts });
  auditor.add(profile);
  const { findings = [], points: total = 0, suggests: suggested = null } = auditor.report(null).ranked[0] ?? {};
  const seen = (id: string) => findings.find((finding) => finding.id === id)?.severity;
  return [
    ...Object.entries(finds).flatMap(([id, severity]) =>
      seen(id) === severity
        ? []
        : [`Expected an audit to find "${id}" (${severity}), but saw ${seen(id) ?? "nothing of it"}.`],
    ),
    ...not.flatMap((id) => (seen(id) === undefined ? [] : [`Expected an audit not to find "${id}", but it does.`])),
    ...(points === undefined || points === total ? [] : [`Expected ${points} points, but there are ${total}.`]),
    ...(suggests === undefined || suggests === suggested
      ? []
      : [`Expected an audit to suggest ${suggests ?? "nothing"}, but it suggests ${suggested ?? "nothing"}.`]),
  ];
}

/** What was expected besides a tier and reasons, and is not so, in a sentence each. */
export function partFailures(expected: ExpectedParts, judged: Judged, by: By): readonly string[] {
  const { severity, covered, reviews, decision, audit } = expected;
  const { findings } = judged.classification;
  const ofRules = [
    ...(severity === undefined ? [] : severityFailures(severity, judged.classification)),
    ...(covered === undefined
      ? []
      : unlike(
          "the rules that components cover",
          covered,
          findings.flatMap(({ id, status }) => (status === "covered" ? [id] : [])),
        )),
  ];
  const { asOf } = judged;
  if (asOf === undefined) return ofRules;
  const dated = { ...judged, asOf };
  try {
    return [
      ...ofRules,
      ...(reviews === undefined ? [] : reviewFailures(reviews, dated, by)),
      ...(decision === undefined ? [] : decisionFailures(decision, dated, by)),
      ...(audit === undefined ? [] : auditFailures(audit, dated, by)),
    ];
  } catch (error) {
    // A policy that has no such milestone, or no audit, says so.
    if (error instanceof PlimsollError) return [...ofRules, ...error.problems.map(({ message }) => message)];
    throw error;
  }
}
