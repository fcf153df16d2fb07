import { experimental, type StandardPack, stable } from "./lifecycle.js";
import { openTables, owasp, poisonedParts } from "./sources.js";

/**
 * What it is made of: code of one's own, parts of strangers, parts that an AI has written.
 *
 * @example
 * ```ts
 * import { classify, extendPolicy, standardPolicy } from "plimsoll";
 * import { supply } from "plimsoll/packs";
 *
 * const flow = { id: "flow", name: "Flow", integrations: [{ system: "Ads", connector: "community" as const }] };
 *
 * classify(flow, extendPolicy(standardPolicy, supply)).findings[0]?.id; // → "community-connector"
 * ```
 */
export const supply = {
  pack: "supply",
  version: "1.0.0",
  title: "What it is made of",
  description: "For every organisation in which parts come from marketplaces, or are written by an AI.",
  add: {
    signs: [
      {
        id: "unread-parts",
        title: "Nobody has read the parts that somebody else made",
        severity: "medium",
        when: {
          all: [
            { fact: "unreviewedParts", atLeast: 1 },
            { not: { fact: "reach", is: "self" } },
            {
              any: [
                { fact: "operations", isEmpty: false },
                { fact: "dataSensitivity", atLeast: "semi-sensitive" },
              ],
            },
          ],
        },
        why: "What a stranger or an AI has written can do more than it says.",
        advice: "Ask somebody who can read code to read these parts.",
        references: [openTables, poisonedParts, owasp("CD-SEC-01"), owasp("CD-SEC-06")],
        effort: "hours",
        lifecycle: stable,
      },
      {
        id: "community-connector",
        title: "It uses a connector that nobody answers for",
        severity: "medium",
        when: { fact: "connectorStanding", atLeast: "community" },
        why: "Whoever maintains it gets everything that goes through it.",
        advice: "Use a connector of the platform, or let IT look at this one and fix its version.",
        references: [poisonedParts, owasp("CD-SEC-06")],
        effort: "hours",
        lifecycle: stable,
      },
      {
        id: "code-that-writes",
        title: "Code of its own writes to another system",
        severity: "low",
        when: {
          all: [
            { fact: "code", includesAny: ["scripts", "components"] },
            { fact: "systemsWritten", atLeast: 1 },
          ],
        },
        why: "The platform does not check what code does.",
        advice: "Let a developer read it once, and keep it where changes can be seen.",
        references: [owasp("CD-SEC-01"), owasp("CD-SEC-08")],
        effort: "hours",
        lifecycle: experimental,
      },
    ],
    checklist: [
      {
        review: "security",
        id: "parts-read",
        question: "Has somebody who can read code read each part that came from elsewhere?",
        requiresFacts: ["partsOfOthers", "unreviewedParts"],
        met: { fact: "unreviewedParts", below: 1 },
        evidence: "The list of these parts, each with its version, who read it, and when.",
        advice: "Ask a developer for an hour.",
        references: [poisonedParts, owasp("CD-SEC-06")],
      },
    ],
  },
} as const satisfies StandardPack;
