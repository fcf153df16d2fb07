import { countOf, yesOrNo } from "./domain.js";
import { factFromField } from "./field.js";
import { factsFromList } from "./list.js";

const fromFailurePoints = /* @__PURE__ */ factsFromList(
  "/criticality/singlePointsOfFailure",
  (profile) => profile.criticality?.singlePointsOfFailure,
);
const fromSymptoms = /* @__PURE__ */ factsFromList("/performance/symptoms", (profile) => profile.performance?.symptoms);

const dailyDependence = /* @__PURE__ */ factFromField(
  {
    question: "Would daily work stop if it were down?",
    domain: yesOrNo,
    cost: 5,
    changeable: false,
  },
  "/criticality/dailyDependence",
  ({ criticality }) => criticality?.dailyDependence,
);

const support = /* @__PURE__ */ factFromField(
  {
    question: "Is it clear who supports it, and how?",
    domain: yesOrNo,
    cost: 5,
    risk: "falling",
  },
  "/criticality/support",
  ({ criticality }) => criticality?.support,
);

const monitoring = /* @__PURE__ */ factFromField(
  {
    question: "Is a failure noticed before a user calls?",
    domain: yesOrNo,
    cost: 5,
    risk: "falling",
  },
  "/criticality/monitoring",
  ({ criticality }) => criticality?.monitoring,
);

const disasterRecovery = /* @__PURE__ */ factFromField(
  {
    question: "Is there a tested way to recover it?",
    domain: yesOrNo,
    cost: 10,
    risk: "falling",
  },
  "/criticality/disasterRecovery",
  ({ criticality }) => criticality?.disasterRecovery,
);

const singlePointsOfFailure = /* @__PURE__ */ fromFailurePoints(
  {
    question: "Which parts stop it when they fail?",
    domain: countOf("parts"),
    cost: 30,
  },
  "",
  () => true,
);

const performanceSymptoms = /* @__PURE__ */ fromSymptoms(
  {
    question: "Which performance problems does it have?",
    domain: { kind: "set", members: ["slow", "timeouts", "errors", "outages", "data-quality"], open: false },
    cost: 10,
  },
  "",
  (symptom) => symptom,
);

const legalConsequences = /* @__PURE__ */ factFromField(
  {
    question: "Do its results have legal consequences for people?",
    domain: yesOrNo,
    cost: 5,
    changeable: false,
  },
  "/consequences/legalForPeople",
  ({ consequences }) => consequences?.legalForPeople,
);

const stage = /* @__PURE__ */ factFromField(
  {
    question: "How far along is it?",
    domain: { kind: "ordinal", levels: ["idea", "development", "pilot", "production", "retired"] },
    cost: 1,
    // Whoever calls it a pilot changes nothing about it.
    changeable: false,
    risk: "neither",
  },
  "/lifecycle/stage",
  ({ lifecycle }) => lifecycle?.stage,
);

export const operationFacts = {
  dailyDependence,
  support,
  monitoring,
  disasterRecovery,
  singlePointsOfFailure,
  performanceSymptoms,
  legalConsequences,
  stage,
};
