export {
  type AskedAtom,
  type Atom,
  type Compiled,
  compileCondition,
  compilePoints,
  negate,
  type Scope,
  type State,
} from "./compile.js";
export type { Condition, ConditionOver, FactCondition, Points } from "./condition.js";
export { FALSE, not, TRUE, type Truth, UNDECIDED } from "./truth.js";
export { unsound, withSoundPolicy } from "./unsound.js";
