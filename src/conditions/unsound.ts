import { PlimsollError } from "../problems/index.js";

/**
 * Refuses a policy that was never checked: it names what is not there. Where, and what would be right, is for
 * `parsePolicy`, `definePolicy` and `createClassifier` to say; here the way is kept short.
 */
export function unsound(): never {
  const message = "This is not a policy; parsePolicy says why.";
  throw new PlimsollError("invalid-policy", [{ pointer: "", code: "unknown-reference", message }]);
}
