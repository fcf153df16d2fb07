import { countOf } from "../domain.js";
import type { FactRecords } from "../form.js";

const entrances = "/entrances";

export const entranceFacts = {
  entrances: {
    question: "Which ways in does it have: screens, forms, webhooks, feeds, files?",
    domain: /* @__PURE__ */ countOf("entrances"),
    from: { each: entrances },
  },
  admits: {
    question: "Who can get in, at most?",
    domain: {
      kind: "ordinal",
      levels: ["nobody", "named", "group", "organisation", "registered", "anybody"],
    },
    from: { each: entrances, take: "admits" },
  },
  untriedEntrances: {
    question: "Which ways in from outside has nobody tested?",
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
