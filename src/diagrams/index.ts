export { at } from "./at.js";
export { type Costs, cheapest } from "./cheapest.js";
export { BudgetExceeded, createDiagrams, type Diagram, type Diagrams, type Operation } from "./diagrams.js";
export { either, fold, highest, isAnywhere, lower, map, valuesOf, variablesOf, walk } from "./operations.js";
