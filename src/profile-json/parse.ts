import { readWith } from "../json/index.js";
import { PlimsollError, type Result } from "../problems/index.js";
import type { AppProfile } from "../profile/index.js";
import { checkProfile } from "./check.js";
import { profileSchema } from "./schema.js";

/**
 * Reads an unknown value as an {@link AppProfile}, or lists every problem with its pointer. Never throws; takes time
 * linear in the size of the input. The profile is a copy: the input stays as it was.
 *
 * @example
 * ```ts
 * import { safeParseProfile } from "plimsoll";
 *
 * const result = safeParseProfile({ id: "leave", name: "Leave requests", data: [{ class: "helth" }] });
 *
 * result.ok; // → false
 * if (!result.ok) {
 *   result.problems[0]?.pointer; // → "/data/0/class"
 *   result.problems[0]?.suggestion; // → "health"
 * }
 * ```
 */
export function safeParseProfile(input: unknown): Result<AppProfile> {
  const result = readWith(profileSchema, input);
  if (!result.ok) return result;
  const problems = checkProfile(result.value);
  return problems.length > 0 ? { ok: false, problems } : result;
}

/**
 * Reads an unknown value as an {@link AppProfile}.
 *
 * @throws {PlimsollError} with code `invalid-profile` and every problem, when it is not one.
 *
 * @example
 * ```ts
 * import { parseProfile } from "plimsoll";
 *
 * const profile = parseProfile(JSON.parse('{ "id": "leave", "name": "Leave requests" }'));
 *
 * profile.name; // → "Leave requests"
 * ```
 */
export function parseProfile(input: unknown): AppProfile {
  const result = safeParseProfile(input);
  if (!result.ok) throw new PlimsollError("invalid-profile", result.problems);
  return result.value;
}
