import type { WhatToDoOf } from "../../outcome.js";
import type { calculationFacts } from "../calculations.js";

export const calculationsToDo: WhatToDoOf<typeof calculationFacts> = {
  calculation: {
    none: "Take the calculations out, or let IT run them",
    simple: "Keep what it calculates to rules and sums, or let IT run the rest",
    moderate: "Keep mathematics out of what it calculates, or let IT run that part",
    riskier: "Let its calculations become {to}",
  },
  untestedCalculations: {
    none: "Test everything it calculates, edge cases included",
    fewer: "Test what it calculates, except for {to}",
  },
};
