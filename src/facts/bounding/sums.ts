import type { Kinds, View } from "./kinds.js";

/** Counts whose sums are always the same. */
export interface Sums {
  readonly sum: readonly string[];
  readonly equals: readonly string[];
}

/** How often an entry of each kind counts, in all. */
const total = (rows: readonly (readonly number[])[]): string =>
  (rows[0] ?? []).map((_, kind) => rows.reduce((sum, row) => sum + (row[kind] ?? 0), 0)).join("");

/** Keeps sums of which none follows from others: each brings a count that those before it do not bind in this way. */
function independent(sums: readonly Sums[], names: readonly string[]): readonly Sums[] {
  const basis: number[][] = [];
  const isNew = ({ sum, equals }: Sums): boolean => {
    let row = names.map((name) => Number(sum.includes(name)) - Number(equals.includes(name)));
    for (const each of basis) {
      const lead = each.findIndex((value) => value !== 0);
      const factor = (row[lead] ?? 0) / (each[lead] ?? 1);
      row = row.map((value, index) => value - factor * (each[index] ?? 0));
    }
    const isLeft = row.some((value) => Math.abs(value) > 1e-9);
    if (isLeft) basis.push(row.map((value) => (Math.abs(value) > 1e-9 ? value : 0)));
    return isLeft;
  };
  return sums.filter(isNew);
}

/**
 * The sums of up to two counts on each side that are always the same, since every kind of entry counts as often on one side
 * as on the other.
 *
 * @param views Facts that count entries of one list, no two of them the same entries.
 */
export function sumsOf(views: readonly View[], { kinds }: Kinds): readonly Sums[] {
  const rows = views.map((_, index) => kinds.map(({ read }) => read[index]?.low ?? 0));
  const pairs = views.flatMap((one, first) =>
    views.slice(first + 1).map((other, index) => {
      const second = first + 1 + index;
      return { names: [one.name, other.name], key: total([rows[first] ?? [], rows[second] ?? []]) };
    }),
  );
  const single = views.map(({ name }, index) => ({ names: [name], key: total([rows[index] ?? []]) }));
  const found = new Map<string, readonly string[][]>();
  for (const { names, key } of [...single, ...pairs]) found.set(key, [...(found.get(key) ?? []), names]);
  const equal = [...found.values()].flatMap(([first, ...others]) =>
    others.map((other): Sums | undefined => {
      if (first === undefined || first.some((name) => other.includes(name))) return undefined;
      return first.length === 1 ? { sum: other, equals: first } : { sum: first, equals: other };
    }),
  );
  const short = equal
    .filter((each) => each !== undefined)
    .sort((one, other) => one.equals.length - other.equals.length);
  return independent(
    short,
    views.map(({ name }) => name),
  );
}
