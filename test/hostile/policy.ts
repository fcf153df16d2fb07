import { parsePolicy } from "plimsoll";

const text = { title: "A rule", why: "Because.", advice: "Ask." };

/** A small policy that uses every form that a policy can have. */
export const smallPolicy = parsePolicy({
  schemaVersion: 1,
  id: "small",
  version: "1.0.0",
  title: "Small",
  description: "A bit of everything.",
  tiers: [
    { id: "low", title: "Low", advice: "Go on.", limits: [{ id: "few", ...text, holds: { fact: "users", below: 9 } }] },
    { id: "high", title: "High", advice: "Ask." },
  ],
  criteria: [
    { id: "all", tier: "high", ...text, when: { all: [{ fact: "users", atLeast: 100 }, { sign: "sensitive" }] } },
    { id: "any", tier: "high", ...text, when: { any: [{ fact: "calculation", between: ["simple", "complex"] }] } },
    {
      id: "count",
      tier: "high",
      ...text,
      when: {
        count: [
          { fact: "support", is: false },
          { fact: "stage", is: ["pilot"] },
        ],
        atLeast: 1,
      },
    },
    { id: "score", tier: "high", ...text, when: { score: "risk", atLeast: 2 } },
    { id: "own-score", tier: "high", ...text, when: { score: [{ points: 1, when: { sign: "gone" } }], atLeast: 1 } },
  ],
  signs: [
    {
      id: "sensitive",
      severity: "high",
      ...text,
      when: {
        any: [
          { fact: "sensitiveData", includesAny: ["health"] },
          { fact: "sensitiveData", size: { atLeast: 2 } },
        ],
      },
    },
    {
      id: "gone",
      severity: "low",
      tier: "high",
      ...text,
      when: { not: { fact: "builderPresent", is: true } },
      unless: { fact: "complianceRegimes", isEmpty: true },
    },
  ],
  rubrics: [
    { id: "risk", title: "Risk", items: [{ points: 2, title: "Reads", when: { fact: "systemsRead", above: 2 } }] },
  ],
  components: [{ id: "store", title: "Store", summary: "Keeps data.", covers: ["sensitive"], source: "IT" }],
});
