import type { Pointer } from "../problems/index.js";
import type { AppProfile } from "../profile/index.js";
import type { Domain, ValueOf } from "./domain.js";
import { asForMost, type Derived, type Fact, type Notes, unknown } from "./fact.js";
import { fold } from "./fold.js";

/** What one entry adds to a fact; `null` where it adds nothing, `undefined` where it does not say. */
type EntryValue<D extends Domain> = Added<ValueOf<D>> | null | undefined;

type Added<Value> = Value extends number ? boolean : Value extends readonly (infer Member)[] ? Member : Value;

/**
 * Facts from one list of a profile: a number counts the entries that say yes, a boolean says whether any does, a level is
 * the highest of all, a set is the members that they name. An absent list is unknown; a list named in `partial`, or an
 * entry that does not say, leaves a lower bound. `field` is where in an entry the answer stands; `""` is the entry itself.
 */
export function factsFromList<Entry>(list: Pointer, read: (profile: AppProfile) => readonly Entry[] | undefined) {
  return <const D extends Domain>(
    notes: Notes<D>,
    field: Pointer,
    answerOf: (entry: Entry) => EntryValue<D>,
  ): Fact<D> => {
    const derive = (profile: AppProfile): Derived => {
      const entries = read(profile);
      return entries === undefined ? unknown : fold(notes.domain, entries, answerOf, !!profile.partial?.includes(list));
    };
    const locate = (profile: AppProfile, derived: Derived): readonly Pointer[] => {
      const pointers: Pointer[] = [];
      // What the value rests on: the entries that give it, and, while it may still rise, those that do not say.
      const counts = (value: unknown) => {
        if (value === undefined) return derived.kind !== "exact";
        if (notes.domain.kind === "ordinal") return derived.kind !== "unknown" && value === derived.value;
        return value !== null && value !== false;
      };
      read(profile)?.forEach((entry, index) => {
        if (counts(answerOf(entry))) pointers.push(`${list}/${index}${field}`);
      });
      return pointers.length > 0 ? pointers : [list];
    };
    // A fold over a domain gives values of that domain.
    return {
      ...asForMost,
      ...notes,
      answerAt: [list],
      derive: derive as (profile: AppProfile) => Derived<ValueOf<D>>,
      locate,
    };
  };
}
