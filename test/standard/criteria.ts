import { to } from "../classify/finding.js";
import type { Row, RuleTable } from "./rule-table.js";

const reads = (...systems: string[]) => systems.map((system) => to(system, "read"));
const unknownDirection = { system: "ERP" };

/** The criteria of the standard policy, in their order. */
export const criteria: Readonly<Record<string, RuleTable>> = {
  "many-users": {
    tier: "it-review",
    rows: [
      ["99 users", { audience: { users: 99 } }, "silent"],
      ["100 users", { audience: { users: 100 } }, "holds"],
      ["101 users", { audience: { users: 101 } }, "holds"],
      ["100 at once, and who knows how many more", { audience: { peakConcurrent: 100 } }, "holds"],
      ["99 at once, and who knows how many more", { audience: { peakConcurrent: 99 } }, "possible"],
      ["nobody has counted", {}, "possible"],
    ],
  },
  "cross-department": {
    tier: "it-review",
    rows: [
      ["one department", { audience: { departments: ["Sales"] } }, "silent"],
      [
        "one department, and perhaps more",
        { audience: { departments: ["Sales"] }, partial: ["/audience/departments"] },
        "possible",
      ],
      ["two departments", { audience: { departments: ["Sales", "Finance"] } }, "holds"],
    ],
  },
  "writes-to-system": {
    tier: "it-review",
    rows: [
      ["reads alone", { integrations: reads("ERP", "CRM") }, "silent"],
      ["writes to one", { integrations: [to("ERP", "write")] }, "holds"],
      ["reads and writes one", { integrations: [to("ERP", "bidirectional")] }, "holds"],
      ["a connection of unknown direction", { integrations: [unknownDirection] }, "possible"],
    ],
  },
  "moderate-calculation": {
    tier: "it-review",
    rows: [
      ["simple rules", { calculations: [{ complexity: "simple" }] }, "silent"],
      ["weights", { calculations: [{ complexity: "simple" }, { complexity: "moderate" }] }, "holds"],
      ["mathematics", { calculations: [{ complexity: "complex" }] }, "holds"],
      ["a calculation that nobody has looked at", { calculations: [{ purpose: "Totals" }] }, "possible"],
    ],
  },
  "semi-sensitive-data": {
    tier: "it-review",
    rows: [
      ["general data", { data: [{ class: "general" }] }, "silent"],
      ["internal data", { data: [{ class: "semi-sensitive" }] }, "holds"],
      ["health data", { data: [{ class: "health" }] }, "holds"],
      ["data of an unknown class", { data: [{ name: "List" }] }, "possible"],
    ],
  },
  "many-reads": {
    tier: "it-review",
    rows: [
      ["reads two systems", { integrations: reads("ERP", "CRM") }, "silent"],
      ["reads three systems", { integrations: reads("ERP", "CRM", "HR") }, "holds"],
      ["reads two, and one that nobody knows", { integrations: [...reads("CRM", "HR"), unknownDirection] }, "possible"],
    ],
  },
  "mission-critical": {
    tier: "professional",
    rows: [
      ["work goes on without it", { criticality: { dailyDependence: false } }, "silent"],
      ["work stops without it", { criticality: { dailyDependence: true } }, "holds"],
      ["nobody knows", { criticality: { support: true } }, "possible"],
    ],
  },
  "regulated-data": {
    tier: "professional",
    rows: [
      ["internal data", { data: [{ class: "semi-sensitive" }] }, "silent"],
      ...(["personal", "financial", "health", "payment"] as const).map(
        (dataClass): Row => [`${dataClass} data`, { data: [{ class: "general" }, { class: dataClass }] }, "holds"],
      ),
      ["general data, and perhaps more", { data: [{ class: "general" }], partial: ["/data"] }, "possible"],
    ],
  },
  "bidirectional-integration": {
    tier: "professional",
    rows: [
      [
        "both ways, with one system that handles conflicts",
        { integrations: [to("ERP", "bidirectional", { conflicts: "handled" })] },
        "silent",
      ],
      [
        "both ways, with one system whose conflicts nobody handles",
        { integrations: [to("ERP", "bidirectional", { conflicts: "ignored" })] },
        "holds",
      ],
      ["both ways, with one system of which less is known", { integrations: [to("ERP", "bidirectional")] }, "possible"],
      [
        "both ways with one system, and one to read",
        { integrations: [to("ERP", "bidirectional", { conflicts: "handled" }), to("CRM", "read")] },
        "holds",
      ],
      ["one way each", { integrations: [to("ERP", "write", { conflicts: "ignored" }), to("CRM", "read")] }, "silent"],
    ],
  },
  "high-user-volume": {
    tier: "professional",
    rows: [
      ["499 users", { audience: { users: 499 } }, "silent"],
      ["500 users", { audience: { users: 500 } }, "holds"],
      ["501 users", { audience: { users: 501 } }, "holds"],
    ],
  },
  "complex-algorithm": {
    tier: "professional",
    rows: [
      ["weights", { calculations: [{ complexity: "moderate" }] }, "silent"],
      ["mathematics", { calculations: [{ complexity: "complex" }] }, "holds"],
      [
        "weights, and perhaps more",
        { calculations: [{ complexity: "moderate" }], partial: ["/calculations"] },
        "possible",
      ],
    ],
  },
  "strict-compliance": {
    tier: "professional",
    rows: [
      ["no regime and no legal consequences", { compliance: [], consequences: { legalForPeople: false } }, "silent"],
      ["a regime", { compliance: [{ regime: "SOX" }] }, "holds"],
      [
        "a regime, and no legal consequences",
        { compliance: [{ regime: "SOX" }], consequences: { legalForPeople: false } },
        "holds",
      ],
      ["legal consequences for people", { compliance: [], consequences: { legalForPeople: true } }, "holds"],
      ["no regime, and nobody knows of consequences", { compliance: [] }, "possible"],
    ],
  },
};
