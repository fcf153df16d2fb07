import { unknownTo } from "../conditions/index.js";
import { at, BudgetExceeded } from "../diagrams/index.js";
import {
  askedOfSets,
  type ByOperator,
  byOperator,
  type FactValue,
  type Line,
  memberKeys,
  membersNamed,
  type OperatorOn,
  type SetDomain,
  TRUE,
} from "../facts/index.js";
import { type Partition, unordered } from "./partition.js";

/** A set over kinds of members, as bits: one for each kind. */
type Kinds = number;

/** So many kinds of members can be told apart: 2 to this many sets are looked at. */
const mostKinds = 14;

const membersOf = (value: unknown): readonly string[] => (Array.isArray(value) ? value : []);

type KeyOf = (member: string) => string;

/** Whether one of the members that a line names is not as good as another. */
const tellsApart: ByOperator<OperatorOn<"set">, string, boolean> = {
  includesAny: () => false,
  includesAll: () => true,
  isEmpty: () => false,
};

const unfit = (operator: string): never => unknownTo("operator", operator);

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
  const asked = lines.map((line) => new Set(membersNamed(line).map(keyOf)));
  const isApart = lines.map((line) => byOperator<boolean>(line, tellsApart, unfit));
  const isAlone = (key: string) => asked.some((keys, index) => isApart[index] && keys.size > 1 && keys.has(key));
  // As they are listed, or else as the first line spells them: so they are spelt in what is shown.
  const spelt = new Map(
    [...lines.flatMap(membersNamed).reverse(), ...members].map((member) => [keyOf(member), member]),
  );
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

/** Every set of kinds with the class that it belongs to: sets are in one class when all lines say the same of them. */
function classify(kinds: readonly (readonly string[])[], lines: readonly Line[], keyOf: KeyOf) {
  const truths = lines.map((line) => byOperator(line, askedOfSets(keyOf), unfit));
  // All of the members of a kind that a line names, or none of them.
  const keysOf = kinds.map((kind) => kind.map(keyOf));
  const sets = [...new Array(1 << kinds.length).keys()].sort(
    (one, other) => countOf(one) - countOf(other) || one - other,
  );
  const numbers = new Map<string, number>();
  const classOf = new Array<number>(sets.length);
  for (const set of sets) {
    const keys = keysOf.flatMap((kind, bit) => ((set & (1 << bit)) === 0 ? [] : kind));
    const key = truths.map((truth) => Number(truth(keys, keys) === TRUE)).join("");
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
