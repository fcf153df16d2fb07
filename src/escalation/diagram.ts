import type { CaseState } from "./case.js";
import { kinds, path } from "./path.js";

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
export const caseStates: readonly CaseState[] = [
  ...new Set(["recognised" as const, ...kinds.flatMap((kind) => path[kind].to ?? [])]),
];

/** Mermaid knows no dash in the name of a state. */
const nameOf = (state: CaseState) => state.replaceAll("-", "_");

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
  const steps = kinds.flatMap((kind) => {
    const { from, to } = path[kind];
    return from.map((state) => ({ state, to: to ?? state, kind }));
  });
  const ends = caseStates.filter((state) => steps.every((each) => each.state !== state));
  return [
    "stateDiagram-v2",
    "  [*] --> recognised : opened",
    ...steps.map(({ state, to, kind }) => `  ${nameOf(state)} --> ${nameOf(to)} : ${kind}`),
    ...ends.map((state) => `  ${nameOf(state)} --> [*]`),
  ].join("\n");
}
