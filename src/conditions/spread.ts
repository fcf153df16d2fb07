import { firstAbove, firstFrom } from "../bounds/index.js";
import {
  counted,
  type Domain,
  type Known,
  type Line,
  memberKeys,
  membersFrom,
  membersNamed,
  type SetDomain,
  type Span,
  span,
  spanOf,
} from "../facts/index.js";

/** What the items come to, where the fact is known exactly. */
type SumOf = (exactly: Known) => number;

const numbersIn = (line: Line): readonly number[] =>
  Object.values(line)
    .flatMap((operand: unknown) => (typeof operand === "object" && operand !== null ? Object.values(operand) : operand))
    .flat()
    .filter((operand) => typeof operand === "number");

const inOrder = (numbers: readonly number[]) => [...new Set(numbers)].sort((one, other) => one - other);

/** The numbers or ranks at which the sum may change, from the lowest on. */
export function startsIn(domain: Domain, lines: readonly Line[]): readonly number[] {
  const { low, high } = spanOf(domain);
  if (domain.kind !== "number") return Array.from({ length: high + 1 }, (_, rank) => rank);
  const limits = lines.flatMap(numbersIn).flatMap((limit) => {
    return [firstFrom(limit, domain.whole), firstAbove(limit, domain.whole)];
  });
  const first = firstFrom(low, domain.whole);
  return inOrder([first, ...limits.filter((limit) => limit > first && limit <= high)]);
}

function spreadInOrder(domain: Domain, lines: readonly Line[], sumOf: SumOf): (known: Known) => Span {
  const starts = startsIn(domain, lines);
  const sums = starts.map((start) => sumOf(domain.kind === "number" ? span(start, start) : counted(start, start)));
  return ({ low, high }) => {
    let [least, most] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
    for (let at = 0; at < sums.length; at++) {
      const [start = 0, end = Number.POSITIVE_INFINITY, sum = 0] = [starts[at], starts[at + 1], sums[at]];
      if ((at > 0 && start > high) || end <= low) continue;
      least = Math.min(least, sum);
      most = Math.max(most, sum);
    }
    return { low: least, high: most };
  };
}

/** So many members that may be there or not are looked at together. */
const mostOpen = 10;

/** Every choice of some members. */
const choicesOf = (members: readonly string[]): readonly (readonly string[])[] =>
  members.reduce<readonly (readonly string[])[]>(
    (found, member) => found.concat(found.map((choice) => choice.concat(member))),
    [[]],
  );

/** So many members that no line names can be told apart by how many they are. */
export function mostUnnamed(lines: readonly Line[]): number {
  const sizes = lines.filter((line) => membersNamed(line).length === 0);
  return sizes.length === 0 ? 0 : Math.max(0, ...sizes.flatMap(numbersIn)) + 1;
}

/** All that items on a set can come to; nothing, where there are too many sets to look at all of them. */
function spreadOfSet(domain: SetDomain, lines: readonly Line[], sumOf: SumOf): (known: Known) => Span | undefined {
  const keyOf = memberKeys(domain);
  const named = new Map(lines.flatMap(membersNamed).map((member) => [keyOf(member), member]));
  const isNamed = (member: string) => named.has(keyOf(member));
  const most = mostUnnamed(lines);
  const invented = Array.from({ length: domain.open ? most + named.size : 0 }, (_, index) => `another ${index}`);
  const others = [...domain.members, ...invented].filter((member) => !isNamed(member));
  return ({ certain, possible }) => {
    const there = new Set(certain.map(keyOf));
    const may = possible && new Set(possible.map(keyOf));
    const isOpen = (member: string) => !there.has(keyOf(member)) && may?.has(keyOf(member)) !== false;
    const open = [...named.values()].filter(isOpen);
    if (open.length > mostOpen) return undefined;
    // Of members that no line names, one is as good as another.
    const more = (possible?.filter((member) => !isNamed(member)) ?? others).filter(isOpen).slice(0, most);
    const sums = choicesOf(open).flatMap((choice) =>
      [...more, ""].map((_, count) => {
        const members = [...certain, ...choice, ...more.slice(0, count)];
        return sumOf(membersFrom(members, members));
      }),
    );
    return { low: Math.min(...sums), high: Math.max(...sums) };
  };
}

/**
 * Prepares what items on one fact come to together: as much as some value of the fact brings, and no less than each does.
 * Nothing, where there are too many values to look at all of them.
 */
export function spreadOf(domain: Domain, lines: readonly Line[], sumOf: SumOf): (known: Known) => Span | undefined {
  const spread = domain.kind === "set" ? spreadOfSet(domain, lines, sumOf) : spreadInOrder(domain, lines, sumOf);
  const ready: (Span | undefined)[] = [];
  return (known) => {
    const { key } = known;
    const found = ready[key] ?? spread(known);
    // What comes up again and again has a key.
    if (key > 0) ready[key] = found;
    return found;
  };
}
