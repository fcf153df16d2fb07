import { countOf, yesOrNo } from "../domain.js";
import type { FactRecords } from "../form.js";

export const operationFacts = {
  dailyDependence: {
    question: "Would daily work stop if it were down?",
    domain: yesOrNo,
    from: { read: "/criticality/dailyDependence" },
    changeable: false,
  },
  outageImpact: {
    question: "How much does an outage hurt the business?",
    domain: { kind: "ordinal", levels: ["none", "low", "medium", "high"] },
    from: { read: "/criticality/outage" },
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
    domain: /* @__PURE__ */ countOf("parts"),
    from: { each: "/criticality/singlePointsOfFailure" },
    cost: 30,
  },
  performanceSymptoms: {
    question: "Which performance problems does it have?",
    domain: { kind: "set", members: ["slow", "timeouts", "errors", "outages", "data-quality"], open: false },
    from: { each: "/performance/symptoms", take: "" },
    cost: 10,
  },
  environment: {
    question: "In which environment does it run?",
    domain: { kind: "enum", values: ["personal", "default", "team", "managed"] },
    from: { read: "/operation/environment" },
    cost: 2,
    changeable: false,
    risk: "neither",
  },
  separateTest: {
    question: "Is there a separate place to test it?",
    domain: yesOrNo,
    from: { read: "/operation/separateTest" },
    cost: 2,
    risk: "falling",
  },
  versionsKept: {
    question: "Are earlier versions of it kept?",
    domain: yesOrNo,
    from: { read: "/operation/versionsKept" },
    cost: 2,
    risk: "falling",
  },
  onError: {
    question: "What happens when it fails?",
    domain: { kind: "ordinal", levels: ["handled", "noticed", "nothing"] },
    from: { read: "/operation/onError" },
  },
  errorRate: {
    question: "Out of a hundred runs, how many fail?",
    domain: { kind: "number", min: 0, max: 100, whole: false, unit: "of 100 runs" },
    from: { read: "/operation/errorRate" },
    cost: 15,
  },
  nearLimits: {
    question: "Which limits is it close to, such as rows in a list or calls a day?",
    domain: /* @__PURE__ */ countOf("limits"),
    from: { each: "/operation/nearLimits" },
    cost: 20,
  },
  appsNeeded: {
    question: "Which other apps does it need to work?",
    domain: /* @__PURE__ */ countOf("apps"),
    from: { each: "/otherApps/needs" },
    cost: 10,
  },
  appsServed: {
    question: "Which other apps need it to work?",
    domain: /* @__PURE__ */ countOf("apps"),
    from: { each: "/otherApps/neededBy" },
    cost: 15,
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
