import { countOf } from "./domain.js";
import { factsFromList } from "./list.js";

const fromCalculations = factsFromList("/calculations", (profile) => profile.calculations);

const calculation = fromCalculations(
  {
    question: "How complex are its calculations?",
    domain: { kind: "ordinal", levels: ["none", "simple", "moderate", "complex"] },
    cost: 10,
    whatToDo: {
      none: "Take the calculations out, or let IT run them",
      simple: "Keep what it calculates to rules and sums, or let IT run the rest",
      moderate: "Keep mathematics out of what it calculates, or let IT run that part",
      riskier: "Let its calculations become {to}",
    },
  },
  "/complexity",
  ({ complexity }) => complexity,
);

const untestedCalculations = fromCalculations(
  {
    question: "Which of its calculations were never tested?",
    domain: countOf("calculations"),
    cost: 15,
    whatToDo: {
      none: "Test whatever it calculates, edge cases included",
      fewer: "Test what it calculates, and leave out {to}",
    },
  },
  "/tested",
  ({ tested }) => (tested === undefined ? undefined : !tested),
);

export const calculationFacts = {
  calculation,
  untestedCalculations,
};
