import { nameInDiagram } from "../course/index.js";
import { caseStates, type EscalationCase, escalationDiagram } from "../escalation/index.js";
import { type RetirementCase, retirementDiagram, retirementStates } from "../retirement/index.js";
import { visible } from "../words/index.js";
import { assertCase } from "./handed-in.js";

/** A text as YAML and Mermaid take it, which is not markup either when the diagram stands in a page. */
function quoted(words: string): string {
  return JSON.stringify(words).replaceAll(/[<>&%\u007f-\uffff]/g, (character) => {
    return `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`;
  });
}

/** A diagram of something under way: its app as the title, and its state marked. */
function marked(
  diagram: string,
  { app, state }: { readonly app: { readonly name: string }; readonly state: string },
): string {
  const name = nameInDiagram(state);
  return [
    "---",
    `title: ${quoted(visible(app.name))}`,
    "---",
    diagram,
    `  ${name} : ◉ ${state}`,
    "  classDef here font-weight:bold,stroke-width:4px",
    `  class ${name} here`,
  ].join("\n");
}

/**
 * The path of an escalation as a Mermaid state diagram; of one case, with its app as the title and the state that it is in
 * marked. "The escalation path that works", drawn from the table that runs.
 *
 * @param given The case; the path itself when left out.
 * @throws {PlimsollError} with code `invalid-option`, when that is no case.
 *
 * @example
 * ```ts
 * import { openCase } from "plimsoll/escalation";
 * import { escalationMermaid } from "plimsoll/render";
 *
 * const given = openCase({
 *   id: "case-7",
 *   at: "2026-01-12",
 *   by: "Ward clerk",
 *   app: { id: "rota", name: "Rota" },
 *   need: { what: "Shifts are planned on one page.", of: "Ward team" },
 *   builder: "Ward clerk",
 *   recognisedBy: "business",
 *   signs: [],
 * });
 *
 * escalationMermaid(given).split("\n").slice(1, 4); // → ['title: "Rota"', "---", "stateDiagram-v2"]
 * escalationMermaid(given).split("\n").at(-1); // → "  class recognised here"
 * ```
 */
export function escalationMermaid(given?: Pick<EscalationCase, "app" | "state">): string {
  if (given === undefined) return escalationDiagram();
  assertCase(given, caseStates);
  return marked(escalationDiagram(), given);
}

/**
 * The path of a retirement as a Mermaid state diagram; of one retirement, with its app as the title and the state that it is in
 * marked, drawn from the table that runs.
 *
 * @param given The retirement; the path itself when left out.
 * @throws {PlimsollError} with code `invalid-option`, when that is no retirement.
 *
 * @example
 * ```ts
 * import { openRetirement } from "plimsoll/retirement";
 * import { retirementMermaid } from "plimsoll/render";
 *
 * const given = openRetirement({
 *   id: "end-7",
 *   at: "2026-01-12",
 *   by: "Platform team",
 *   app: { id: "rota", name: "Rota" },
 *   reasons: [{ kind: "unused", why: "Nobody has opened it for a year.", evidence: [], duplicates: null }],
 *   terms: { asks: ["Ward team"], decides: "Ward lead", keepArchiveForDays: 365 },
 * });
 *
 * retirementMermaid(given).split("\n").at(-1); // → "  class suggested here"
 * ```
 */
export function retirementMermaid(given?: Pick<RetirementCase, "app" | "state">): string {
  if (given === undefined) return retirementDiagram();
  assertCase(given, retirementStates);
  return marked(retirementDiagram(), given);
}
