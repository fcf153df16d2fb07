import { nameInDiagram } from "../course/index.js";
import { caseStates, type EscalationCase, escalationDiagram } from "../escalation/index.js";
import { visible } from "../words/index.js";
import { assertCase } from "./handed-in.js";

/** A text as YAML and Mermaid take it, which is not markup either when the diagram stands in a page. */
function quoted(words: string): string {
  return JSON.stringify(words).replaceAll(/[<>&%\u007f-\uffff]/g, (character) => {
    return `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`;
  });
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
  const { app, state } = given;
  const name = nameInDiagram(state);
  return [
    "---",
    `title: ${quoted(visible(app.name))}`,
    "---",
    escalationDiagram(),
    `  ${name} : ◉ ${state}`,
    "  classDef here font-weight:bold,stroke-width:4px",
    `  class ${name} here`,
  ].join("\n");
}
