export {
  byForm,
  childrenOf,
  FALSE,
  mapChildren,
  not,
  TRUE,
  type Truth,
  UNDECIDED,
} from "../facts/index.js";
export { unknownTo, unsound } from "../problems/index.js";
export {
  addTold,
  type Compiled,
  compileCondition,
  compilePoints,
  negate,
  onceOfEach,
  type Part,
  type Scope,
  type Standing,
  type State,
} from "./compile.js";
export type { Condition, ConditionOver, FactCondition, Points } from "./condition.js";
export { type Evidence, observedIn, toldBy } from "./evidence.js";
export { lineHolds, lineTruth } from "./line-truth.js";
