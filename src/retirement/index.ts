export { begin } from "./apply.js";
export type { AskedRole, RetirementArchive, RetirementCase, RetirementState } from "./case.js";
export { retirementCourse } from "./course.js";
export {
  type RetirementEvent,
  type RetirementEventKind,
  type RetirementReason,
  retirementShapes,
  type Suggestion,
  suggestionShape,
} from "./event.js";
export {
  type AllowedInRetirement,
  allowedInRetirement,
  type RetirementRefusal,
  type RetirementTransition,
  retirementDiagram,
  retirementStates,
} from "./told.js";
