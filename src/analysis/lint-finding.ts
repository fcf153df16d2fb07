import type { Pointer } from "../problems/index.js";
import type { Witness } from "./answers.js";

/**
 * What can be found in a policy that no form shows:
 *
 * - `never-holds`: a rule that stands of no possible app;
 * - `always-holds`: one that stands of all of them;
 * - `never-decides`: one without which every app would be in the same tier;
 * - `redundant-part`: a part of a condition that changes nothing; as a `note`, one that changes no tier, since other rules lift
 *   as high wherever it matters;
 * - `idle-line`: a line that all values of its fact lie on one side of;
 * - `unreachable-tier`: a tier that no app is in;
 * - `falls-with-risk`: a rule that stands, and with more risk does not;
 * - `no-advice`: a sign that does not say what to do next.
 *
 * @example
 * ```ts
 * import { standardPolicy } from "plimsoll";
 * import { type LintId, lintPolicy } from "plimsoll/analysis";
 *
 * const serious: readonly LintId[] = ["never-holds", "unreachable-tier"];
 *
 * lintPolicy(standardPolicy).findings.filter(({ id }) => serious.includes(id)); // → []
 * ```
 */
export type LintId =
  | "never-holds"
  | "always-holds"
  | "never-decides"
  | "redundant-part"
  | "idle-line"
  | "unreachable-tier"
  | "falls-with-risk"
  | "no-advice";

/**
 * Something to look at in a policy.
 *
 * @example
 * ```ts
 * import { extendPolicy, standardPolicy } from "plimsoll";
 * import { type LintFinding, lintPolicy } from "plimsoll/analysis";
 *
 * const shadowed = extendPolicy(standardPolicy, {
 *   id: "ours",
 *   version: "1.0.0",
 *   add: {
 *     criteria: [{ id: "crowd", tier: "it-review", title: "A crowd", why: "Many ask.", when: { fact: "users", atLeast: 900 } }],
 *   },
 * });
 * const finding: LintFinding | undefined = lintPolicy(shadowed).findings.find(({ rule }) => rule === "crowd");
 *
 * finding?.id; // → "never-decides"
 * finding?.explanation.includes("many-users"); // → true
 * ```
 */
export interface LintFinding<TierId extends string = string> {
  readonly id: LintId;
  /** An `error` makes part of the policy useless; a `note` is only worth a look. */
  readonly severity: "error" | "warning" | "note";
  readonly pointer: Pointer;
  /** The rule that it is about, by id. */
  readonly rule?: string;
  readonly explanation: string;
  readonly suggestion: string;
  /** An app that shows it. */
  readonly witness?: Witness<TierId>;
  /** Where it takes two apps to show it, the other one. */
  readonly beside?: Witness<TierId>;
}

/**
 * What was found in a policy; `complete` is false when some of it would have taken more than the budget allows.
 *
 * @example
 * ```ts
 * import { standardPolicy } from "plimsoll";
 * import { type Lint, lintPolicy } from "plimsoll/analysis";
 *
 * const lint: Lint = lintPolicy(standardPolicy);
 *
 * lint.complete; // → true
 * ```
 */
export interface Lint<TierId extends string = string> {
  readonly findings: readonly LintFinding<TierId>[];
  readonly complete: boolean;
}
