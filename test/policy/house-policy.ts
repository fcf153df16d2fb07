import { definePolicy } from "plimsoll";

/** A policy that knows the ids of its tiers and rules, for the tests of types. */
export const house = definePolicy({
  id: "house",
  version: "1.0.0",
  title: "The house rules",
  tiers: [
    {
      id: "team",
      title: "Team",
      advice: "Go on.",
      limits: [{ id: "small", title: "", why: "", holds: { fact: "users", atMost: 9 } }],
    },
    { id: "central", title: "Central", advice: "Ask." },
  ],
  criteria: [{ id: "crowd", tier: "central", title: "", why: "", when: { fact: "users", atLeast: 40 } }],
  signs: [{ id: "noise", severity: "low", title: "", why: "", when: { fact: "users", atLeast: 50 } }],
});

/** An app of which nothing is known. */
export const app = { id: "rota", name: "Rota" } as const;
