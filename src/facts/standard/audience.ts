import { countOf, yesOrNo } from "../domain.js";
import type { FactRecords } from "../form.js";

const people = /* @__PURE__ */ countOf("people");

export const audienceFacts = {
  users: {
    question: "How many people use it now?",
    domain: people,
    // Whoever uses the app at the same moment uses it.
    from: { read: "/audience/users", atLeast: ["/audience/peakConcurrent"], atMost: ["/audience/canOpen"] },
  },
  userGrowth: {
    question: "How much has it grown since it was built?",
    domain: { kind: "number", min: 0, whole: false, unit: "times" },
    from: {
      read: "/audience/users",
      atLeast: ["/audience/peakConcurrent"],
      atMost: ["/audience/canOpen"],
      per: "/audience/builtFor",
    },
    cost: 10,
    changeable: false,
  },
  peakConcurrentUsers: {
    question: "How many people use it at the same time, at most?",
    domain: people,
    from: { read: "/audience/peakConcurrent", atMost: ["/audience/users", "/audience/canOpen"] },
    cost: 15,
  },
  departments: {
    question: "Which departments use it?",
    domain: /* @__PURE__ */ countOf("departments"),
    // Whoever uses it alone is of one department.
    from: { each: "/audience/departments", single: ["/audience/users", "/audience/canOpen"] },
    cost: 2,
  },
  outsideUsers: {
    question: "Do people from outside use it?",
    domain: yesOrNo,
    from: { read: "/audience/outsideUsers" },
    cost: 1,
  },
  reach: {
    question: "Who can open it, at most?",
    domain: { kind: "ordinal", levels: ["self", "team", "department", "organisation", "partners", "public"] },
    from: { read: "/audience/reach" },
    cost: 2,
  },
  peopleWithAccess: {
    question: "How many people can open it, whether they use it or not?",
    domain: people,
    from: { read: "/audience/canOpen", atLeast: ["/audience/users", "/audience/peakConcurrent"] },
  },
} as const satisfies FactRecords;
