import { daysBetween, isInstant, toDay } from "../time/index.js";
import type { Domain } from "./domain.js";
import type { SinceForm } from "./form.js";
import { counted, untold } from "./known.js";
import { placeReader, refuseValue } from "./place.js";
import type { Reader } from "./reader.js";

/**
 * Reads how many days have passed since a date. Of one that is yet to come, nothing is known: to take a slip of the pen for
 * "just now" would keep a review from ever being due, and what once was cannot be refused because somebody looks back.
 */
export function sinceReader(domain: Domain, { daysSince: place }: SinceForm): Reader {
  const read = placeReader(place);
  const nothing = untold(domain);
  const here = Object.freeze([place]);
  return {
    read: (profile, asOf) => {
      const seen = read(profile);
      if (seen === undefined) return nothing;
      if (typeof seen !== "string" || !isInstant(seen)) return refuseValue(place, "a date such as 2026-03-31", seen);
      const days = asOf === undefined ? -1 : daysBetween(toDay(seen), asOf);
      return days < 0 ? nothing : counted(days, days);
    },
    locate: () => here,
  };
}
