import { PlimsollError, type Problem } from "../problems/index.js";

/**
 * How much a reader takes of one input. What is larger is refused with one problem, before anything else is looked at.
 *
 * @example
 * ```ts
 * import { type InputLimits, safeParseProfile } from "plimsoll";
 *
 * const few: InputLimits = { entries: 2 };
 * const result = safeParseProfile({ id: "rota", name: "Rota", data: [{}, {}, {}] }, { limits: few });
 *
 * result.ok ? [] : result.problems.map(({ pointer, code }) => `${pointer}: ${code}`); // → ["/data: too-large"]
 * ```
 */
export interface InputLimits {
  /** The most entries of any list. */
  readonly entries?: number;
  /** The most values in all: texts, numbers, flags, nulls, lists and objects. */
  readonly values?: number;
}

/**
 * How an input is read.
 *
 * @example
 * ```ts
 * import { type ReadOptions, safeParseProfile } from "plimsoll";
 *
 * const options: ReadOptions = { limits: { entries: 5000 } };
 *
 * safeParseProfile({ id: "rota", name: "Rota" }, options).ok; // → true
 * ```
 */
export interface ReadOptions {
  /** How much is taken; what is left out is as in {@link inputLimits}. */
  readonly limits?: InputLimits;
}

/**
 * How much the readers take, unless they are told otherwise: far more than what people describe, and little enough that no
 * input makes others wait. Nothing is nested more than 100 levels deep.
 *
 * @example
 * ```ts
 * import { inputLimits } from "plimsoll/schema";
 *
 * inputLimits.profile; // → { entries: 1000, values: 50000 }
 * ```
 */
export const inputLimits = {
  profile: { entries: 1000, values: 50_000 },
  approval: { entries: 1000, values: 50_000 },
  action: { entries: 1000, values: 50_000 },
  policy: { entries: 10_000, values: 500_000 },
  tests: { entries: 10_000, values: 500_000 },
  /** An app of a portfolio, with its approvals. */
  entry: { entries: 1000, values: 500_000 },
  config: { entries: 1000, values: 10_000 },
  timeline: { entries: 10_000, values: 500_000 },
  case: { entries: 1000, values: 100_000 },
  mapping: { entries: 1000, values: 50_000 },
} as const satisfies Record<string, Required<InputLimits>>;

/**
 * The limits of a kind of input, as far as they were not set otherwise.
 *
 * @throws {PlimsollError} with code `invalid-option`, when a limit is no number from 0 up.
 */
export function limitsOf(kind: keyof typeof inputLimits, { limits = {} }: ReadOptions): Required<InputLimits> {
  const { entries = inputLimits[kind].entries, values = inputLimits[kind].values } = limits;
  const problems = Object.entries({ entries, values }).flatMap(([name, limit]): readonly Problem[] => {
    if (typeof limit === "number" && limit >= 0) return [];
    const message = `Expected a number from 0 up as the limit of ${name}, but saw ${String(limit)}.`;
    return [{ pointer: `/limits/${name}`, code: "out-of-range", message }];
  });
  if (problems.length > 0) throw new PlimsollError("invalid-option", problems);
  return { entries, values };
}
