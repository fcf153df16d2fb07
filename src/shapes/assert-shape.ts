import { PlimsollError, type PlimsollErrorCode, toPointer } from "../problems/index.js";
import { misfit } from "./misfit.js";
import type { Shape } from "./shape.js";

/**
 * Looks at a value that may be anything, and refuses one that throws when it is looked at: a getter, or a proxy.
 *
 * @throws {PlimsollError} with the given code, or whatever the look itself refuses.
 */
export function looking<Seen>(code: PlimsollErrorCode, look: () => Seen): Seen {
  try {
    return look();
  } catch (cause) {
    if (cause instanceof PlimsollError) throw cause;
    const message = "This throws when it is looked at. Pass plain data.";
    throw new PlimsollError(code, [{ pointer: "", code: "unreadable", message }], { cause });
  }
}

/**
 * Lets a value pass that has its shape: whatever came past the compiler is stopped here, before anything is decided by it.
 *
 * @param reader What reads such a value with every mistake, for whoever is refused; none where a form is read as it is.
 * @param way The names of the fields that lead to it, from whatever it stands in.
 * @throws {PlimsollError} with the given code, and where the value is not as it should be.
 */
export function assertShape(
  shape: Shape,
  value: unknown,
  code: PlimsollErrorCode,
  reader?: string,
  way: readonly string[] = [],
): void {
  const problem = looking(code, () => misfit(shape, value));
  if (problem === undefined) return;
  const message = reader === undefined ? problem.message : `${problem.message} Read it with ${reader}.`;
  throw new PlimsollError(code, [{ ...problem, pointer: toPointer(way) + problem.pointer, message }]);
}
