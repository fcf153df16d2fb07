import { type ByOperator, byOperator, type Line, noOperator, type OperatorOn } from "./line.js";
import { certainly, not, type Truth } from "./truth.js";

/** Whether what a line asks is so of all numbers from one to another, both inside, of none, or only of some. */
type RangeTruth = (low: number, high: number) => Truth;

/** What each operator asks of numbers; values of other domains count as their ranks, which are whole: false as 0 and true as 1. */
export const askedOfRanges: ByOperator<OperatorOn<"number" | "ordinal" | "boolean" | "enum">, number, RangeTruth> = {
  atLeast: (limit) => (low, high) => certainly(low >= limit, high < limit),
  atMost: (limit) => (low, high) => certainly(high <= limit, low > limit),
  above: (limit) => (low, high) => certainly(low > limit, high <= limit),
  below: (limit) => (low, high) => certainly(high < limit, low >= limit),
  between:
    ([from, to]) =>
    (low, high) =>
      certainly(low >= from && high <= to, high < from || low > to),
  is: (values) => among([...new Set([values].flat())]),
};

function among(values: readonly number[]): RangeTruth {
  return (low, high) => {
    const inside = values.filter((value) => value >= low && value <= high);
    return certainly(inside.length > high - low, inside.length === 0);
  };
}

/** What members are compared by. */
type KeyOf<Member> = (member: Member | string) => unknown;

/** Whether what a line asks is so of a set that has some members for certain; others are possible, or `undefined`: any. */
type SetTruth<Member> = (certain: readonly Member[], possible: readonly Member[] | undefined) => Truth;

/** Whether a set has some or every one of the members that are asked for. */
function including<Member>(asked: readonly string[], keyOf: KeyOf<Member>, how: "some" | "every"): SetTruth<Member> {
  const askedKeys = asked.map(keyOf);
  const has = (members: readonly Member[]) => {
    const keys = members.map(keyOf);
    return askedKeys[how]((key) => keys.includes(key));
  };
  return (certain, possible) => certainly(has(certain), possible !== undefined && !has(possible));
}

/** What each operator asks of a set. */
export const askedOfSets = <Member>(keyOf: KeyOf<Member>): ByOperator<OperatorOn<"set">, string, SetTruth<Member>> => ({
  includesAny: (members) => including(members, keyOf, "some"),
  includesAll: (members) => including(members, keyOf, "every"),
  isEmpty: (isAsked) => (certain, possible) => {
    const truth = certainly(possible?.length === 0, certain.length > 0);
    return isAsked ? truth : not(truth);
  },
  size: (line) => {
    const truth = byOperator(line, askedOfRanges, noOperator);
    // Two spellings of a name are one member.
    const sizeOf = (members: readonly Member[]) => new Set(members.map(keyOf)).size;
    return (certain, possible) => truth(sizeOf(certain), possible === undefined ? Infinity : sizeOf(possible));
  },
});

const named: ByOperator<OperatorOn<"set">, string, readonly string[]> = {
  includesAny: (members) => members,
  includesAll: (members) => members,
  isEmpty: () => [],
  size: () => [],
};

/** The members of a set that a line names. */
export const membersNamed = (line: Line): readonly string[] => byOperator(line, named, () => []);
