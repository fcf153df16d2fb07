import { defineFact, type Policy, reading } from "plimsoll";

/** A fact of one's own, which a profile tells among its extensions. */
export const sites = defineFact({
  question: "At how many sites is it used?",
  domain: { kind: "number", min: 0, whole: true, unit: "sites" },
  cost: 5,
  changeable: false,
  risk: "rising",
  answerAt: ["/extensions/sites"],
  derive: ({ extensions }) =>
    typeof extensions?.sites === "number" ? reading.exact(extensions.sites) : reading.unknown,
});

/** A policy that asks for it. */
export const bySites: Policy<"local" | "central"> = {
  id: "sites",
  version: "2.0.0",
  title: "By sites",
  tiers: [
    { id: "local", title: "Local", advice: "Run it at your site." },
    { id: "central", title: "Central", advice: "Run it with the central team." },
  ],
  criteria: [
    { id: "many", title: "Several", tier: "central", when: { fact: "sites", atLeast: 3 }, why: "Sites differ." },
  ],
};
