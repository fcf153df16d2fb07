import type { Pointer } from "../../problems/index.js";
import type { AppProfile } from "../../profile/index.js";
import { grouped } from "../bounding/grouped.js";
import { type Kinds, kindsOf, type View, viewOf } from "../bounding/kinds.js";
import { rememberingViews } from "../bounding/remembered-views.js";
import type { Catalogue } from "../fact.js";
import { type Known, yes } from "../known.js";
import { placeReader } from "../place.js";
import { distinctField } from "./distinct.js";
import type { ListGroup } from "./list-group.js";
import { askForTheSame, listPart } from "./lists.js";

/** Something that facts are read from, an entry of a list or the profile itself, as far as they tell it from others. */
export interface Thing {
  /** What each fact reads of it. */
  readonly read: readonly Known[];
  /** Its name, where no other entry can have the same. */
  readonly name: string | undefined;
}

/** All that there can be where some facts are read together. */
export interface Things {
  readonly facts: readonly string[];
  /** What each fact reads of a list without entries; nothing, where facts are read from the profile itself. */
  readonly none: readonly Known[] | undefined;
  readonly kinds: readonly Thing[];
  /** What a profile tells of the list; nothing, where it tells none, or lists inside of its entries are open. */
  readonly told: (profile: AppProfile) => Told | undefined;
}

/** What is told of a list. */
export interface Told {
  /** All that each entry can be; nothing, where there is too much to look at. */
  readonly entries: () => readonly (readonly Thing[])[] | undefined;
  /** Whether it may have more entries. */
  readonly isPartial: boolean;
  /** The same for profiles that tell the same of the list. */
  readonly key: string;
}

/** So many kinds of things are looked at. */
export const mostKinds = 4000;

const keyOf = ({ read, name }: Thing) =>
  JSON.stringify([name, read.map(({ low, certain }) => [low, [...certain].sort()])]);

const distinct = (kinds: readonly Thing[]): readonly Thing[] => [
  ...new Map(kinds.map((kind) => [keyOf(kind), kind])).values(),
];

/** The kinds, without the things that show them. */
function thingsIn({ kinds, fields }: Kinds, list: Pointer | undefined): readonly Thing[] {
  const named = list === undefined ? undefined : distinctField(list);
  const isNamed = named !== undefined && fields.includes(named.pointer);
  return distinct(
    kinds.map(({ read, thing, names }) => ({
      read,
      name: isNamed && !names.includes(named.pointer) ? String(named.read(thing)) : undefined,
    })),
  );
}

/** Things that are of a kind of the one and of a kind of the other at once. */
function crossed(one: readonly Thing[], other: readonly Thing[]): readonly Thing[] | undefined {
  if (one.length * other.length > mostKinds) return undefined;
  return one.flatMap(({ read, name }) =>
    other.map((beside) => ({ read: [...read, ...beside.read], name: name ?? beside.name })),
  );
}

function entriesOfList(list: Pointer, views: readonly View[], texts: readonly string[]): Things | undefined {
  const { groups, totals } = listPart(list, views);
  const all = [...groups.flatMap((group) => group.views), ...totals];
  /** What entries can be, when what they can be in each group of facts is known. */
  const entriesWith = (kindsOfGroup: (group: ListGroup) => Kinds | undefined): readonly Thing[] | undefined => {
    let kinds: readonly Thing[] | undefined = [{ read: [], name: undefined }];
    for (const group of groups) {
      const own = kindsOfGroup(group);
      kinds = own && kinds && crossed(kinds, thingsIn(own, list));
    }
    return kinds?.map(({ read, name }) => ({ read: [...read, ...totals.map(() => yes)], name }));
  };
  const kinds = entriesWith((group) => group.kinds(texts));
  const readList = placeReader(list);
  const told = (profile: AppProfile): Told | undefined => {
    const entries = readList(profile);
    const isPartial = profile.partial?.includes(list) ?? false;
    if (!Array.isArray(entries) || profile.partial?.some((place) => place.startsWith(`${list}/`))) return undefined;
    const kindsOfEntries = () => {
      const found = entries.map((entry) => entriesWith((group) => kindsOf(group.views, { texts, told: entry })));
      const known = found.filter((each) => each !== undefined);
      return known.length < found.length ? undefined : known;
    };
    return { entries: kindsOfEntries, isPartial, key: JSON.stringify([entries, isPartial]) };
  };
  return kinds && { facts: all.map(({ name }) => name), none: all.map(({ none }) => none), kinds, told };
}

function thingsOfProfile(views: readonly View[], texts: readonly string[]): Things | undefined {
  // A number that stands at a place is not cut where other facts look at it alone.
  if (views.some(({ fact: { domain } }) => domain.kind === "number")) return undefined;
  const all = kindsOf(views, { texts });
  const facts = views.map(({ name }) => name);
  return all && { facts, none: undefined, kinds: thingsIn(all, undefined), told: () => undefined };
}

const looked = /* @__PURE__ */ rememberingViews<Things | undefined>();

/**
 * All that there can be where facts are read from the same list, or from the same places; without those where there is too
 * much to look at.
 *
 * @param texts Members of open sets that matter besides those that their domains name.
 */
export function thingsOf(facts: Catalogue, texts: readonly string[]): readonly Things[] {
  const views = Object.entries(facts).flatMap(([name, fact]) => viewOf(name, fact) ?? []);
  const lists = new Map<Pointer, readonly View[]>();
  for (const view of views) if (view.list !== undefined) lists.set(view.list, [...(lists.get(view.list) ?? []), view]);
  const places = grouped(
    views.filter(({ list }) => list === undefined),
    askForTheSame,
  );
  const found = [
    ...[...lists].map(([list, own]) => looked(own, texts, () => entriesOfList(list, own, texts))),
    ...places.map((own) => looked(own, texts, () => thingsOfProfile(own, texts))),
  ];
  return found.filter((things) => things !== undefined).filter(({ facts: own }) => own.length > 1);
}
