import { countOf, yesOrNo } from "../domain.js";
import type { FactRecords } from "../form.js";

export const operationFacts = {
  dailyDependence: {
    question: "Would daily work stop if it were down?",
    domain: yesOrNo,
    from: { read: "/criticality/dailyDependence" },
    changeable: false,
  },
  support: {
    question: "Is it clear who supports it, and how?",
    domain: yesOrNo,
    from: { read: "/criticality/support" },
    risk: "falling",
  },
  monitoring: {
    question: "Is a failure noticed before a user calls?",
    domain: yesOrNo,
    from: { read: "/criticality/monitoring" },
    risk: "falling",
  },
  disasterRecovery: {
    question: "Is there a tested way to recover it?",
    domain: yesOrNo,
    from: { read: "/criticality/disasterRecovery" },
    cost: 10,
    risk: "falling",
  },
  singlePointsOfFailure: {
    question: "Which parts stop it when they fail?",
    domain: countOf("parts"),
    from: { each: "/criticality/singlePointsOfFailure" },
    cost: 30,
  },
  performanceSymptoms: {
    question: "Which performance problems does it have?",
    domain: { kind: "set", members: ["slow", "timeouts", "errors", "outages", "data-quality"], open: false },
    from: { each: "/performance/symptoms", take: "" },
    cost: 10,
  },
  legalConsequences: {
    question: "Do its results have legal consequences for people?",
    domain: yesOrNo,
    from: { read: "/consequences/legalForPeople" },
    changeable: false,
  },
  stage: {
    question: "How far along is it?",
    domain: { kind: "ordinal", levels: ["idea", "development", "pilot", "production", "retired"] },
    from: { read: "/lifecycle/stage" },
    cost: 1,
    // Whoever calls it a pilot changes nothing about it.
    changeable: false,
    risk: "neither",
  },
} as const satisfies FactRecords;
