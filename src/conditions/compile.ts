import {
  adding,
  always,
  byForm,
  certainly,
  FALSE,
  not,
  pointsIn,
  reaching,
  type Slot,
  type Truth,
  thousandths,
  UNDECIDED,
} from "../facts/index.js";
import { compileLine, type PreparedLine } from "./compile-line.js";
import type { Condition, ScoreItem, Threshold } from "./condition.js";
import type { Evidence } from "./evidence.js";
import type { Compiled, State } from "./state.js";
import { type PreparedPoints, type PreparedSum, reachedByProduct, reachedFrom, sumOf } from "./sum.js";
import { onceOfEach } from "./told.js";

/** What a condition may refer to; the same line, and the same band of a rubric, is prepared once, wherever it is drawn. */
export interface Referents {
  readonly slotOf: (fact: string) => Slot;
  readonly sign: (id: string) => Compiled;
  readonly rubric: (id: string) => PreparedSum;
  readonly shared: Map<string, Compiled>;
  /** Every line that was prepared so far. */
  readonly lines: PreparedLine[];
}

/** The opposite of a prepared condition, resting on the same atoms. */
export function negate({ evaluate, collect, alone, facts }: Compiled): Compiled {
  return { evaluate: (state) => not(evaluate(state)), collect, alone, groups: always, facts };
}

/** Prepares the items of a rubric or of a score. */
export function compilePoints(items: readonly ScoreItem[], referents: Referents): PreparedSum {
  const placed = items.flatMap((item) => pointsIn(item));
  const parts = placed.map(({ points, when }) => {
    return { points: thousandths(points), when: compileCondition(when, referents) };
  });
  return sumOf(placed, parts, referents.slotOf);
}

/** The parts of points that make an outcome what it is. */
function collectPoints(parts: readonly PreparedPoints[], outcome: Truth, state: State, evidence: Evidence[]): void {
  for (const { points, when } of parts) {
    const truth = when.evaluate(state);
    const push = points < 0 ? not(truth) : truth;
    if (outcome === UNDECIDED ? push !== FALSE : push === outcome) when.collect(state, evidence);
  }
}

/** What rests on points: it is false where nothing brings any, if it takes some and none are taken away. */
function resting(parts: readonly PreparedPoints[], atLeast: number, evaluate: Compiled["evaluate"]): Compiled {
  const isReachedByParts = atLeast > 0 && parts.every(({ points }) => points >= 0);
  return {
    evaluate,
    collect: (state, evidence) => collectPoints(parts, evaluate(state), state, evidence),
    alone: undefined,
    groups: isReachedByParts ? parts.reduce((all, { when }) => all | when.groups, 0) : always,
    facts: parts.reduce((all, { when }) => all | when.facts, 0),
  };
}

/** Points and a threshold. */
const threshold = ({ parts, weighed }: Pick<PreparedSum, "parts" | "weighed">, atLeast: number): Compiled =>
  resting(parts, atLeast, reaching(weighed, atLeast));

/** Points multiplied with points: between the least and the most that their ends come to. */
function multiplied(sums: readonly PreparedSum[], threshold: Threshold): Compiled {
  const atLeast = reachedByProduct(
    threshold,
    sums.map(({ best }) => best),
  );
  const spreads = sums.map(({ weighed }) => adding(weighed));
  const evaluate = (state: State): Truth => {
    const ends = spreads.reduce<readonly number[]>(
      (products, spread) => {
        const { low, high } = spread(state);
        return products.flatMap((product) => [product * low, product * high]);
      },
      [1],
    );
    return certainly(Math.min(...ends) >= atLeast, Math.max(...ends) < atLeast);
  };
  return resting(
    sums.flatMap(({ parts }) => parts),
    atLeast,
    evaluate,
  );
}

/**
 * Prepares a condition.
 *
 * @throws {PlimsollError} with code `invalid-policy`, when it names what is not there.
 */
export function compileCondition(condition: Condition, referents: Referents): Compiled {
  const each = (list: readonly Condition[]) => {
    const parts = list.map((when): PreparedPoints => ({ points: 1, when: compileCondition(when, referents) }));
    return { parts, weighed: parts };
  };
  const ones = (list: readonly Condition[]) =>
    compilePoints(
      list.map((when) => ({ points: 1, when })),
      referents,
    );
  const sum = (points: string | readonly ScoreItem[]) =>
    typeof points === "string" ? referents.rubric(points) : compilePoints(points, referents);
  const scored = (points: PreparedSum, atLeast: Threshold) => threshold(points, reachedFrom(atLeast, points.best));
  const shared = (make: () => Compiled): Compiled => {
    const key = JSON.stringify(condition);
    const made = referents.shared.get(key) ?? make();
    referents.shared.set(key, made);
    return made;
  };
  return byForm(condition, {
    fact: (line) => shared(() => compileLine(line, referents.slotOf(line.fact), referents.lines)),
    all: ({ all }) => threshold(each(all), all.length),
    any: ({ any }) => threshold(each(any), 1),
    not: ({ not: part }) => negate(compileCondition(part, referents)),
    count: ({ count, atLeast }) => scored(ones(count), atLeast),
    score: ({ score, atLeast }) =>
      typeof score === "string"
        ? shared(() => onceOfEach(scored(referents.rubric(score), atLeast)))
        : scored(compilePoints(score, referents), atLeast),
    product: ({ product, atLeast }) => multiplied(product.map(sum), atLeast),
    sign: ({ sign }) => referents.sign(sign),
  });
}
