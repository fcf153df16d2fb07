import { countOf } from "../domain.js";
import type { FactRecords } from "../form.js";

const days = /* @__PURE__ */ countOf("days");

export const timeFacts = {
  daysSinceUse: {
    question: "How many days ago was it last used?",
    domain: days,
    from: { daysSince: "/lifecycle/lastUsedOn" },
    // Whoever opens it for the sake of a date brings nobody to need it.
    changeable: false,
  },
  daysSinceChange: {
    question: "How many days ago was it last changed?",
    domain: days,
    from: { daysSince: "/lifecycle/lastChangedOn" },
    changeable: false,
    // What changes every week breaks, and what nobody has touched for years does so when its surroundings change.
    risk: "neither",
  },
  daysSinceReview: {
    question: "How many days ago did IT last review it?",
    domain: days,
    from: { daysSince: "/lifecycle/reviewedOn" },
  },
  daysInProduction: {
    question: "For how many days has it been in production?",
    domain: days,
    from: { daysSince: "/lifecycle/productionSince" },
    changeable: false,
    risk: "neither",
  },
} as const satisfies FactRecords;
