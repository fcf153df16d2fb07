import type { AppProfile } from "../../profile/index.js";
import { type AsOf, type Day, dayOf } from "../../time/index.js";
import { readerOf } from "../derive.js";
import { isInDomain } from "../domain.js";
import type { Catalogue } from "../fact.js";
import { unlessRefused } from "../place.js";
import { standardFacts } from "../standard/catalogue.js";
import { withExcesses } from "./excesses.js";
import { bare, type ProfilePart, type Put, partsOf } from "./parts.js";
import { withRoom } from "./room.js";
import { type FactValues, isValue } from "./values.js";

/** The same value, of which nothing is shared with other apps. */
function copied(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(copied);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, copied(item)]));
}

type Fields = Record<string, unknown>;

const isFields = (value: unknown): value is Fields =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** Puts a field of its own into an object, whatever it is called. */
function put(fields: Fields, key: string, value: unknown): void {
  if (key === "__proto__")
    Object.defineProperty(fields, key, { value, enumerable: true, writable: true, configurable: true });
  else fields[key] = value;
}

/** Puts values into a profile, in the order of what a profile holds; it is nobody else's until all stand there. */
function withAll(puts: readonly Put[]): AppProfile {
  const profile: Fields = { ...bare };
  for (const { at, value } of puts) {
    let inside = profile;
    for (const key of at.slice(0, -1)) {
      const own = Object.hasOwn(inside, key) ? inside[key] : undefined;
      const next = isFields(own) ? own : {};
      put(inside, key, next);
      inside = next;
    }
    for (const key of at.slice(-1)) put(inside, key, copied(value));
  }
  // What forms are read from is a profile.
  return profile as unknown as AppProfile;
}

/** Whether all that is asked can be read back; what cannot be read is no profile. */
function isAsAsked(profile: AppProfile, values: FactValues, facts: Catalogue, asOf: Day | undefined): boolean {
  return Object.entries(values).every(([name, value]) => {
    const fact = facts[name];
    if (fact === undefined || !isInDomain(fact.domain, value)) return false;
    const known = unlessRefused(() => readerOf(name, fact).read(profile, asOf));
    return known?.isTold && isValue(fact.domain, known, value);
  });
}

/** An app that has some values, made of some parts; nothing, where no app can. */
export function profileWith(
  values: FactValues,
  facts: Catalogue,
  parts: readonly ProfilePart[],
  asOf: Day | undefined,
): AppProfile | undefined {
  const puts: Put[] = [];
  const asked = withRoom(withExcesses(values, facts), facts);
  for (const part of parts) {
    const own = part.make(asked, asOf);
    // What is not asked may be left open, when it cannot be made.
    if (own === undefined && part.names.some((name) => values[name] !== undefined)) return undefined;
    puts.push(...(own ?? []));
  }
  const profile = withAll(puts);
  return isAsAsked(profile, values, facts, asOf) ? profile : undefined;
}

/**
 * Makes an app of which some facts are as given, and everything else that is read of it is known and harmless; nothing, where
 * no app can be like that: the facts contradict one another, or nobody can tell how a fact is answered that a function finds.
 * What it makes is read again before it is handed out.
 *
 * @param facts Where the facts are listed; `standardFacts` when left out.
 * @param options The day as of which the app is like that: what is made of dates can be had on a day alone.
 * @throws {PlimsollError} with code `invalid-date`, when that is no day.
 *
 * @example
 * ```ts
 * import { synthesizeProfile } from "plimsoll/analysis";
 *
 * synthesizeProfile({ users: 140 })?.audience?.users; // → 140
 * synthesizeProfile({ users: 5, peakConcurrentUsers: 6 }); // → undefined
 * ```
 */
export function synthesizeProfile(
  values: FactValues,
  facts: Catalogue = standardFacts,
  options: AsOf = {},
): AppProfile | undefined {
  const isKnown = Object.entries(values).every(([name, value]) => {
    const fact = facts[name];
    return fact !== undefined && isInDomain(fact.domain, value);
  });
  const day = dayOf(options);
  return isKnown ? profileWith(values, facts, partsOf(facts), day) : undefined;
}
