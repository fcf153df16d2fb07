import { begin, type EscalationCase, type Opening } from "../../escalation/index.js";
import { inputLimits, readWith } from "../../json/index.js";
import { PlimsollError } from "../../problems/index.js";
import { openingSchema } from "./schema.js";

/**
 * Opens a case: the boundary was recognised, by the business or by IT. Nobody has failed; calling IT early is good judgement.
 * "The escalation path that works".
 *
 * @throws {PlimsollError} with code `invalid-case` and every problem, when what is told cannot begin a case.
 *
 * @example
 * ```ts
 * import { openCase } from "plimsoll/escalation";
 *
 * const given = openCase({
 *   id: "case-7",
 *   at: "2026-01-12",
 *   by: "Ward clerk",
 *   app: { id: "rota", name: "Rota" },
 *   need: { what: "Shifts are planned on one page.", of: "Ward team" },
 *   builder: "Ward clerk",
 *   recognisedBy: "business",
 *   signs: [{ id: "business-critical", title: "Daily work depends on it", since: "2025-11-03" }],
 * });
 *
 * given.state; // → "recognised"
 * given.revision; // → 1
 * ```
 */
export function openCase(opening: Omit<Opening, "kind">): EscalationCase {
  const read = readWith(openingSchema, opening, inputLimits.case);
  if (!read.ok) throw new PlimsollError("invalid-case", read.problems);
  return begin({ kind: "opened", ...read.value });
}
