import { countOf } from "../domain.js";
import type { FactRecords } from "../form.js";

const entrances = "/entrances";

export const entranceFacts = {
  entrances: {
    question: "Which ways into it are there: screens, forms, webhooks, feeds, files?",
    domain: /* @__PURE__ */ countOf("entrances"),
    from: { each: entrances },
  },
  admits: {
    question: "Whom does it let in, at most?",
    domain: {
      kind: "ordinal",
      levels: ["nobody", "named", "group", "organisation", "registered", "anybody"],
    },
    from: { each: entrances, take: "admits" },
  },
  untriedEntrances: {
    question: "Which ways in from outside were never tried from there?",
    domain: /* @__PURE__ */ countOf("entrances"),
    from: {
      each: entrances,
      where: {
        all: [
          { field: "admits", is: ["registered", "anybody"] },
          { field: "tried", is: false },
        ],
      },
    },
    cost: 20,
  },
} as const satisfies FactRecords;
