import { expect, test } from "vitest";
import { and, FALSE, not, TRUE, type Truth, UNDECIDED } from "../../src/facts/index.js";

/** What an open truth may turn out to be. */
const outcomes = (truth: Truth): readonly boolean[] => (truth === UNDECIDED ? [true, false] : [truth === TRUE]);

/** What is so however the open truths turn out. */
function inAll(found: readonly boolean[]): Truth {
  if (found.every((each) => each)) return TRUE;
  return found.some((each) => each) ? UNDECIDED : FALSE;
}

const truths = [FALSE, UNDECIDED, TRUE] as const;

test.each(truths.flatMap((one) => truths.map((other) => [one, other] as const)))(
  "%i and %i is what it is however the open ones turn out",
  (one, other) => {
    const found = outcomes(one).flatMap((left) => outcomes(other).map((right) => left && right));
    expect(and(one, other)).toBe(inAll(found));
  },
);

test.each(truths)("not %i is what it is however it turns out", (truth) => {
  expect(not(truth)).toBe(inAll(outcomes(truth).map((each) => !each)));
});
