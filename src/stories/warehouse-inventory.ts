import type { AppProfile } from "../profile/index.js";
import type { Story } from "./story.js";

const begun: AppProfile = {
  id: "warehouse-inventory",
  name: "Warehouse inventory",
  kind: "app",
  audience: { departments: ["Warehouse operations"] },
  lifecycle: { stage: "production", productionSince: "2025-01-16" },
};

const reliedUpon: AppProfile = {
  ...begun,
  // The article says real-time: what arrives as it happens is read as driven by events. It names one system; the other names are ours.
  integrations: [
    { system: "Inventory system", direction: "bidirectional", writesValidated: false, eventDriven: true },
    { system: "Order system", direction: "read", eventDriven: true },
    { system: "Shipping system", direction: "read", eventDriven: true },
  ],
  calculations: [{ purpose: "Reorder points by season", complexity: "moderate" }],
  // Mission-critical, and when such a system crashes "it costs real money".
  criticality: { dailyDependence: true, outage: "high", support: false, disasterRecovery: false },
};

const orphaned: AppProfile = {
  ...reliedUpon,
  ownership: { builderPresent: false, understoodBy: [], documentation: "none" },
};

export const warehouseInventory: Story = {
  id: "warehouse-inventory",
  title: "The warehouse that stood still",
  summary: "A handy list beside the main system became the one that every shipment waits for.",
  source: "Mission-critical apps with uptime requirements",
  startedAs: "citizen",
  shouldHaveCaught: ["business-critical", "builder-gone", "integration-architecture"],
  moments: [
    { on: "2025-01-16", what: "The warehouse starts to use a list of its own beside the main system.", profile: begun },
    {
      on: "2025-04-16",
      what: "It follows three systems as they change, writes to one of them, and the day's work depends on it.",
      profile: reliedUpon,
    },
    { on: "2025-07-16", what: "The person who built most of it leaves.", profile: orphaned },
    {
      on: "2025-09-16",
      what: "On a Tuesday at 3 AM one of the systems has changed, and no shipment leaves in the morning.",
      profile: {
        ...orphaned,
        criticality: { ...orphaned.criticality, singlePointsOfFailure: ["The connection to the other systems"] },
        performance: { symptoms: ["outages"] },
        // "The call came at 3 AM": somebody noticed, and nobody knew how to mend it.
        operation: { onError: "noticed" },
      },
    },
  ],
};
