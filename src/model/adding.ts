import { at, type Diagram, type Diagrams, map, type Operation, walk } from "../diagrams/index.js";

/** Numbers that are added up: one for each cell of a variable. */
export interface OfCells {
  readonly variable: number;
  readonly sums: readonly number[];
}

/** Between what and what a number lies. */
type Ends = readonly [low: number, high: number];

/** What becomes of a sum. */
interface Aim {
  /** What it ends with, once it lies between two ends; nothing, while that depends on more. */
  readonly settle: (low: number, high: number) => number | undefined;
  /** The number that stands for all sums that end alike, in the place of one of them. */
  readonly standIn: (settled: number, sum: number) => number;
}

const plus: Operation = { combine: (one, other) => one + other, neutral: 0 };

/** The least and the most that a diagram comes to. */
const endsIn = (diagrams: Diagrams) =>
  walk<Ends>(diagrams, {
    ending: (value) => [value, value],
    node: (_, branches) => [Math.min(...branches.map(([low]) => low)), Math.max(...branches.map(([, high]) => high))],
  });

/** For each place in a row, what is still to come from there on; at the end, nothing. */
function aheadOf(row: readonly Ends[]): readonly Ends[] {
  const ahead: Ends[] = [[0, 0]];
  for (const [low, high] of [...row].reverse()) {
    const [least, most] = at(ahead, ahead.length - 1);
    ahead.push([least + low, most + high]);
  }
  return ahead.reverse();
}

/** What diagrams of numbers add up to, as far as it is not settled already. */
function addedUp(diagrams: Diagrams, row: readonly Diagram[], [low, high]: Ends, { settle, standIn }: Aim): Diagram {
  const ends = endsIn(diagrams);
  const ahead = aheadOf(row.map(ends));
  return row.reduce((sum, each, index) => {
    const [least, most] = at(ahead, index + 1);
    return map(diagrams, diagrams.apply(plus, sum, each), (value) => {
      const settled = settle(value + least + low, value + most + high);
      return settled === undefined ? value : standIn(settled, value);
    });
  }, diagrams.constant(0));
}

/**
 * Adds up what diagrams come to, and what single variables bring: from the first variable to the last, and no further than it takes
 * to know what comes of it. So no nodes are made on the way but those that stay.
 */
export function adding(diagrams: Diagrams, row: readonly Diagram[], ofCells: readonly OfCells[], aim: Aim): Diagram {
  const inOrder = [...ofCells].sort((one, other) => one.variable - other.variable);
  const ahead = aheadOf(inOrder.map(({ sums }) => [Math.min(...sums), Math.max(...sums)]));
  const ends = endsIn(diagrams);
  const seen = ahead.map(() => new Map<Diagram, Map<number, Diagram>>());
  const make = (rest: Diagram, turn: number, sofar: number): Diagram => {
    const [low, high] = at(ahead, turn);
    const [least, most] = ends(rest);
    const settled = aim.settle(sofar + low + least, sofar + high + most);
    if (settled !== undefined) return diagrams.constant(settled);
    const next = inOrder[turn];
    const asked = diagrams.variableOf(rest);
    if (next !== undefined && next.variable <= asked) {
      const { variable, sums } = next;
      const branches = sums.map((own, cell) => visit(diagrams.branch(rest, variable, cell), turn + 1, sofar + own));
      return diagrams.choice(variable, branches);
    }
    const cells = { length: at(diagrams.widths, asked) };
    const branches = Array.from(cells, (_, cell) => visit(diagrams.branch(rest, asked, cell), turn, sofar));
    return diagrams.choice(asked, branches);
  };
  const visit = (rest: Diagram, turn: number, sofar: number): Diagram => {
    const known = at(seen, turn).get(rest) ?? new Map<number, Diagram>();
    at(seen, turn).set(rest, known);
    const made = known.get(sofar) ?? make(rest, turn, sofar);
    known.set(sofar, made);
    return made;
  };
  return visit(addedUp(diagrams, row, at(ahead, 0), aim), 0, 0);
}

/** 1 where a sum comes to so much, else 0. */
export const isReached = (atLeast: number): Aim => ({
  settle: (low, high) => (low >= atLeast ? 1 : high < atLeast ? 0 : undefined),
  standIn: (settled) => (settled === 1 ? Number.POSITIVE_INFINITY : Number.NEGATIVE_INFINITY),
});

/** The sum itself. */
export const asItIs: Aim = { settle: (low, high) => (low === high ? low : undefined), standIn: (_, sum) => sum };

/** What points come to: so many where they count, and 0 elsewhere. */
export const worth = (diagrams: Diagrams, when: Diagram, points: number): Diagram =>
  map(diagrams, when, (so) => so * points);
