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

/** What stands at a place as a number: the least and the most that it can be; no bound, where none is told. */
interface PlaceOfNumber {
  readonly place: Pointer;
  readonly lowIn: NumberIn;
  readonly highIn: NumberIn;
}

const lowest = Number.NEGATIVE_INFINITY;
const greatest = Number.POSITIVE_INFINITY;

function numberAt(place: Pointer, isFit: (value: number) => boolean, expected: string): PlaceOfNumber {
  const read = placeReader(place);
  const endsOf = (seen: unknown): Span => {
    const numbers = numbersFrom(seen);
    const ends = numbers && [numbers.low, numbers.high].filter(Number.isFinite);
    return numbers && ends?.every(isFit) ? numbers : refuseValue(place, expected, seen);
  };
  const isOne = (seen: unknown): seen is number => typeof seen === "number" && isFit(seen);
  return {
    place,
    lowIn: (profile) => {
      const seen = read(profile);
      if (seen === undefined) return lowest;
      return isOne(seen) ? seen : endsOf(seen).low;
    },
    highIn: (profile) => {
      const seen = read(profile);
      if (seen === undefined) return greatest;
      return isOne(seen) ? seen : endsOf(seen).high;
    },
  };
}

/** The first place that gives an end. */
const placeOf = (places: readonly PlaceOfNumber[], end: "lowIn" | "highIn", value: number, profile: AppProfile) =>
  Number.isFinite(value) ? places.find((each) => each[end](profile) === value)?.place : undefined;

function refuseBoth(low: number, high: number, lowAt: Pointer | undefined, highAt: Pointer | undefined): never {
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
  const below = [own, ...atLeast.map(at)];
  const above = [own, ...atMost.map(at)];
  const lowIn: NumberIn = (profile) => below.reduce((low, each) => Math.max(low, each.lowIn(profile)), lowest);
  const highIn: NumberIn = (profile) => above.reduce((high, each) => Math.min(high, each.highIn(profile)), greatest);
  const ends = (profile: AppProfile) =>
    [placeOf(below, "lowIn", lowIn(profile), profile), placeOf(above, "highIn", highIn(profile), profile)] as const;
  return {
    lowIn,
    highIn,
    refuse: (profile) => refuseBoth(lowIn(profile), highIn(profile), ...ends(profile)),
    placesIn: (profile) => [...new Set(ends(profile))].filter((place) => place !== undefined),
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
  const isToldIn = (profile: AppProfile) => divisor.lowIn(profile) > lowest || divisor.highIn(profile) < greatest;
  return {
    read: (profile) => {
      const low = lowIn(profile);
      const high = highIn(profile);
      if (low > high) return refuse(profile);
      const least = divisor.lowIn(profile);
      const most = divisor.highIn(profile);
      if (least > most) return refuseBoth(least, most, per, per);
      const from = quotient(Math.max(low, 0), most);
      const to = quotient(high, Math.max(least, 0));
      const isTold = (least > lowest || most < greatest) && (low > lowest || high < greatest);
      return isTold || from > 0 || to < greatest ? span(from, to) : nothing;
    },
    locate: (profile) => [...(isToldIn(profile) ? [per] : []), ...placesIn(profile)],
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
