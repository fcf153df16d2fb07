import type { Pointer } from "../../problems/index.js";
import { type Kind, type Kinds, kindsOf, type View } from "../bounding/kinds.js";
import { type FactValue, valuesOf } from "../domain.js";
import { memberKeys, membersOf } from "../members.js";
import { type Choice, choose, type Row, takenOf, without, withRow } from "./amounts.js";
import { distinctField } from "./distinct.js";
import { once } from "./once.js";
import { type FactValues, rankOf } from "./values.js";
import { wishOf } from "./wishes.js";

/** Facts of one list that ask for the same fields, and the kinds of entries that they tell apart. */
export interface ListGroup {
  readonly views: readonly View[];
  readonly kinds: (texts: readonly string[]) => Kinds | undefined;
}

/** All kinds of entries, the riskiest first. */
function riskiestFirst(views: readonly View[], texts: readonly string[]): Kinds | undefined {
  const all = kindsOf(views, { texts });
  return all && { ...all, kinds: [...all.kinds].sort((one, other) => riskOf(other, views) - riskOf(one, views)) };
}

export function listGroup(views: readonly View[]): ListGroup {
  const usual = once(() => riskiestFirst(views, []));
  return { views, kinds: (texts) => (texts.length > 0 ? riskiestFirst(views, texts) : usual()) };
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
export type Filled = (total: number | undefined) => readonly Kind[] | undefined;

/** Prepares to choose the entries that have all that is asked of a group, and are otherwise as harmless as can be. */
export function filling(list: Pointer, { views, kinds: kindsOfGroup }: ListGroup, asked: FactValues) {
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
