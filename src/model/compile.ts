import {
  byForm,
  type Condition,
  type FactCondition,
  lineHolds,
  onOneFact,
  ownLines,
  type Points,
  reachedByProduct,
  reachedFrom,
  type Threshold,
  thousandths,
} from "../conditions/index.js";
import {
  at,
  createDiagrams,
  type Diagram,
  type Diagrams,
  either,
  fold,
  lower,
  map,
  type Operation,
} from "../diagrams/index.js";
import { type AnyRules, askedOnce, partsOf, pointsOf, type Sum, sumsIn } from "../policy/index.js";
import { adding, asItIs, isReached, type OfCells, worth } from "./adding.js";
import type { Space } from "./space.js";

/** Turns conditions into diagrams: 1 where they are so, 0 where they are not. */
export interface Compiler {
  readonly condition: (condition: Condition, policy: AnyRules) => Diagram;
  /** 1 where a diagram comes to a value that is sought. */
  readonly where: (diagram: Diagram, isSought: (value: number) => boolean) => Diagram;
  readonly not: (diagram: Diagram) => Diagram;
  readonly all: (diagrams: readonly Diagram[]) => Diagram;
  readonly any: (diagrams: readonly Diagram[]) => Diagram;
  readonly line: (line: FactCondition) => Diagram;
  /** The most that points come to: of each fact, as much as its best cell brings. */
  readonly best: (sum: Sum, policy: AnyRules) => number;
}

const noLimit = Number.POSITIVE_INFINITY;

/** Points that are added up. */
interface Summed {
  readonly ofCells: readonly OfCells[];
  readonly row: readonly Diagram[];
  /** The most that there can be. */
  readonly best: () => number;
}

const times: Operation = { combine: (one, other) => one * other };

/** The cells that are left of each variable. */
export type CellsLeft = readonly (readonly number[])[];

/**
 * Prepares to compile conditions.
 *
 * @param left The cells that are of interest: what the others come to is left open, so that what is settled is not asked.
 */
export function createCompiler(
  space: Space,
  diagrams: Diagrams,
  spellOut: (policy: AnyRules) => AnyRules,
  left?: CellsLeft,
): Compiler {
  const { variables, indexOf } = space;
  /** What is so of all apps there can be. */
  let wide: Compiler | undefined;
  const whole = (): Compiler => {
    wide ??= left === undefined ? compiler : createCompiler(space, createDiagrams(diagrams.widths, noLimit), spellOut);
    return wide;
  };
  const lines = new Map<string, Diagram>();
  const where = (diagram: Diagram, isSought: (value: number) => boolean) =>
    map(diagrams, diagram, (value) => Number(isSought(value)));
  const not = (diagram: Diagram) => where(diagram, (value) => value === 0);
  const all = (row: readonly Diagram[]) => fold(diagrams, lower, row, 1);
  const any = (row: readonly Diagram[]) => fold(diagrams, either, row, 0);

  const line = ({ fact, ...drawn }: FactCondition): Diagram => {
    const index = indexOf(fact);
    const variable = variables[index];
    if (variable === undefined) return diagrams.constant(0);
    const isSo = variable.partition.cells.map(lineHolds(variable.fact.domain, drawn));
    const own = left?.[index] ?? isSo.map((_, cell) => cell);
    const [first = 0] = own;
    const branches = isSo.map((_, cell) => diagrams.constant(Number(isSo[own.includes(cell) ? cell : first])));
    return diagrams.choice(index, branches);
  };
  /** The points on one fact, by its cells, and the points that rest on more. */
  const summed = (items: readonly Points[], parts: readonly Diagram[]): Summed => {
    const groups = onOneFact(items).filter(({ fact }) => indexOf(fact) >= 0);
    const places = new Set(groups.flatMap((group) => group.items.map(({ place }) => place)));
    const worthOf = (place: number) => thousandths(at(items, place).points);
    const ofCells = groups.map(({ fact, items: own }): OfCells => {
      const variable = indexOf(fact);
      const cells = Array.from({ length: diagrams.widths[variable] ?? 0 }, (_, cell) => cell);
      const sumIn = (cell: number) =>
        own.reduce((sum, { place }) => {
          return sum + diagrams.endOf(diagrams.branch(at(parts, place), variable, cell)) * worthOf(place);
        }, 0);
      return { variable, sums: cells.map(sumIn) };
    });
    const others = parts.flatMap((when, place) => {
      const isConstant = ownLines(at(items, place).when)?.length === 0;
      return places.has(place) ? [] : [{ when, points: worthOf(place), isConstant }];
    });
    const best = () =>
      ofCells.reduce((sum, { sums }) => sum + Math.max(...sums), 0) +
      others.reduce((sum, { when, points, isConstant }) => {
        // What rests on nothing comes to what it is.
        return sum + (isConstant ? diagrams.endOf(when) * points : Math.max(points, 0));
      }, 0);
    return { ofCells, row: others.map(({ when, points }) => worth(diagrams, when, points)), best };
  };

  const condition = askedOnce((given: Condition, policy: AnyRules): Diagram => {
    const parts = partsOf(given, policy).map((part) => condition(part, policy));
    /** What a condition adds up, of which its parts stand one after the other. */
    const sums = (): readonly Summed[] => {
      const counts = sumsIn(given).map((sum) => pointsOf(sum, policy));
      return counts.map((items, index) => {
        const from = counts.slice(0, index).flat().length;
        return summed(items, parts.slice(from, from + items.length));
      });
    };
    const reached = ({ row, ofCells }: Summed, atLeast: Threshold, sum: Sum = []) =>
      adding(diagrams, row, ofCells, isReached(reachedFrom(atLeast, () => whole().best(sum, policy))));
    return byForm<Condition, Diagram>(given, {
      fact: (drawn) => {
        const key = JSON.stringify(drawn);
        const known = lines.get(key) ?? line(drawn);
        lines.set(key, known);
        return known;
      },
      all: () => all(parts),
      any: () => any(parts),
      not: () => not(all(parts)),
      count: ({ count, atLeast }) =>
        reached(
          summed(
            count.map((when) => ({ points: 1, when })),
            parts,
          ),
          atLeast,
        ),
      score: ({ score, atLeast }) => reached(at(sums(), 0), atLeast, score),
      product: ({ product, atLeast }) => {
        const factors = sums().map(({ row, ofCells }) => adding(diagrams, row, ofCells, asItIs));
        const limit = reachedByProduct(
          atLeast,
          product.map((sum) => () => whole().best(sum, policy)),
        );
        return where(
          factors.reduce((one, other) => diagrams.apply(times, one, other)),
          (value) => value >= limit,
        );
      },
      sign: () => any(parts),
    });
  });
  const best = (sum: Sum, policy: AnyRules): number => {
    const items = pointsOf(sum, policy);
    return summed(
      items,
      items.map(({ when }) => condition(when, policy)),
    ).best();
  };
  const compiler: Compiler = {
    condition: (given, policy) => condition(given, spellOut(policy)),
    where,
    not,
    all,
    any,
    line,
    best: (sum, policy) => best(sum, spellOut(policy)),
  };
  return compiler;
}
