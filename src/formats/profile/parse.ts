import { type Catalogue, misreadings, standardFacts } from "../../facts/index.js";
import { limitsOf, type ReadOptions, readDocument } from "../../json/index.js";
import { mostProblems, PlimsollError, type Result } from "../../problems/index.js";
import type { AppProfile } from "../../profile/index.js";
import { checkProfile } from "./check.js";
import { withFormerFields } from "./former.js";
import { profileSchema } from "./schema.js";

/**
 * How a profile is read.
 *
 * @example
 * ```ts
 * import { factsOf, type ProfileOptions, safeParseProfile, standardPolicy } from "plimsoll";
 *
 * const macros = { question: "Has it macros?", domain: { kind: "boolean" }, from: { read: "/extensions/macros" } } as const;
 * const options: ProfileOptions = { facts: factsOf({ ...standardPolicy, facts: { macros } }) };
 * const result = safeParseProfile({ id: "sums", name: "Sums", extensions: { macros: "many" } }, options);
 *
 * result.ok ? [] : result.problems.map(({ pointer }) => pointer); // → ["/extensions/macros"]
 * ```
 */
export interface ProfileOptions extends ReadOptions {
  /** Facts that read the profile as well: what stands where one of a policy is read, and is no value of it, is a problem. */
  readonly facts?: Catalogue;
}

const together = /* @__PURE__ */ new WeakMap<Catalogue, Catalogue>();

/** The facts that a profile is read by: the standard ones, and others. */
function readBy(facts: Catalogue | undefined): Catalogue {
  if (facts === undefined) return standardFacts;
  const all = together.get(facts) ?? { ...standardFacts, ...facts };
  together.set(facts, all);
  return all;
}

/**
 * Reads an unknown value as an {@link AppProfile}, or lists every problem with its pointer. Whatever the input, it never throws, and takes time
 * linear in the size of the input. The profile is a copy: the input stays as it was.
 *
 * @param options How much is taken of the input: no list has more than 1000 entries unless `limits` says so; and the facts that
 * its extensions are read by.
 * @throws {PlimsollError} with code `invalid-option`, when the limits are none.
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
export function safeParseProfile(input: unknown, options: ProfileOptions = {}): Result<AppProfile> {
  const result = readDocument(profileSchema, input, limitsOf("profile", options));
  if (!result.ok) return { ok: false, problems: result.problems.map(withFormerFields) };
  const problems = [...checkProfile(result.value), ...misreadings(result.value, readBy(options.facts))];
  return problems.length > 0 ? { ok: false, problems: problems.slice(0, mostProblems) } : result;
}

/**
 * Reads an unknown value as an {@link AppProfile}.
 *
 * @throws {PlimsollError} with code `invalid-profile` and every problem, when it is not one; with code `invalid-option`, when the limits in
 * `options` are none.
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
export function parseProfile(input: unknown, options?: ProfileOptions): AppProfile {
  const result = safeParseProfile(input, options);
  if (!result.ok) throw new PlimsollError("invalid-profile", result.problems);
  return result.value;
}
