import type { ConditionOver } from "../conditions/index.js";
import type { StandardFacts } from "../facts/index.js";
import type { Boundary } from "../policy/index.js";
import type { StandardTierId } from "./tiers.js";

const source = "Platform-enforced boundaries";

/** What the platform enforces by the standard policy. */
export const boundaries = [
  {
    id: "it-built-connector",
    title: "A connector that IT builds",
    why: "When data flows both ways or in events, mistakes reach other systems before anybody notices.",
    advice: "Show IT which system it is, and which data should flow.",
    actions: ["connect"],
    when: {
      any: [
        { fact: "bidirectionalSystems", atLeast: 1 },
        { fact: "eventDriven", is: true },
        { fact: "asynchronous", is: true },
      ],
    },
    unlessUsing: ["data-synchronisation", "integration-connector"],
    review: "integration",
    instead: "Use IT's component for it, or ask IT to build the connector.",
    source,
  },
  {
    id: "data-approval",
    title: "Approval for sensitive data",
    why: "The law demands special protection for some data.",
    advice: "Decide with security which data the app needs, and who protects it.",
    actions: ["access"],
    when: { fact: "sensitiveData", isEmpty: false },
    review: "security",
    source,
  },
  {
    id: "crossing",
    title: "A review past the citizen line",
    why: "Past this line, an app is more than one team should carry alone.",
    advice: "Take half an hour with IT before you go on.",
    above: "citizen",
    review: "architecture",
    source,
  },
  {
    id: "production-sign-off",
    title: "Sign-off for production",
    why: "From here on, people rely on it.",
    advice: "Go through the checklist with IT operations.",
    actions: ["deploy"],
    review: "production-readiness",
    source,
  },
] as const satisfies readonly Boundary<StandardTierId, ConditionOver<StandardFacts, never, never>>[];
