import { byForm, type Condition, type FactCondition, lineHolds } from "../conditions/index.js";
import { at, type Diagram, type Diagrams, either, fold, lower, map, type Operation } from "../diagrams/index.js";
import { type AnyRules, askedOnce, itemsOf, partsOf } from "../policy/index.js";
import type { Space } from "./space.js";

/** Turns conditions into diagrams: 1 where they are so, 0 where they are not. */
export interface Compiler {
  readonly condition: (condition: Condition, policy: AnyRules) => Diagram;
  /** 1 where a diagram comes to a value that is sought. */
  readonly where: (diagram: Diagram, isSought: (value: number) => boolean) => Diagram;
  readonly not: (diagram: Diagram) => Diagram;
  readonly all: (diagrams: readonly Diagram[]) => Diagram;
  readonly any: (diagrams: readonly Diagram[]) => Diagram;
  /** 1 where so many points are reached, each of which counts where its diagram is 1. */
  readonly points: (items: readonly Counted[], atLeast: number) => Diagram;
}

/** Points, and where they count. */
export interface Counted {
  readonly points: number;
  readonly when: Diagram;
}

const plus: Operation = { combine: (one, other) => one + other, neutral: 0 };

export function createCompiler({ variables, indexOf }: Space, diagrams: Diagrams): Compiler {
  const lines = new Map<string, Diagram>();
  const where = (diagram: Diagram, isSought: (value: number) => boolean) =>
    map(diagrams, diagram, (value) => Number(isSought(value)));
  const not = (diagram: Diagram) => where(diagram, (value) => value === 0);
  const all = (row: readonly Diagram[]) => fold(diagrams, lower, row, 1);
  const any = (row: readonly Diagram[]) => fold(diagrams, either, row, 0);

  const compileLine = ({ fact, ...line }: FactCondition): Diagram => {
    const index = indexOf(fact);
    const variable = variables[index];
    if (variable === undefined) return diagrams.constant(0);
    const isSo = variable.partition.cells.map(lineHolds(variable.fact.domain, line));
    return diagrams.choice(
      index,
      isSo.map((so) => diagrams.constant(Number(so))),
    );
  };
  /** Points that are enough count as endlessly many, and too few as endlessly few: what is decided is not told apart. */
  const points = (items: readonly Counted[], atLeast: number) => {
    let [fewest, most] = [0, 0];
    for (const item of items) {
      fewest += Math.min(item.points, 0);
      most += Math.max(item.points, 0);
    }
    const sum = items.reduce((sofar, item) => {
      fewest -= Math.min(item.points, 0);
      most -= Math.max(item.points, 0);
      const [leastToCome, mostToCome] = [fewest, most];
      const added = map(diagrams, item.when, (so) => so * item.points);
      return map(diagrams, diagrams.apply(plus, sofar, added), (value) =>
        value + leastToCome >= atLeast ? Infinity : value + mostToCome < atLeast ? -Infinity : value,
      );
    }, diagrams.constant(0));
    return map(diagrams, sum, (value) => Number(value >= atLeast));
  };

  const condition = askedOnce((given: Condition, policy: AnyRules): Diagram => {
    const parts = partsOf(given, policy).map((part) => condition(part, policy));
    const counted = (worth: readonly number[], atLeast: number) =>
      points(
        parts.map((when, index) => ({ points: at(worth, index), when })),
        atLeast,
      );
    return byForm(given, {
      fact: (line) => {
        const key = JSON.stringify(line);
        const known = lines.get(key) ?? compileLine(line);
        lines.set(key, known);
        return known;
      },
      all: () => all(parts),
      any: () => any(parts),
      not: () => not(all(parts)),
      count: ({ count, atLeast }) =>
        counted(
          count.map(() => 1),
          atLeast,
        ),
      score: ({ score, atLeast }) =>
        counted(
          itemsOf(score, policy).map((item) => item.points),
          atLeast,
        ),
      sign: () => any(parts),
    });
  });
  return { condition, where, not, all, any, points };
}
