import type { AppProfile } from "../profile/index.js";
import type { Story } from "./story.js";

const begun: AppProfile = {
  id: "performance-reviews",
  name: "Performance reviews",
  calculations: [{ purpose: "Ratings from weighted criteria", complexity: "moderate" }],
};

const decidingPay: AppProfile = {
  ...begun,
  // The article calls it business-critical; in a profile, that is dependence on it.
  criticality: { dailyDependence: true },
  // The pay structure is "tied to performance ratings": they say who gets what.
  consequences: { legalForPeople: true, decidesAboutPeople: true },
};

export const performanceReviews: Story = {
  id: "performance-reviews",
  title: "The ratings that came to decide pay",
  summary: "Nothing in the app had changed; what its results were used for had.",
  source: "The HR performance review system",
  startedAs: "it-review",
  shouldHaveCaught: ["business-critical", "strict-compliance"],
  moments: [
    { on: "2024-01-15", what: "Feedback is collected and weighed into ratings.", profile: begun },
    { on: "2025-01-13", what: "A new pay structure is tied to the ratings.", profile: decidingPay },
    {
      on: "2025-03-17",
      what: "In the first pay round some ratings are wrong, and all reviews have to be done again.",
      profile: {
        ...decidingPay,
        calculations: [{ purpose: "Ratings from weighted criteria", complexity: "moderate", tested: false }],
        // All of it was "rerun", and there were "employee relations issues" to deal with.
        consequences: { ...decidingPay.consequences, reversible: "with-effort" },
      },
    },
  ],
};
