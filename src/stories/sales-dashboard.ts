import type { AppProfile } from "../profile/index.js";
import type { Story } from "./story.js";

const begun: AppProfile = {
  id: "sales-dashboard",
  name: "Sales dashboard",
  audience: { users: 50, builtFor: 50, departments: ["Sales"] },
  integrations: [{ system: "CRM", direction: "read" }],
};

const grown: AppProfile = { ...begun, audience: { ...begun.audience, users: 300 } };

export const salesDashboard: Story = {
  id: "sales-dashboard",
  title: "The dashboard on a Monday morning",
  summary: "What was quick for fifty people was no longer usable for three hundred.",
  source: "Apps with high user volumes or performance requirements",
  startedAs: "citizen",
  shouldHaveCaught: ["growing-user-base"],
  moments: [
    { on: "2023-10-02", what: "A sales team of 50 sees its pipeline in one place.", profile: begun },
    { on: "2024-09-02", what: "The company has grown, and 300 people use it.", profile: grown },
    {
      on: "2025-03-03",
      what: "All 300 look at it in the Monday review, and it hardly answers.",
      profile: {
        ...grown,
        audience: { ...grown.audience, peakConcurrent: 300 },
        performance: { symptoms: ["slow"] },
      },
    },
  ],
};
