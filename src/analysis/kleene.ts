import {
  byForm,
  type Condition,
  FALSE,
  type FactCondition,
  lineTruth,
  onOneFact,
  type Points,
  reachedByProduct,
  reachedFrom,
  type Threshold,
  TRUE,
  thousandths,
} from "../conditions/index.js";
import { at, type Diagram, type Diagrams, type Operation } from "../diagrams/index.js";
import { atMost, exact, type Fact, type Known, knownOf, untold } from "../facts/index.js";
import { adding, asItIs, createCompiler, isReached, type OfCells, worth } from "../model/index.js";
import { type AnyRules, askedOnce, partsOf, pointsOf, sumsIn } from "../policy/index.js";
import { comparedIn } from "./kleene-excess.js";
import type { Study } from "./study.js";

/** Where a condition is certain, and where it is possible, when each fact may also be unknown. */
export interface Kleene {
  readonly certain: Diagram;
  readonly possible: Diagram;
}

/** The least, or the most, that points come to. */
interface End {
  readonly row: readonly Diagram[];
  readonly ofCells: readonly OfCells[];
}

/** Points that are added up. */
interface Summed {
  readonly low: End;
  readonly high: End;
  /** The most that there can be. */
  readonly best: number;
}

const times: Operation = { combine: (one, other) => one * other };
const least: Operation = { combine: Math.min };
const most: Operation = { combine: Math.max };

/** Asks conditions as `classify` does, of apps of which facts are unknown: the last cell of each. */
export function kleeneCompiler({ model: { space } }: Study, diagrams: Diagrams) {
  const { all, any, not, where } = createCompiler(space, diagrams, (policy) => policy);
  /** Where a number that is told leaves room for one entry alone of what a fact counts. */
  const isSingle = ({ from }: Fact): Diagram => {
    const single = from !== undefined && "each" in from && "single" in from ? (from.single ?? []) : [];
    const ones = space.variables.flatMap(({ fact: { from: read }, partition: { cells } }, index) => {
      const isNumber = read !== undefined && "read" in read && !("per" in read) && single.includes(read.read);
      const known = cells.map((cell) => diagrams.constant(Number(Number(cell) <= 1)));
      return isNumber ? [diagrams.choice(index, [...known, diagrams.constant(0)])] : [];
    });
    return any(ones);
  };
  const line = ({ fact: name, ...drawn }: FactCondition): Kleene => {
    const index = space.indexOf(name);
    const { fact, partition } = at(space.variables, index);
    const truth = lineTruth(fact.domain, drawn);
    const readings = partition.cells.map((value) => knownOf(fact.domain, exact(value)));
    const inCells = (isSo: (reading: Known) => boolean) => {
      const so = (reading: Known) => diagrams.constant(Number(isSo(reading)));
      const told = (untoldIs: Diagram) => diagrams.choice(index, [...readings.map(so), untoldIs]);
      const whatever = told(so(untold(fact.domain)));
      const asCompared = comparedIn(space, diagrams, index, isSo);
      const isOpen = diagrams.choice(index, [...readings.map(() => diagrams.constant(0)), diagrams.constant(1)]);
      const open = asCompared === undefined ? whatever : any([all([not(isOpen), whatever]), all([isOpen, asCompared])]);
      if (fact.domain.kind !== "number") return open;
      const single = isSingle(fact);
      const one = told(so(knownOf(fact.domain, atMost(1))));
      return any([all([single, one]), all([not(single), open])]);
    };
    return {
      certain: inCells((reading) => truth(reading) === TRUE),
      possible: inCells((reading) => truth(reading) !== FALSE),
    };
  };

  /** What a diagram comes to where a fact is known on which alone it rests then. */
  const inCell = (diagram: Diagram, variable: number, cell: number): number => {
    const asked = diagrams.variableOf(diagram);
    if (asked === diagrams.widths.length) return diagrams.endOf(diagram);
    return inCell(diagrams.branch(diagram, asked, asked === variable ? cell : 0), variable, cell);
  };
  /** What items on one fact come to in each cell where it is known. */
  const sumsOf = (own: readonly { readonly points: number; readonly part: Kleene }[], variable: number) =>
    Array.from({ length: at(diagrams.widths, variable) - 1 }, (_, cell) =>
      own.reduce((sum, { points, part }) => sum + inCell(part.certain, variable, cell) * points, 0),
    );
  const summed = (items: readonly Points[], parts: readonly Kleene[]): Summed => {
    const counted = items.map(({ points }, place) => ({ points: thousandths(points), part: at(parts, place) }));
    const groups = onOneFact(items).map(({ fact, items: own }) => {
      const variable = space.indexOf(fact);
      const places = own.map(({ place }) => place);
      return {
        variable,
        places,
        sums: sumsOf(
          places.map((place) => at(counted, place)),
          variable,
        ),
      };
    });
    const isTogether = (place: number) => groups.some(({ places }) => places.includes(place));
    const others = counted.filter((_, place) => !isTogether(place));
    // What takes points away counts for certain as soon as it is possible.
    const end = (isLow: boolean): End => ({
      row: others.map(({ points, part: { certain, possible } }) =>
        worth(diagrams, points > 0 === isLow ? certain : possible, points),
      ),
      ofCells: groups.map(({ variable, sums }) => {
        return { variable, sums: [...sums, isLow ? Math.min(...sums) : Math.max(...sums)] };
      }),
    });
    const ofGroups = groups.reduce((sum, { sums }) => sum + Math.max(...sums), 0);
    const best = others.reduce((sum, { points }) => sum + Math.max(points, 0), ofGroups);
    return { low: end(true), high: end(false), best };
  };
  const reached = ({ low, high, best }: Summed, atLeast: Threshold): Kleene => {
    const aim = isReached(reachedFrom(atLeast, () => best));
    return {
      certain: adding(diagrams, low.row, low.ofCells, aim),
      possible: adding(diagrams, high.row, high.ofCells, aim),
    };
  };
  /** Between the least and the most that the ends of the factors come to. */
  const multiplied = (sums: readonly Summed[], atLeast: Threshold): Kleene => {
    const limit = reachedByProduct(
      atLeast,
      sums.map(
        ({ best }) =>
          () =>
            best,
      ),
    );
    const ends = sums.reduce<readonly Diagram[]>(
      (products, { low, high }) =>
        [low, high].flatMap(({ row, ofCells }) => {
          const end = adding(diagrams, row, ofCells, asItIs);
          return products.map((product) => diagrams.apply(times, product, end));
        }),
      [diagrams.constant(1)],
    );
    const joined = (how: Operation) =>
      where(
        ends.reduce((one, other) => diagrams.apply(how, one, other)),
        (value) => value >= limit,
      );
    return { certain: joined(least), possible: joined(most) };
  };

  const ask = askedOnce((condition: Condition, policy: AnyRules): Kleene => {
    const parts = partsOf(condition, policy).map((part) => ask(part, policy));
    const both = (join: (row: readonly Diagram[]) => Diagram): Kleene => ({
      certain: join(parts.map(({ certain }) => certain)),
      possible: join(parts.map(({ possible }) => possible)),
    });
    const sums = (): readonly Summed[] => {
      const counts = sumsIn(condition).map((sum) => pointsOf(sum, policy));
      return counts.map((items, index) => {
        const from = counts.slice(0, index).flat().length;
        return summed(items, parts.slice(from, from + items.length));
      });
    };
    return byForm<Condition, Kleene>(condition, {
      fact: line,
      all: () => both(all),
      any: () => both(any),
      not: () => {
        const { certain, possible } = both(all);
        return { certain: not(possible), possible: not(certain) };
      },
      count: ({ count, atLeast }) =>
        reached(
          summed(
            count.map((when) => ({ points: 1, when })),
            parts,
          ),
          atLeast,
        ),
      score: ({ atLeast }) => reached(at(sums(), 0), atLeast),
      product: ({ atLeast }) => multiplied(sums(), atLeast),
      sign: () => both(any),
    });
  });
  return ask;
}
