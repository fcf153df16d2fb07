import type { Pointer } from "./pointer.js";

/** What kind of mistake a {@link Problem} is; stable, so that programs and tests can rely on it. */
export type ProblemCode =
  | "contradiction"
  | "cycle"
  | "duplicate"
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
 */
export interface Problem {
  /** Where the mistake stands, as a JSON Pointer. */
  readonly pointer: Pointer;
  readonly code: ProblemCode;
  /** One or two plain sentences: what was seen, and what would be right. */
  readonly message: string;
  /** The nearest valid key or value, when something looks misspelt. */
  readonly suggestion?: string;
}

/** After so many problems the reader has enough to do; the rest is left for the next attempt. */
export const mostProblems = 50;

/** What went wrong in a call that threw a {@link PlimsollError}. */
export type PlimsollErrorCode =
  | "invalid-approval"
  | "invalid-case"
  | "invalid-date"
  | "invalid-fact"
  | "invalid-policy"
  | "invalid-profile"
  | "invalid-timeline";

/**
 * The one error that this library throws. `code` says which input was wrong; `problems` says where and why.
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
  ) {
    super(problems.map(({ pointer, message }) => `${pointer || "Input"}: ${message}`).join("\n"));
  }
}

/**
 * What reading an unknown value came to: the value, or the problems that stand in its way.
 */
export type Result<Value> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly problems: readonly Problem[] };
