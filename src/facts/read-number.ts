import { PlimsollError, type Pointer } from "../problems/index.js";
import type { AppProfile } from "../profile/index.js";
import type { NumberDomain } from "./domain.js";
import { fieldReader, refuseValue } from "./field-truth.js";
import type { ValueForm } from "./form.js";
import { type Span, span, spanOf, untold } from "./known.js";
import { expectedOf } from "./meaning.js";
import { numbersFrom } from "./numbers.js";
import type { Reader } from "./reader.js";

/** Between what and what the number lies that stands at a place; nothing, where none does. */
type NumberAt = (profile: AppProfile) => Span | undefined;

function numberAt(place: Pointer, isFit: (value: number) => boolean, expected: string): NumberAt {
  const read = fieldReader(place);
  return (profile) => {
    const seen = read(profile);
    if (seen === undefined) return undefined;
    const numbers = numbersFrom(seen);
    const ends = numbers && [numbers.low, numbers.high].filter(Number.isFinite);
    return ends?.every(isFit) ? numbers : refuseValue(place, expected, seen);
  };
}

/** The least or the most that a number can be, and the place that says so. */
interface End {
  readonly value: number;
  readonly place: Pointer | undefined;
}

function refuseBoth(low: End, high: End): never {
  const isOne = low.place === high.place;
  const [pointer, other] = isOne ? [`${low.place}/atLeast`, `${high.place}/atMost`] : [`${low.place}`, `${high.place}`];
  const message = `This says ${low.value} or more, and "${other}" says ${high.value} or less. Both cannot be: correct one of them.`;
  throw new PlimsollError("invalid-profile", [{ pointer, code: "contradiction", message, related: [other] }]);
}

/** What several places say of a number, as far as they meet; each end from the first place that says as much. */
function meeting(domain: NumberDomain, { read, atLeast = [], atMost = [] }: ValueForm) {
  const { low: least, high: most } = spanOf(domain);
  const isFit = (value: number) => value >= least && value <= most && (!domain.whole || Number.isInteger(value));
  const at = (place: Pointer) => ({ place, numberAt: numberAt(place, isFit, expectedOf(domain)) });
  const own = at(read);
  const lowest = [own, ...atLeast.map(at)];
  const highest = [own, ...atMost.map(at)];
  return (profile: AppProfile): { readonly low: End; readonly high: End } => {
    let low: End = { value: Number.NEGATIVE_INFINITY, place: undefined };
    let high: End = { value: Number.POSITIVE_INFINITY, place: undefined };
    for (const { place, numberAt } of lowest) {
      const value = numberAt(profile)?.low;
      if (value !== undefined && value > low.value) low = { value, place };
    }
    for (const { place, numberAt } of highest) {
      const value = numberAt(profile)?.high;
      if (value !== undefined && value < high.value) high = { value, place };
    }
    return low.value > high.value ? refuseBoth(low, high) : { low, high };
  };
}

/** Prepares the places that the ends come from. */
const placesOf = ({ low, high }: { readonly low: End; readonly high: End }): readonly Pointer[] =>
  [...new Set([low.place, high.place])].filter((place) => place !== undefined);

/** What a number comes to, divided by another; divided by very little, it stays the greatest that there is. */
function quotient(value: number, by: number): number {
  if (value === 0 || !Number.isFinite(value)) return value;
  return by === 0 ? Number.POSITIVE_INFINITY : Math.min(value / by, Number.MAX_VALUE);
}

/** Nobody tells what a number is divided by. */
const anyDivisor: Span = { low: 0, high: Number.POSITIVE_INFINITY };

function ratioReader(domain: NumberDomain, form: ValueForm, per: Pointer): Reader {
  const meet = meeting({ ...domain, min: 0, whole: false }, form);
  const divisorIn = numberAt(per, (value) => value > 0, "a number above 0");
  const nothing = untold(domain);
  return {
    read: (profile) => {
      const { low, high } = meet(profile);
      const divisor = divisorIn(profile);
      if (divisor && divisor.low > divisor.high)
        return refuseBoth({ value: divisor.low, place: per }, { value: divisor.high, place: per });
      const { low: least, high: most } = divisor ?? anyDivisor;
      const from = quotient(Math.max(low.value, 0), most);
      const to = quotient(high.value, Math.max(least, 0));
      const isTold = divisor !== undefined && (low.place ?? high.place) !== undefined;
      return isTold || from > 0 || to < Number.POSITIVE_INFINITY ? span(from, to) : nothing;
    },
    locate: (profile) => [...(divisorIn(profile) === undefined ? [] : [per]), ...placesOf(meet(profile))],
  };
}

/** Reads a number: what stands in its place, what other places say of it, and what it is divided by. */
export function numberReader(domain: NumberDomain, form: ValueForm): Reader {
  if (form.per !== undefined) return ratioReader(domain, form, form.per);
  const meet = meeting(domain, form);
  const nothing = untold(domain);
  return {
    read: (profile) => {
      const { low, high } = meet(profile);
      const isTold = (low.place ?? high.place) !== undefined;
      return isTold ? span(Math.max(low.value, nothing.low), Math.min(high.value, nothing.high)) : nothing;
    },
    locate: (profile) => placesOf(meet(profile)),
  };
}
