export { firstAbove, firstFrom, type Interval, lastBelow, numbersIn } from "./numbers.js";
export { type Box, type NumberConstraints, solve, tightened } from "./solve.js";
