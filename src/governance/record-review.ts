import { createExaminer } from "../classify/index.js";
import { standardFacts } from "../facts/index.js";
import type { Policy, PolicyOptions, Review } from "../policy/index.js";
import { PlimsollError, type Pointer, type Problem, type Result, suggest, toPointer } from "../problems/index.js";
import type { AppProfile } from "../profile/index.js";
import { standardPolicy } from "../standard/index.js";
import { addDays, type Day, toDay } from "../time/index.js";
import type { Approval } from "./approval.js";
import { beyondScope } from "./beyond.js";
import { type AnsweredItem, answerItems } from "./checklist.js";
import { parts, type Scope } from "./scope.js";

/**
 * What a reviewer says of an item: it is met, or it is not and why that is acceptable.
 *
 * @example
 * ```ts
 * import { recordReview, type ReviewAnswer } from "plimsoll";
 *
 * const support: ReviewAnswer = { accepted: "The team lead is there until March." };
 * const result = recordReview({
 *   review: "production-readiness",
 *   profile: { id: "rota", name: "Rota" },
 *   by: "IT operations",
 *   on: "2026-01-12",
 *   answers: { readiness: "met", support, failure: "met" },
 *   scope: { users: 40, systems: [], data: ["general"], environment: "production" },
 * });
 *
 * result.ok && result.value.accepted; // → { support: "The team lead is there until March." }
 * ```
 */
export type ReviewAnswer = "met" | { readonly accepted: string };

/**
 * A review that was held, as a form would post it.
 *
 * @example
 * ```ts
 * import { type HeldReview, recordReview } from "plimsoll";
 *
 * const held: HeldReview = {
 *   review: "security",
 *   profile: { id: "rota", name: "Rota", data: [{ class: "personal" }] },
 *   by: "Security officer",
 *   on: "2026-01-12",
 *   answers: { access: "met", protection: "met" },
 * };
 * const result = recordReview(held);
 *
 * result.ok ? [] : result.problems.map(({ pointer }) => pointer); // → ["/answers/audit"]
 * ```
 */
export interface HeldReview {
  /** The id of the review. */
  readonly review: string;
  readonly profile: AppProfile;
  /** Who gives the approval, by role: one of the review's approvers. */
  readonly by: string;
  /** When it is given, as an ISO date or an instant. */
  readonly on: string;
  /** By the id of the checklist item; what the profile answers as met needs none. */
  readonly answers: Readonly<Record<string, ReviewAnswer>>;
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

const acceptedOf = (answer: ReviewAnswer | undefined): string =>
  typeof answer === "object" && typeof answer.accepted === "string" ? answer.accepted.trim() : "";

function checkAnswers(items: readonly AnsweredItem[], answers: HeldReview["answers"]): Problems {
  const known = items.map(({ id }) => id);
  const strangers = Object.keys(answers).filter((id) => !known.includes(id));
  const waiting = items.filter(
    ({ id, answer }) => answer !== "met" && answers[id] !== "met" && !acceptedOf(answers[id]),
  );
  return [
    ...strangers.map((id) => unknownName("item", id, known, toPointer(["answers", id]))),
    ...waiting.map(({ id, question, advice }): Problem => {
      const message = `Still to be answered: ${question} Say that it is met, or why it is acceptable as it is. ${advice}`;
      return { pointer: toPointer(["answers", id]), code: "missing", message: message.trim() };
    }),
  ];
}

/** The scope that is approved: what is given, and for the rest what the profile tells. */
function scopeOf({ covers }: Review, { profile, scope = {} }: HeldReview): Scope {
  const told = covers.map((part) => [part, scope[part] ?? parts[part].told(profile)] as const);
  return Object.fromEntries(told.filter(([, covered]) => covered !== undefined));
}

function checkScope({ covers }: Review, { profile, scope: given = {} }: HeldReview, scope: Scope): Problems {
  const strangers = Object.keys(given).filter((part) => covers.every((known) => known !== part));
  const gaps = beyondScope(profile, scope, covers);
  return [
    ...strangers.map((part) => unknownName("part of this approval", part, covers, toPointer(["scope", part]))),
    ...gaps.flatMap(({ part, certain, message }): Problems => {
      const pointer = toPointer(["scope", part]);
      if (given[part] === undefined) {
        const ask = "The profile leaves open what there is to approve here. Complete it, or say what is approved.";
        return [{ pointer, code: "missing", message: ask }];
      }
      // What the profile leaves open may turn out to be within what is given.
      return certain ? [{ pointer, code: "out-of-range", message: `${message} Approve what there is, or more.` }] : [];
    }),
  ];
}

/** Reads a day as a value: a form is no programmer. */
function readDay(instant: string, pointer: Pointer): Result<Day> {
  try {
    return { ok: true, value: toDay(instant) };
  } catch (error) {
    if (!(error instanceof PlimsollError)) throw error;
    return { ok: false, problems: error.problems.map((problem) => ({ ...problem, pointer })) };
  }
}

function readDays(held: HeldReview, validFor: number): Result<Pick<Approval, "on" | "expiresOn">> {
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
 * items that wait for an answer, a scope that would not cover the app. What the profile leaves open and the scope is given
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
 *   on: "2026-01-12",
 *   answers: { audit: { accepted: "Shifts are deleted by hand each month until March." } },
 * });
 *
 * if (result.ok) {
 *   result.value.scope; // → { data: ["personal"] }
 *   result.value.expiresOn; // → "2027-01-12"
 * }
 * ```
 */
export function recordReview(
  held: HeldReview,
  policy: Policy = standardPolicy,
  { facts = standardFacts }: PolicyOptions = {},
): Result<Approval> {
  const { reviews = [] } = policy;
  const review = reviews.find(({ id }) => id === held.review);
  if (review === undefined) {
    const known = reviews.map(({ id }) => id);
    return { ok: false, problems: [unknownName("review", held.review, known, "/review")] };
  }
  const { profile, by, answers } = held;
  const items = answerItems(review, createExaminer(policy, { facts })(profile), facts);
  const scope = scopeOf(review, held);
  const days = readDays(held, review.validFor);
  const problems = [
    ...(review.approvers.includes(by) ? [] : [unknownName("approver", by, review.approvers, "/by")]),
    ...(days.ok ? [] : days.problems),
    ...checkAnswers(items, answers),
    ...checkScope(review, held, scope),
  ];
  if (!days.ok || problems.length > 0) return { ok: false, problems };
  const accepted = items.map(({ id }) => [id, acceptedOf(answers[id])] as const).filter(([, why]) => why !== "");
  const approval: Approval = {
    schemaVersion: 1,
    app: profile.id,
    review: review.id,
    policy: { id: policy.id, version: policy.version },
    by,
    ...days.value,
    scope,
    ...(accepted.length > 0 && { accepted: Object.fromEntries(accepted) }),
  };
  return { ok: true, value: approval };
}
