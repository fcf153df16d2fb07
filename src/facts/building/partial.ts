import { keysOf } from "../../problems/index.js";
import type { AppProfile } from "../../profile/index.js";
import { type AsOf, type Day, dayOf } from "../../time/index.js";
import { deriveFact, readFact } from "../derive.js";
import type { Catalogue } from "../fact.js";
import { standardFacts } from "../standard/catalogue.js";
import { partsOf } from "./parts.js";
import { profileWith } from "./synthesize.js";
import type { FactValues } from "./values.js";
import { without } from "./without.js";

/** A profile that no longer says what one fact is read from, when all others are read as they were. */
function withoutFact(
  profile: AppProfile,
  name: string,
  told: readonly string[],
  facts: Catalogue,
  asOf: Day | undefined,
): AppProfile {
  const fact = facts[name];
  if (fact === undefined) return profile;
  const readingOf = (other: string, app: AppProfile) => {
    const asked = facts[other];
    return JSON.stringify(asked && deriveFact(other, asked, app, asOf));
  };
  const places = [readFact(name, fact, profile, asOf).evidence, fact.answerAt];
  for (const pointers of places) {
    // Without one of its answers a profile is still a profile.
    const left = pointers.reduce<unknown>((app, place) => without(app, keysOf(place)), profile) as AppProfile;
    const isOpen = deriveFact(name, fact, left, asOf).kind === "unknown";
    if (isOpen && told.every((other) => readingOf(other, left) === readingOf(other, profile))) return left;
  }
  return profile;
}

/**
 * Makes an app of which some facts are known, and as little else as can be: what one fact is read from may tell another
 * one, too. Nothing, where no app can be like that.
 *
 * @param facts Where the facts are listed; `standardFacts` when left out.
 * @param options The day as of which the app is like that.
 * @throws {PlimsollError} with code `invalid-date`, when that is no day.
 *
 * @example
 * ```ts
 * import { deriveFacts } from "plimsoll";
 * import { partialProfile } from "plimsoll/analysis";
 *
 * const app = partialProfile({ systemsWritten: 2, systemsRead: 0 });
 *
 * app?.integrations?.map(({ direction }) => direction); // → ["write", "write"]
 * app && deriveFacts(app).users.kind; // → "unknown"
 * ```
 */
export function partialProfile(
  values: FactValues,
  facts: Catalogue = standardFacts,
  options: AsOf = {},
): AppProfile | undefined {
  const day = dayOf(options);
  const told = Object.keys(values);
  const asked = partsOf(facts).filter(({ names }) => names.some((name) => told.includes(name)));
  const profile = profileWith(values, facts, asked, day);
  const others = Object.keys(facts).filter((name) => !told.includes(name));
  return profile && others.reduce((app, name) => withoutFact(app, name, told, facts, day), profile);
}
