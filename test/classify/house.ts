import { type Classification, type Criterion, classify, type Evidence, type Policy } from "plimsoll";
import { criterion, emptyPolicy } from "../policy/a-policy.js";
import { appWith, type Fields } from "./finding.js";

/** The house rules with a third tier above the two, and the rules that are given. */
function houseOf(rules: Omit<Partial<Policy>, "tiers">): Policy {
  const experts = { id: "experts", title: "Experts", advice: "Ask the experts." };
  return { ...emptyPolicy, tiers: [...emptyPolicy.tiers, experts], ...rules };
}

/** A criterion of the house that lifts to the tier that is given. */
export function lifting(id: string, tier: "central" | "experts", when: unknown, rest: object = {}): Criterion {
  return criterion(when, { id, tier, ...rest });
}

/** An app of which nothing is known but the given fields, classified by the rules of the house. */
export function classifyBy(rules: Omit<Partial<Policy>, "tiers">, fields: Fields = {}): Classification {
  return classify(appWith(fields), houseOf(rules));
}

/** The facts that a finding rests on, and whether what their lines ask is so. */
export function restsOn(evidence: readonly Evidence[] = []): Readonly<Record<string, boolean | null>> {
  return Object.fromEntries(evidence.map(({ fact, met }) => [fact, met]));
}
