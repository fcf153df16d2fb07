import type { Line } from "./line.js";

/** A line on a named fact. */
type FactLine = { readonly fact: string } & Line;

/**
 * What holds between facts in every profile, because of how they are derived: never an opinion. Exact questions about a
 * policy rest on these.
 *
 * @example
 * ```ts
 * import type { Constraint } from "plimsoll";
 *
 * const noMoreAtOnceThanAtAll: Constraint = { fact: "peakConcurrentUsers", atMostFact: "users" };
 *
 * noMoreAtOnceThanAtAll.atMostFact; // → "users"
 * ```
 */
export type Constraint =
  /** The first fact is never more than the second. */
  | { readonly fact: string; readonly atMostFact: string }
  /** The facts on both sides make the same sum. */
  | { readonly sum: readonly string[]; readonly equals: readonly string[] }
  /** When one fact is within a line, another is within its own. */
  | { readonly when: FactLine; readonly implies: FactLine };

/** Protection is asked of data that needs it: semi-sensitive, or more. */
const needsProtection = { fact: "dataSensitivity", atLeast: "semi-sensitive" } as const;
const isConnected = { fact: "integrationPoints", atLeast: 1 } as const;

/**
 * The constraints between the standard facts.
 *
 * @example
 * ```ts
 * import { standardConstraints } from "plimsoll";
 *
 * standardConstraints[0]; // → { fact: "peakConcurrentUsers", atMostFact: "users" }
 * ```
 */
export const standardConstraints: readonly Constraint[] = [
  { fact: "peakConcurrentUsers", atMostFact: "users" },
  { when: { fact: "userGrowth", above: 0 }, implies: { fact: "users", above: 0 } },
  { when: { fact: "userGrowth", atMost: 0 }, implies: { fact: "users", atMost: 0 } },

  { fact: "bidirectionalSystems", atMostFact: "systemsRead" },
  { fact: "bidirectionalSystems", atMostFact: "systemsWritten" },
  { fact: "systemsRead", atMostFact: "integrationPoints" },
  { fact: "systemsWritten", atMostFact: "integrationPoints" },
  { sum: ["integrationPoints", "bidirectionalSystems"], equals: ["systemsRead", "systemsWritten"] },
  { fact: "unvalidatedWrites", atMostFact: "systemsWritten" },
  { fact: "ignoredConflicts", atMostFact: "systemsWritten" },
  { when: { fact: "eventDriven", is: true }, implies: isConnected },
  { when: { fact: "asynchronous", is: true }, implies: isConnected },
  { when: { fact: "credentials", above: "managed" }, implies: isConnected },

  { when: { fact: "sensitiveData", isEmpty: false }, implies: { fact: "dataSensitivity", is: "sensitive" } },
  { when: { fact: "sensitiveData", isEmpty: true }, implies: { fact: "dataSensitivity", below: "sensitive" } },
  { when: { fact: "unencryptedData", is: true }, implies: needsProtection },
  { when: { fact: "accessControl", above: "record" }, implies: needsProtection },
  { when: { fact: "auditTrail", above: "complete" }, implies: needsProtection },
  { when: { fact: "retention", above: "enforced" }, implies: needsProtection },

  { when: { fact: "untestedCalculations", atLeast: 1 }, implies: { fact: "calculation", above: "none" } },
];
