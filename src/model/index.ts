export { placesBound } from "../bounds/index.js";
export { adding, asItIs, isReached, type OfCells, worth } from "./adding.js";
export { carriedLines } from "./carried.js";
export { type CellsLeft, createCompiler } from "./compile.js";
export type { LeftOfCell } from "./constrained.js";
export { factsOf } from "./constraints.js";
export { aroundLimits, cellValues, edgesBetween } from "./cut.js";
export {
  type AllowedIn,
  type CompiledPolicy,
  type CompiledRule,
  createModel,
  IMPOSSIBLE,
  type Model,
  modelOfLeft,
  type Refined,
  spaceFor,
} from "./model.js";
export { anyCell, anyPair, inCell, leastOf, mostOf } from "./pairs.js";
export type { Space, Variable } from "./space.js";
export { type Cells, cellsOf, moving, valuesIn } from "./witness.js";
