import { type Box, type Interval, type NumberConstraints, placesBound, solve, tightened } from "../bounds/index.js";
import { at, BudgetExceeded, type Diagram, type Diagrams } from "../diagrams/index.js";
import { grouped } from "../facts/index.js";
import type { Space } from "./space.js";

/** What is left of a cell for an app to be in; nothing, where it cannot be there. */
export type LeftOfCell = (variable: number, cell: number) => Interval | undefined;

/** Constraints in groups: those that have a number in common, directly or by others. */
function groupsOf({ atMost, sums, excesses }: NumberConstraints): readonly NumberConstraints[] {
  const none: NumberConstraints = { atMost: [], sums: [], excesses: [] };
  const constraints: readonly NumberConstraints[] = [
    ...atMost.map((pair) => ({ ...none, atMost: [pair] })),
    ...sums.map((sum) => ({ ...none, sums: [sum] })),
    ...excesses.map((excess) => ({ ...none, excesses: [excess] })),
  ];
  const placed = constraints.map((constraint) => ({ constraint, places: placesBound(constraint) }));
  const groups = grouped(placed, (one, other) => one.places.some((place) => other.places.includes(place)));
  return groups.map((group) => ({
    atMost: group.flatMap(({ constraint }) => constraint.atMost),
    sums: group.flatMap(({ constraint }) => constraint.sums),
    excesses: group.flatMap(({ constraint }) => constraint.excesses),
  }));
}

/** The widest box of a variable's intervals; where there are none, nothing is bound. */
const anything = { from: 0, to: 0, isWhole: true };

/** So many boxes are looked at: real constraints make a few hundred. */
const mostBoxes = 50_000;

/** How some numbers of a sum that stand in nothing else weigh in it: those on its left for it, those on its right against it. */
interface Aside {
  readonly place: number;
  readonly sign: number;
}

/** The numbers of each sum that no other constraint binds. */
function asidesIn(constraints: NumberConstraints): readonly (readonly Aside[])[] {
  const { sums } = constraints;
  const bound = placesBound(constraints);
  const isAlone = (place: number) => bound.filter((each) => each === place).length === 1;
  return sums.map(({ left, right }) =>
    [...left.map((place) => ({ place, sign: 1 })), ...right.map((place) => ({ place, sign: -1 }))].filter(({ place }) =>
      isAlone(place),
    ),
  );
}

/**
 * What is still of interest of a box, once the first numbers are chosen: two boxes of which this is the same leave the same to
 * the others. Numbers bound by "at most" alone are told by those that they are bound to, since the ends are drawn together; the
 * numbers of one sum by what they come to.
 */
function restOf(constraints: NumberConstraints, places: readonly number[]): (turn: number, box: Box) => string {
  const asides = asidesIn(constraints);
  const summed = new Set(asides.flat().map(({ place }) => place));
  const bound = new Set(placesBound({ ...constraints, atMost: [] }));
  const others = places.filter((place) => bound.has(place) && !summed.has(place));
  return (turn, box) => {
    const past = new Set(places.slice(0, turn));
    const kept = [...places.slice(turn), ...others.filter((place) => past.has(place))];
    const ends = kept.map((place) => `${at(box, place).from}-${at(box, place).to}`);
    const sums = asides.map((row) => {
      const own = row.filter(({ place }) => past.has(place)).map(({ place, sign }) => ({ ...at(box, place), sign }));
      const from = own.reduce((sum, each) => sum + (each.sign > 0 ? each.from : -each.to), 0);
      const to = own.reduce((sum, each) => sum + (each.sign > 0 ? each.to : -each.from), 0);
      return `${from}-${to}`;
    });
    return [turn, ...ends, ...sums].join();
  };
}

/** Where numbers that are bound to one another can be: 1 where some numbers in the cells keep the constraints, else 0. */
function constrainedGroup(
  constraints: NumberConstraints,
  places: readonly number[],
  space: Space,
  diagrams: Diagrams,
  left: LeftOfCell,
): Diagram {
  const seen = new Map<string, Diagram>();
  const [never, ever] = [diagrams.constant(0), diagrams.constant(1)];
  const rest = restOf(constraints, places);
  let boxes = 0;
  const isPossible = (box: Box) => constraints.sums.length === 0 || solve(box, constraints, []) !== undefined;
  const visit = (turn: number, box: Box): Diagram => {
    const place = places[turn];
    if (place === undefined) return isPossible(box) ? ever : never;
    const key = rest(turn, box);
    const known = seen.get(key);
    if (known !== undefined) return known;
    const { intervals } = at(space.variables, place).partition;
    const own = at(box, place);
    const branches = intervals.map((_, cell) => {
      const interval = left(place, cell);
      if (interval === undefined) return never;
      const from = Math.max(interval.from, own.from);
      const to = Math.min(interval.to, own.to);
      if (from > to) return never;
      if (++boxes > mostBoxes) throw new BudgetExceeded(mostBoxes, true);
      const drawn = tightened(
        box.map((each, index) => (index === place ? { ...interval, from, to } : each)),
        constraints,
      );
      return drawn === undefined ? never : visit(turn + 1, drawn);
    });
    const made = diagrams.choice(place, branches);
    seen.set(key, made);
    return made;
  };
  const widest = space.variables.map(({ partition: { intervals } }) => {
    const [first = anything] = intervals;
    const { to } = intervals.at(-1) ?? anything;
    return { ...first, to };
  });
  return visit(0, widest);
}

/** Numbers that are bound to one another. */
export interface ConstrainedGroup {
  readonly variables: readonly number[];
  /** 1 where they can be, when only so much is left of their cells. */
  readonly kept: (left: LeftOfCell) => Diagram;
}

export function constrainedGroups(
  space: Space,
  diagrams: Diagrams,
  all: NumberConstraints,
): readonly ConstrainedGroup[] {
  return groupsOf(all).map((constraints) => {
    const variables = [...new Set(placesBound(constraints))].sort((one, other) => one - other);
    return { variables, kept: (left) => constrainedGroup(constraints, variables, space, diagrams, left) };
  });
}
