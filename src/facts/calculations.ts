import { countOf } from "./domain.js";
import { factsFromList } from "./list.js";

const fromCalculations = /* @__PURE__ */ factsFromList("/calculations", (profile) => profile.calculations);

const calculation = /* @__PURE__ */ fromCalculations(
  {
    question: "How complex are its calculations?",
    domain: { kind: "ordinal", levels: ["none", "simple", "moderate", "complex"] },
    cost: 10,
  },
  "/complexity",
  ({ complexity }) => complexity,
);

const untestedCalculations = /* @__PURE__ */ fromCalculations(
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
