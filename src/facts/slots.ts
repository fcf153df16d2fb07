import type { Pointer } from "../problems/index.js";
import type { AppProfile } from "../profile/index.js";
import type { Day } from "../time/index.js";
import { readerOf } from "./derive.js";
import type { Fact } from "./fact.js";
import { everyGroup, type Groups, groupOf } from "./groups.js";
import type { Known } from "./known.js";
import { type Alike, listReader, locateIn } from "./list.js";
import type { EntriesOfFact, Reader } from "./reader.js";

/** What was read of an app so far. */
export interface FoundFacts {
  /** The day as of which it is read, where one is given. */
  readonly asOf: Day | undefined;
  /** What is known of facts, by slot. */
  readonly known: (Known | undefined)[];
  /** What the entries of lists say, by list. */
  readonly entries: (readonly Alike[] | undefined)[];
  /** The facts of which anything is told, as far as all were read at once; else all of them. */
  readonly told: Groups;
}

/** Nothing was read so far. */
export const nothingFound = (asOf: Day | undefined): FoundFacts => ({ asOf, known: [], entries: [], told: everyGroup });

/** A fact that has its slot, ready to be read. */
export interface Slot {
  readonly fact: Fact;
  /** Where it stands among the facts that are asked for. */
  readonly index: number;
  /** What is known of it in an app; whatever is read on the way is kept for those who ask next. */
  readonly known: (profile: AppProfile, found: FoundFacts) => Known;
  /** Where the app says what is known of it. */
  readonly locate: (profile: AppProfile, found: FoundFacts, known: Known) => readonly Pointer[];
}

/** The facts of a policy, each with its slot. */
export interface Slots {
  readonly slotOf: (name: string) => Slot;
  /** Prepares to read all facts that have a slot by now; those of one list in one pass over it. */
  readonly reading: () => (profile: AppProfile, asOf: Day | undefined) => FoundFacts;
}

/** The facts of one list, with their slots. */
interface SlotsOfList {
  readonly index: number;
  readonly slots: number[];
  readonly facts: EntriesOfFact[];
}

/** Reads the facts of a list that have a slot by now into it. */
function intoSlots(list: Pointer, { index, slots, facts }: SlotsOfList) {
  const targets = [...slots];
  const { look, known } = listReader(
    list,
    facts.map(({ tally }) => tally),
  );
  return (profile: AppProfile, all: FoundFacts["known"], entries: FoundFacts["entries"]): Groups => {
    let told = 0;
    const said = look(profile);
    entries[index] = said;
    const own = known(said, profile);
    for (let at = 0; at < targets.length; at++) {
      const slot = targets[at] ?? 0;
      all[slot] = own[at];
      if (own[at]?.isTold) told |= groupOf(slot);
    }
    return told;
  };
}

/** Asks what was found of a whole list where a fact of it stands; where that was read later, its own reader. */
function locateAmong(entries: EntriesOfFact, list: number, at: number, reader: Reader): Slot["locate"] {
  return (profile, found, known) => {
    const read = found.entries[list];
    const isRead = read !== undefined && (read[0] === undefined || at < read[0].said.length);
    return isRead ? locateIn(entries, at, read, known) : reader.locate(profile, known);
  };
}

/** Gives each fact that is asked for a slot. */
export function factSlots(factAt: (name: string) => Fact): Slots {
  const slots = new Map<string, Slot>();
  const lists = new Map<Pointer, SlotsOfList>();
  const others: { readonly index: number; readonly read: Reader["read"] }[] = [];

  function locateOf(reader: Reader, index: number): Slot["locate"] {
    if (reader.entries === undefined) {
      others.push({ index, read: reader.read });
      return (profile, _, known) => reader.locate(profile, known);
    }
    const { list } = reader.entries;
    const own = lists.get(list) ?? { index: lists.size, slots: [], facts: [] };
    lists.set(list, own);
    own.slots.push(index);
    own.facts.push(reader.entries);
    return locateAmong(reader.entries, own.index, own.slots.length - 1, reader);
  }

  function newSlot(name: string, index: number): Slot {
    const fact = factAt(name);
    const reader = readerOf(name, fact);
    const known: Slot["known"] = (profile, found) => {
      const own = found.known[index] ?? reader.read(profile, found.asOf);
      found.known[index] = own;
      return own;
    };
    return { fact, index, known, locate: locateOf(reader, index) };
  }

  return {
    slotOf: (name) => {
      const slot = slots.get(name) ?? newSlot(name, slots.size);
      slots.set(name, slot);
      return slot;
    },
    reading: () => {
      const count = slots.size;
      const readLists = [...lists].map(([list, own]) => intoSlots(list, own));
      const readOthers = [...others];
      return (profile, asOf) => {
        const known: FoundFacts["known"] = new Array(count);
        const entries: FoundFacts["entries"] = new Array(readLists.length);
        let told = 0;
        for (const read of readLists) told |= read(profile, known, entries);
        for (const { index, read } of readOthers) {
          const own = read(profile, asOf);
          known[index] = own;
          if (own.isTold) told |= groupOf(index);
        }
        return { asOf, known, entries, told };
      };
    },
  };
}
