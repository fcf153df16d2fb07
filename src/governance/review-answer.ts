import { type Problem, suggest, toPointer } from "../problems/index.js";
import { misfit } from "../shapes/index.js";
import type { Day } from "../time/index.js";
import type { Approval, ItemEvidence } from "./approval.js";
import { itemEvidenceShape } from "./approval-shape.js";
import type { AnsweredItem } from "./checklist.js";

/**
 * What a reviewer says of an item: it is met; somebody has looked at it, and when; or it is not met and why that is acceptable.
 *
 * @example
 * ```ts
 * import { recordReview } from "plimsoll";
 * import { type ReviewAnswer } from "plimsoll/governance";
 *
 * const support: ReviewAnswer = { accepted: "The team lead is there until March." };
 * const failure: ReviewAnswer = { evidence: { by: "IT operations", on: "2026-01-09", note: "Restored from last night." } };
 * const result = recordReview({
 *   review: "production-readiness",
 *   profile: { id: "rota", name: "Rota" },
 *   by: "IT operations",
 *   on: "2026-01-12",
 *   answers: { readiness: "met", support, failure },
 *   scope: { users: 40, systems: [], data: ["general"], environment: "production" },
 * });
 *
 * result.ok && result.value.accepted; // → { support: "The team lead is there until March." }
 * ```
 */
export type ReviewAnswer = "met" | { readonly accepted: string } | { readonly evidence: ItemEvidence };

/** The answers of a review, by the id of the checklist item. */
export type ReviewAnswers = Readonly<Record<string, ReviewAnswer>>;

/** What an answer gives as a reason, or as evidence; nothing where it gives neither. */
function givenBy(answer: ReviewAnswer | undefined): { readonly accepted?: string; readonly evidence?: ItemEvidence } {
  if (typeof answer !== "object" || answer === null) return {};
  if ("accepted" in answer) return typeof answer.accepted === "string" ? { accepted: answer.accepted.trim() } : {};
  return "evidence" in answer ? { evidence: answer.evidence } : {};
}

/** What is still to be said of an item, and what of it is not as it should be. */
function problemOf(
  item: AnsweredItem,
  answer: ReviewAnswer | undefined,
  on: Day,
): Omit<Problem, "pointer"> | undefined {
  const { accepted, evidence } = givenBy(answer);
  if (accepted) return undefined;
  const missing = (message: string) => ({ code: "missing", message: `${message} ${item.advice}`.trim() }) as const;
  if (evidence !== undefined) {
    const { message } = misfit(itemEvidenceShape, evidence) ?? {};
    if (message !== undefined)
      return { code: "wrong-type", message: `Say who looked at it, and on which day. ${message}` };
    if (evidence.on > on)
      return { code: "contradiction", message: `Nobody can have looked at it on ${evidence.on}, after the review.` };
  }
  if (item.answer === "not-met") {
    return missing(`The profile says no: ${item.question} Fix it, or say why it is acceptable as it is.`);
  }
  if (item.needsEvidence !== "" && evidence === undefined) {
    const ask = "Say who looked at it and on which day, or why it is acceptable as it is.";
    return missing(`Still to be shown: ${item.question} ${item.needsEvidence} ${ask}`);
  }
  if (item.answer === "met" || answer === "met" || evidence !== undefined) return undefined;
  return missing(`Still to be answered: ${item.question} Say that it is met, or why it is acceptable as it is.`);
}

/** What is wrong with the answers to a checklist. */
export function checkAnswers(items: readonly AnsweredItem[], answers: ReviewAnswers, on: Day): readonly Problem[] {
  const known = items.map(({ id }) => id);
  const strangers = Object.keys(answers).filter((id) => !known.includes(id));
  return [
    ...strangers.map((id): Problem => {
      const { hint, ...rest } = suggest(id, known);
      const message = `There is no item "${id}".${hint}`;
      return { pointer: toPointer(["answers", id]), code: "unknown-reference", message, ...rest };
    }),
    ...items.flatMap((item): readonly Problem[] => {
      const answer = Object.hasOwn(answers, item.id) ? answers[item.id] : undefined;
      const problem = problemOf(item, answer, on);
      return problem === undefined ? [] : [{ pointer: toPointer(["answers", item.id]), ...problem }];
    }),
  ];
}

/** What an approval keeps of the answers: reasons and evidence, by the id of the item. */
export function keptOf(
  items: readonly AnsweredItem[],
  answers: ReviewAnswers,
): Pick<Approval, "accepted" | "evidence"> {
  const given = items.map(({ id }) => [id, givenBy(answers[id])] as const);
  const accepted = given.flatMap(([id, { accepted: why }]) => (why ? [[id, why] as const] : []));
  const evidence = given.flatMap(([id, { evidence: seen }]) => (seen ? [[id, seen] as const] : []));
  return {
    ...(accepted.length > 0 && { accepted: Object.fromEntries(accepted) }),
    ...(evidence.length > 0 && { evidence: Object.fromEntries(evidence) }),
  };
}
