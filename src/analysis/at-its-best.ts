import { type Catalogue, deriveFacts, type Reading, synthesizeProfile } from "../facts/index.js";
import type { AppProfile } from "../profile/index.js";

/** A set of which no member is known: that it is empty may be more than an app can be. */
const isNothingKnown = (reading: Reading) =>
  reading.kind === "at-least" && Array.isArray(reading.value) && reading.value.length === 0;

/**
 * The same app, supposing that whatever is open turns out well: what is told for certain stays, and so does the end of what is bounded
 * that means less risk; nothing, where no app can be like that.
 *
 * @param facts The facts to look at: `standardFacts`, or those of a policy (`factsOf`).
 * @param options `asOf`: the day as of which dates are read; facts that are made of dates are open without one.
 *
 * @example
 * ```ts
 * import { standardFacts } from "plimsoll";
 * import { atItsBest } from "plimsoll/analysis";
 *
 * const best = atItsBest({ id: "rota", name: "Rota", audience: { users: { atMost: 40 } } }, standardFacts);
 *
 * best?.criticality?.dailyDependence; // → false
 * ```
 */
export function atItsBest(
  profile: AppProfile,
  facts: Catalogue,
  options: { readonly asOf?: string | undefined } = {},
): AppProfile | undefined {
  const kept = Object.entries(deriveFacts(profile, facts, options)).flatMap(([name, reading]) => {
    const isRising = facts[name]?.risk !== "falling";
    if (reading.kind === "unknown" || isNothingKnown(reading)) return [];
    if (reading.kind === "between") return [[name, isRising ? reading.value : reading.upTo] as const];
    // Beyond the bound on the other side lies what is harmless.
    const isOpenToTheGood = reading.kind === (isRising ? "at-most" : "at-least");
    return isOpenToTheGood ? [] : [[name, reading.value] as const];
  });
  return synthesizeProfile(Object.fromEntries(kept), facts, options);
}
