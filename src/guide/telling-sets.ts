import {
  type ByOperator,
  byOperator,
  type Line,
  memberKeys,
  membersNamed,
  type OperatorOn,
  type SetDomain,
} from "../facts/index.js";

type Members = readonly string[];

/** The limits of sizes that a line of each operator draws. */
const limits: ByOperator<OperatorOn<"set">, string, readonly number[]> = {
  includesAny: () => [],
  includesAll: () => [],
  isEmpty: () => [],
  size: (line) => Object.values(line).flat(),
};

/** The sizes just below, at and just above the limits of lines, in order. */
export function sizesAround(lines: readonly Line[]): readonly number[] {
  const around = lines
    .flatMap((line) => byOperator<readonly number[]>(line, limits, () => []))
    .flatMap((limit) => [limit - 1, limit, limit + 1]);
  return [...new Set(around)].filter((size) => size >= 0).sort((one, other) => one - other);
}

/** Members, each once: those that come first, those that are listed and, in an open set, as many others as make up a size. */
export function membersFor({ members, open, ...domain }: SetDomain, first: Members, size: number): Members {
  const keyOf = memberKeys({ ...domain, members, open });
  const byKey = new Map([...first, ...members].map((member) => [keyOf(member), member]));
  for (let number = 1; open && byKey.size < size; number++) byKey.set(keyOf(`other ${number}`), `other ${number}`);
  return [...byKey.values()];
}

/**
 * Sets that tell lines apart: of all sets that one of two lines asks for and the other refuses, one is among these. It is among
 * the smallest or the largest; or it has a size just beside a limit, and as many of the members that a line names as can be, or
 * as few.
 */
export function tellingSets(domain: SetDomain, lines: readonly Line[]): readonly Members[] {
  const named = lines.map(membersNamed);
  const sizes = sizesAround(lines);
  const all = membersFor(domain, named.flat(), Math.max(...sizes, named.flat().length + domain.members.length) + 1);
  const keyOf = memberKeys(domain);
  const sized = named.flatMap((members) => {
    const keys = members.map(keyOf);
    const isNamed = (member: string) => keys.includes(keyOf(member));
    const [own, others] = [all.filter(isNamed), all.filter((member) => !isNamed(member))];
    return [
      [...own, ...others],
      [...others, ...own],
    ].flatMap((row) => sizes.filter((size) => size <= row.length).map((size) => row.slice(0, size)));
  });
  return [[], ...all.map((member) => [member]), ...named, ...sized, all];
}
