import { type AppProfile, deriveFacts, standardFacts } from "plimsoll";
import { lastDay } from "../arbitraries/profile.js";

/** Everything that a profile says, by where it says it. */
export function leavesOf(value: unknown, at = ""): readonly (readonly [at: string, value: unknown])[] {
  if (typeof value !== "object" || value === null) return [[at, value]];
  const inside = Object.entries(value);
  return inside.length === 0 ? [[at, value]] : inside.flatMap(([key, item]) => leavesOf(item, `${at}/${key}`));
}

/** Whether a pointer leads to a place or into it. */
export const isWithin = (pointer: string, place: string): boolean =>
  pointer === place || pointer.startsWith(`${place}/`);

/** A fact, with all places of a profile at which it is answered or was read. */
interface ToldFact {
  readonly name: string;
  readonly places: readonly string[];
}

const read = (profile: AppProfile) => deriveFacts(profile, standardFacts, { asOf: lastDay });

/** The facts that a profile tells otherwise than the one before. */
export function toldOtherwise(before: AppProfile, after: AppProfile): readonly ToldFact[] {
  const was = read(before);
  const withoutEvidence = ({ evidence: _, ...derived }: (typeof was)[keyof typeof was]) => JSON.stringify(derived);
  return Object.entries(read(after)).flatMap(([own, reading]) => {
    const name = own as keyof typeof was; // both tell of the standard facts
    if (withoutEvidence(was[name]) === withoutEvidence(reading)) return [];
    return [{ name, places: [...standardFacts[name].answerAt, ...was[name].evidence, ...reading.evidence] }];
  });
}
