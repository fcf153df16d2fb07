import { byForm, childrenOf, type Fact, grouped, memberKeys, membersNamed } from "../facts/index.js";
import type { Condition, FactCondition } from "./condition.js";

/** The lines of a condition; nothing, where it refers to what stands elsewhere. */
export function ownLines(condition: Condition): readonly FactCondition[] | undefined {
  const inside = () => {
    const lines = childrenOf<Condition>(condition).map(({ part }) => ownLines(part));
    const known = lines.filter((each) => each !== undefined);
    return known.length === lines.length ? known.flat() : undefined;
  };
  return byForm<Condition, readonly FactCondition[] | undefined>(condition, {
    fact: (line) => [line],
    all: inside,
    any: inside,
    not: inside,
    count: inside,
    score: ({ score }) => (typeof score === "string" ? undefined : inside()),
    product: ({ product }) => (product.some((sum) => typeof sum === "string") ? undefined : inside()),
    sign: () => undefined,
  });
}

/** An item, by its place among others, and the lines that it draws. */
interface Placed {
  readonly place: number;
  readonly lines: readonly FactCondition[];
}

/** Items that ask one fact and nothing else. */
export interface OnOneFact {
  readonly fact: string;
  readonly items: readonly Placed[];
}

/** Those of some items that ask one fact and nothing else, put together by that fact. */
export function onOneFact(items: readonly { readonly when: Condition }[]): readonly OnOneFact[] {
  const groups = new Map<string, Placed[]>();
  for (const [place, { when }] of items.entries()) {
    const lines = ownLines(when) ?? [];
    const [first] = lines;
    if (first === undefined || lines.some(({ fact }) => fact !== first.fact)) continue;
    const group = groups.get(first.fact) ?? [];
    group.push({ place, lines });
    groups.set(first.fact, group);
  }
  return [...groups].map(([fact, own]) => ({ fact, items: own }));
}

/** The items on a set in groups, where it is no matter to one group which members of another there are. */
export function membersApart({ fact, items }: OnOneFact, { domain }: Fact): readonly OnOneFact[] {
  if (domain.kind !== "set") return [{ fact, items }];
  const keyOf = memberKeys(domain);
  const keyed = items.map((item) => {
    const named = item.lines.map(({ fact: _, ...line }) => membersNamed(line).map(keyOf));
    return { item, keys: named.flat(), isCounted: named.some(({ length }) => length === 0) };
  });
  const groups = keyed.some(({ isCounted }) => isCounted)
    ? [keyed]
    : grouped(keyed, (one, other) => one.keys.some((key) => other.keys.includes(key)));
  return groups.map((group) => ({ fact, items: group.map(({ item }) => item) }));
}
