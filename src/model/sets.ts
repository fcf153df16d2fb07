import { at, BudgetExceeded } from "../diagrams/index.js";
import type { FactValue, Line, SetDomain } from "../facts/index.js";
import { type Partition, unordered } from "./partition.js";

/** A set over kinds of members, as bits: one for each kind. */
type Kinds = number;

/** So many kinds of members can be told apart: 2 to this many sets are looked at. */
const mostKinds = 14;

const membersOf = (value: unknown): readonly string[] => (Array.isArray(value) ? value : []);

/** What any member is called that no line names. */
const anyOther = "another";

/**
 * The kinds of members that lines tell apart: members stand together that are always asked for together, and of which one
 * is as good as another; the last kind is of those that no line names.
 */
function kindsOf({ members, open }: SetDomain, lines: readonly Line[]): readonly (readonly string[])[] {
  const asked = lines.map((line) =>
    "includesAny" in line ? line.includesAny : "includesAll" in line ? line.includesAll : [],
  );
  const isAlone = (member: string) =>
    lines.some((line) => "includesAll" in line && line.includesAll.length > 1 && line.includesAll.includes(member));
  const kinds = new Map<string, readonly string[]>();
  for (const member of new Set(asked.flat())) {
    const key = isAlone(member) ? member : `:${asked.map((each) => Number(each.includes(member))).join("")}`;
    kinds.set(key, [...(kinds.get(key) ?? []), member]);
  }
  const named = new Set(asked.flat());
  const unnamed = members.filter((member) => !named.has(member));
  const others = unnamed.length > 0 ? [unnamed] : open ? [[anyOther]] : [];
  return [...kinds.values(), ...others];
}

function countOf(kinds: Kinds): number {
  let count = 0;
  for (let rest = kinds; rest > 0; rest &= rest - 1) count++;
  return count;
}

/** What a line asks of a set of kinds. */
function askedOf(line: Line, kinds: readonly (readonly string[])[]): (set: Kinds) => boolean {
  const bitsOf = (members: readonly string[]): Kinds =>
    kinds.reduce((bits, kind, bit) => (kind.some((member) => members.includes(member)) ? bits | (1 << bit) : bits), 0);
  if ("includesAny" in line) {
    const any = bitsOf(line.includesAny);
    return (set) => (set & any) !== 0;
  }
  if ("includesAll" in line) {
    const all = bitsOf(line.includesAll);
    return (set) => (set & all) === all;
  }
  return (set) => (set === 0) === ("isEmpty" in line && line.isEmpty);
}

/** Every set of kinds with the class that it belongs to: sets are in one class when all lines say the same of them. */
function classify(kinds: readonly (readonly string[])[], lines: readonly Line[]) {
  const asked = lines.map((line) => askedOf(line, kinds));
  const sets = [...new Array(1 << kinds.length).keys()].sort(
    (one, other) => countOf(one) - countOf(other) || one - other,
  );
  const numbers = new Map<string, number>();
  const classOf = new Array<number>(sets.length);
  for (const set of sets) {
    const key = asked.map((holds) => Number(holds(set))).join("");
    const number = numbers.get(key) ?? numbers.size;
    numbers.set(key, number);
    classOf[set] = number;
  }
  const classes = Array.from({ length: numbers.size }, (_, index) => sets.filter((set) => classOf[set] === index));
  return { classOf: (set: Kinds) => at(classOf, set), classes };
}

/** Sorts sets into classes of which all lines say the same. */
export function classesOf(domain: SetDomain, lines: readonly Line[]): Partition {
  const kinds = kindsOf(domain, lines);
  if (kinds.length > mostKinds) throw new BudgetExceeded(mostKinds);
  const { classOf, classes } = classify(kinds, lines);
  const bits = kinds.map((_, bit) => 1 << bit);
  const kindOf = (member: string) => {
    const found = kinds.findIndex((kind) => kind.includes(member));
    return found >= 0 ? found : kinds.length - 1;
  };
  const setOf = (value: FactValue): Kinds => membersOf(value).reduce((set, member) => set | (1 << kindOf(member)), 0);
  /** The members of a set of kinds: those of another set, as far as they are of these kinds, or the first of each. */
  const membersFor = (set: Kinds, value: FactValue): readonly string[] =>
    kinds.flatMap((kind, bit) => {
      const kept = membersOf(value).filter((member) => kindOf(member) === bit);
      return (set & (1 << bit)) === 0 ? [] : kept.length > 0 ? kept : kind.slice(0, 1);
    });
  const nearestTo = (set: Kinds, cell: number) =>
    at(classes, cell).reduce((best, each) => (countOf(each ^ set) < countOf(best ^ set) ? each : best));
  const above = (cell: number, set: (from: Kinds) => readonly Kinds[]) =>
    [...new Set(at(classes, cell).flatMap(set).map(classOf))].filter((other) => other !== cell);
  const larger = (set: Kinds): readonly Kinds[] => bits.filter((bit) => (set & bit) === 0).map((bit) => set | bit);
  const reached = new Map<Kinds, ReadonlySet<number>>();
  const reachedFrom = (set: Kinds): ReadonlySet<number> => {
    const known = reached.get(set) ?? new Set([classOf(set), ...larger(set).flatMap((each) => [...reachedFrom(each)])]);
    reached.set(set, known);
    return known;
  };
  return {
    cells: classes.map(([smallest = 0]) => membersFor(smallest, [])),
    cellOf: (value) => classOf(setOf(value)),
    near: (cell, value) => [membersFor(nearestTo(setOf(value), cell), value)],
    distance: (one, other) => Math.min(...at(classes, one).map((set) => countOf(set ^ nearestTo(set, other)))),
    next: (cell) => above(cell, larger),
    atLeast: (value) => [...reachedFrom(setOf(value))].sort((one, other) => one - other),
    more: (cell) =>
      [...new Set(at(classes, cell).flatMap((set) => [...reachedFrom(set)]))].filter((other) => other !== cell),
    ...unordered,
  };
}
