import type { Policy } from "plimsoll";
import { records } from "./small-world.js";

const words = { title: "A rule", why: "It matters." } as const;

/** A policy that has every form of a condition, and everything else that tiers rest on. */
export const everyPart: Policy = {
  id: "every-part",
  version: "1.0.0",
  title: "Every part",
  facts: records,
  tiers: [
    {
      id: "alone",
      title: "Alone",
      advice: "Go on.",
      limits: [{ id: "small", ...words, holds: { fact: "users", atMost: 4 } }],
    },
    { id: "advised", title: "Advised", advice: "Ask." },
    { id: "reviewed", title: "Reviewed", advice: "Wait." },
    { id: "professional", title: "Professional", advice: "Let them." },
  ],
  signs: [
    { id: "writing", ...words, severity: "low", when: { fact: "writes", atLeast: 2 } },
    {
      id: "crowd",
      ...words,
      severity: "low",
      when: { fact: "users", above: 2 },
      unless: { fact: "unowned", is: false },
    },
    {
      id: "old",
      ...words,
      severity: "low",
      tier: "professional",
      when: { all: [{ sign: "writing" }, { fact: "age", above: 2 }] },
    },
  ],
  rubrics: [
    {
      id: "risk",
      title: "Risk",
      items: [
        {
          fact: "users",
          bands: [
            { atLeast: 2, points: 1 },
            { atLeast: 4, points: 3 },
          ],
        },
        { fact: "region", points: { "it's": 2, Größe: -1 } },
        { fact: "operations", pointsEach: { pay: 2, delete: 1.5 } },
        { points: 1, when: { fact: "reads", is: true } },
      ],
    },
  ],
  criteria: [
    { id: "law", ...words, tier: "reviewed", when: { fact: "regimes", includesAny: ["GDPR", "elsewhere"] } },
    {
      id: "labelled",
      ...words,
      tier: "advised",
      when: { all: [{ fact: "labels", size: { atLeast: 2 } }, { not: { fact: "labels", includesAll: ["secret"] } }] },
    },
    { id: "torn", ...words, tier: "professional", when: { fact: "conflicts", is: ["impossible", "ignored"] } },
    {
      id: "several",
      ...words,
      tier: "reviewed",
      when: {
        count: [
          { fact: "users", below: 2 },
          { fact: "users", above: 3 },
          { fact: "sites", between: [1, 2] },
        ],
        atLeast: 2,
      },
    },
    { id: "risky", ...words, tier: "reviewed", when: { score: "risk", atLeast: 3.5 } },
    {
      id: "weighed",
      ...words,
      tier: "professional",
      when: { product: ["risk", [{ points: 2, when: { fact: "excess", atLeast: 1 } }]], atLeast: 4 },
    },
    {
      id: "idle",
      ...words,
      tier: "advised",
      when: {
        any: [
          { fact: "operations", isEmpty: true },
          { fact: "share", below: 1.1 },
        ],
      },
    },
  ],
  tables: [
    {
      id: "matrix",
      ...words,
      hit: "first",
      rows: [
        { when: { region: { is: "Größe" }, growth: { atLeast: 2 } }, tier: "advised" },
        { when: { region: { is: ["Größe", "it's"] } }, tier: "professional" },
      ],
    },
  ],
  components: [
    { id: "sync", title: "Synchronisation", covers: ["writing", "torn"], from: "2.1" },
    { id: "pages", title: "Pages", covers: ["writing", "law"], when: { fact: "reads", is: true } },
  ],
  adjustments: [
    { id: "owned", ...words, when: { fact: "unowned", is: false }, by: -1, onlyIn: ["reviewed", "professional"] },
    { id: "far", ...words, when: { fact: "sites", atLeast: 3 }, by: 1 },
  ],
};
