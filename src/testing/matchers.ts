import { factsOf, type Policy, type PolicyOptions, rankingOf } from "../policy/index.js";
import {
  type StandardCriterionId,
  type StandardSignId,
  type StandardTierId,
  standardPolicy,
} from "../standard/index.js";
import type { AsOf } from "../time/index.js";
import { assertRule, assertTests } from "./fitting.js";
import { createJudge, reasonsOf } from "./judge.js";

import type { Expectation } from "./tests.js";

/** Of which policy an assertion speaks: the standard one, when none is named. */
interface MatcherOptions<
  TierId extends string = string,
  CriterionId extends string = string,
  SignId extends string = string,
> extends PolicyOptions,
    AsOf {
  readonly policy?: Policy<TierId, CriterionId, SignId>;
}

/** What else is expected of an app in a tier. */
type Besides = Pick<Expectation, "because" | "not">;

/** What a matcher answers: as vitest and jest want it. */
interface MatcherResult {
  readonly pass: boolean;
  readonly message: () => string;
}

/**
 * The assertions that `expect.extend(plimsollMatchers)` adds. To let TypeScript know them in vitest:
 * `declare module "vitest" { interface Matchers<T> extends PlimsollMatchers<T> {} }`; in jest, the same with
 * `declare module "expect"`.
 *
 * @example
 * ```ts
 * import { type PlimsollMatchers, plimsollMatchers } from "plimsoll/testing";
 *
 * const names: readonly (keyof PlimsollMatchers<void>)[] = ["toClassifyAs", "toRaiseSign", "toBeSettled", "toSatisfyPolicy"];
 *
 * Object.keys(plimsollMatchers); // → names
 * ```
 */
export interface PlimsollMatchers<Result> {
  /** An app is in a tier for certain, because of these rules or facts. */
  readonly toClassifyAs: <TierId extends string = StandardTierId>(
    tier: NoInfer<TierId>,
    options?: MatcherOptions<TierId> & Besides,
  ) => Result;
  /** A warning sign, or any other rule, holds of an app. */
  readonly toRaiseSign: <CriterionId extends string = StandardCriterionId, SignId extends string = StandardSignId>(
    sign: NoInfer<CriterionId | SignId>,
    options?: MatcherOptions<string, CriterionId, SignId>,
  ) => Result;
  /** No answer could change the tier of an app. */
  readonly toBeSettled: (options?: MatcherOptions) => Result;
  /** An app is for certain no higher than a tier: the lowest one, when none is named. */
  readonly toSatisfyPolicy: <TierId extends string = StandardTierId>(
    policy?: Policy<TierId>,
    options?: PolicyOptions & AsOf & { readonly atMost?: NoInfer<TierId> },
  ) => Result;
}

/** An app, classified, with what to tell when an assertion about it fails. */
function judged(received: unknown, expected: Expectation, { policy = standardPolicy, ...options }: MatcherOptions) {
  const facts = factsOf(policy, options);
  const test = { name: "", profile: received, expect: expected };
  // A name that there is not would let an assertion with "not" pass whatever the app is.
  assertTests({ tests: [test] }, policy, facts, options);
  const { classification, failures } = createJudge(policy, facts, options)(test);
  const reasons = classification === undefined ? [] : reasonsOf(classification, facts).map((reason) => `- ${reason}`);
  return { classification, failures, reasons };
}

function resultOf(failures: readonly string[], met: string, reasons: readonly string[]): MatcherResult {
  const pass = failures.length === 0;
  return { pass, message: () => [...(pass ? [met] : failures), ...reasons].join("\n") };
}

/**
 * Matchers for vitest and jest, to be handed to `expect.extend`. What is expected of an app may be a profile that was never
 * read; what is no profile fails, and says why.
 *
 * @throws {PlimsollError} with code `invalid-tests`, when a tier, rule or fact is named that there is not.
 *
 * @example
 * ```ts
 * import { harmlessApp, plimsollMatchers } from "plimsoll/testing";
 *
 * const rota = harmlessApp("Rota").usedBy(140).build();
 * const { pass, message } = plimsollMatchers.toClassifyAs(rota, "citizen");
 *
 * pass; // → false
 * message().split("\n")[0]; // → 'Expected "citizen", but it is "it-review".'
 *
 * expect.extend(plimsollMatchers);
 * ```
 */
export const plimsollMatchers = {
  /** An app is in a tier for certain, because of these rules or facts. */
  toClassifyAs<TierId extends string = StandardTierId>(
    received: unknown,
    tier: NoInfer<TierId>,
    options: MatcherOptions<TierId> & Besides = {},
  ): MatcherResult {
    const { because, not } = options;
    const expected = { tier, ...(because && { because }), ...(not && { not }) };
    const { failures, reasons } = judged(received, expected, options);
    return resultOf(failures, `Expected anything but "${tier}", but it is there.`, reasons);
  },
  /** A warning sign, or any other rule, holds of an app. */
  toRaiseSign<CriterionId extends string = StandardCriterionId, SignId extends string = StandardSignId>(
    received: unknown,
    sign: NoInfer<CriterionId | SignId>,
    options: MatcherOptions<string, CriterionId, SignId> = {},
  ): MatcherResult {
    const { policy = standardPolicy } = options;
    assertRule(sign, policy);
    const { failures, reasons } = judged(received, { because: [sign] }, options);
    return resultOf(failures, `Expected that "${sign}" does not hold, but it does.`, reasons);
  },
  /** No answer could change the tier of an app. */
  toBeSettled(received: unknown, options: MatcherOptions = {}): MatcherResult {
    const { classification, failures, reasons } = judged(received, {}, options);
    const open =
      classification?.settled === false
        ? classification.questions.flatMap(({ opens, question }) => (opens === "tier" ? `? ${question}` : []))
        : [];
    const unsettled =
      open.length > 0 ? ["Expected that its tier is settled, but answers could change it:", ...open] : [];
    return resultOf(
      [...failures, ...unsettled],
      `Expected that its tier is open, but it is "${classification?.tier}".`,
      reasons,
    );
  },
  /** An app is for certain no higher than a tier: the lowest one, when none is named. */
  toSatisfyPolicy<TierId extends string = StandardTierId>(
    received: unknown,
    given?: Policy<TierId>,
    options: PolicyOptions & AsOf & { readonly atMost?: NoInfer<TierId> } = {},
  ): MatcherResult {
    const policy: Policy = given ?? standardPolicy;
    const facts = factsOf(policy, options);
    const { atMost = policy.tiers[0]?.id ?? "" } = options;
    assertTests({ tests: [{ name: "", profile: received, expect: { tier: atMost } }] }, policy, facts);
    const { classification, failures, reasons } = judged(received, {}, { policy, facts, asOf: options.asOf });
    const rankOf = rankingOf(policy);
    const isAbove = classification !== undefined && rankOf(classification.ceiling) > rankOf(atMost);
    const above = isAbove
      ? [`Expected no higher than "${atMost}", but it is, or could be, "${classification.ceiling}".`]
      : [];
    return resultOf(
      [...failures, ...above],
      `Expected higher than "${atMost}", but it is "${classification?.tier}".`,
      reasons,
    );
  },
};
