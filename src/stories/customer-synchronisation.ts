import type { AppProfile } from "../profile/index.js";
import type { Story } from "./story.js";

const begun: AppProfile = {
  id: "customer-synchronisation",
  name: "Customer synchronisation",
  integrations: [
    { system: "CRM", direction: "bidirectional" },
    { system: "Support tickets", direction: "bidirectional" },
  ],
};

export const customerSynchronisation: Story = {
  id: "customer-synchronisation",
  title: "The customers who doubled",
  summary: "Two systems were kept alike, until both changed at once and each change made another customer.",
  source: "The customer data synchronization system",
  startedAs: "professional",
  shouldHaveCaught: ["write-back", "bidirectional-integration"],
  moments: [
    { on: "2024-08-05", what: "Customers are kept alike in the CRM and in support tickets.", profile: begun },
    {
      on: "2025-04-07",
      what: "Thousands of customers exist twice. Cleaning up takes a team three months.",
      profile: {
        ...begun,
        integrations: [
          { system: "CRM", direction: "bidirectional", conflicts: "ignored" },
          { system: "Support tickets", direction: "bidirectional", conflicts: "ignored" },
        ],
        performance: { symptoms: ["data-quality"] },
      },
    },
  ],
};
