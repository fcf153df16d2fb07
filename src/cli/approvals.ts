import { type Approval, safeParseApproval } from "plimsoll";
import { readInput } from "./input.js";
import { nameOf, problemsInWords } from "./load.js";
import { type Terminal, UsageError } from "./terminal.js";

/**
 * Reads the approvals of a file: one, an array of them, or one per line. Without a file there are none.
 *
 * @throws {UsageError} when one of them is none: what was approved must not be guessed.
 */
export async function loadApprovals(file: string | undefined, terminal: Terminal): Promise<readonly Approval[]> {
  if (file === undefined) return [];
  return readInput(await terminal.read(file), nameOf(file)).entries.map((entry) => {
    if ("problem" in entry) throw new UsageError(`${entry.label}: ${entry.problem}`);
    const result = safeParseApproval(entry.value);
    if (!result.ok) throw new UsageError(problemsInWords(result.problems, entry.label).trimEnd());
    return result.value;
  });
}
