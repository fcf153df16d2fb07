import { messageOf, PlimsollError } from "../problems/index.js";

/**
 * Refuses a policy that was never checked, with what is wrong in it. Where that stands, and what would be right, is for
 * `parsePolicy`, `definePolicy` and `createClassifier` to say; here the way is kept short.
 */
export function unsound(seen: string, options?: ErrorOptions): never {
  const message = `This is not a policy. ${seen} Read it with parsePolicy.`;
  throw new PlimsollError("invalid-policy", [{ pointer: "", code: "unknown-reference", message }], options);
}

/** Refuses a policy for a name in it that leads nowhere. */
export function unknownTo(what: string, name: unknown): never {
  return unsound(`It has no ${what} "${name}".`);
}

/**
 * Asks a policy that may never have been checked, and refuses it for what the asking stumbles over.
 *
 * @param lookAgain Refuses what was asked about, where the fault is there: it may have turned into something else meanwhile.
 * @param isChecked Of a policy whose form the compiler knows, nobody expects anything: what comes up is let through.
 */
export function withSoundPolicy<Answer>(ask: () => Answer, lookAgain?: () => void, isChecked?: boolean): Answer {
  try {
    return ask();
  } catch (cause) {
    const isTold = cause instanceof PlimsollError;
    if (isTold && cause.code !== "invalid-profile") throw cause;
    lookAgain?.();
    if (isTold || isChecked) throw cause;
    return unsound(messageOf(cause), { cause });
  }
}
