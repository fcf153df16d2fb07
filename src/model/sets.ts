import { at, BudgetExceeded } from "../diagrams/index.js";
import { type FactValue, type Line, memberKeys, type SetDomain } from "../facts/index.js";
import { type Partition, unordered } from "./partition.js";

/** A set over kinds of members, as bits: one for each kind. */
type Kinds = number;

/** So many kinds of members can be told apart: 2 to this many sets are looked at. */
const mostKinds = 14;

const membersOf = (value: unknown): readonly string[] => (Array.isArray(value) ? value : []);

type KeyOf = (member: string) => string;

const namedBy = (line: Line): readonly string[] =>
  "includesAny" in line ? line.includesAny : "includesAll" in line ? line.includesAll : [];

/** A member that no line names. */
function anyOther(isNamed: (member: string) => boolean): string {
  let name = "another";
  while (isNamed(name)) name = `yet ${name}`;
  return name;
}

/**
 * The kinds of members that lines tell apart: members stand together that are always asked for together, and of which one
 * is as good as another; the last kind is of those that no line names.
 */
function kindsOf({ members, open }: SetDomain, lines: readonly Line[], keyOf: KeyOf): readonly (readonly string[])[] {
  const asked = lines.map((line) => new Set(namedBy(line).map(keyOf)));
  const isAlone = (key: string) =>
    lines.some((line, index) => "includesAll" in line && at(asked, index).size > 1 && at(asked, index).has(key));
  // As they are listed, or else as the first line spells them: so they are spelt in what is shown.
  const spelt = new Map([...lines.flatMap(namedBy).reverse(), ...members].map((member) => [keyOf(member), member]));
  const named = new Set(asked.flatMap((keys) => [...keys]));
  const kinds = new Map<string, readonly string[]>();
  for (const key of named) {
    const kind = isAlone(key) ? key : `:${asked.map((keys) => Number(keys.has(key))).join("")}`;
    kinds.set(kind, [...(kinds.get(kind) ?? []), spelt.get(key) ?? key]);
  }
  const isNamed = (member: string) => named.has(keyOf(member));
  const unnamed = members.filter((member) => !isNamed(member));
  const others = unnamed.length > 0 ? [unnamed] : open ? [[anyOther(isNamed)]] : [];
  return [...kinds.values(), ...others];
}

function countOf(kinds: Kinds): number {
  let count = 0;
  for (let rest = kinds; rest > 0; rest &= rest - 1) count++;
  return count;
}

/** What a line asks of a set of kinds. */
function askedOf(line: Line, kinds: readonly (readonly string[])[], keyOf: KeyOf): (set: Kinds) => boolean {
  const bitsOf = (members: readonly string[]): Kinds => {
    const keys = new Set(members.map(keyOf));
    return kinds.reduce(
      (bits, kind, bit) => (kind.some((member) => keys.has(keyOf(member))) ? bits | (1 << bit) : bits),
      0,
    );
  };
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
function classify(kinds: readonly (readonly string[])[], lines: readonly Line[], keyOf: KeyOf) {
  const asked = lines.map((line) => askedOf(line, kinds, keyOf));
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
  const keyOf = memberKeys(domain);
  const kinds = kindsOf(domain, lines, keyOf);
  if (kinds.length > mostKinds) throw new BudgetExceeded(mostKinds);
  const { classOf, classes } = classify(kinds, lines, keyOf);
  const bits = kinds.map((_, bit) => 1 << bit);
  const bitOf = new Map(kinds.flatMap((kind, bit) => kind.map((member) => [keyOf(member), bit] as const)));
  const kindOf = (member: string) => bitOf.get(keyOf(member)) ?? kinds.length - 1;
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
  const every: Kinds = (1 << kinds.length) - 1;
  const reached = new Map<string, ReadonlySet<number>>();
  /** The classes of a set, and of all that have more of some kinds. */
  const reachedFrom = (set: Kinds, among: Kinds): ReadonlySet<number> => {
    const key = `${set} ${among}`;
    const known =
      reached.get(key) ??
      new Set([
        classOf(set),
        ...larger(set).flatMap((each) => ((each & ~set & among) === 0 ? [] : [...reachedFrom(each, among)])),
      ]);
    reached.set(key, known);
    return known;
  };
  return {
    cells: classes.map(([smallest = 0]) => membersFor(smallest, [])),
    cellOf: (value) => classOf(setOf(value)),
    near: (cell, value) => [membersFor(nearestTo(setOf(value), cell), value)],
    distance: (one, other) => Math.min(...at(classes, one).map((set) => countOf(set ^ nearestTo(set, other)))),
    next: (cell) => above(cell, larger),
    left: ({ certain, possible }) => {
      const among = possible === undefined ? every : setOf(possible);
      return [...reachedFrom(setOf(certain), among)].sort((one, other) => one - other);
    },
    more: (cell) =>
      [...new Set(at(classes, cell).flatMap((set) => [...reachedFrom(set, every)]))].filter((other) => other !== cell),
    ...unordered,
  };
}
