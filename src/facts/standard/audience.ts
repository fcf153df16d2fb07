import { countOf, yesOrNo } from "../domain.js";
import type { FactRecords } from "../form.js";

const people = /* @__PURE__ */ countOf("people");

export const audienceFacts = {
  users: {
    question: "How many people use it now?",
    domain: people,
    // Whoever uses the app at the same moment uses it.
    from: { read: "/audience/users", atLeast: ["/audience/peakConcurrent"] },
  },
  userGrowth: {
    question: "How much has it grown since it was built?",
    domain: { kind: "number", min: 0, whole: false, unit: "times" },
    from: { read: "/audience/users", atLeast: ["/audience/peakConcurrent"], per: "/audience/builtFor" },
    cost: 10,
    changeable: false,
  },
  peakConcurrentUsers: {
    question: "How many people use it at once, at most?",
    domain: people,
    from: { read: "/audience/peakConcurrent", atMost: ["/audience/users"] },
    cost: 15,
  },
  departments: {
    question: "Which departments use it?",
    domain: countOf("departments"),
    from: { each: "/audience/departments" },
    cost: 2,
  },
  outsideUsers: {
    question: "Do people from outside use it?",
    domain: yesOrNo,
    from: { read: "/audience/outsideUsers" },
    cost: 1,
  },
} as const satisfies FactRecords;
