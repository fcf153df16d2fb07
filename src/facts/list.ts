import type { Pointer } from "../problems/index.js";
import type { AppProfile } from "../profile/index.js";
import { misfit } from "../shapes/index.js";
import { onceForAlike } from "./alike.js";
import type { Known } from "./known.js";
import { fieldReader, placed, placeReader, refuseProblem, refuseValue, shapeOfThings } from "./place.js";
import type { Said, Tally } from "./tally.js";

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

/** Prepares what follows from an entry of a list; what has not the shape of one is refused. */
export function eachOf<Found>(list: Pointer, fields: readonly string[], find: (entry: unknown) => Found) {
  const shape = shapeOfThings(list);
  const look = (entry: unknown): Found => {
    const problem = shape && misfit(shape, entry);
    if (problem !== undefined) return refuseProblem(problem);
    return find(entry);
  };
  const findOf = onceForAlike([...new Set(fields)].map(fieldReader), look);
  return (entry: unknown, index: number): Found => {
    try {
      return findOf(entry);
    } catch (error) {
      throw placed(error, `${list}/${index}`);
    }
  };
}

/** Prepares what several facts make of one list, in one pass over its entries. */
export function listReader(list: Pointer, tallies: readonly Tally[]): (profile: AppProfile) => readonly Known[] {
  const entriesIn = entriesAt(list);
  const untold = tallies.map((tally) => tally.untold);
  const fields = tallies.flatMap((tally) => tally.fields);
  const saidBy = eachOf(list, fields, (entry): readonly Said[] => tallies.map((tally) => tally.saidBy(entry)));
  return (profile) => {
    const entries = entriesIn(profile);
    if (entries === undefined) return untold;
    const said = entries.map(saidBy);
    const partial = isPartial(profile, list);
    return tallies.map((tally, at) => tally.known(said, at, partial));
  };
}
