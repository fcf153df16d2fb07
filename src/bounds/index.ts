export { firstAbove, firstFrom, type Interval, lastBelow, numbersIn } from "./numbers.js";
export { type Bonds, type Box, solve, tightened } from "./solve.js";
