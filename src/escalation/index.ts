export { type AllowedEvent, allowedEvents } from "./allowed.js";
export { begin } from "./apply.js";
export type { CaseEnding, CasePart, CaseState, EscalationCase, Lesson, VisibleSign } from "./case.js";
export { escalationCourse } from "./course.js";
export { caseStates, escalationDiagram } from "./diagram.js";
export {
  type EscalationEvent,
  type EscalationEventKind,
  eventShapes,
  type Opening,
  openingShape,
  partShape,
} from "./event.js";
export { ownership, type PartOwner, proposedChanges } from "./ownership.js";
export type { Refusal, Transition } from "./transition.js";
