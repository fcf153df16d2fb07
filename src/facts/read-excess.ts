import type { Pointer } from "../problems/index.js";
import type { Domain } from "./domain.js";
import { counted, type Known, untold } from "./known.js";
import type { Reader } from "./reader.js";

/** A fact that is held against another: what reads it, and where its answers stand. */
export interface Compared {
  readonly reader: Reader;
  readonly answerAt: readonly Pointer[];
}

/** What is known of by how much one fact is more than another, by what is known of both. */
export function excessOf(domain: Domain, one: Known, other: Known): Known {
  const low = Math.max(0, one.low - other.high);
  const high = Math.max(0, one.high - other.low);
  return low > 0 || high < Number.POSITIVE_INFINITY ? counted(low, high) : untold(domain);
}

/** Reads by how much one fact is more than another: between the least and the most that what is known of both leaves. */
export function excessReader(domain: Domain, greater: Compared, lesser: Compared): Reader {
  return {
    read: (profile, asOf) => excessOf(domain, greater.reader.read(profile, asOf), lesser.reader.read(profile, asOf)),
    locate: (profile) =>
      [greater, lesser].flatMap(({ reader, answerAt }) => {
        // A date stands in one place, whatever the day.
        const known = reader.read(profile, undefined);
        return known.isTold ? [...reader.locate(profile, known)] : [...answerAt];
      }),
  };
}
