export { type Course, courseOf, type Outcome } from "./course.js";
export { nameInDiagram } from "./diagram.js";
export type { Happened, Objection, Path, Underway } from "./step.js";
