import type { FactCondition } from "../conditions/index.js";
import type { Refined } from "../model/index.js";
import type { Policy } from "../policy/index.js";
import type { Analysable } from "./analysable.js";
import type { TooLarge } from "./answers.js";
import { answerOf, type Study } from "./study.js";

/** A policy, ready to have others held against it. */
interface OneSpace<TierId extends string> {
  readonly verdict: "ready";
  readonly study: Study<TierId>;
  readonly refined: Refined;
}

/** One space that tells apart what some lines of many policies do, so that what they have in common is worked out once. */
export function inOneSpace<TierId extends string>(
  policy: Analysable<TierId>,
  others: readonly Policy[],
  linesOf: (other: Policy, study: Study) => readonly FactCondition[],
): OneSpace<TierId> | TooLarge {
  return answerOf(policy, (alone): OneSpace<TierId> => {
    const study = alone.beside(others);
    return { verdict: "ready", study, refined: study.model.refine(others.flatMap((other) => linesOf(other, study))) };
  });
}
