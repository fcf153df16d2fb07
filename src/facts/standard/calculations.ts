import { countOf } from "../domain.js";
import type { FactRecords } from "../form.js";

const calculations = "/calculations";

export const calculationFacts = {
  calculation: {
    question: "How complex are its calculations?",
    domain: { kind: "ordinal", levels: ["none", "simple", "moderate", "complex"] },
    from: { each: calculations, take: "complexity" },
    cost: 10,
  },
  untestedCalculations: {
    question: "Which of its calculations were never tested?",
    domain: /* @__PURE__ */ countOf("calculations"),
    from: { each: calculations, where: { field: "tested", is: false } },
    cost: 15,
  },
} as const satisfies FactRecords;
