import type { Pointer } from "../problems/index.js";
import type { AppProfile } from "../profile/index.js";
import type { Domain, ValueOf } from "./domain.js";
import { asForMost, exact, type Fact, type Notes, unknown } from "./fact.js";

/** A fact that one field of a profile tells outright; where the field is absent, it is unknown. */
export function factFromField<const D extends Domain>(
  notes: Notes<D>,
  field: Pointer,
  read: (profile: AppProfile) => ValueOf<D> | undefined,
): Fact<D> {
  return {
    ...asForMost,
    ...notes,
    answerAt: [field],
    derive: (profile) => {
      const value = read(profile);
      return value === undefined ? unknown : exact(value);
    },
  };
}
