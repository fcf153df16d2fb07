import type { AppProfile } from "../profile/index.js";
import type { Story } from "./story.js";

const begun: AppProfile = {
  id: "demand-forecast",
  name: "Demand forecast",
  kind: "app",
  calculations: [{ purpose: "Demand by season, promotion and market", complexity: "complex" }],
};

export const demandForecast: Story = {
  id: "demand-forecast",
  title: "The forecast that was always too high",
  summary: "The analyst knew what drives demand; the mathematics had flaws that showed only with certain data.",
  source: "Systems requiring complex algorithms or calculations",
  startedAs: "professional",
  shouldHaveCaught: ["complex-calculation"],
  moments: [
    { on: "2024-11-04", what: "A tool forecasts demand from past sales and adjustments.", profile: begun },
    {
      on: "2025-08-04",
      what: "It turns out that some product categories are forecast 15 to 20 % too high, every time.",
      profile: {
        ...begun,
        calculations: [{ purpose: "Demand by season, promotion and market", complexity: "complex", tested: false }],
      },
    },
  ],
};
