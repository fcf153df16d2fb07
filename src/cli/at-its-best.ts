import { type AppProfile, type Catalogue, deriveFacts, type Reading } from "plimsoll";
import { synthesizeProfile } from "plimsoll/analysis";

/** A set of which no member is known: that it is empty may be more than an app can be. */
const isNothingKnown = (reading: Reading) =>
  reading.kind === "at-least" && Array.isArray(reading.value) && reading.value.length === 0;

/**
 * The same app, supposing that whatever is open turns out well: what is told for certain stays, and so does the end of what is bounded
 * that means less risk; nothing, where no app can be like that.
 */
export function atItsBest(profile: AppProfile, facts: Catalogue, asOf: string | undefined): AppProfile | undefined {
  const kept = Object.entries(deriveFacts(profile, facts, { asOf })).flatMap(([name, reading]) => {
    const isRising = facts[name]?.risk !== "falling";
    if (reading.kind === "unknown" || isNothingKnown(reading)) return [];
    if (reading.kind === "between") return [[name, isRising ? reading.value : reading.upTo] as const];
    // Beyond the bound on the other side lies what is harmless.
    const isOpenToTheGood = reading.kind === (isRising ? "at-most" : "at-least");
    return isOpenToTheGood ? [] : [[name, reading.value] as const];
  });
  return synthesizeProfile(Object.fromEntries(kept), facts, { asOf });
}
