import { solve } from "../bounds/index.js";
import { at, type Costs } from "../diagrams/index.js";
import {
  type Catalogue,
  deriveFact,
  type FactValue,
  type FactValues,
  leastRisk,
  synthesizeProfile,
} from "../facts/index.js";
import { anyDay } from "../time/index.js";
import type { GroupOfThings } from "./groups-of-things.js";
import type { Space } from "./space.js";

/** One cell for each variable. */
export type Cells = readonly number[];

/** To differ in one fact less is worth any number of steps. */
const oneFact = 1_000_000;

/** What it costs to move from some cells to others: first the number of facts that differ, then the number of steps. */
export function moving({ variables }: Space, home: Cells): Costs {
  return variables.map(({ partition }, variable) =>
    partition.cells.map((_, cell) => {
      const steps = partition.distance(at(home, variable), cell);
      return steps === 0 ? 0 : oneFact + steps;
    }),
  );
}

/** The cells that values lie in, one for each variable. */
export const cellsOf = ({ variables }: Space, values: readonly FactValue[]): Cells =>
  variables.map(({ partition }, index) => partition.cellOf(at(values, index)));

/** Values, one for each variable, and the cells that they lie in. */
export interface Home {
  readonly values: readonly FactValue[];
  readonly cells: Cells;
}

/** An app that is as harmless as can be. */
export function harmless(space: Space, facts: Catalogue): Home {
  const profile = synthesizeProfile({}, facts, { asOf: anyDay });
  const values = space.variables.map(({ name, fact, partition }): FactValue => {
    const reading = profile && deriveFact(name, fact, profile, anyDay);
    // As far as lines tell numbers apart: a smaller one is less remarkable.
    return reading?.kind === "exact" ? reading.value : (leastRisk(fact, partition.cells) ?? at(partition.cells, 0));
  });
  return { values, cells: cellsOf(space, values) };
}

/** Where values are looked for, and the groups that are read from the same things. */
interface Whereabouts {
  readonly space: Space;
  readonly things: readonly Pick<GroupOfThings, "valuesIn">[];
}

/** Values in cells that keep every constraint between numbers, near to others; the first is the nearest, in case others are needed. */
export function* valuesIn({ space, things }: Whereabouts, cells: Cells, near: readonly FactValue[]) {
  const { variables, numberConstraints } = space;
  const chosen = variables.map(({ partition }, variable) => {
    const cell = at(cells, variable);
    // Mostly the first ones do, so that others are worked out when they are wanted.
    return { partition, cell, values: partition.near(cell, at(near, variable))[Symbol.iterator]() };
  });
  const solved = (wished: readonly FactValue[], fixed: ReadonlyMap<number, FactValue>): FactValues | undefined => {
    const ranksWished = wished.map((value, variable) => at(variables, variable).partition.rankOf(value));
    const box = chosen.map(({ partition, cell }, variable) => {
      const rank = at(ranksWished, variable);
      const interval = fixed.has(variable) ? undefined : partition.intervals[cell];
      return interval ?? { from: rank, to: rank, isWhole: true };
    });
    const ranks = solve(box, numberConstraints, ranksWished);
    return (
      ranks &&
      Object.fromEntries(
        variables.map(({ name, partition }, variable) => [
          name,
          partition.valueAt(at(ranks, variable)) ?? at(wished, variable),
        ]),
      )
    );
  };
  let wished: readonly FactValue[] = near;
  for (let isFirst = true; ; isFirst = false) {
    const next = chosen.map(({ values }) => values.next());
    if (!isFirst && next.every(({ done }) => done)) return;
    wished = next.map(({ done, value }, variable) => (done ? at(wished, variable) : value));
    const values = solved(wished, new Map());
    if (values !== undefined) yield values;
    if (isFirst) {
      const fixed = new Map(things.flatMap((group) => group.valuesIn(cells, near)));
      const brought =
        fixed.size > 0 &&
        solved(
          wished.map((value, variable) => fixed.get(variable) ?? value),
          fixed,
        );
      if (brought) yield brought;
    }
    if (values === undefined) return;
  }
}
