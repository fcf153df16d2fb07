import { factFromField } from "./field.js";
import { factsFromList } from "./list.js";

const yesOrNo = { kind: "boolean" } as const;

const fromFailurePoints = factsFromList(
  "/criticality/singlePointsOfFailure",
  (profile) => profile.criticality?.singlePointsOfFailure,
);
const fromSymptoms = factsFromList("/performance/symptoms", (profile) => profile.performance?.symptoms);

const dailyDependence = factFromField(
  {
    question: "Would daily work stop if it were down?",
    domain: yesOrNo,
    cost: 5,
    changeable: false,
    risk: "rising",
  },
  "/criticality/dailyDependence",
  ({ criticality }) => criticality?.dailyDependence,
);

const support = factFromField(
  {
    question: "Is it clear who supports it, and how?",
    domain: yesOrNo,
    cost: 5,
    changeable: true,
    risk: "falling",
  },
  "/criticality/support",
  ({ criticality }) => criticality?.support,
);

const monitoring = factFromField(
  {
    question: "Is a failure noticed before a user calls?",
    domain: yesOrNo,
    cost: 5,
    changeable: true,
    risk: "falling",
  },
  "/criticality/monitoring",
  ({ criticality }) => criticality?.monitoring,
);

const disasterRecovery = factFromField(
  {
    question: "Is there a tested way to recover it?",
    domain: yesOrNo,
    cost: 10,
    changeable: true,
    risk: "falling",
  },
  "/criticality/disasterRecovery",
  ({ criticality }) => criticality?.disasterRecovery,
);

const singlePointsOfFailure = fromFailurePoints(
  {
    question: "Which parts stop it when they fail?",
    domain: { kind: "number", min: 0, whole: true, unit: "parts" },
    cost: 30,
    changeable: true,
    risk: "rising",
  },
  "",
  () => true,
);

const performanceSymptoms = fromSymptoms(
  {
    question: "Which performance problems does it have?",
    domain: { kind: "set", members: ["slow", "timeouts", "errors", "outages", "data-quality"], open: false },
    cost: 10,
    changeable: true,
    risk: "rising",
  },
  "",
  (symptom) => symptom,
);

const legalConsequences = factFromField(
  {
    question: "Do its results have legal consequences for people?",
    domain: yesOrNo,
    cost: 5,
    changeable: true,
    risk: "rising",
  },
  "/consequences/legalForPeople",
  ({ consequences }) => consequences?.legalForPeople,
);

const stage = factFromField(
  {
    question: "How far along is it?",
    domain: { kind: "ordinal", levels: ["idea", "development", "pilot", "production", "retired"] },
    cost: 1,
    changeable: true,
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
