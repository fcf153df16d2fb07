import type { Pointer } from "../../problems/index.js";
import { grouped } from "../bounding/grouped.js";
import { areNested, type Kind, type Kinds, kindsOf, type View } from "../bounding/kinds.js";
import { type FactValue, valuesOf } from "../domain.js";
import { memberKeys, membersOf } from "../members.js";
import { type Choice, choose, type Row, takenOf, without, withRow } from "./amounts.js";
import { distinctField } from "./distinct.js";
import { entriesOf } from "./entries.js";
import { once } from "./once.js";
import { type FactValues, rankOf } from "./values.js";
import { wishOf } from "./wishes.js";

/** Facts of one list that ask for the same fields, and the kinds of entries that they tell apart. */
interface ListGroup {
  readonly views: readonly View[];
  readonly kinds: (texts: readonly string[]) => Kinds | undefined;
}

/** Facts that are read from the entries of one list. */
export interface ListPart {
  readonly list: Pointer;
  readonly views: readonly View[];
  /** Those that have nothing to do with one another but how many entries there are. */
  readonly groups: readonly ListGroup[];
  /** The facts that count all entries, whatever they say. */
  readonly totals: readonly View[];
}

/** All kinds of entries, the riskiest first. */
function riskiestFirst(views: readonly View[], texts: readonly string[]): Kinds | undefined {
  const all = kindsOf(views, { texts });
  return all && { ...all, kinds: [...all.kinds].sort((one, other) => riskOf(other, views) - riskOf(one, views)) };
}

function listGroup(views: readonly View[]): ListGroup {
  const usual = once(() => riskiestFirst(views, []));
  return { views, kinds: (texts) => (texts.length > 0 ? riskiestFirst(views, texts) : usual()) };
}

const askForTheSame = ({ fields: one }: View, { fields: other }: View) =>
  [...one.keys()].some((field) => [...other.keys()].some((beside) => areNested([field, beside]) || field === beside));

const countsAll = ({ fields, fact: { domain } }: View) => fields.size === 0 && domain.kind === "number";

export function listPart(list: Pointer, views: readonly View[]): ListPart {
  const totals = views.filter(countsAll);
  const others = views.filter((view) => !countsAll(view));
  return { list, views, groups: grouped(others, askForTheSame).map(listGroup), totals };
}

type Holds = (kind: Kind) => boolean;

const low = (place: number, kind: Kind) => kind.read[place]?.low ?? 0;

/** Members as they are compared, and whether an entry has one of them. */
function memberTests({ fact: { domain } }: View, place: number) {
  const keyOf = domain.kind === "set" ? memberKeys(domain) : (member: string) => member;
  const having = (members: readonly string[]): Holds => {
    const keys = new Set(members.map(keyOf));
    return ({ read }) => (read[place]?.certain ?? []).some((member) => keys.has(keyOf(member)));
  };
  const beyond = (members: readonly string[]): Holds => {
    const keys = new Set(members.map(keyOf));
    return ({ read }) => (read[place]?.certain ?? []).some((member) => !keys.has(keyOf(member)));
  };
  return { having, beyond };
}

const some = (holds: Holds): Row<Kind> => ({ holds, from: 1, to: Number.POSITIVE_INFINITY });

/** What may be in no entry, and what must be in some, so that a fact has a value; what is worst comes first. */
interface Demands {
  readonly without: readonly Holds[];
  readonly rows: readonly Row<Kind>[];
}

function demandsOf(view: View, place: number, value: FactValue): Demands {
  const { domain } = view.fact;
  const atLeast =
    (rank: number): Holds =>
    (kind) =>
      low(place, kind) >= rank;
  if (domain.kind === "set") {
    const { having, beyond } = memberTests(view, place);
    const members = membersOf(value);
    const strangers = domain.members.filter((member) => !members.includes(member)).reverse();
    return {
      without: [beyond([...domain.members, ...members]), ...strangers.map((member) => having([member]))],
      rows: members.map((member) => some(having([member]))),
    };
  }
  const rank = rankOf(domain, value);
  if (domain.kind === "number") {
    return rank === 0
      ? { without: [atLeast(1)], rows: [] }
      : { without: [], rows: [{ holds: atLeast(1), from: rank, to: rank }] };
  }
  const above = valuesOf(domain)
    .map((_, index) => index)
    .filter((index) => index > rank);
  return { without: above.reverse().map(atLeast), rows: rank > 0 ? [some(atLeast(rank))] : [] };
}

/** The same demands, and where they cannot be kept, the next best: a lower level. */
function* wishesOf(view: View, place: number, value: FactValue): Generator<Row<Kind>> {
  const { domain } = view.fact;
  if (domain.kind !== "ordinal") {
    yield* demandsOf(view, place, value).rows;
    return;
  }
  for (let rank = rankOf(domain, value); rank > 0; rank--) yield some((kind) => low(place, kind) >= rank);
}

/** How risky an entry is, as its facts have it. */
function riskOf({ read }: Kind, views: readonly View[]): number {
  return views.reduce((sum, { fact: { risk, domain } }, place) => {
    const known = read[place];
    if (known === undefined || risk === "neither") return sum;
    const own = domain.kind === "set" ? known.certain.length : known.low;
    return sum + (risk === "falling" ? -own : own);
  }, 0);
}

/** Where the names of entries must differ, what is named by a value can be there once. */
function onlyOnce(list: Pointer, { fields }: Kinds, kinds: readonly Kind[]): readonly Row<Kind>[] {
  const named = distinctField(list);
  if (named === undefined || !fields.includes(named.pointer)) return [];
  const own = kinds.filter(({ names }) => !names.includes(named.pointer));
  const values = [...new Set(own.map(({ thing }) => named.read(thing)))];
  return values.map((value) => ({ holds: ({ thing }) => named.read(thing) === value, from: 0, to: 1 }));
}

/** A choice, with as much as can be of what is wished of some facts. */
function asWished(choice: Choice<Kind>, views: readonly View[], asked: FactValues): Choice<Kind> {
  let best = choice;
  const wished = views.flatMap((view, place) => {
    const wish = asked[view.name] === undefined ? (wishOf(view.name, view.fact) ?? 1) : undefined;
    return wish === undefined ? [] : [{ view, place, wish }];
  });
  // What is more special comes later in a catalogue, and is what an app can more easily do without.
  for (const { view, place, wish } of [...wished].reverse()) {
    for (const test of demandsOf(view, place, wish).without) best = without(best, test) ?? best;
  }
  for (const { view, place, wish } of wished) {
    for (const row of wishesOf(view, place, wish)) {
      const better = withRow(best, row);
      best = better ?? best;
      if (better !== undefined && view.fact.domain.kind === "ordinal") break;
    }
  }
  return best;
}

/** Texts that are asked for, and that no fact knows. */
const strangersIn = (views: readonly View[], asked: FactValues): readonly string[] =>
  views.flatMap(({ name, fact: { domain } }) => {
    const value = asked[name];
    return domain.kind === "set" && domain.open && value !== undefined
      ? membersOf(value).filter((member) => !domain.members.includes(member))
      : [];
  });

/** The kinds of the entries that have what is asked of a group, one for each entry; nothing, where there cannot be so many. */
type Filled = (total: number | undefined) => readonly Kind[] | undefined;

/** Prepares to choose the entries that have all that is asked of a group, and are otherwise as harmless as can be. */
function filling(list: Pointer, { views, kinds: kindsOfGroup }: ListGroup, asked: FactValues) {
  const all = kindsOfGroup(strangersIn(views, asked));
  if (all === undefined) return undefined;
  const given = views.flatMap((view, place) => {
    const value = asked[view.name];
    return value === undefined ? [] : [demandsOf(view, place, value)];
  });
  const isOut = given.flatMap((demands) => demands.without);
  const kinds = all.kinds.filter((kind) => !isOut.some((test) => test(kind)));
  const rows = [...given.flatMap((demands) => demands.rows), ...onlyOnce(list, all, kinds)];
  const leastRisky = (own: readonly Kind[]) => {
    const [first, ...others] = own;
    return first && others.reduce((found, kind) => (riskOf(kind, views) < riskOf(found, views) ? kind : found), first);
  };
  const fill: Filled = (total) => {
    const inAll: readonly Row<Kind>[] = total === undefined ? [] : [{ holds: () => true, from: total, to: total }];
    const choice = choose(kinds, [...rows, ...inAll]);
    if (choice === undefined) return undefined;
    const taken = takenOf(asWished(choice, views, asked), leastRisky);
    return taken.flatMap(({ kind, count }) => Array.from({ length: count }, () => kind));
  };
  return { all, fill };
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
