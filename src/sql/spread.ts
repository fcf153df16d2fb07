import { mostUnnamed, startsIn, type Together } from "../conditions/index.js";
import { counted, type Domain, membersFrom, membersNamed, type SetDomain, span } from "../facts/index.js";
import { allOf, anyOf, type Branch, choice, compared, type Scalar, type Shown, sum, whole } from "./expression.js";
import { type Alternatives, beside, type Ends, type Membership, type ReadingOfFact } from "./readings.js";
import { others, rowsOf } from "./rows.js";

/** The least and the most that points come to. */
export interface SpreadInSql {
  readonly low: Scalar;
  readonly high: Scalar;
}

/** What items on one fact come to, for each of its values that differ in it; and what shows that it is none of some of these. */
interface Outcomes {
  readonly sums: readonly number[];
  readonly isNone: (places: readonly number[]) => Shown;
}

function outcomesInOrder(domain: Domain, { lines, sumIn }: Together, ends: Ends): Outcomes {
  const starts = startsIn(domain, lines);
  return {
    sums: starts.map((start) => sumIn(domain.kind === "number" ? span(start, start) : counted(start, start))),
    isNone: (places) =>
      allOf(
        rowsOf(places).map(([first, last]) => beside(ends, first > 0 ? starts[first] : undefined, starts[last + 1])),
      ),
  };
}

const outcomesOfAlternatives = ({ sumIn }: Together, { among, count }: Alternatives): Outcomes => ({
  sums: Array.from({ length: count }, (_, place) => sumIn(counted(place, place))),
  isNone: (places) => among(others(places, count)),
});

/** So many sets are written out one by one. */
export const mostSets = 256;

/** The members that lines on a set name, by key; and how many others they can tell apart. */
export function toldApart(domain: SetDomain, { lines }: Together, keyOf: (member: string) => string) {
  const named = new Map(lines.flatMap(membersNamed).map((member) => [keyOf(member), member]));
  const most = mostUnnamed(lines);
  const unnamed = domain.members.filter((member) => !named.has(keyOf(member)));
  const room = domain.open ? most : Math.min(most, unnamed.length);
  return { named, most, room, count: 2 ** named.size * (room + 1) };
}

function outcomesOfSet(domain: SetDomain, together: Together, set: Membership): Outcomes {
  const { named, most, room } = toldApart(domain, together, set.keyOf);
  const keys = [...named.keys()];
  // A member that a set certainly has is one that it may have.
  const isNamed = (shown: (key: string) => Shown, otherwise: number, gives: number) =>
    keys.map((key) => choice([{ when: shown(key), gives: whole(gives) }], whole(otherwise)));
  const certain = sum([set.certain, ...isNamed(set.has, 0, -1)]);
  const possible = sum([set.possible, ...isNamed(set.lacks, -1, 0)]);
  const unnamed = domain.members.filter((member) => !named.has(set.keyOf(member)));
  const strangers = Array.from({ length: room }, (_, index) => unnamed[index] ?? `another ${index}`);
  const sets = Array.from({ length: 2 ** keys.length }, (_, bits) =>
    Array.from({ length: room + 1 }, (__, count) => ({ has: (at: number) => (bits & (1 << at)) !== 0, count })),
  ).flat();
  const notSo = ({ has, count }: (typeof sets)[number]): Shown =>
    anyOf([
      ...keys.map((key, at) => (has(at) ? set.lacks(key) : set.has(key))),
      // From the most on that lines tell apart, one more is as good as another.
      ...(count < most ? [compared(certain, ">", count)] : []),
      ...(count > 0 ? [compared(possible, "<", count)] : []),
    ]);
  return {
    sums: sets.map(({ has, count }) => {
      const members = [...[...named.values()].filter((_, at) => has(at)), ...strangers.slice(0, count)];
      return together.sumIn(membersFrom(members, members));
    }),
    isNone: (places) => allOf(sets.filter((_, place) => places.includes(place)).map(notSo)),
  };
}

function outcomesOf(domain: Domain, together: Together, reading: ReadingOfFact): Outcomes {
  if (reading.kind === "set" && domain.kind === "set") return outcomesOfSet(domain, together, reading);
  if (reading.kind === "alternatives") return outcomesOfAlternatives(together, reading);
  return outcomesInOrder(domain, together, reading as Ends); // whatever is no set is in order, or has no order
}

/** What items on one fact come to together: as much as some value of the fact brings, and no less than each does. */
export function spreadInSql(domain: Domain, together: Together, reading: ReadingOfFact): SpreadInSql {
  const { sums, isNone } = outcomesOf(domain, together, reading);
  const distinct = [...new Set(sums)].sort((one, other) => one - other);
  const placesWhere = (isOut: (own: number) => boolean) => [...sums.keys()].filter((place) => isOut(sums[place] ?? 0));
  const branch = (gives: number, isOut: (own: number) => boolean): Branch => ({
    when: isNone(placesWhere(isOut)),
    gives: whole(gives),
  });
  const [least = 0, ...more] = distinct;
  const [greatest = 0, ...less] = [...distinct].reverse();
  return {
    // The most of these that all below it are shown not to be.
    low: choice(
      [...more].reverse().map((gives) => branch(gives, (own) => own < gives)),
      whole(least),
    ),
    high: choice(
      [...less].reverse().map((gives) => branch(gives, (own) => own > gives)),
      whole(greatest),
    ),
  };
}
