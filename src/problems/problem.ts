import type { Pointer } from "./pointer.js";

/**
 * What kind of mistake a {@link Problem} is; stable, so that programs and tests can rely on it.
 *
 * @example
 * ```ts
 * import { safeParseProfile } from "plimsoll";
 *
 * const result = safeParseProfile({ id: "stock", name: 7 });
 *
 * result.ok ? [] : result.problems.map(({ code }) => code); // → ["wrong-type"]
 * ```
 */
export type ProblemCode =
  | "contradiction"
  | "cycle"
  | "duplicate"
  | "look-alike"
  | "missing"
  | "not-json"
  | "out-of-range"
  | "too-large"
  | "unfit-operator"
  | "unknown-fact"
  | "unknown-key"
  | "unknown-reference"
  | "unknown-value"
  | "unreadable"
  | "wrong-type";

/**
 * One mistake in a profile, a policy or a fact: where it stands, what it is, and how to mend it.
 *
 * @example
 * ```ts
 * import { type Problem, safeParseProfile } from "plimsoll";
 *
 * const inWords = ({ pointer, message }: Problem) => `${pointer}: ${message}`;
 * const result = safeParseProfile({ id: "stock", name: "Stock list", audience: { users: "many" } });
 *
 * result.ok ? [] : result.problems.map(inWords); // → ['/audience/users: Expected a number, but saw "many".']
 * ```
 */
export interface Problem {
  /** Where the mistake stands, as a JSON Pointer. */
  readonly pointer: Pointer;
  readonly code: ProblemCode;
  /** One or two plain sentences: what was seen, and what would be right. */
  readonly message: string;
  /** The nearest valid key or value, when something looks misspelt. */
  readonly suggestion?: string;
  /** Where else it shows: the other places of what contradicts itself. */
  readonly related?: readonly Pointer[];
}

/**
 * What went wrong in a call that threw a {@link PlimsollError}.
 *
 * @example
 * ```ts
 * import { parsePolicy, PlimsollError } from "plimsoll";
 *
 * try {
 *   parsePolicy({});
 * } catch (error) {
 *   error instanceof PlimsollError && error.code; // → "invalid-policy"
 * }
 * ```
 */
export type PlimsollErrorCode =
  | "invalid-action"
  | "invalid-approval"
  | "invalid-case"
  | "invalid-date"
  | "invalid-fact"
  | "invalid-mapping"
  | "invalid-milestone"
  | "invalid-option"
  | "invalid-policy"
  | "invalid-profile"
  | "invalid-question"
  | "invalid-tests"
  | "invalid-timeline";

/**
 * The one error that this library throws. `code` says which input was wrong; `problems` says where and why; `cause` is what
 * was thrown before, where something was.
 *
 * @example
 * ```ts
 * import { parseProfile, PlimsollError } from "plimsoll";
 *
 * try {
 *   parseProfile({ id: "leave", name: "Leave requests", audiance: { users: 12 } });
 * } catch (error) {
 *   if (!(error instanceof PlimsollError)) throw error;
 *   error.code; // → "invalid-profile"
 *   error.problems[0]?.suggestion; // → "audience"
 * }
 * ```
 */
export class PlimsollError extends Error {
  override readonly name = "PlimsollError";

  constructor(
    readonly code: PlimsollErrorCode,
    readonly problems: readonly Problem[],
    options?: ErrorOptions,
  ) {
    super(problems.map(({ pointer, message }) => `${pointer || "Input"}: ${message}`).join("\n"), options);
  }
}

/**
 * What reading an unknown value came to: the value, or the problems that stand in its way.
 *
 * @example
 * ```ts
 * import { type AppProfile, type Result, safeParseProfile } from "plimsoll";
 *
 * const result: Result<AppProfile> = safeParseProfile({ id: "stock", name: "Stock list" });
 *
 * result.ok && result.value.name; // → "Stock list"
 * ```
 */
export type Result<Value> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly problems: readonly Problem[] };
