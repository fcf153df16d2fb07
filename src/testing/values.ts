import type { Arbitrary } from "fast-check";
import type { AnalysisOptions } from "../analysis/index.js";
import { type Catalogue, type FactValue, type FactValues, type Line, synthesizeProfile } from "../facts/index.js";
import { cellValues } from "../model/index.js";
import { asksForDates, factsOf, linesOfPolicy, type Policy } from "../policy/index.js";
import type { AppProfile } from "../profile/index.js";
import { anyDay, type Day, dayOf } from "../time/index.js";
import { valuesAround } from "./edges.js";

/**
 * An app that stands beside a line, harmless in all other respects.
 *
 * @example
 * ```ts
 * import { standardPolicy } from "plimsoll";
 * import { type BoundaryValue, boundaryValues } from "plimsoll/testing";
 *
 * const values: readonly BoundaryValue[] = boundaryValues(standardPolicy);
 *
 * values.filter(({ line }) => "atLeast" in line && line.atLeast === 100).map(({ value }) => value); // → [99, 100, 101]
 * ```
 */
export interface BoundaryValue {
  readonly fact: string;
  readonly line: Line;
  readonly value: FactValue;
  /** `null` where no app can be like that. */
  readonly profile: AppProfile | null;
  /** The day as of which the app is like that, where the policy asks for dates. */
  readonly asOf?: Day;
}

/** What makes apps as of the day that is asked about, or of any; where the policy asks for no date, they have none. */
function makerOf(policy: Policy, options: AnalysisOptions) {
  const facts = factsOf(policy, options);
  const day = dayOf(options) ?? anyDay;
  const asOf = asksForDates(policy, facts) ? day : undefined;
  const { synthesize = (values: FactValues) => synthesizeProfile(values, facts, { asOf }) } = options;
  return { asOf, facts, make: (values: FactValues) => synthesize(values, day) };
}

/**
 * For every line of a policy through numbers or levels, the value just below its limit, the limit, and the value just above,
 * as far as the fact has them, each with an app that has it: the tests in which slips of one step show.
 *
 * @example
 * ```ts
 * import { classify, standardPolicy } from "plimsoll";
 * import { boundaryValues } from "plimsoll/testing";
 *
 * const beside = boundaryValues(standardPolicy).filter(({ fact, value }) => fact === "users" && Number(value) >= 99);
 *
 * beside.map(({ value, profile }) => [value, profile && classify(profile).tier]).slice(0, 2);
 * // → [[99, "citizen"], [100, "it-review"]]
 * ```
 */
export function boundaryValues(policy: Policy, options: AnalysisOptions = {}): readonly BoundaryValue[] {
  const { make, asOf, facts } = makerOf(policy, options);
  return valuesAround(policy, facts).map((beside) => {
    const profile = make({ [beside.fact]: beside.value }) ?? null;
    return { ...beside, profile, ...(asOf !== undefined && { asOf }) };
  });
}

/** As much of fast-check as is needed: hand in the module. */
interface FastCheck {
  readonly constantFrom: <Value>(...values: Value[]) => Arbitrary<Value>;
  readonly record: <Value>(model: { readonly [Key in keyof Value]: Arbitrary<Value[Key]> }) => Arbitrary<Value>;
  readonly subarray: <Value>(values: Value[]) => Arbitrary<Value[]>;
}

/**
 * Arbitrary values of the facts that a policy asks for: of each fact, values of all its cells, so that every line is crossed
 * often. Not every combination can be: constraints are not looked at.
 *
 * @param fc fast-check, which this package does not bring along: `import fc from "fast-check"`.
 *
 * @example
 * ```ts
 * import fc from "fast-check";
 * import { standardPolicy } from "plimsoll";
 * import { factsArbitrary } from "plimsoll/testing";
 *
 * const [values] = fc.sample(factsArbitrary(fc, standardPolicy), 1);
 *
 * typeof values?.users; // → "number"
 * ```
 */
export function factsArbitrary(fc: FastCheck, policy: Policy, options: AnalysisOptions = {}): Arbitrary<FactValues> {
  return fc.record<Record<string, FactValue>>(modelOf(fc, policy, factsOf(policy, options)));
}

function modelOf(fc: FastCheck, policy: Policy, facts: Catalogue): Record<string, Arbitrary<FactValue>> {
  const lines = linesOfPolicy(policy);
  return Object.fromEntries(
    [...new Set(lines.map(({ fact }) => fact))].flatMap((name) => {
      const fact = facts[name];
      const own = lines.filter((line) => line.fact === name).map(({ fact: _, ...line }): Line => line);
      return fact === undefined ? [] : [[name, fc.constantFrom(...cellValues(fact, own))] as const];
    }),
  );
}

/**
 * Arbitrary apps that are told apart by the lines of a policy: some facts have values of any of their cells, the others are
 * harmless. Everything about them is known.
 *
 * @param fc fast-check, which this package does not bring along: `import fc from "fast-check"`.
 *
 * @example
 * ```ts
 * import fc from "fast-check";
 * import { classify, standardPolicy } from "plimsoll";
 * import { profileArbitrary } from "plimsoll/testing";
 *
 * fc.assert(fc.property(profileArbitrary(fc, standardPolicy), (app) => classify(app).settled));
 * ```
 */
export function profileArbitrary(fc: FastCheck, policy: Policy, options: AnalysisOptions = {}): Arbitrary<AppProfile> {
  const { make, facts } = makerOf(policy, options);
  const model = modelOf(fc, policy, facts);
  return fc
    .subarray(Object.keys(model))
    .chain((names) =>
      fc.record<Record<string, FactValue>>(
        Object.fromEntries(names.flatMap((name) => (model[name] ? [[name, model[name]]] : []))),
      ),
    )
    .map((values) => make(values))
    .filter((app) => app !== undefined);
}
