import type { FactValue, ValueOf } from "../domain.js";
import type { Catalogue, Fact } from "../fact.js";
import { isSameFact, leastRisk } from "../records.js";
import { type StandardFacts, standardFacts } from "../standard/catalogue.js";

/** What an ordinary app is like, where that is not the least risk that there is: somebody uses it, and it does something. */
const ordinary: {
  readonly [Name in keyof StandardFacts]?: StandardFacts[Name] extends Fact<infer D> ? ValueOf<D> : never;
} = {
  users: 10,
  userGrowth: 1,
  peakConcurrentUsers: 10,
  departments: 1,
  dataSensitivity: "general",
  calculation: "simple",
  stage: "production",
  othersWhoUnderstand: 1,
};

/** The value that a fact has, where nothing is asked of it and nothing that is asked says otherwise; nothing, where any is as good. */
export function wishOf(name: string, fact: Fact): FactValue | undefined {
  const known: Catalogue = standardFacts;
  const usual = Object.entries(ordinary).find(([own]) => own === name)?.[1];
  return usual !== undefined && isSameFact(fact, known[name]) ? usual : leastRisk(fact);
}
