import { PlimsollError } from "./problem.js";

/**
 * Refuses a policy that was never checked, with what is wrong in it. Where that stands, and what would be right, is for
 * `parsePolicy`, `definePolicy` and `createClassifier` to say; here the way is kept short.
 */
export function unsound(seen: string): never {
  const message = `This is not a policy. ${seen} Read it with parsePolicy.`;
  throw new PlimsollError("invalid-policy", [{ pointer: "", code: "unknown-reference", message }]);
}

/** Refuses a policy for a name in it that leads nowhere. */
export function unknownTo(what: string, name: unknown): never {
  return unsound(`It has no ${what} "${name}".`);
}
