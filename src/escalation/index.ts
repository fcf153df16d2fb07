export { type AllowedEvent, allowedEvents } from "./allowed.js";
export type { CaseEnding, CasePart, CaseState, EscalationCase, Lesson, VisibleSign } from "./case.js";
export { caseStates, escalationDiagram } from "./diagram.js";
export type { EscalationEvent, EscalationEventKind } from "./event.js";
export { escalationCaseJsonSchema } from "./json-schema.js";
export { openCase } from "./open.js";
export { ownership, type PartOwner, proposedChanges } from "./ownership.js";
export { parseCase, safeParseCase } from "./parse.js";
export { escalationCaseSchema } from "./schema.js";
export {
  type Refusal,
  replay,
  type Transition,
  type TransitionOptions,
  transition,
} from "./transition.js";
