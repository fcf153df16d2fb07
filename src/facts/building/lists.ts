import type { Pointer } from "../../problems/index.js";
import { grouped } from "../bounding/grouped.js";
import { areNested, type Kind, type Kinds, kindsOf, type View } from "../bounding/kinds.js";
import { entriesOf } from "./entries.js";
import { type Filled, filling, type ListGroup, listGroup } from "./list-group.js";
import type { FactValues } from "./values.js";
import { wishOf } from "./wishes.js";

/** Facts that are read from the entries of one list. */
export interface ListPart {
  readonly list: Pointer;
  readonly views: readonly View[];
  /** Those that have nothing to do with one another but how many entries there are. */
  readonly groups: readonly ListGroup[];
  /** The facts that count all entries, whatever they say. */
  readonly totals: readonly View[];
}

/** Whether facts ask for the same fields, or for one inside of another. */
export const askForTheSame = ({ fields: one }: View, { fields: other }: View) =>
  [...one.keys()].some((field) => [...other.keys()].some((beside) => areNested([field, beside]) || field === beside));

const countsAll = ({ fields, fact: { domain } }: View) => fields.size === 0 && domain.kind === "number";

export function listPart(list: Pointer, views: readonly View[]): ListPart {
  const totals = views.filter(countsAll);
  const others = views.filter((view) => !countsAll(view));
  return { list, views, groups: grouped(others, askForTheSame).map(listGroup), totals };
}

/** So many more entries are tried than the group needs that needs most, until all groups have as many. */
const mostMore = 20;

/** Entries of every group, as many of each as of the others. */
function together(groups: readonly Filled[], total: number | undefined): readonly (readonly Kind[])[] | undefined {
  const alone = groups.map((fill) => fill(undefined));
  const needed = alone.map((kinds) => kinds?.length ?? 0);
  const [fewest, most] = [Math.min(...needed), Math.max(...needed, 0)];
  if (alone.every((kinds) => kinds !== undefined) && fewest === most && (total ?? most) === most) return alone;
  for (let count = total ?? most; count <= (total ?? most + mostMore); count++) {
    const filled = groups.map((fill) => fill(count));
    if (filled.every((kinds) => kinds !== undefined)) return filled;
  }
  return undefined;
}

/** One entry that is of several kinds at once, in fields that have nothing to do with one another. */
function merged(kinds: readonly Kind[]): Kind {
  const [first, ...others] = kinds;
  if (first === undefined || others.length === 0) return first ?? { thing: undefined, names: [], read: [] };
  return {
    thing: kinds.map(({ thing }) => thing).reduce(both),
    names: kinds.flatMap(({ names }) => names),
    read: kinds.flatMap(({ read }) => read),
  };
}

function both(one: unknown, other: unknown): unknown {
  if (typeof one !== "object" || one === null || typeof other !== "object" || other === null) {
    return other === undefined ? one : other;
  }
  const keys = [...new Set([...Object.keys(one), ...Object.keys(other)])];
  return Object.fromEntries(keys.map((key) => [key, both(Object(one)[key], Object(other)[key])]));
}

/** How many entries all of some facts ask for that count all; nothing is asked for, or what cannot be. */
function totalOf(totals: readonly View[], asked: FactValues): number | undefined | "none" {
  const counts = [...new Set(totals.flatMap(({ name }) => asked[name] ?? []))];
  const [count] = counts;
  if (counts.length > 1) return "none";
  return typeof count === "number" ? count : undefined;
}

/** The same entries, each kind with how many there are of it. */
function countedKinds(entries: readonly Kind[]) {
  const counts = new Map<string, { readonly kind: Kind; count: number }>();
  for (const kind of entries) {
    const key = JSON.stringify([kind.thing, kind.names]);
    const known = counts.get(key);
    if (known === undefined) counts.set(key, { kind, count: 1 });
    else known.count++;
  }
  return [...counts.values()];
}

/** The entries of a list that have all that is asked of them, and are otherwise as harmless as can be; nothing, where none can. */
export function listWith(part: ListPart, asked: FactValues): readonly unknown[] | undefined {
  const { list, views, groups, totals } = part;
  const total = totalOf(totals, asked);
  const ready = groups.map((group) => filling(list, group, asked));
  if (total === "none" || ready.some((each) => each === undefined)) return undefined;
  const fillings = ready.flatMap((each) => each ?? []);
  if (fillings.length === 0) {
    const all = kindsOf(totals);
    const [kind] = all?.kinds ?? [];
    return all && kind && entriesOf(list, views, all, [{ kind, count: total ?? wishedTotal(totals) }]);
  }
  const filled = together(
    fillings.map(({ fill }) => fill),
    total,
  );
  const [shared] = fillings;
  if (filled === undefined || shared === undefined) return undefined;
  const entries = (filled[0] ?? []).map((_, index) => merged(filled.flatMap((kinds) => kinds[index] ?? [])));
  const all: Kinds = {
    shape: shared.all.shape,
    fields: fillings.flatMap(({ all: { fields } }) => fields),
    kinds: fillings.flatMap(({ all: { kinds } }) => kinds),
  };
  return entriesOf(list, views, all, countedKinds(entries));
}

/** How many entries a list has of which nothing is asked. */
function wishedTotal(totals: readonly View[]): number {
  const wishes = totals.map(({ name, fact }) => wishOf(name, fact)).filter((wish) => typeof wish === "number");
  return Math.max(0, ...wishes);
}
