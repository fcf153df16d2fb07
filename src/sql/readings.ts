import { type Domain, type Fact, type SetDomain, spanOf, valuesOf } from "../facts/index.js";
import { allOf, always, anyOf, column, compared, never, type Scalar, type Shown } from "./expression.js";
import { columnsOfFact, keysOfMembers, type LeftOut } from "./facts-columns.js";

/** What is shown of the ends of something in order: numbers as they are, levels by their ranks. */
export interface Ends {
  /** It is this or more. */
  readonly from: (limit: number) => Shown;
  readonly above: (limit: number) => Shown;
  /** It is this or less. */
  readonly to: (limit: number) => Shown;
  readonly below: (limit: number) => Shown;
}

/** What is shown of a value without an order: that it is one of some, by their places among all. */
export interface Alternatives {
  readonly among: (places: readonly number[]) => Shown;
  readonly count: number;
}

/** What is shown of a set. */
export interface Membership {
  readonly has: (key: string) => Shown;
  readonly lacks: (key: string) => Shown;
  /** It is told which members it may have: no others. */
  readonly isTold: Shown;
  readonly isEmpty: Shown;
  readonly hasAny: Shown;
  /** How many members it certainly has, and may have: nothing where that is not told. */
  readonly certain: Scalar;
  readonly possible: Scalar;
  readonly size: Ends;
  readonly keyOf: (member: string) => string;
}

/** What is shown of a fact. */
export type ReadingOfFact =
  | ({ readonly kind: "order" } & Ends)
  | ({ readonly kind: "alternatives" } & Alternatives)
  | ({ readonly kind: "set" } & Membership);

/** What is shown of the ends of a number, where columns hold them; a column that holds nothing leaves it to what can be at all. */
function endsOf(least: Scalar, most: Scalar, { low, high }: { readonly low: number; readonly high: number }): Ends {
  return {
    from: (limit) => (low >= limit ? always : compared(least, ">=", limit)),
    above: (limit) => (low > limit ? always : compared(least, ">", limit)),
    to: (limit) => (high <= limit ? always : compared(most, "<=", limit)),
    below: (limit) => (high < limit ? always : compared(most, "<", limit)),
  };
}

const among = (name: string, texts: readonly string[]): Shown =>
  texts.length === 0 ? never : { kind: "among", column: name, texts };

function endsOfLevels(least: string, most: string, levels: readonly string[]): Ends {
  const from = (rank: number) => (rank <= 0 ? always : among(least, levels.slice(rank)));
  const to = (rank: number) =>
    rank >= levels.length - 1 ? always : among(most, levels.slice(0, Math.max(rank + 1, 0)));
  return { from, above: (rank) => from(rank + 1), to, below: (rank) => to(rank - 1) };
}

function alternativesIn(name: string, values: readonly unknown[]): Alternatives {
  const isFlag = values.includes(true);
  const shown = (places: readonly number[]): Shown =>
    isFlag
      ? anyOf(places.map((place) => ({ kind: "flag", column: name, value: place === 1 })))
      : among(
          name,
          places.map((place) => String(values[place])),
        );
  return {
    count: values.length,
    among: (places) => (new Set(places).size === values.length ? always : shown(places)),
  };
}

function membershipIn(certain: string, possible: string, domain: SetDomain): Membership {
  const { open, members } = domain;
  const counted = (name: string): Scalar => ({ kind: "members", column: name });
  const most = open ? Number.POSITIVE_INFINITY : members.length;
  return {
    has: (member) => ({ kind: "having", column: certain, member }),
    lacks: (member) => ({ kind: "lacking", column: possible, member }),
    isTold: open ? compared(counted(possible), ">=", 0) : always,
    isEmpty: most === 0 ? always : { kind: "memberless", column: possible, value: true },
    hasAny: { kind: "memberless", column: certain, value: false },
    certain: counted(certain),
    possible: counted(possible),
    size: endsOf(counted(certain), counted(possible), { low: 0, high: most }),
    keyOf: keysOfMembers(domain),
  };
}

/** What the columns of a facts table show of a fact. */
export function readingIn(name: string, fact: Fact, without: readonly LeftOut[]): ReadingOfFact {
  const [first = "", second = ""] = columnsOfFact(name, fact, without).map((each) => each.name);
  const domain: Domain = fact.domain;
  switch (domain.kind) {
    case "number":
      return { kind: "order", ...endsOf(column(first), column(second), spanOf(domain)) };
    case "ordinal":
      return { kind: "order", ...endsOfLevels(first, second, domain.levels) };
    case "set":
      return { kind: "set", ...membershipIn(first, second, domain) };
    default:
      return { kind: "alternatives", ...alternativesIn(first, valuesOf(domain)) };
  }
}

/** That something is none of some values in order that follow one another: shown where it lies beside them. */
export const beside = (ends: Ends, start: number | undefined, end: number | undefined): Shown =>
  anyOf([start === undefined ? never : ends.below(start), end === undefined ? never : ends.from(end)]);

/** That something is one of some values in order that follow one another, the first and the last inside. */
export const within = (ends: Ends, first: number, last: number): Shown => allOf([ends.from(first), ends.to(last)]);
