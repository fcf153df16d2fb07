export { type NumberConstraints, placesBound } from "./constraints.js";
export { firstAbove, firstFrom, type Interval, lastBelow, numbersIn } from "./numbers.js";
export { type Box, solve, tightened } from "./solve.js";
