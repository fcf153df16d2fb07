import type { Pointer } from "../problems/index.js";
import type { AppProfile } from "../profile/index.js";
import { readerOf } from "./derive.js";
import type { Fact } from "./fact.js";
import type { Known } from "./known.js";
import { listReader } from "./list.js";
import type { Reader } from "./reader.js";
import type { Tally } from "./tally.js";

/** What was read of an app so far, by slot. */
export type KnownFacts = (Known | undefined)[];

/** A fact that has its slot, ready to be read. */
export interface Slot {
  readonly fact: Fact;
  readonly reader: Reader;
  /** Where it stands among the facts that are asked for. */
  readonly index: number;
  /** What is known of it in an app; whatever is read on the way is kept for those who ask next. */
  readonly known: (profile: AppProfile, found: KnownFacts) => Known;
}

/** The facts that are read from one list, and their slots. */
interface ListOfSlots {
  readonly slots: number[];
  readonly tallies: Tally[];
  read: (profile: AppProfile) => readonly Known[];
}

/** Gives each fact that is asked for a slot; those of one list are read in one pass over it, when the first of them is asked for. */
export function factSlots(factAt: (name: string) => Fact): (name: string) => Slot {
  const slots = new Map<string, Slot>();
  const lists = new Map<Pointer, ListOfSlots>();

  function inList(list: Pointer, tally: Tally, slot: number): Slot["known"] {
    const own = lists.get(list) ?? { slots: [], tallies: [], read: () => [] };
    own.slots.push(slot);
    own.tallies.push(tally);
    own.read = listReader(list, own.tallies);
    lists.set(list, own);
    return (profile, found) => {
      const known = found[slot];
      if (known !== undefined) return known;
      const read = own.read(profile);
      for (let at = 0; at < read.length; at++) found[own.slots[at] ?? slot] = read[at];
      return found[slot] ?? tally.untold;
    };
  }

  function slotOf(name: string, index: number): Slot {
    const fact = factAt(name);
    const reader = readerOf(name, fact);
    if (reader.entries !== undefined) {
      const { list, tally } = reader.entries;
      return { fact, reader, index, known: inList(list, tally, index) };
    }
    const known = (profile: AppProfile, found: KnownFacts): Known => {
      const read = found[index] ?? reader.read(profile);
      found[index] = read;
      return read;
    };
    return { fact, reader, index, known };
  }

  return (name) => {
    const slot = slots.get(name) ?? slotOf(name, slots.size);
    slots.set(name, slot);
    return slot;
  };
}
