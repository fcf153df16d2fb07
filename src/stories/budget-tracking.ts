import type { AppProfile } from "../profile/index.js";
import type { Story } from "./story.js";

const begun: AppProfile = {
  id: "budget-tracking",
  name: "Budget tracking",
  kind: "app",
  audience: { departments: ["Finance"] },
  integrations: [{ system: "Financial system", direction: "read" }],
};

const writing: AppProfile = {
  ...begun,
  // "Small modifications", called adjustments: it changes what is there.
  integrations: [
    { system: "Financial system", direction: "bidirectional", operations: ["change"], conflicts: "ignored" },
  ],
};

export const budgetTracking: Story = {
  id: "budget-tracking",
  title: "The budget that did not add up",
  summary: "A view of the budget learned to change it, and people overwrote each other's work.",
  source: "Complex integrations with bidirectional data flow",
  startedAs: "citizen",
  shouldHaveCaught: ["bidirectional-integration"],
  moments: [
    { on: "2024-09-02", what: "The finance team sees its budget at a glance.", profile: begun },
    { on: "2025-01-13", what: "Small adjustments can now be written back.", profile: writing },
    {
      on: "2025-05-05",
      what: "Totals no longer match their lines. It takes weeks to see why, and months to put right.",
      profile: {
        ...writing,
        // "When two people adjusted related budget line items simultaneously."
        audience: { ...writing.audience, peakConcurrent: { atLeast: 2 } },
        performance: { symptoms: ["data-quality"] },
        // It took "months to fully remediate".
        consequences: { reversible: "with-effort" },
      },
    },
  ],
};
