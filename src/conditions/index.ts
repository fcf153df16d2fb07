export {
  and,
  byForm,
  childrenOf,
  FALSE,
  mapChildren,
  not,
  pointsIn,
  TRUE,
  type Truth,
  thousandths,
  UNDECIDED,
} from "../facts/index.js";
export { unknownTo, unsound } from "../problems/index.js";
export { compileCondition, compilePoints, negate, type Referents } from "./compile.js";
export type {
  Condition,
  ConditionOver,
  FactCondition,
  Points,
  ScoreItem,
  ScoreItemOver,
  Threshold,
} from "./condition.js";
export { type Evidence, observedIn, toldBy } from "./evidence.js";
export { lineHolds, lineTruth } from "./line-truth.js";
export { onOneFact, ownLines } from "./sole-fact.js";
export { mostUnnamed, startsIn } from "./spread.js";
export { type Compiled, type RuleStanding, type State, type StateWith, stateOf, stateOfLeft } from "./state.js";
export { type PreparedSum, reachedByProduct, reachedFrom, type Together } from "./sum.js";
export { addTold, onceOfEach } from "./told.js";
export { touching } from "./touching.js";
