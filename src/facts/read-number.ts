import { PlimsollError, type Pointer } from "../problems/index.js";
import type { AppProfile } from "../profile/index.js";
import type { NumberDomain } from "./domain.js";
import type { ValueForm } from "./form.js";
import { counted, type Span, span, spanOf, untold } from "./known.js";
import { expectedOf } from "./meaning.js";
import { numbersFrom } from "./numbers.js";
import { placeReader, refuseValue } from "./place.js";
import type { Reader } from "./reader.js";

type NumberIn = (profile: AppProfile) => number;

/** A place where a number stands: what it is at least, and at most; without a bound, where none is told. */
export interface PlaceOfNumber {
  readonly place: Pointer;
  readonly read: (profile: AppProfile) => unknown;
  readonly lowOf: (seen: unknown) => number;
  readonly highOf: (seen: unknown) => number;
  /** Whether it stands there as it is. */
  readonly isOne: (seen: unknown) => boolean;
}

const lowest = Number.NEGATIVE_INFINITY;
const greatest = Number.POSITIVE_INFINITY;

/** Prepares to read a number, or bounds of one, at a place. */
export function numberAt(place: Pointer, isFit: (value: number) => boolean, expected: string): PlaceOfNumber {
  const endsOf = (seen: unknown): Span => {
    const numbers = numbersFrom(seen);
    const ends = numbers && [numbers.low, numbers.high].filter(Number.isFinite);
    return numbers && ends?.every(isFit) ? numbers : refuseValue(place, expected, seen);
  };
  const isOne = (seen: unknown): seen is number => typeof seen === "number" && isFit(seen);
  return {
    place,
    read: placeReader(place),
    isOne,
    lowOf: (seen) => (isOne(seen) ? seen : seen === undefined ? lowest : endsOf(seen).low),
    highOf: (seen) => (isOne(seen) ? seen : seen === undefined ? greatest : endsOf(seen).high),
  };
}

/** Refuses what says that a number is more than another place says. */
export function refuseBoth(low: number, high: number, lowAt: Pointer | undefined, highAt: Pointer | undefined): never {
  const [pointer, other] = lowAt === highAt ? [`${lowAt}/atLeast`, `${highAt}/atMost`] : [`${lowAt}`, `${highAt}`];
  const message = `This says ${low} or more, and "${other}" says ${high} or less. Both cannot be: correct one of them.`;
  throw new PlimsollError("invalid-profile", [{ pointer, code: "contradiction", message, related: [other] }]);
}

/** What several places say of a number, as far as they meet. */
interface Meeting {
  readonly lowIn: NumberIn;
  readonly highIn: NumberIn;
  /** Refuses what contradicts itself. */
  readonly refuse: (profile: AppProfile) => never;
  /** Where the ends stand, each in the first place that says as much. */
  readonly placesIn: (profile: AppProfile) => readonly Pointer[];
}

function meeting(domain: NumberDomain, { read, atLeast = [], atMost = [] }: ValueForm): Meeting {
  const { low: least, high: most } = spanOf(domain);
  const isFit = (value: number) => value >= least && value <= most && (!domain.whole || Number.isInteger(value));
  const at = (place: Pointer) => numberAt(place, isFit, expectedOf(domain));
  const own = at(read);
  const here = Object.freeze([read]);
  const below = [own, ...atLeast.map(at)];
  const above = [own, ...atMost.map(at)];
  const lowIn: NumberIn = (profile) => {
    let low = lowest;
    for (const place of below) low = Math.max(low, place.lowOf(place.read(profile)));
    return low;
  };
  const highIn: NumberIn = (profile) => {
    let high = greatest;
    for (const place of above) high = Math.min(high, place.highOf(place.read(profile)));
    return high;
  };
  const ends = (profile: AppProfile) => {
    const low = lowIn(profile);
    const high = highIn(profile);
    const saysLow = ({ read, lowOf }: PlaceOfNumber) => low > lowest && lowOf(read(profile)) === low;
    const saysHigh = ({ read, highOf }: PlaceOfNumber) => high < greatest && highOf(read(profile)) === high;
    return [below.find(saysLow)?.place, above.find(saysHigh)?.place] as const;
  };
  return {
    lowIn,
    highIn,
    refuse: (profile) => refuseBoth(lowIn(profile), highIn(profile), ...ends(profile)),
    placesIn: (profile) => {
      // What stands there as it is gives both ends.
      if (own.isOne(own.read(profile))) return here;
      const [low, high] = ends(profile);
      if (low !== high && low !== undefined && high !== undefined) return [low, high];
      const place = low ?? high;
      return place === undefined ? [] : [place];
    },
  };
}

/** What a number comes to, divided by another; divided by very little, it stays the greatest that there is. */
function quotient(value: number, by: number): number {
  if (value === 0 || !Number.isFinite(value)) return value;
  return by === 0 ? greatest : Math.min(value / by, Number.MAX_VALUE);
}

function ratioReader(domain: NumberDomain, form: ValueForm, per: Pointer): Reader {
  const { lowIn, highIn, refuse, placesIn } = meeting({ ...domain, min: 0, whole: false }, form);
  const divisor = numberAt(per, (value) => value > 0, "a number above 0");
  const nothing = untold(domain);
  const isTold = (seen: unknown) => divisor.lowOf(seen) > lowest || divisor.highOf(seen) < greatest;
  return {
    read: (profile) => {
      const low = lowIn(profile);
      const high = highIn(profile);
      if (low > high) return refuse(profile);
      const by = divisor.read(profile);
      const least = divisor.lowOf(by);
      const most = divisor.highOf(by);
      if (least > most) return refuseBoth(least, most, per, per);
      const from = quotient(Math.max(low, 0), most);
      const to = quotient(high, Math.max(least, 0));
      const areTold = (least > lowest || most < greatest) && (low > lowest || high < greatest);
      return areTold || from > 0 || to < greatest ? span(from, to) : nothing;
    },
    locate: (profile) => {
      const places = placesIn(profile);
      return isTold(divisor.read(profile)) ? [per, ...places] : places;
    },
  };
}

/** Reads a number: what stands in its place, what other places say of it, and what it is divided by. */
export function numberReader(domain: NumberDomain, form: ValueForm): Reader {
  if (form.per !== undefined) return ratioReader(domain, form, form.per);
  const { lowIn, highIn, refuse, placesIn } = meeting(domain, form);
  const nothing = untold(domain);
  return {
    read: (profile) => {
      const low = lowIn(profile);
      const high = highIn(profile);
      if (low > high) return refuse(profile);
      const isTold = low > lowest || high < greatest;
      return isTold ? counted(Math.max(low, nothing.low), Math.min(high, nothing.high)) : nothing;
    },
    locate: placesIn,
  };
}
