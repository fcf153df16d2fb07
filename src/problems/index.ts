export { type Collector, collectProblems, mostProblems } from "./collector.js";
export { messageOf } from "./message-of.js";
export { nearestName, suggest } from "./nearest.js";
export { keysOf, type Pointer, toPointer } from "./pointer.js";
export { PlimsollError, type PlimsollErrorCode, type Problem, type ProblemCode, type Result } from "./problem.js";
export { inShort } from "./shown.js";
export { unknownTo, unsound } from "./unsound.js";
