import { type Atom, UNDECIDED } from "../conditions/index.js";
import type { PreparedRule } from "../policy/index.js";
import type { Question } from "./classification.js";
import type { Judged } from "./judge.js";

/** An unknown fact, with the rules that wait for it; what is judged comes with the highest tier first. */
type Open = { readonly atom: Atom; readonly first: PreparedRule; readonly waiting: PreparedRule[] };

/**
 * The unknown facts that could still lift an app above its tier: those that could lift it highest first, then those that
 * more findings wait for, then those that are cheapest to answer.
 */
export function questionsOf(judged: readonly Judged[], tierRank: number): readonly Question[] {
  const open: Open[] = [];
  for (const { rule, status, asked } of judged) {
    if (status !== "possible" || rule.rank <= tierRank) continue;
    for (const { atom, truth } of asked) {
      if (truth !== UNDECIDED) continue;
      const known = open.find((each) => each.atom.fact === atom.fact);
      if (known === undefined) open.push({ atom, first: rule, waiting: [rule] });
      else if (!known.waiting.includes(rule)) known.waiting.push(rule);
    }
  }
  return open
    .sort(
      (one, other) =>
        other.first.rank - one.first.rank ||
        other.waiting.length - one.waiting.length ||
        one.atom.fact.cost - other.atom.fact.cost,
    )
    .map(({ atom: { name, fact }, first, waiting }) => ({
      fact: name,
      question: fact.question,
      answerAt: [...fact.answerAt],
      cost: fact.cost,
      couldReach: first.tier,
      findings: waiting.map(({ id }) => id),
    }));
}
