import type { NumberConstraints } from "../bounds/index.js";
import type { FactCondition } from "../conditions/index.js";
import { at } from "../diagrams/index.js";
import type { Space, Variable } from "./space.js";

/** Where something begins for each variable, besides where it begins at all. */
type Starts = readonly Set<number>[];

/** So often is carried on what was carried. */
const mostRounds = 4;

/** Sums are told apart to the number, as long as no more choices of numbers are than this. */
const mostChoices = 4096;

const endsOf = ({ partition: { intervals } }: Variable) => ({
  from: intervals[0]?.from ?? 0,
  to: intervals.at(-1)?.to ?? 0,
  isWhole: intervals[0]?.isWhole ?? true,
});

/** The least and the most of the sums of some variables; the most, where there is one. */
function extremesOf(variables: readonly Variable[]): readonly number[] {
  const ends = variables.map(endsOf);
  const least = ends.reduce((sum, { from }) => sum + from, 0);
  const most = ends.reduce((sum, { to }) => sum + to, 0);
  return Number.isFinite(most) && most !== least ? [least, most] : [least];
}

/** Brings the starts of each number of two equal sums to the others, for the least and the most of what is beside them. */
function carrySum(left: readonly number[], right: readonly number[], starts: Starts, variables: readonly Variable[]) {
  const sides = [...left.map((place) => ({ place, sign: 1 })), ...right.map((place) => ({ place, sign: -1 }))];
  for (const one of sides) {
    for (const other of sides) {
      if (one === other) continue;
      const beside = sides.filter((each) => each !== one && each !== other);
      const sumsOf = (sign: number) =>
        extremesOf(beside.filter((each) => each.sign === sign).map(({ place }) => at(variables, place)));
      for (const plus of sumsOf(1)) {
        for (const minus of sumsOf(-1)) {
          for (const start of [...at(starts, one.place)]) {
            at(starts, other.place).add(-other.sign * (one.sign * start + plus - minus));
          }
        }
      }
    }
  }
}

/** Brings the starts of two numbers to one another, for each that there is of by how much the one is more. */
function carryExcess({ excess, more, than }: NumberConstraints["excesses"][number], starts: Starts) {
  const [own, greater, lesser] = [[...at(starts, excess)], [...at(starts, more)], [...at(starts, than)]];
  for (const by of [1, ...own].flatMap((start) => [start - 1, start])) {
    for (const start of greater) at(starts, than).add(start - by);
    for (const start of lesser) at(starts, more).add(start + by);
  }
  for (const start of greater) {
    for (const other of lesser) for (const by of [0, 1]) at(starts, excess).add(start - other + by);
  }
}

/** Tells the numbers of sums apart one by one, up to the last start of any, where these are few. */
function tellApart(places: readonly number[], starts: Starts, variables: readonly Variable[]): void {
  const last = Math.max(...places.flatMap((place) => [...at(starts, place)]));
  const firsts = places.map((place) => endsOf(at(variables, place)).from);
  const choices = firsts.reduce((product, first) => product * Math.max(last - first + 2, 1), 1);
  if (!Number.isFinite(last)) return;
  for (const [index, place] of places.entries()) {
    const first = at(firsts, index);
    // The least that a number can be is a case of its own.
    const upTo = choices > mostChoices ? first + 1 : last + 1;
    for (let start = first + 1; start <= upTo; start++) at(starts, place).add(start);
  }
}

/**
 * The lines that constraints between numbers carry from one fact to others: where a number of one settles on which side of a line
 * another lies, that is a line of its own.
 */
export function carriedLines({ variables, numberConstraints }: Space): readonly FactCondition[] {
  const { atMost, sums, excesses } = numberConstraints;
  const starts: Starts = variables.map(
    ({ partition }) => new Set(partition.intervals.slice(1).map(({ from }) => from)),
  );
  const known = starts.map((own) => new Set(own));
  const count = () => starts.reduce((sum, { size }) => sum + size, 0);
  let before = -1;
  for (let round = 0; round < mostRounds && count() !== before; round++) {
    before = count();
    for (const [lesser, greater] of atMost) {
      for (const start of at(starts, lesser)) at(starts, greater).add(start);
      for (const start of at(starts, greater)) at(starts, lesser).add(start);
    }
    for (const { left, right } of sums) carrySum(left, right, starts, variables);
    for (const each of excesses) carryExcess(each, starts);
  }
  if (sums.length > 0)
    tellApart([...new Set(sums.flatMap(({ left, right }) => [...left, ...right]))], starts, variables);
  return starts.flatMap((own, index) => {
    const variable = at(variables, index);
    const { from, to, isWhole } = endsOf(variable);
    const inside = [...own].map((start) => (isWhole ? Math.ceil(start) : start));
    const added = [...new Set(inside)].filter((start) => start > from && start <= to && !at(known, index).has(start));
    // A number for numbers, a level for levels: what a line takes.
    return added.map((start) => ({ fact: variable.name, atLeast: variable.partition.valueAt(start) }) as FactCondition);
  });
}
