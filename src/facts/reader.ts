import type { Pointer } from "../problems/index.js";
import type { AppProfile } from "../profile/index.js";
import type { Day } from "../time/index.js";
import type { Known } from "./known.js";
import type { Tally } from "./tally.js";

/** How a fact is read from the entries of a list. */
export interface EntriesOfFact {
  readonly list: Pointer;
  readonly tally: Tally;
}

/** What reads a fact, and says where it stands what is known of it. */
export interface Reader {
  /** Reads it as it is on a day: what is made of dates is unknown without one. */
  readonly read: (profile: AppProfile, asOf: Day | undefined) => Known;
  readonly locate: (profile: AppProfile, known: Known) => readonly Pointer[];
  /** How it is read from the entries of a list, for whoever reads several facts of it. */
  readonly entries?: EntriesOfFact;
}
