import { unknownTo } from "../conditions/index.js";
import { at, BudgetExceeded } from "../diagrams/index.js";
import {
  askedOfSets,
  byOperator,
  type FactValue,
  type Line,
  memberKeys,
  membersOf,
  type SetDomain,
  TRUE,
} from "../facts/index.js";
import { type Kind, kindsOf, largestSize } from "./kinds.js";
import { type Partition, unordered } from "./partition.js";

/** How many members of each kind a set has, as far as lines tell that apart. */
type Counts = readonly number[];

/** So many sets are looked at. */
const mostSets = 1 << 14;

/** Up to so many members sets are told apart by how many they have. */
const mostMembers = 1 << 10;

const sumOf = (counts: Counts): number => counts.reduce((sum, count) => sum + count, 0);

const apart = (one: Counts, other: Counts): number =>
  one.reduce((sum, count, kind) => sum + Math.abs(count - at(other, kind)), 0);

/** Every choice of so many members of each kind at most; the smallest first, and of these those with the first kinds. */
function everyCount(most: Counts): readonly Counts[] {
  const size = most.reduce((product, count) => product * (count + 1), 1);
  if (size > mostSets) throw new BudgetExceeded(mostSets, true);
  const all = most.reduce<readonly Counts[]>(
    (found, count) =>
      Array.from({ length: count + 1 }, (_, own) => own).flatMap((own) => found.map((counts) => [...counts, own])),
    [[]],
  );
  return [...all].sort((one, other) => sumOf(one) - sumOf(other));
}

/** Every set with the class that it belongs to: sets are in one class when all lines say the same of them. */
function classify(sets: readonly Counts[], kinds: readonly Kind[], lines: readonly Line[], domain: SetDomain) {
  const keyOf = memberKeys(domain);
  const truths = lines.map((line) =>
    byOperator(line, askedOfSets(keyOf), (operator) => unknownTo("operator", operator)),
  );
  const keys = kinds.map((kind) => kind.map(keyOf));
  const numbers = new Map<string, number>();
  const classOf = new Map<string, number>();
  for (const set of sets) {
    const members = keys.flatMap((kind, index) => kind.slice(0, at(set, index)));
    const said = truths.map((truth) => Number(truth(members, members) === TRUE)).join("");
    const number = numbers.get(said) ?? numbers.size;
    numbers.set(said, number);
    classOf.set(set.join(), number);
  }
  return (set: Counts): number => classOf.get(set.join()) ?? 0;
}

/** Sorts sets into classes of which all lines say the same. */
export function classesOf(domain: SetDomain, lines: readonly Line[]): Partition {
  const keyOf = memberKeys(domain);
  const size = largestSize(lines);
  if (size > mostMembers) throw new BudgetExceeded(mostMembers, true);
  const kinds = kindsOf(domain, lines, keyOf, size);
  const most = kinds.map((kind) => Math.min(kind.length, size));
  const sets = everyCount(most);
  const classOf = classify(sets, kinds, lines, domain);
  const classes: Counts[][] = [];
  for (const set of sets) {
    const own = classes[classOf(set)] ?? [];
    own.push(set);
    classes[classOf(set)] = own;
  }

  const kindAt = new Map(kinds.flatMap((kind, index) => kind.map((member) => [keyOf(member), index] as const)));
  const kindOf = (member: string) => kindAt.get(keyOf(member)) ?? kinds.length - 1;
  /** The members of each kind, each in its first spelling. */
  const sorted = (value: FactValue): readonly (readonly string[])[] => {
    const keys = membersOf(value).map(keyOf);
    const members = membersOf(value).filter((_, index) => keys.indexOf(at(keys, index)) === index);
    return kinds.map((_, kind) => members.filter((member) => kindOf(member) === kind));
  };
  const countsOf = (value: FactValue): Counts =>
    sorted(value).map((members, kind) => Math.min(members.length, at(most, kind)));
  /** So many members of each kind: those of another set first; all of them, where more are not told apart. */
  const membersFor = (set: Counts, value: FactValue): readonly string[] =>
    sorted(value).flatMap((own, kind) => {
      const count = at(set, kind);
      const taken = new Set(own.map(keyOf));
      const others = at(kinds, kind).filter((member) => !taken.has(keyOf(member)));
      return [...own, ...others].slice(0, count === at(most, kind) ? Math.max(count, own.length) : count);
    });
  const nearestTo = (set: Counts, cell: number) =>
    at(classes, cell).reduce((best, each) => (apart(each, set) < apart(best, set) ? each : best));
  /** The sets with one member more. */
  const larger = (set: Counts): readonly Counts[] =>
    most.flatMap((count, kind) =>
      at(set, kind) < count ? [set.map((own, other) => (other === kind ? own + 1 : own))] : [],
    );

  let known: ReadonlyMap<string, ReadonlySet<number>> | undefined;
  /** The classes of all sets that have these members and maybe others: from the largest sets down. */
  const reachedFrom = (set: Counts): ReadonlySet<number> => {
    if (known === undefined) {
      const reached = new Map<string, ReadonlySet<number>>();
      for (const each of [...sets].reverse()) {
        const more = larger(each).flatMap((next) => [...(reached.get(next.join()) ?? [])]);
        reached.set(each.join(), new Set([classOf(each), ...more]));
      }
      known = reached;
    }
    return known.get(set.join()) ?? new Set();
  };
  /** The classes of all sets that have these members and, besides, no others than those. */
  const between = (least: Counts, upTo: Counts): ReadonlySet<number> =>
    new Set(
      sets
        .filter((set) => set.every((count, kind) => count >= at(least, kind) && count <= at(upTo, kind)))
        .map(classOf),
    );
  const others = (cell: number, found: (set: Counts) => readonly number[]) =>
    [...new Set(at(classes, cell).flatMap(found))].filter((other) => other !== cell);
  return {
    cells: classes.map(([smallest = []]) => membersFor(smallest, [])),
    cellOf: (value) => classOf(countsOf(value)),
    near: (cell, value) => [membersFor(nearestTo(countsOf(value), cell), value)],
    distance: (one, other) => Math.min(...at(classes, one).map((set) => apart(set, nearestTo(set, other)))),
    next: (cell) => others(cell, (set) => larger(set).map(classOf)),
    left: ({ certain, possible }) => {
      const reached =
        possible === undefined ? reachedFrom(countsOf(certain)) : between(countsOf(certain), countsOf(possible));
      return [...reached].sort((one, other) => one - other);
    },
    more: (cell) => others(cell, (set) => [...reachedFrom(set)]),
    ...unordered,
  };
}
