import { PlimsollError } from "../problems/index.js";
import { looking } from "./assert-shape.js";

/**
 * Asks what was never checked, and looks at it again when the asking stumbles: where the fault is there, that is said, with what
 * was stumbled over as its cause. What nobody expected comes through as it is.
 *
 * @param lookAgain Refuses what was asked, where the fault is there.
 */
export function lookingAgain<Answer>(ask: () => Answer, lookAgain: () => void): Answer {
  try {
    return ask();
  } catch (cause) {
    // What cannot be read may be the least of what is wrong there.
    if (cause instanceof PlimsollError && cause.code !== "invalid-profile") throw cause;
    try {
      looking("invalid-policy", () => {
        lookAgain();
        // Nothing of ours throws what is no error: a value did, when it was looked at.
        if (!(cause instanceof Error)) throw cause;
      });
    } catch (fault) {
      (fault as Error).cause = cause;
      throw fault;
    }
    throw cause;
  }
}

/** Takes what stands in a field, and the way to it, which ends with the name of the field. */
type OnField = (value: unknown, way: readonly string[]) => void;

/** A list that asks only its entries when it is turned into text, as a list does. */
const isPlainList = (value: unknown): boolean =>
  Array.isArray(value) &&
  !(Symbol.toPrimitive in value) &&
  value.valueOf === Object.prototype.valueOf &&
  value.toString === Array.prototype.toString &&
  value.join === Array.prototype.join;

/** Looks at everything that stands in a value, however deep, and at each part once; what is no plain data throws then. */
export function lookThrough(
  value: object,
  onField?: OnField,
  way: string[] = [],
  within: Set<object> = new Set<object>(),
): void {
  // Found out here, and not by a stack that overflows, which takes a hundred times as long.
  if (within.has(value)) throw new TypeError("It stands in itself.");
  within.add(value);
  // Nothing is learnt from this, but a proxy may throw where it is asked so.
  Math.abs(Number("" in value) + Number(Object.hasOwn(value, "")));
  for (const [key, part] of Object.entries(value)) {
    way.push(key);
    onField?.(part, way);
    // What is no plain data throws here, or where it is asked for a field. A list would ask all that stands in it, which is asked below.
    if (!isPlainList(part)) {
      Math.abs(part);
      String(part);
    }
    if (key in value && Object(part) === part) lookThrough(part, onField, way, within);
    way.pop();
  }
  within.delete(value);
}
