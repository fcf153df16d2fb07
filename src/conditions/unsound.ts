import { PlimsollError } from "../problems/index.js";

/**
 * Refuses a policy that was never checked: it names what is not there. Where, and what would be right, is for
 * `parsePolicy`, `definePolicy` and `createClassifier` to say; here the way is kept short.
 */
export function unsound(): never {
  const message = "This is not a policy; parsePolicy says why.";
  throw new PlimsollError("invalid-policy", [{ pointer: "", code: "unknown-reference", message }]);
}

/**
 * Asks a policy, and refuses it for whatever else the asking stumbles over: a policy that was checked makes it stumble
 * nowhere.
 */
export function withSoundPolicy<Answer>(ask: () => Answer): Answer {
  try {
    return ask();
  } catch (error) {
    if (error instanceof PlimsollError) throw error;
    return unsound();
  }
}
