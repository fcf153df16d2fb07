import type { AppProfile } from "../profile/index.js";
import type { Story } from "./story.js";

const begun: AppProfile = {
  id: "budget-tracking",
  name: "Budget tracking",
  audience: { departments: ["Finance"] },
  integrations: [{ system: "Financial system", direction: "read" }],
};

const writing: AppProfile = {
  ...begun,
  integrations: [{ system: "Financial system", direction: "bidirectional", conflicts: "ignored" }],
};

export const budgetTracking: Story = {
  id: "budget-tracking",
  title: "The budget that did not add up",
  summary: "A view of the budget learnt to change it, and two people at once lost each other's work.",
  source: "Complex integrations with bidirectional data flow",
  startedAs: "citizen",
  shouldHaveCaught: ["bidirectional-integration"],
  moments: [
    { on: "2024-09-02", what: "The finance team sees its budget at a glance.", profile: begun },
    { on: "2025-01-13", what: "Small adjustments can now be written back.", profile: writing },
    {
      on: "2025-05-05",
      what: "Totals no longer match their lines. It takes weeks to see why, and months to put right.",
      profile: { ...writing, performance: { symptoms: ["data-quality"] } },
    },
  ],
};
