import { createExaminer } from "../classify/index.js";
import type { Catalogue } from "../facts/index.js";
import { toJson } from "../json/index.js";
import { problemsOfName, sameName } from "../names/index.js";
import { factsOf, type Policy, type PolicyOptions, type Review } from "../policy/index.js";
import { PlimsollError, type Pointer, type Problem, type Result, suggest, toPointer } from "../problems/index.js";
import { type AppProfile, profileShape } from "../profile/index.js";
import { misfit } from "../shapes/index.js";
import { standardPolicy } from "../standard/index.js";
import { addDays, type Day, toDay } from "../time/index.js";
import type { Approval } from "./approval.js";
import { scopeShape } from "./approval-shape.js";
import { beyondScope } from "./beyond.js";
import { answerItems } from "./checklist.js";
import { checkAnswers, keptOf, type ReviewAnswers } from "./review-answer.js";
import { parts, type Scope } from "./scope.js";

/**
 * A review that was held, as a form would post it.
 *
 * @example
 * ```ts
 * import { type ReviewOutcome, recordReview } from "plimsoll";
 *
 * const evidence = { by: "Security analyst", on: "2026-01-10" };
 * const held: ReviewOutcome = {
 *   review: "security",
 *   profile: { id: "rota", name: "Rota", data: [{ class: "personal" }] },
 *   by: "Security officer",
 *   on: "2026-01-12",
 *   answers: { access: { evidence }, protection: { evidence } },
 * };
 * const result = recordReview(held);
 *
 * result.ok ? [] : result.problems.map(({ pointer }) => pointer); // → ["/answers/audit"]
 * ```
 */
export interface ReviewOutcome {
  /** The id of the review. */
  readonly review: string;
  readonly profile: AppProfile;
  /** Who gives the approval, by role: one of the review's approvers. */
  readonly by: string;
  /** Who that is, where that is to be kept. */
  readonly person?: string;
  /** The ticket or request in which it was decided. */
  readonly ticket?: string;
  /** Where the decision can be read. */
  readonly link?: string;
  /** When it is given, as an ISO date or an instant. */
  readonly on: string;
  /** By the id of the checklist item; what the profile answers as met, and nobody has to look at, needs none. */
  readonly answers: ReviewAnswers;
  /** What is approved; what the profile tells when left out. */
  readonly scope?: Scope;
  /** The first day on which it counts no more; as the policy says when left out, and never later. */
  readonly expiresOn?: string;
}

type Problems = readonly Problem[];

function unknownName(what: string, name: string, known: readonly string[], pointer: Pointer): Problem {
  const { hint, ...rest } = suggest(name, known);
  return { pointer, code: "unknown-reference", message: `There is no ${what} "${name}".${hint}`, ...rest };
}

/** The scope that is approved: what is given, and for the rest what the profile tells. */
function scopeOf({ covers }: Review, { profile, scope = {} }: ReviewOutcome): Scope {
  const told = covers.map((part) => [part, scope[part] ?? parts[part].told(profile)] as const);
  return Object.fromEntries(told.filter(([, covered]) => covered !== undefined));
}

function checkScope({ covers }: Review, { profile, scope: given = {} }: ReviewOutcome, scope: Scope): Problems {
  const strangers = Object.keys(given).filter((part) => covers.every((known) => known !== part));
  const gaps = beyondScope(profile, scope, covers);
  return [
    ...strangers.map((part) => unknownName("part of this approval", part, covers, toPointer(["scope", part]))),
    ...gaps.flatMap(({ part, certain, message }): Problems => {
      const pointer = toPointer(["scope", part]);
      if (given[part] === undefined) {
        const ask = "The profile does not say what there is to approve here. Complete it, or say what is approved.";
        return [{ pointer, code: "missing", message: ask }];
      }
      // What the profile leaves open may turn out to be within what is given.
      return certain ? [{ pointer, code: "out-of-range", message: `${message} Approve what there is, or more.` }] : [];
    }),
  ];
}

const heldShape = {
  object: {
    review: "text",
    profile: profileShape,
    by: "text",
    person: "text",
    ticket: "text",
    link: "text",
    on: "string",
    answers: { record: "json" },
    scope: scopeShape,
    expiresOn: "string",
  },
  needs: ["review", "profile", "by", "on", "answers"],
} as const;

/** Reads a day as a value: a form is no programmer. */
function readDay(instant: string, pointer: Pointer): Result<Day> {
  try {
    return { ok: true, value: toDay(instant) };
  } catch (error) {
    if (!(error instanceof PlimsollError)) throw error;
    return { ok: false, problems: error.problems.map((problem) => ({ ...problem, pointer })) };
  }
}

function readDays(held: ReviewOutcome, validFor: number): Result<Pick<Approval, "on" | "expiresOn">> {
  const on = readDay(held.on, "/on");
  if (!on.ok) return on;
  const latest = addDays(on.value, validFor);
  const expiresOn = readDay(held.expiresOn ?? latest, "/expiresOn");
  if (!expiresOn.ok) return expiresOn;
  if (on.value < expiresOn.value && expiresOn.value <= latest) {
    return { ok: true, value: { on: on.value, expiresOn: expiresOn.value } };
  }
  const message = `This approval may end after ${on.value}, and by ${latest} at the latest, but ends on ${expiresOn.value}.`;
  return { ok: false, problems: [{ pointer: "/expiresOn", code: "out-of-range", message }] };
}

/**
 * Records a review that was held, as an {@link Approval} to store beside the app, or lists every problem with its pointer:
 * items that wait for an answer or for somebody to look, a scope that would not cover the app. What the profile leaves open and the scope is given
 * for is approved in advance; it counts once the profile tells.
 *
 * @param policy Where the lines lie; `standardPolicy` when left out.
 * @throws {PlimsollError} with code `invalid-policy`, when the policy cannot be asked.
 *
 * @example
 * ```ts
 * import { recordReview } from "plimsoll";
 *
 * const result = recordReview({
 *   review: "security",
 *   profile: {
 *     id: "rota",
 *     name: "Rota",
 *     data: [{ class: "personal", accessControl: "role", encryptedAtRest: true }],
 *   },
 *   by: "Security officer",
 *   ticket: "SEC-118",
 *   on: "2026-01-12",
 *   answers: {
 *     access: { evidence: { by: "Security analyst", on: "2026-01-10", note: "Signed in as a colleague of another ward." } },
 *     protection: { evidence: { by: "Security analyst", on: "2026-01-10" } },
 *     audit: { accepted: "Shifts are deleted by hand each month until March." },
 *   },
 * });
 *
 * if (result.ok) {
 *   result.value.scope; // → { data: ["personal"] }
 *   result.value.expiresOn; // → "2027-01-12"
 * }
 * ```
 */
export function recordReview(
  held: ReviewOutcome,
  policy: Policy = standardPolicy,
  options: PolicyOptions = {},
): Result<Approval> {
  const plain = toJson(held);
  if (!plain.ok) return plain;
  const problem = misfit(heldShape, plain.value);
  if (problem !== undefined) return { ok: false, problems: [problem] };
  // It has the shape; what its answers are is looked at with the checklist.
  return record(plain.value as unknown as ReviewOutcome, policy, factsOf(policy, options));
}

function record(held: ReviewOutcome, policy: Policy, facts: Catalogue): Result<Approval> {
  const { reviews = [] } = policy;
  const review = reviews.find(({ id }) => id === held.review);
  if (review === undefined) {
    const known = reviews.map(({ id }) => id);
    return { ok: false, problems: [unknownName("review", held.review, known, "/review")] };
  }
  const { profile, by, person, ticket, link, answers } = held;
  const days = readDays(held, review.validFor);
  // The checklist is answered as of the day on which the review was held.
  const examination = createExaminer(policy, { facts })(profile, days.ok ? { asOf: days.value.on } : {});
  const items = answerItems(review, examination, facts);
  const scope = scopeOf(review, held);
  const isApprover = review.approvers.some((approver) => sameName(approver, by));
  const problems = [
    ...(isApprover ? [] : [unknownName("approver", by, review.approvers, "/by")]),
    ...problemsOfName(by, "/by"),
    ...(days.ok ? checkAnswers(items, answers, days.value.on) : days.problems),
    ...checkScope(review, held, scope),
  ];
  if (!days.ok || problems.length > 0) return { ok: false, problems };
  const approval: Approval = {
    schemaVersion: 1,
    app: profile.id,
    review: review.id,
    policy: { id: policy.id, version: policy.version },
    by,
    ...(person !== undefined && { person }),
    ...(ticket !== undefined && { ticket }),
    ...(link !== undefined && { link }),
    ...days.value,
    scope,
    ...keptOf(items, answers),
  };
  return { ok: true, value: approval };
}
