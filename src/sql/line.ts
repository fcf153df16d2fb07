import {
  type ByOperator,
  byOperator,
  type Domain,
  type FactValue,
  type Line,
  type OperatorOn,
  valuesOf,
  withValues,
} from "../facts/index.js";
import { unknownTo } from "../problems/index.js";
import { allOf, always, anyOf, never, type Shown } from "./expression.js";
import { type Alternatives, type Ends, type Membership, type ReadingOfFact, within } from "./readings.js";
import { others, rowsOf } from "./rows.js";

/** What shows that something is so, and what shows that it is not; where neither is shown, it is undecided. */
export interface Asked {
  readonly holds: Shown;
  readonly fails: Shown;
}

const unfit = (operator: string): never => unknownTo("operator", operator);

/** What each operator asks of something in order. */
const askedInOrder = (ends: Ends, count: number): ByOperator<OperatorOn<"number" | "ordinal">, number, Asked> => ({
  atLeast: (limit) => ({ holds: ends.from(limit), fails: ends.below(limit) }),
  atMost: (limit) => ({ holds: ends.to(limit), fails: ends.above(limit) }),
  above: (limit) => ({ holds: ends.above(limit), fails: ends.to(limit) }),
  below: (limit) => ({ holds: ends.below(limit), fails: ends.from(limit) }),
  between: ([from, to]) => ({ holds: within(ends, from, to), fails: anyOf([ends.below(from), ends.above(to)]) }),
  is: (values) => {
    const inRows = (places: readonly number[]) =>
      anyOf(rowsOf(places).map(([first, last]) => within(ends, first, last)));
    const asked = [values].flat();
    return { holds: inRows(asked), fails: inRows(others(asked, count)) };
  },
});

/** What each operator asks of a value without an order. */
const askedOfAlternatives = ({
  among,
  count,
}: Alternatives): ByOperator<OperatorOn<"boolean" | "enum">, number, Asked> => ({
  is: (values) => {
    const asked = [values].flat();
    return { holds: among(asked), fails: among(others(asked, count)) };
  },
});

/** What each operator asks of a set. */
const askedOfSet = (set: Membership): ByOperator<OperatorOn<"set">, string, Asked> => ({
  includesAny: (members) => {
    const keys = members.map(set.keyOf);
    // Nothing is no member of any set of which it is told what it may have.
    return { holds: anyOf(keys.map(set.has)), fails: keys.length === 0 ? set.isTold : allOf(keys.map(set.lacks)) };
  },
  includesAll: (members) => {
    const keys = members.map(set.keyOf);
    return { holds: allOf(keys.map(set.has)), fails: anyOf(keys.map(set.lacks)) };
  },
  isEmpty: (isAsked) => {
    const [none, some] = [set.isEmpty, set.hasAny];
    return isAsked ? { holds: none, fails: some } : { holds: some, fails: none };
  },
  size: (line) => byOperator(line, askedInOrder(set.size, 0), unfit),
});

/** What a line asks of a fact. */
export function askedByLine(domain: Domain, line: Line, reading: ReadingOfFact): Asked {
  if (reading.kind === "set") return byOperator(line, askedOfSet(reading), unfit);
  const values = valuesOf(domain);
  const rankOf = (value: FactValue): number => (domain.kind === "number" ? Number(value) : values.indexOf(value));
  const ranked = withValues(line, rankOf);
  if (reading.kind === "alternatives") return byOperator(ranked, askedOfAlternatives(reading), unfit);
  return byOperator(ranked, askedInOrder(reading, values.length), unfit);
}

/** What is so of every app, and of none. */
export const certain: Asked = { holds: always, fails: never };

export const not = ({ holds, fails }: Asked): Asked => ({ holds: fails, fails: holds });

export const everyOf = (parts: readonly Asked[]): Asked => ({
  holds: allOf(parts.map(({ holds }) => holds)),
  fails: anyOf(parts.map(({ fails }) => fails)),
});

export const someOf = (parts: readonly Asked[]): Asked => not(everyOf(parts.map(not)));
