import type { ConditionOver } from "../conditions/index.js";
import type { StandardFacts } from "../facts/index.js";
import type { Sign } from "../policy/index.js";
import type { StandardTierId } from "./tiers.js";

const source = "The warning signs IT should watch for";

/** The warning signs of the standard policy: adding one is adding an entry. */
export const signs = [
  {
    id: "sensitive-data",
    title: "Sensitive data",
    severity: "high",
    when: { fact: "sensitiveData", isEmpty: false },
    why: "The law demands special protection.",
    advice: "Decide with IT which data it needs, and who protects it.",
    source,
  },
  {
    id: "write-back",
    title: "Writes to several systems",
    severity: "medium",
    when: { fact: "systemsWritten", atLeast: 2 },
    why: "When only one write fails, the systems disagree.",
    advice: "Use IT's component for it, or let IT build that part.",
    source,
  },
  {
    id: "business-critical",
    title: "Daily work depends on it",
    severity: "high",
    when: { fact: "dailyDependence", is: true },
    why: "When it stops, work stops.",
    advice: "Agree with IT who is called when it fails.",
    source,
  },
  {
    id: "complex-calculation",
    title: "Complex calculation",
    severity: "high",
    when: { fact: "calculation", atLeast: "complex" },
    why: "A formula can look right and still be wrong in rare cases.",
    advice: "Keep your rules; let a developer test the rare cases.",
    source,
  },
  {
    id: "growing-user-base",
    title: "Outgrown its audience",
    severity: "high",
    tier: "professional",
    when: {
      all: [
        { fact: "userGrowth", atLeast: 5 },
        { fact: "users", above: 50 },
      ],
    },
    why: "What is fast for a few can be unusable for many.",
    advice: "Show IT its busiest hour before more people join.",
    source,
  },
  {
    id: "compliance",
    title: "Compliance rules apply",
    severity: "high",
    when: { fact: "complianceRegimes", isEmpty: false },
    why: "Regulated work is audited, and gaps are costly.",
    advice: "Bring in IT, compliance and legal early; they know the rules.",
    source,
  },
  {
    id: "builder-gone",
    title: "Nobody left who understands it",
    severity: "medium",
    when: {
      all: [
        { fact: "builderPresent", is: false },
        { fact: "othersWhoUnderstand", below: 1 },
      ],
    },
    why: "When it breaks, nobody knows how to fix it.",
    advice: "Ask IT to help somebody take it over while it still works.",
    source,
  },
  {
    id: "integration-architecture",
    title: "Complex integration",
    severity: "high",
    tier: "professional",
    when: {
      all: [
        { fact: "integrationPoints", atLeast: 3 },
        {
          any: [
            { fact: "eventDriven", is: true },
            { fact: "asynchronous", is: true },
          ],
        },
      ],
    },
    why: "Connections that react to each other fail together.",
    advice: "Draw the connections with IT, and use its connectors.",
    source,
  },
] as const satisfies readonly Sign<StandardTierId, string, ConditionOver<StandardFacts, never, never>>[];

/** The ids of the standard policy's signs. */
export type StandardSignId = (typeof signs)[number]["id"];
