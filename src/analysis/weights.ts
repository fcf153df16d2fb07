import { type FactCondition, lineHolds } from "../conditions/index.js";
import { at, type Diagram, walk } from "../diagrams/index.js";
import type { Line } from "../facts/index.js";
import type { Model, Variable } from "../model/index.js";
import { PlimsollError } from "../problems/index.js";
import { assertConditions, assertKnown } from "./check.js";
import type { Study } from "./study.js";

/**
 * How likely the values of facts are: for a fact, ranges with whole numbers as their weights, which take in every value
 * once. A fact that is left out is as likely in each of the cells that the policy's lines make.
 *
 * @example
 * ```ts
 * import { standardPolicy } from "plimsoll";
 * import { type Priors, sensitivity } from "plimsoll/analysis";
 *
 * const priors: Priors = { dailyDependence: [{ when: { is: true }, weight: 1 }, { when: { is: false }, weight: 9 }] };
 *
 * sensitivity(standardPolicy, { priors }).verdict; // → "exact"
 * ```
 */
export type Priors = Readonly<Record<string, readonly { readonly when: Line; readonly weight: number }[]>>;

/** The weight of each cell of each variable. */
export type Weights = readonly (readonly bigint[])[];

/** The lines that priors draw. */
export const linesOfPriors = (priors: Priors): readonly FactCondition[] =>
  Object.entries(priors).flatMap(([fact, ranges]) => ranges.map(({ when }) => ({ fact, ...when })));

/** Refuses priors of facts that are not there, or that leave out values or take them in twice. */
export function assertPriors(priors: Priors, { policy, facts }: Study): void {
  for (const [fact, ranges] of Object.entries(priors)) {
    assertKnown("fact", fact, Object.keys(facts), `/priors/${fact}`);
    ranges.forEach(({ when, weight }, index) => {
      const pointer = `/priors/${fact}/${index}`;
      assertConditions([{ fact, ...when }], `${pointer}/when`, policy, facts);
      if (Number.isSafeInteger(weight) && weight >= 0) return;
      const message = `A weight is a whole number, 0 or more; this one is ${weight}.`;
      throw new PlimsollError("invalid-question", [{ pointer: `${pointer}/weight`, code: "out-of-range", message }]);
    });
  }
}

function weightsOfFact({ name, fact, partition }: Variable, priors: Priors): readonly bigint[] {
  const ranges = priors[name];
  if (ranges === undefined) return partition.cells.map(() => 1n);
  const truths = ranges.map(({ when, weight }) => ({ holds: lineHolds(fact.domain, when), weight }));
  const rangeOf = partition.cells.map((value) => truths.flatMap(({ holds }, index) => (holds(value) ? [index] : [])));
  if (rangeOf.some((found) => found.length !== 1)) {
    const message = "These ranges leave out values, or take them in twice. Let them take in every value once.";
    throw new PlimsollError("invalid-question", [{ pointer: `/priors/${name}`, code: "contradiction", message }]);
  }
  // The weight of a range is shared by its cells, without fractions.
  const sizes = truths.map((_, index) => BigInt(rangeOf.filter(([range]) => range === index).length));
  const whole = sizes.reduce((product, size) => product * (size === 0n ? 1n : size), 1n);
  return rangeOf.map(([range = 0]) => (BigInt(truths[range]?.weight ?? 0) * whole) / (sizes[range] ?? 1n));
}

export const weightsOf = ({ space }: Model, priors: Priors): Weights =>
  space.variables.map((variable) => weightsOfFact(variable, priors));

/** What the variables from one up to another weigh, when nothing is asked of them. */
export type Unasked = (from: number, to: number) => bigint;

export function unaskedOf(weights: Weights): Unasked {
  const totals = weights.map((cells) => cells.reduce((sum, weight) => sum + weight, 0n));
  const known = new Map<number, bigint>();
  return (from, to) => {
    if (from === to) return 1n;
    const key = from * totals.length + to;
    const product = known.get(key) ?? totals.slice(from, to).reduce((weight, total) => weight * total, 1n);
    known.set(key, product);
    return product;
  };
}

/** A product; most factors are 1, and to multiply numbers of any size takes time. */
export const times = (one: bigint, other: bigint): bigint => (one === 1n ? other : other === 1n ? one : one * other);

/** Weighs the apps where a diagram comes to a value that is sought. */
export function weigherOf(
  model: Model,
  weights: Weights,
  isSought: (value: number) => boolean,
): (diagram: Diagram) => bigint {
  const unasked = unaskedOf(weights);
  const weighed = walk<{ readonly variable: number; readonly weight: bigint }>(model.diagrams, {
    ending: (value) => ({ variable: weights.length, weight: isSought(value) ? 1n : 0n }),
    node: (variable, branches) => ({
      variable,
      weight: branches.reduce(
        (sum, branch, cell) =>
          sum + times(times(branch.weight, at(at(weights, variable), cell)), unasked(variable + 1, branch.variable)),
        0n,
      ),
    }),
  });
  return (diagram) => {
    const { variable, weight } = weighed(diagram);
    return weight * unasked(0, variable);
  };
}

const exactly = 1n << 53n;

/** One weight as a share of another: the nearest number. */
export function shareOf(part: bigint, whole: bigint): number {
  if (whole === 0n) return 0;
  if (whole < exactly) return Number(part) / Number(whole);
  return Number((part << 64n) / whole) / 2 ** 64;
}
