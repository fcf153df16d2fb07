import type { Catalogue } from "../facts/index.js";
import type { Finding, Question } from "./classification.js";

/** A question that is being put together: more findings may turn out to wait for its answer. */
type Draft = Question & { readonly findings: string[] };

/** The questions whose answers the findings of one tier wait for, in the order in which these mention them. */
function addQuestions({ id, tier, evidence }: Finding, facts: Catalogue, drafts: Map<string, Draft>): void {
  for (const { fact: name, met } of evidence) {
    if (met !== null) continue;
    const known = drafts.get(name);
    if (known !== undefined) {
      // One finding after the other is looked at.
      if (known.findings[known.findings.length - 1] !== id) known.findings.push(id);
      continue;
    }
    const fact = facts[name];
    if (fact === undefined) continue;
    const { question, answerAt, cost } = fact;
    drafts.set(name, { fact: name, question, answerAt: [...answerAt], cost, couldReach: tier, findings: [id] });
  }
}

/**
 * The unknown facts that could still lift an app above its tier: those that could lift it highest first, then those that
 * more findings wait for, then those that are cheapest to answer.
 *
 * @param findings What could lift it above its tier, the highest tier first.
 */
export function questionsOf(
  findings: readonly Finding[],
  facts: Catalogue,
  rankOf: (tier: string) => number,
): readonly Question[] {
  const drafts = new Map<string, Draft>();
  // A question first stands with the highest tier that it could reach.
  for (const finding of findings) addQuestions(finding, facts, drafts);
  return [...drafts.values()].sort((one, other) => {
    if (one.couldReach !== other.couldReach) return rankOf(other.couldReach) - rankOf(one.couldReach);
    return other.findings.length - one.findings.length || one.cost - other.cost;
  });
}
