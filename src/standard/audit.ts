import type { ConditionOver } from "../conditions/index.js";
import type { StandardFacts } from "../facts/index.js";
import type { Audit } from "../policy/index.js";
import type { StandardSignId } from "./signs.js";
import type { StandardTierId } from "./tiers.js";

const source = "Regular portfolio audits";

/** A quarter, and a day to spare. */
const quarter = 92;

/** How a portfolio is audited by the standard policy. */
export const audit = {
  everyDays: quarter,
  points: { low: 1, medium: 3, high: 9 },
  checks: [
    {
      id: "beyond-users",
      title: "Outgrown its approval",
      severity: "medium",
      beyond: "users",
      why: "More people use it than anybody planned for.",
      advice: "Review it again for the people who use it now.",
      source,
    },
    {
      id: "beyond-systems",
      title: "Connected beyond its approval",
      severity: "high",
      beyond: "systems",
      why: "Nobody has looked at these connections yet.",
      advice: "Go through the new connections with IT.",
      source,
    },
    {
      id: "beyond-data",
      title: "Data beyond its approval",
      severity: "high",
      beyond: "data",
      why: "It holds or shows data that nobody has approved.",
      advice: "Decide with security which data it needs, and take out the rest.",
      source,
    },
    {
      id: "beyond-environment",
      title: "Further along than approved",
      severity: "medium",
      beyond: "environment",
      why: "People rely on it, and nobody has signed it off.",
      advice: "Go through the production checklist with IT operations.",
      source,
    },
    {
      id: "approval-expired",
      title: "An approval has expired",
      severity: "low",
      expired: true,
      why: "What was agreed may no longer be true.",
      advice: "Renew the review; it is shorter the second time.",
      source,
    },
    {
      id: "critical-without-support",
      title: "Critical without support",
      severity: "high",
      when: { all: [{ sign: "business-critical" }, { fact: "support", is: false }] },
      why: "When it stops, work stops, and nobody is there to fix it.",
      advice: "Agree with IT who is called when it fails.",
      source,
    },
    {
      id: "performance-problems",
      title: "Performance problems",
      severity: "medium",
      when: { fact: "performanceSymptoms", isEmpty: false },
      why: "What is slow today may stop tomorrow.",
      advice: "Let IT measure where the time goes.",
      source,
    },
    {
      id: "orphaned",
      title: "Nobody left who understands it",
      severity: "high",
      when: { sign: "builder-gone" },
      why: "When it breaks, nobody knows how to fix it.",
      advice: "Ask IT to help somebody take it over while it still works.",
      source,
    },
    {
      id: "unseen",
      title: "Not looked at for a quarter",
      severity: "low",
      unseenFor: quarter,
      why: "Apps change faster than people remember.",
      advice: "Go through its profile together, and update it.",
      source,
    },
  ],
} as const satisfies Audit<StandardTierId, ConditionOver<StandardFacts, StandardSignId, never>>;
