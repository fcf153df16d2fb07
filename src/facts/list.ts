import { keysOf, type Pointer } from "../problems/index.js";
import type { AppProfile } from "../profile/index.js";
import { anything, misfit, type Shape } from "../shapes/index.js";
import { onceForAlike } from "./alike.js";
import { isExact, type Known } from "./known.js";
import { fieldPointer, fieldReader, placed, placeReader, refuseProblem, refuseValue, shapeOfThings } from "./place.js";
import type { EntriesOfFact } from "./reader.js";
import type { Said, Tally } from "./tally.js";
import { FALSE, TRUE, UNDECIDED } from "./truth.js";

/** Whether a profile says that a list of it is not all. */
export const isPartial = ({ partial }: AppProfile, list: Pointer): boolean => partial?.includes(list) ?? false;

/** The entries of a list in a profile; nothing, where it has no such list. */
export function entriesAt(list: Pointer): (profile: AppProfile) => readonly unknown[] | undefined {
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

/** What reads several facts of one list. */
export interface ListReader {
  /** What the entries say, in one pass over them; nothing, where there is no such list. */
  readonly look: (profile: AppProfile) => readonly Alike[] | undefined;
  /** What is known of each fact. */
  readonly known: (entries: readonly Alike[] | undefined, profile: AppProfile) => readonly Known[];
}

/** Prepares what entries say: those that are alike say it once. What has not the shape of one, as far as it is looked at, is refused. */
function lookAt(list: Pointer, tallies: readonly Tally[]): (entry: unknown) => Alike {
  const fields = [...new Set(tallies.flatMap((tally) => tally.fields))];
  const shape = shapeAsked(list, fields);
  return onceForAlike(fields.map(fieldReader), (entry) => {
    const problem = misfit(shape, entry);
    if (problem !== undefined) return refuseProblem(problem);
    const said = tallies.map((tally) => tally.saidBy(entry));
    const alone = tallies.map((tally, at) => tally.known([said], at, false));
    // Every app with such an entry is told the same.
    for (const { certain, possible } of alone) [certain, possible].forEach(Object.freeze);
    return { said, alone };
  });
}

/** Prepares what several facts make of one list. */
export function listReader(list: Pointer, tallies: readonly Tally[]): ListReader {
  const entriesIn = entriesAt(list);
  const lookOf = lookAt(list, tallies);
  const untold = tallies.map((tally) => tally.untold);
  const knownOf = (said: readonly (readonly Said[])[], partial: boolean): readonly Known[] =>
    tallies.map((tally, at) => tally.known(said, at, partial));
  const empty = knownOf([], false);
  return {
    look: (profile) => {
      const entries = entriesIn(profile);
      if (entries === undefined) return undefined;
      const found: Alike[] = [];
      try {
        for (let index = 0; index < entries.length; index++) found.push(lookOf(entries[index]));
      } catch (error) {
        throw placed(error, `${list}/${found.length}`);
      }
      return found;
    },
    known: (entries, profile) => {
      if (entries === undefined) return untold;
      const partial = isPartial(profile, list);
      const [first = { alone: empty }] = entries;
      if (entries.length < 2 && !partial) return first.alone;
      return knownOf(
        entries.map(({ said }) => said),
        partial,
      );
    },
  };
}

const nowhere: readonly Pointer[] = [];

/** Where the entries of a list say what is known of one of several facts that are read of it; else, the list itself. */
export function locateIn(
  { list, tally }: EntriesOfFact,
  at: number,
  entries: readonly Alike[],
  known: Known,
): readonly Pointer[] {
  const pointers: Pointer[] = [];
  const isOpen = !isExact(known);
  for (let index = 0; index < entries.length; index++) {
    const said = entries[index]?.said[at];
    const truth = said === undefined ? FALSE : tally.restsOn(said, known);
    const places = truth === TRUE ? said?.places : isOpen && truth === UNDECIDED ? tally.allPlaces : undefined;
    for (const pointer of places?.(index) ?? nowhere) pointers.push(pointer);
  }
  return pointers.length > 0 ? pointers : [list];
}
