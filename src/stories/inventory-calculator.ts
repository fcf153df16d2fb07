import type { AppProfile } from "../profile/index.js";
import type { Story } from "./story.js";

const begun: AppProfile = {
  id: "inventory-calculator",
  name: "Inventory calculator",
  calculations: [{ purpose: "Reorder points, safety stock and reorder quantities", complexity: "complex" }],
};

export const inventoryCalculator: Story = {
  id: "inventory-calculator",
  title: "The stock that was never right",
  summary: "Rare combinations of numbers led to absurd stock levels, and nobody noticed for months.",
  source: "The inventory optimization calculator",
  startedAs: "professional",
  shouldHaveCaught: ["complex-calculation"],
  moments: [
    { on: "2024-10-14", what: "A tool works out how much to keep in stock, and when to reorder.", profile: begun },
    {
      on: "2025-07-14",
      what: "Some products have run out, and there is far too much of others.",
      profile: {
        ...begun,
        calculations: [
          { purpose: "Reorder points, safety stock and reorder quantities", complexity: "complex", tested: false },
        ],
        // "The financial impact was significant."
        consequences: { financial: "high" },
      },
    },
  ],
};
