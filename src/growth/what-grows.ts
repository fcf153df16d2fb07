import type { StandardFacts } from "../facts/index.js";

/**
 * In which way an app grows.
 *
 * @example
 * ```ts
 * import type { GrowthAspect } from "plimsoll";
 *
 * const first: GrowthAspect = "people";
 *
 * first; // → "people"
 * ```
 */
export type GrowthAspect = "people" | "reach" | "systems" | "data" | "autonomy" | "dependence";

/** A fact that counts as growth where it rises. */
export interface GrowingFact {
  readonly fact: keyof StandardFacts;
  readonly aspect: GrowthAspect;
  /** Members that are no growth. */
  readonly besides?: readonly string[];
  /**
   * What is said where it has grown: `{change}` stands for "12 → 140 people", `{gained}` for the names of what has come.
   */
  readonly words: string;
}

/** What counts as growth: facts that mean more risk where they rise, each with what is said of it. */
export const whatGrows: readonly GrowingFact[] = [
  { aspect: "people", fact: "users", words: "{change} use it" },
  { aspect: "people", fact: "peopleWithAccess", words: "{change} can open it" },
  { aspect: "people", fact: "departments", words: "now also used in {gained}" },
  { aspect: "reach", fact: "reach", words: "who can open it: {change}" },
  { aspect: "reach", fact: "outsideUsers", words: "now used by people from outside" },
  { aspect: "reach", fact: "admits", words: "whom it lets in: {change}" },
  { aspect: "reach", fact: "entrances", words: "ways into it: {change}" },
  { aspect: "systems", fact: "systemsWritten", words: "now also writes to {gained}" },
  { aspect: "systems", fact: "integrationPoints", words: "now also connected to {gained}" },
  { aspect: "systems", fact: "operations", words: "what it does there, now also: {gained}" },
  { aspect: "systems", fact: "rights", words: "what its accounts may do: {change}" },
  { aspect: "systems", fact: "dataLeaves", words: "data now leaves the organisation" },
  { aspect: "data", fact: "dataSensitivity", words: "how sensitive its data is: {change}" },
  { aspect: "data", fact: "sensitiveData", words: "sensitive data, now also: {gained}" },
  { aspect: "data", fact: "secretsHeld", words: "now keeps passwords or keys" },
  { aspect: "data", fact: "complianceRegimes", words: "now also under {gained}" },
  { aspect: "data", fact: "copiesLeave", words: "copies of its data now leave it" },
  // What a person starts does not act by itself.
  { aspect: "autonomy", fact: "triggers", besides: ["person"], words: "what starts it, now also: {gained}" },
  { aspect: "autonomy", fact: "runsPerDay", words: "{change}" },
  { aspect: "autonomy", fact: "oversight", words: "what a person does before it acts: {change}" },
  { aspect: "autonomy", fact: "ai", words: "what artificial intelligence does in it: {change}" },
  { aspect: "autonomy", fact: "strangersWrite", words: "strangers can now write what it reads" },
  { aspect: "dependence", fact: "dailyDependence", words: "daily work now stops without it" },
  { aspect: "dependence", fact: "outageImpact", words: "how much an outage hurts: {change}" },
  { aspect: "dependence", fact: "appsServed", words: "now also needed by {gained}" },
];

/**
 * The ways in which apps grow, in the order in which they are told, each with what it is called.
 *
 * @example
 * ```ts
 * import { growthAspects } from "plimsoll";
 *
 * Object.values(growthAspects); // → ["People", "Reach", "Systems", "Data", "Autonomy", "Dependence"]
 * ```
 */
export const growthAspects: Readonly<Record<GrowthAspect, string>> = {
  people: "People",
  reach: "Reach",
  systems: "Systems",
  data: "Data",
  autonomy: "Autonomy",
  dependence: "Dependence",
};
