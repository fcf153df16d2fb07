import { factsFromList } from "./list.js";

const fromCalculations = factsFromList("/calculations", (profile) => profile.calculations);

const calculation = fromCalculations(
  {
    question: "How complex are its calculations?",
    domain: { kind: "ordinal", levels: ["none", "simple", "moderate", "complex"] },
    cost: 10,
    changeable: true,
    risk: "rising",
  },
  "/complexity",
  ({ complexity }) => complexity,
);

const untestedCalculations = fromCalculations(
  {
    question: "Which of its calculations were never tested?",
    domain: { kind: "number", min: 0, whole: true, unit: "calculations" },
    cost: 15,
    changeable: true,
    risk: "rising",
  },
  "/tested",
  ({ tested }) => (tested === undefined ? undefined : !tested),
);

export const calculationFacts = {
  calculation,
  untestedCalculations,
};
