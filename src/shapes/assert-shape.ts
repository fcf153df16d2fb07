import { PlimsollError, type PlimsollErrorCode, type Problem } from "../problems/index.js";
import { misfit } from "./misfit.js";
import type { Shape } from "./shape.js";

/**
 * Lets a value pass that has its shape: whatever came past the compiler is stopped here, before anything is decided by it.
 *
 * @param reader What reads such a value with every mistake, for whoever is refused; none where a form is read as it is.
 * @throws {PlimsollError} with the given code, and where the value is not as it should be.
 */
export function assertShape(shape: Shape, value: unknown, code: PlimsollErrorCode, reader?: string): void {
  let problem: Problem | undefined;
  let cause: unknown;
  try {
    problem = misfit(shape, value);
  } catch (thrown) {
    // A getter or a proxy can throw when it is looked at.
    problem = { pointer: "", code: "unreadable", message: "This throws when it is looked at." };
    cause = thrown;
  }
  if (problem === undefined) return;
  const message = reader === undefined ? problem.message : `${problem.message} Read it with ${reader}.`;
  throw new PlimsollError(code, [{ ...problem, message }], cause === undefined ? cause : { cause });
}
