import { countOf } from "./domain.js";
import { factsFromList } from "./list.js";

const fromCalculations = factsFromList("/calculations", (profile) => profile.calculations);

const calculation = fromCalculations(
  {
    question: "How complex are its calculations?",
    domain: { kind: "ordinal", levels: ["none", "simple", "moderate", "complex"] },
    cost: 10,
  },
  "/complexity",
  ({ complexity }) => complexity,
);

const untestedCalculations = fromCalculations(
  {
    question: "Which of its calculations were never tested?",
    domain: countOf("calculations"),
    cost: 15,
  },
  "/tested",
  ({ tested }) => (tested === undefined ? undefined : !tested),
);

export const calculationFacts = {
  calculation,
  untestedCalculations,
};
