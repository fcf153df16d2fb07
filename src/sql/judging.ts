import type { Condition } from "../conditions/index.js";
import type { AnyRules, Rule } from "../policy/index.js";
import { allOf, anyOf, type Branch, choice, compared, type Scalar, whole } from "./expression.js";
import { choicesOf, type LeftOut, leftOutBy } from "./facts-columns.js";
import { type Asked, certain, everyOf, not } from "./line.js";

/** How a rule stands, as numbers in an order in which others can ask for several at once. */
export const statuses = { none: 0, covered: 1, exempt: 2, possible: 3, holds: 4 } as const;

/** Every number that may come of one, where it is a choice. */
export const outcomesOf = (scalar: Scalar): readonly number[] => {
  if (scalar.kind === "whole") return [scalar.value];
  return scalar.kind === "choice"
    ? [...scalar.branches.map(({ gives }) => gives), scalar.otherwise].flatMap(outcomesOf)
    : [];
};

/** How a rule stands as other rules see it. */
export const standingAs = (status: Scalar): Asked => ({
  holds: compared(status, ">=", statuses.holds),
  fails: compared(status, "<", statuses.possible),
});

/** Asks a condition of an app without the parts that some components handle. */
export type Ask = (condition: Condition, without: readonly LeftOut[]) => Asked;

const becomes = (when: Branch["when"], status: keyof typeof statuses): Branch => ({
  when,
  gives: whole(statuses[status]),
});

const isSame = (one: Asked, other: Asked) => JSON.stringify(one) === JSON.stringify(other);

/** What is left of a rule where components cover it, whichever of those do whose conditions are open; nothing, where that is all of it. */
function leftOf(
  rule: Rule,
  policy: AnyRules,
  truth: Asked,
  truthWithout: (without: readonly LeftOut[]) => Asked,
  ask: Ask,
) {
  const looks = choicesOf(rule.id, policy).map(({ components, taken, left }) => {
    const own = truthWithout(leftOutBy(components));
    const asked = (when: Condition | undefined) => (when === undefined ? certain : ask(when, []));
    const isOut = anyOf([...taken.map(({ when }) => asked(when).fails), ...left.map(({ when }) => asked(when).holds)]);
    return { own, isOut };
  });
  if (looks.every(({ own }) => isSame(own, truth))) return undefined;
  return {
    holds: allOf(looks.map(({ own, isOut }) => anyOf([isOut, own.holds]))),
    fails: allOf(looks.map(({ own, isOut }) => anyOf([isOut, own.fails]))),
  };
}

/** How a rule stands. */
export function statusOf(rule: Rule, policy: AnyRules, ask: Ask): Scalar {
  const whenIn = (without: readonly LeftOut[]) =>
    "holds" in rule ? not(ask(rule.holds, without)) : ask(rule.when, without);
  const unlessIn = (without: readonly LeftOut[]) =>
    rule.unless === undefined ? not(certain) : ask(rule.unless, without);
  const truthIn = (without: readonly LeftOut[]) => everyOf([whenIn(without), not(unlessIn(without))]);
  const [when, unless] = [whenIn([]), unlessIn([])];
  const truth = everyOf([when, not(unless)]);
  const left = leftOf(rule, policy, truth, truthIn, ask);
  const exempt = becomes(allOf([when.holds, unless.holds]), "exempt");
  if (left === undefined) {
    return choice([exempt, becomes(truth.fails, "none"), becomes(truth.holds, "holds")], whole(statuses.possible));
  }
  return choice(
    [
      exempt,
      becomes(truth.fails, "none"),
      becomes(allOf([truth.holds, left.holds]), "holds"),
      becomes(allOf([truth.holds, left.fails]), "covered"),
      becomes(left.fails, "none"),
    ],
    whole(statuses.possible),
  );
}
