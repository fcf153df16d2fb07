import type { Pointer } from "../problems/index.js";
import type { AppProfile } from "../profile/index.js";
import { counted } from "./known.js";
import { numberAt, type PlaceOfNumber, refuseBoth } from "./read-number.js";
import type { Reader } from "./reader.js";

/** Reads how many entries a list has, where one is all that a number elsewhere may leave room for. */
export function singleCount({ read, locate }: Reader, list: Pointer, single: readonly Pointer[]): Reader {
  const isFit = (value: number) => value >= 0;
  const places = single.map((place) => numberAt(place, isFit, "a number from 0 on"));
  const isOne = (profile: AppProfile) => (place: PlaceOfNumber) => place.highOf(place.read(profile)) <= 1;
  return {
    read: (profile, asOf) => {
      const known = read(profile, asOf);
      if (known.high <= 1) return known;
      const one = places.find(isOne(profile));
      if (one === undefined) return known;
      return known.low > 1 ? refuseBoth(known.low, 1, list, one.place) : counted(known.low, 1);
    },
    locate: (profile, known) => {
      // No entry is counted by a date.
      const own = read(profile, undefined);
      const one = own.high > known.high ? places.find(isOne(profile)) : undefined;
      const at = one === undefined ? [] : [one.place];
      return own.isTold ? [...locate(profile, own), ...at] : at;
    },
  };
}
