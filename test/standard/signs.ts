import { type Fields, to } from "../classify/finding.js";
import type { Row, RuleTable } from "./rule-table.js";

const grown = (builtFor: number, users: number): Fields => ({ audience: { builtFor, users } });
const points = (...rest: object[]): Fields => ({
  integrations: rest.map((more, index) => ({
    ...to(`System ${index}`, "read"),
    eventDriven: false,
    asynchronous: false,
    ...more,
  })),
});

/** The signs of the standard policy, in their order. */
export const signs: Readonly<Record<string, RuleTable>> = {
  "sensitive-data": {
    tier: "it-review",
    severity: "high",
    reaches: "professional",
    rows: [
      ["internal data", { data: [{ class: "semi-sensitive" }] }, "silent"],
      ["no data", { data: [] }, "silent"],
      ...(["personal", "financial", "health", "payment"] as const).map(
        (dataClass): Row => [`${dataClass} data`, { data: [{ class: dataClass }] }, "holds"],
      ),
      ["data of an unknown class", { data: [{}] }, "possible"],
    ],
  },
  "write-back": {
    tier: "it-review",
    severity: "medium",
    rows: [
      ["writes to one", { integrations: [to("ERP", "write")] }, "silent"],
      ["writes to two", { integrations: [to("ERP", "write"), to("CRM", "write")] }, "holds"],
      [
        "writes to two, and reads one of them",
        { integrations: [to("ERP", "write"), to("CRM", "bidirectional")] },
        "holds",
      ],
      ["reads two", { integrations: [to("ERP", "read"), to("CRM", "read")] }, "silent"],
      [
        "writes to one, and one that nobody knows",
        { integrations: [to("ERP", "write"), { system: "CRM" }] },
        "possible",
      ],
    ],
  },
  "business-critical": {
    tier: "it-review",
    severity: "high",
    reaches: "professional",
    rows: [
      ["work goes on without it", { criticality: { dailyDependence: false } }, "silent"],
      ["work stops without it", { criticality: { dailyDependence: true } }, "holds"],
      ["nobody knows", {}, "possible"],
    ],
  },
  "complex-calculation": {
    tier: "it-review",
    severity: "high",
    reaches: "professional",
    rows: [
      ["weights", { calculations: [{ complexity: "moderate" }] }, "silent"],
      ["mathematics", { calculations: [{ complexity: "complex" }] }, "holds"],
      ["nobody knows", {}, "possible"],
    ],
  },
  "growing-user-base": {
    tier: "professional",
    severity: "high",
    rows: [
      ["from 20 to 200, as the article says", grown(20, 200), "holds"],
      ["from 50 to 300, as the article's dashboard did", grown(50, 300), "holds"],
      ["from 2 to 10", grown(2, 10), "silent"],
      ["from 10 to 50", grown(10, 50), "silent"],
      ["from 10 to 51", grown(10, 51), "holds"],
      ["from 20 to 98", grown(20, 98), "silent"],
      ["from 20 to 100", grown(20, 100), "holds"],
      ["to 40, whatever it was built for", { audience: { users: 40 } }, "silent"],
      ["to 200, whatever it was built for", { audience: { users: 200 } }, "possible"],
      ["from 20 to nobody knows", { audience: { builtFor: 20 } }, "possible"],
    ],
  },
  compliance: {
    tier: "it-review",
    severity: "high",
    reaches: "professional",
    rows: [
      ["no regime", { compliance: [] }, "silent"],
      ...["HIPAA", "GDPR", "PCI DSS", "SOX", "House rule 7"].map(
        (regime): Row => [regime, { compliance: [{ regime }] }, "holds"],
      ),
      ["nobody knows", {}, "possible"],
      ["none that is known", { compliance: [], partial: ["/compliance"] }, "possible"],
    ],
  },
  "builder-gone": {
    tier: "it-review",
    severity: "medium",
    rows: [
      ["the builder is here", { ownership: { builderPresent: true, understoodBy: [] } }, "silent"],
      [
        "the builder has left, somebody understands it",
        { ownership: { builderPresent: false, understoodBy: ["The lead"] } },
        "silent",
      ],
      [
        "the builder has left, nobody understands it",
        { ownership: { builderPresent: false, understoodBy: [] } },
        "holds",
      ],
      ["the builder has left, nobody knows who understands it", { ownership: { builderPresent: false } }, "possible"],
      ["nobody understands it but the builder, who may have left", { ownership: { understoodBy: [] } }, "possible"],
    ],
  },
  "integration-architecture": {
    tier: "professional",
    severity: "high",
    rows: [
      ["two systems with events", points({ eventDriven: true }, {}), "silent"],
      ["three systems that only answer", points({}, {}, {}), "silent"],
      ["three systems with events", points({ eventDriven: true }, {}, {}), "holds"],
      ["three systems that answer later", points({}, {}, { asynchronous: true }), "holds"],
      ["three systems that may have events", points({}, {}, { eventDriven: undefined }), "possible"],
    ],
  },
};
