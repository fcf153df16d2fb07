import { keysOf, type Pointer } from "../problems/index.js";
import type { AppProfile } from "../profile/index.js";
import { anything, misfit, type Shape } from "../shapes/index.js";
import { onceForAlike } from "./alike.js";
import { mostByBits, type PlacesIn } from "./entry-places.js";
import { isExact, type Known } from "./known.js";
import { opened } from "./open-list.js";
import { fieldPointer, fieldReader, placed, placeReader, refuseProblem, refuseValue, shapeOfThings } from "./place.js";
import type { EntriesOfFact } from "./reader.js";
import type { Said, Tally } from "./tally.js";
import { FALSE, TRUE, UNDECIDED } from "./truth.js";

/** Whether a profile says that a list of it is not all. */
export const isPartial = ({ partial }: AppProfile, list: Pointer): boolean => partial?.includes(list) ?? false;

/** The entries of a list in a profile; nothing, where it has no such list. */
function entriesAt(list: Pointer): (profile: AppProfile) => readonly unknown[] | undefined {
  const read = placeReader(list);
  return (profile) => {
    const entries = read(profile);
    if (entries === undefined || Array.isArray(entries)) return entries;
    return refuseValue(list, "a list", entries);
  };
}

/** The shape of an entry, as far as it is looked at. */
function shapeAsked(list: Pointer, fields: readonly string[]): Shape {
  if (fields.length === 0) return anything;
  const shape = shapeOfThings(list) ?? anything;
  if (typeof shape !== "object" || !("object" in shape)) return shape;
  const keys = fields.flatMap((field) => keysOf(fieldPointer(field)).slice(0, 1));
  return { object: Object.fromEntries(Object.entries(shape.object).filter(([key]) => keys.includes(key))) };
}

/** What entries say of several facts that are alike, and what is known where one of them stands alone. */
export interface Alike {
  readonly said: readonly Said[];
  readonly alone: readonly Known[];
}

const noEntries: readonly Alike[] = [];

/** What reads several facts of one list. */
export interface ListReader {
  /** What the entries say, in one pass over them; nothing, where there is no such list. */
  readonly look: (profile: AppProfile) => readonly Alike[] | undefined;
  /** What is known of each fact. */
  readonly known: (entries: readonly Alike[] | undefined, profile: AppProfile) => readonly Known[];
}

/** Prepares what entries say: those that are alike say it once. What has not the shape of one, as far as it is looked at, is refused. */
function lookAt(list: Pointer, tallies: readonly Tally[]) {
  const fields = [...new Set(tallies.flatMap((tally) => tally.fields))];
  const shape = shapeAsked(list, fields);
  const heard = (entry: unknown): Alike => {
    const said = tallies.map((tally) => tally.saidBy(entry));
    return { said, alone: tallies.map((tally, at) => tally.known([{ said }], at, false)) };
  };
  const checked = (entry: unknown) => {
    const problem = misfit(shape, entry);
    if (problem !== undefined) refuseProblem(problem);
    return entry;
  };
  return {
    lookOf: onceForAlike(fields.map(fieldReader), (entry) => {
      const alike = heard(checked(entry));
      // Every app with such an entry is told the same.
      for (const { certain, possible } of alike.alone) [certain, possible].forEach(Object.freeze);
      return alike;
    }),
    /** The same, where lists in an entry may have more members than stand there. */
    lookOpened: (entry: unknown, lists: readonly (readonly string[])[]): Alike =>
      heard(lists.reduce(opened, checked(entry))),
  };
}

/** The lists inside of the entries of a list that are said not to be all: of each entry, the ways to them. */
function openListsIn({ partial }: AppProfile, list: Pointer): ReadonlyMap<number, readonly (readonly string[])[]> {
  const inside = partial?.filter((place) => place.startsWith(`${list}/`)) ?? [];
  const found = new Map<number, readonly (readonly string[])[]>();
  for (const place of inside) {
    const [index = "", ...way] = keysOf(place.slice(list.length));
    found.set(Number(index), [...(found.get(Number(index)) ?? []), way]);
  }
  return found;
}

/** Prepares what several facts make of one list. */
export function listReader(list: Pointer, tallies: readonly Tally[]): ListReader {
  const entriesIn = entriesAt(list);
  const { lookOf, lookOpened } = lookAt(list, tallies);
  const untold = tallies.map((tally) => tally.untold);
  const knownOf = (entries: readonly Alike[], partial: boolean): readonly Known[] =>
    tallies.map((tally, at) => tally.known(entries, at, partial));
  const empty = knownOf([], false);
  const lookAtAll = (entries: readonly unknown[], profile: AppProfile): readonly Alike[] => {
    const found = new Array<Alike>(entries.length);
    const open = profile.partial === undefined ? undefined : openListsIn(profile, list);
    let index = 0;
    try {
      for (; index < entries.length; index++) {
        const lists = open?.get(index);
        found[index] = lists === undefined ? lookOf(entries[index]) : lookOpened(entries[index], lists);
      }
    } catch (error) {
      throw placed(error, `${list}/${index}`);
    }
    return found;
  };
  return {
    look: (profile) => {
      const entries = entriesIn(profile);
      if (entries === undefined) return undefined;
      return entries.length === 0 ? noEntries : lookAtAll(entries, profile);
    },
    known: (entries, profile) => {
      if (entries === undefined) return untold;
      const partial = isPartial(profile, list);
      const [first = { alone: empty }] = entries;
      if (entries.length < 2 && !partial) return first.alone;
      return knownOf(entries, partial);
    },
  };
}

/** Where an entry says what is known of a fact; nothing, where that does not rest on it. */
function placesOf(
  { tally }: EntriesOfFact,
  said: Said | undefined,
  known: Known,
  isOpen: boolean,
): PlacesIn | undefined {
  const truth = said === undefined ? FALSE : tally.restsOn(said, known);
  if (truth === TRUE) return said?.places;
  return isOpen && truth === UNDECIDED ? tally.allPlaces : undefined;
}

/** Where the entries of a list say what is known of one of several facts that are read of it; else, the list itself. */
export function locateIn(fact: EntriesOfFact, at: number, entries: readonly Alike[], known: Known): readonly Pointer[] {
  const isOpen = !isExact(known);
  let bits = 0;
  let places: PlacesIn | undefined;
  let areAlike = entries.length <= mostByBits;
  for (let index = 0; index < entries.length && areAlike; index++) {
    const own = placesOf(fact, entries[index]?.said[at], known, isOpen);
    if (own === undefined) continue;
    areAlike = places === undefined || places === own;
    places = own;
    bits |= 1 << index;
  }
  if (areAlike) return places?.among(bits) ?? [fact.list];
  const pointers = entries.flatMap(({ said }, index) => placesOf(fact, said[at], known, isOpen)?.at(index) ?? []);
  return pointers.length > 0 ? pointers : [fact.list];
}
