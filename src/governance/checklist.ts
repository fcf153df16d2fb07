import type { Examination } from "../classify/index.js";
import { type Evidence, observedIn, unknownTo } from "../conditions/index.js";
import type { Catalogue } from "../facts/index.js";
import type { ChecklistItem, Review } from "../policy/index.js";

/**
 * What a profile tells of a fact that an item asks for; with the line that it is held against, when there is one.
 *
 * @example
 * ```ts
 * import { dueReviews } from "plimsoll";
 * import { type ObservedFact } from "plimsoll/governance";
 *
 * const inWords = ({ question, observed }: ObservedFact) => `${question} ${observed ?? "Not known yet."}`;
 * const [review] = dueReviews(
 *   { id: "rota", name: "Rota", audience: { users: 40 } },
 *   { milestone: "start", approvals: [], asOf: "2026-01-12" },
 * );
 *
 * review?.checklist[0]?.evidence.map(inWords)[0]; // → "How many people use it now? 40"
 * ```
 */
export type ObservedFact = Omit<Evidence, "line" | "met"> & Partial<Pick<Evidence, "line" | "met">>;

/**
 * An item of a checklist, answered as far as the profile can.
 *
 * @example
 * ```ts
 * import { dueReviews } from "plimsoll";
 * import { type AnsweredItem } from "plimsoll/governance";
 *
 * const isOpen = ({ answer }: AnsweredItem) => answer === "open";
 * const [review] = dueReviews(
 *   { id: "rota", name: "Rota", audience: { users: 40, departments: ["Sales"] } },
 *   { milestone: "start", approvals: [], asOf: "2026-01-12" },
 * );
 *
 * review?.checklist.filter(isOpen).map(({ id }) => id); // → ["data", "systems", "fit"]
 * ```
 */
export interface AnsweredItem {
  readonly id: string;
  readonly question: string;
  /** `open` while only a person can tell, or somebody has to look. */
  readonly answer: "met" | "not-met" | "open";
  readonly evidence: readonly ObservedFact[];
  /** What somebody has to have looked at, since the profile's word is not enough; empty when the policy asks for no evidence. */
  readonly needsEvidence: string;
  /** What to do while the answer is no; empty when the policy does not say. */
  readonly advice: string;
}

/** Answers the items of a review as far as a profile can. */
export function answerItems(
  { checklist }: Review,
  { ask, read }: Examination,
  facts: Catalogue,
): readonly AnsweredItem[] {
  const tell = (fact: string): ObservedFact => {
    const { question } = facts[fact] ?? unknownTo("fact", fact);
    const { evidence: pointers, ...derived } = read(fact);
    return { fact, question, ...observedIn(derived), pointers };
  };
  const answer = ({
    requiresFacts = [],
    met,
    evidence: asked,
  }: ChecklistItem): Pick<AnsweredItem, "answer" | "evidence"> => {
    const all = requiresFacts.map(tell);
    const { holds, evidence } =
      met === undefined ? { holds: requiresFacts.length > 0 || null, evidence: [] } : ask(met);
    // Who built an app says what it is; where that is not enough, somebody has to look.
    const isOpen = asked !== undefined || holds === null || all.some(({ reading }) => reading !== "exact");
    return { answer: holds === false ? "not-met" : isOpen ? "open" : "met", evidence: [...all, ...evidence] };
  };
  return checklist.map((item) => ({
    id: item.id,
    question: item.question,
    ...answer(item),
    needsEvidence: item.evidence ?? "",
    advice: item.advice ?? "",
  }));
}
