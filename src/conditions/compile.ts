import { always, byForm, FALSE, not, reaching, type Slot, UNDECIDED } from "../facts/index.js";
import { compileLine, type PreparedLine } from "./compile-line.js";
import type { Condition, Points } from "./condition.js";
import type { Evidence } from "./evidence.js";
import type { Compiled, State } from "./state.js";
import { type PreparedPoints, type PreparedSum, sumOf } from "./sum.js";
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

/** Points and a threshold, with the parts that make the outcome what it is. */
function threshold({ parts, weighed }: PreparedSum, atLeast: number): Compiled {
  const evaluate = reaching(weighed, atLeast);
  const collect = (state: State, evidence: Evidence[]) => {
    const outcome = evaluate(state);
    for (const { points, when } of parts) {
      const truth = when.evaluate(state);
      const push = points < 0 ? not(truth) : truth;
      if (outcome === UNDECIDED ? push !== FALSE : push === outcome) when.collect(state, evidence);
    }
  };
  const isReachedByParts = atLeast > 0 && parts.every(({ points }) => points >= 0);
  const groups = isReachedByParts ? parts.reduce((all, { when }) => all | when.groups, 0) : always;
  const facts = parts.reduce((all, { when }) => all | when.facts, 0);
  return { evaluate, collect, alone: undefined, groups, facts };
}

/** Prepares the items of a rubric or of a score. */
export function compilePoints(items: readonly Points[], referents: Referents): PreparedSum {
  const parts = items.map(({ points, when }) => ({ points, when: compileCondition(when, referents) }));
  return sumOf(items, parts, referents.slotOf);
}

/**
 * Prepares a condition.
 *
 * @throws {PlimsollError} with code `invalid-policy`, when it names what is not there.
 */
export function compileCondition(condition: Condition, referents: Referents): Compiled {
  const once = (list: readonly Condition[]): PreparedSum => {
    const parts = list.map((when): PreparedPoints => ({ points: 1, when: compileCondition(when, referents) }));
    return { parts, weighed: parts };
  };
  const points = (list: readonly Condition[]) =>
    compilePoints(
      list.map((when) => ({ points: 1, when })),
      referents,
    );
  const shared = (make: () => Compiled): Compiled => {
    const key = JSON.stringify(condition);
    const made = referents.shared.get(key) ?? make();
    referents.shared.set(key, made);
    return made;
  };
  return byForm(condition, {
    fact: (line) => shared(() => compileLine(line, referents.slotOf(line.fact), referents.lines)),
    all: ({ all }) => threshold(once(all), all.length),
    any: ({ any }) => threshold(once(any), 1),
    not: ({ not: part }) => negate(compileCondition(part, referents)),
    count: ({ count, atLeast }) => threshold(points(count), atLeast),
    score: ({ score, atLeast }) =>
      typeof score === "string"
        ? shared(() => onceOfEach(threshold(referents.rubric(score), atLeast)))
        : threshold(compilePoints(score, referents), atLeast),
    sign: ({ sign }) => referents.sign(sign),
  });
}
