import {
  type AppProfile,
  deriveFacts,
  type FactValue,
  type Pointer,
  type Reading,
  type StandardFacts,
  standardFacts,
} from "plimsoll";

/** One row of a fact's table: what a profile says, and what is read of it. */
export type Row = [says: string, profile: Omit<AppProfile, "id" | "name">, reading: Reading];

/** What is read of one fact in a profile with the given fields. */
export function readingOf(fact: keyof StandardFacts, fields: Omit<AppProfile, "id" | "name">, asOf?: string): Reading {
  return deriveFacts({ id: "a", name: "A", ...fields }, standardFacts, { asOf })[fact];
}

export const is = (value: FactValue, ...evidence: Pointer[]): Reading => ({ kind: "exact", value, evidence });
export const isAtLeast = (value: FactValue, ...evidence: Pointer[]): Reading => ({ kind: "at-least", value, evidence });
export const isAtMost = (value: FactValue, ...evidence: Pointer[]): Reading => ({ kind: "at-most", value, evidence });
export const isBetween = (value: FactValue, upTo: FactValue, ...evidence: Pointer[]): Reading => ({
  kind: "between",
  value,
  upTo,
  evidence,
});
export const isUnknown = (...evidence: Pointer[]): Reading => ({ kind: "unknown", evidence });
