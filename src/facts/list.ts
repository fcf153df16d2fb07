import type { Pointer } from "../problems/index.js";
import type { AppProfile } from "../profile/index.js";
import { fieldReader, placed, refuseValue } from "./field-truth.js";
import type { Known } from "./known.js";
import { beginning, type Tally } from "./tally.js";

/** Whether a profile says that a list of it is not all. */
export const isPartial = ({ partial }: AppProfile, list: Pointer): boolean => partial?.includes(list) ?? false;

/** The entries of a list in a profile; nothing, where it has no such list. */
export function entriesAt(list: Pointer): (profile: AppProfile) => readonly unknown[] | undefined {
  const read = fieldReader(list);
  return (profile) => {
    const entries = read(profile);
    if (entries === undefined || Array.isArray(entries)) return entries;
    return refuseValue(list, "a list", entries);
  };
}

/** Prepares what several facts make of one list, in one pass over its entries. */
export function listReader(list: Pointer, tallies: readonly Tally[]): (profile: AppProfile) => readonly Known[] {
  const entriesIn = entriesAt(list);
  const untold = tallies.map((tally) => tally.untold);
  return (profile) => {
    const entries = entriesIn(profile);
    if (entries === undefined) return untold;
    const sums = tallies.map(beginning);
    let index = 0;
    try {
      for (; index < entries.length; index++) {
        for (const sum of sums) sum.tally.add(sum, entries[index]);
      }
    } catch (error) {
      throw placed(error, `${list}/${index}`);
    }
    const partial = isPartial(profile, list);
    return sums.map((sum) => sum.tally.known(sum, partial));
  };
}
