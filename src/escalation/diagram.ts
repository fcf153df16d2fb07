import type { CaseState } from "./case.js";
import { escalationCourse } from "./course.js";

/**
 * Every state of a case, in the order of the path.
 *
 * @example
 * ```ts
 * import { caseStates } from "plimsoll/escalation";
 *
 * caseStates[0]; // → "recognised"
 * caseStates.length; // → 8
 * ```
 */
export const caseStates: readonly CaseState[] = escalationCourse.states;

/**
 * The path of an escalation as a Mermaid state diagram, drawn from the table that runs.
 *
 * @example
 * ```ts
 * import { escalationDiagram } from "plimsoll/escalation";
 *
 * escalationDiagram().split("\n").slice(0, 2); // → ["stateDiagram-v2", "  [*] --> recognised : opened"]
 * ```
 */
export function escalationDiagram(): string {
  return escalationCourse.diagram();
}
