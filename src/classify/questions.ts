import type { Catalogue } from "../facts/index.js";
import type { Pointer } from "../problems/index.js";
import type { Finding, Question } from "./classification.js";

/** What could lift an app, or keep it from being lowered, and what it rests on. */
type Lifting = Pick<Finding, "id" | "tier" | "evidence">;

/** What is asked about a fact, whatever the app. */
interface AskedFact {
  /** The place of its question among those of an app. */
  readonly index: number;
  readonly question: string;
  readonly answerAt: readonly Pointer[];
  readonly cost: number;
}

/** A question that is being put together: more findings may turn out to wait for its answer. */
type Draft = Question & { readonly findings: string[] };

/** Those that more findings wait for come first, then those that are cheapest to answer; all are about findings of one tier. */
const compare = (one: Draft, other: Draft): number =>
  other.findings.length - one.findings.length || one.cost - other.cost;

/** So many are put in order by looking along them, which is quicker than to have them sorted. */
const fewQuestions = 50;

function sorted(drafts: Draft[]): readonly Draft[] {
  if (drafts.length > fewQuestions) return drafts.sort(compare);
  for (let next = 1; next < drafts.length; next++) {
    const draft = drafts[next];
    let at = next;
    for (; at > 0; at--) {
      const before = drafts[at - 1];
      if (draft === undefined || before === undefined || compare(before, draft) <= 0) break;
      drafts[at] = before;
    }
    if (draft !== undefined) drafts[at] = draft;
  }
  return drafts;
}

/** Each fact as it is asked about, prepared when it is first asked for. */
function askedFacts(facts: Catalogue): (name: string) => AskedFact | undefined {
  const asked = new Map<string, AskedFact>();
  return (name) => {
    const known = asked.get(name);
    if (known !== undefined) return known;
    const fact = facts[name];
    if (fact === undefined) return undefined;
    const { question, answerAt, cost } = fact;
    const made = { index: asked.size, question, answerAt: Object.freeze([...answerAt]), cost };
    asked.set(name, made);
    return made;
  };
}

/**
 * Prepares to find the unknown facts that could still lift an app above its tier, and then those that could only tell whether
 * something else is so: of each those for the highest tier first, then those that more findings wait for, then those that are cheapest
 * to answer.
 */
export function questioning(
  facts: Catalogue,
): (lifting: readonly Lifting[], resting: readonly Lifting[]) => readonly Question[] {
  const factOf = askedFacts(facts);

  /** Drafts questions for findings, the highest tier first: a question stands with the highest tier that waits for it. */
  function draft(
    findings: readonly Lifting[],
    opens: Question["opens"],
    drafts: (Draft | undefined)[],
    all: Question[],
  ) {
    const inOrder: Draft[][] = [];
    let tier: string | undefined;
    let ofTier: Draft[] = [];
    for (const { id, tier: couldReach, evidence } of findings) {
      if (couldReach !== tier) {
        tier = couldReach;
        ofTier = [];
        inOrder.push(ofTier);
      }
      for (const { fact, met } of evidence) {
        const asked = met === null ? factOf(fact) : undefined;
        if (asked === undefined) continue;
        const { index, question, answerAt, cost } = asked;
        const draft = drafts[index];
        if (draft === undefined) {
          const made: Draft = { fact, opens, question, answerAt, cost, couldReach, findings: [id] };
          drafts[index] = made;
          ofTier.push(made);
          // One finding after the other is looked at.
        } else if (draft.findings[draft.findings.length - 1] !== id) draft.findings.push(id);
      }
    }
    for (const those of inOrder) for (const each of sorted(those)) all.push(each);
  }

  return (lifting, resting) => {
    const drafts: (Draft | undefined)[] = [];
    const questions: Question[] = [];
    draft(lifting, "tier", drafts, questions);
    draft(resting, "finding", drafts, questions);
    return questions;
  };
}
