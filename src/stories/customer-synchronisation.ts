import type { AppProfile } from "../profile/index.js";
import type { Story } from "./story.js";

const begun: AppProfile = {
  id: "customer-synchronisation",
  name: "Customer synchronisation",
  integrations: [
    { system: "CRM", direction: "bidirectional", operations: ["change"] },
    { system: "Support tickets", direction: "bidirectional", operations: ["change"] },
  ],
  // That records which are updated are kept alike is told; what else is done with them is not.
  partial: ["/integrations/0/operations", "/integrations/1/operations"],
};

/** "The sync would create duplicate records", in both systems. */
const doubling = { direction: "bidirectional", operations: ["change", "create"], conflicts: "ignored" } as const;

export const customerSynchronisation: Story = {
  id: "customer-synchronisation",
  title: "The customers who doubled",
  summary: "Two systems were kept the same, until both changed at once and every change created another customer.",
  source: "The customer data synchronization system",
  startedAs: "professional",
  shouldHaveCaught: ["write-back", "bidirectional-integration"],
  moments: [
    { on: "2024-08-05", what: "Customers are kept the same in the CRM and in support tickets.", profile: begun },
    {
      on: "2025-04-07",
      what: "Thousands of customers exist twice. Cleaning up takes a team three months.",
      profile: {
        ...begun,
        integrations: [
          { system: "CRM", ...doubling },
          { system: "Support tickets", ...doubling },
        ],
        performance: { symptoms: ["data-quality"] },
        // "Cleaning up the data took a dedicated team three months."
        consequences: { reversible: "with-effort" },
      },
    },
  ],
};
