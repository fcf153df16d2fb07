import type { ConditionOver } from "../conditions/index.js";
import type { StandardFacts } from "../facts/index.js";
import type { Criterion } from "../policy/index.js";
import type { StandardSignId } from "./signs.js";
import type { StandardTierId } from "./tiers.js";

const source = "Clear criteria for project complexity";

/** The criteria of the standard policy. Where a sign already draws the line, the criterion refers to it. */
export const criteria = [
  {
    id: "many-users",
    tier: "it-review",
    title: "Many users",
    when: { fact: "users", atLeast: 100 },
    why: "Many people need support, and an app that stays fast.",
    advice: "Show IT its busiest hour before more people join.",
    source,
  },
  {
    id: "cross-department",
    tier: "it-review",
    title: "Several departments",
    when: { fact: "departments", atLeast: 2 },
    why: "Departments have different rules and access rights.",
    advice: "Agree with IT who owns it.",
    source,
  },
  {
    id: "writes-to-system",
    tier: "it-review",
    title: "Writes to another system",
    when: { fact: "systemsWritten", atLeast: 1 },
    why: "Others rely on what it writes, so a mistake spreads.",
    advice: "Show IT what it writes and how you check it.",
    source,
  },
  {
    id: "moderate-calculation",
    tier: "it-review",
    title: "More than simple rules",
    when: { fact: "calculation", atLeast: "moderate" },
    why: "With several steps, rare cases can go wrong.",
    advice: "Keep your rules; let a developer test the rare cases.",
    source,
  },
  {
    id: "semi-sensitive-data",
    tier: "it-review",
    title: "Semi-sensitive data",
    when: { fact: "dataSensitivity", atLeast: "semi-sensitive" },
    why: "Internal data can do harm in the wrong hands.",
    advice: "Decide with IT which data it needs, and who protects it.",
    source,
  },
  {
    id: "many-reads",
    tier: "it-review",
    title: "Reads many systems",
    when: { fact: "systemsRead", atLeast: 3 },
    why: "A change in any of them can break it.",
    advice: "Draw the connections with IT, and use its connectors.",
    source,
  },
  {
    id: "mission-critical",
    tier: "professional",
    title: "Mission-critical",
    when: { sign: "business-critical" },
    why: "An outage costs real money.",
    source,
  },
  {
    id: "regulated-data",
    tier: "professional",
    title: "Sensitive regulated data",
    when: { sign: "sensitive-data" },
    why: "The law demands special protection.",
    source,
  },
  {
    id: "bidirectional-integration",
    tier: "professional",
    title: "Data flows both ways",
    when: {
      all: [
        { fact: "bidirectionalSystems", atLeast: 1 },
        {
          any: [
            { fact: "integrationPoints", atLeast: 2 },
            { fact: "ignoredConflicts", atLeast: 1 },
          ],
        },
      ],
    },
    why: "When both sides change, one change can be lost.",
    advice: "Use IT's component for it, or let IT build that part.",
    source,
  },
  {
    id: "high-user-volume",
    tier: "professional",
    title: "Very many users",
    when: { fact: "users", atLeast: 500 },
    why: "What is fast for a few can be unusable for many.",
    advice: "Let IT make it fast; screens and rules stay yours.",
    source,
  },
  {
    id: "complex-algorithm",
    tier: "professional",
    title: "Complex algorithms",
    when: { sign: "complex-calculation" },
    why: "A formula can look right and still be wrong in rare cases.",
    source,
  },
  {
    id: "strict-compliance",
    tier: "professional",
    title: "Strict compliance",
    when: { any: [{ sign: "compliance" }, { fact: "legalConsequences", is: true }] },
    why: "It must stand up to an audit or a court.",
    advice: "Bring in IT, compliance and legal early; they know the rules.",
    source,
  },
] as const satisfies readonly Criterion<StandardTierId, string, ConditionOver<StandardFacts, StandardSignId, never>>[];

/** The ids of the standard policy's criteria. */
export type StandardCriterionId = (typeof criteria)[number]["id"];
