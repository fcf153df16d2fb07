import { type Catalogue, standardFacts } from "../facts/index.js";
import {
  type AnyRules,
  assertPolicy,
  lookAgainAtPolicy,
  type Policy,
  type PolicyOptions,
  preparePolicy,
  remembered,
} from "../policy/index.js";
import { type AppProfile, lookAgainAt } from "../profile/index.js";
import { lookingAgain } from "../shapes/index.js";
import { type StandardTierId, standardRules } from "../standard/index.js";
import { type AsOf, type Day, dayOf } from "../time/index.js";
import type { Classification } from "./classification.js";
import { concluder } from "./conclude.js";
import { judging } from "./judge.js";

/**
 * Classifies one app by the policy that it was made with, as of a day where one is given; `tierOf` answers its tier alone.
 *
 * @example
 * ```ts
 * import { type Classifier, createClassifier, standardPolicy } from "plimsoll";
 *
 * const classify: Classifier = createClassifier(standardPolicy);
 *
 * classify({ id: "stock", name: "Stock list", audience: { users: 140 } }).tier; // → "it-review"
 * classify.tierOf({ id: "stock", name: "Stock list", data: [{ class: "health" }] }).settled; // → true
 * ```
 */
export interface Classifier<TierId extends string = string> {
  (profile: AppProfile, options?: AsOf): Classification<TierId>;
  /** The tier alone, for whoever needs no findings: quicker. */
  readonly tierOf: (
    profile: AppProfile,
    options?: AsOf,
  ) => Pick<Classification<TierId>, "tier" | "ceiling" | "settled">;
}

/** An app that says which it is, and of which lists it does not say all, as every answer needs it. */
function named(profile: AppProfile): AppProfile {
  const { id, partial } = profile;
  const isNamed = typeof id === "string" && id !== "";
  if (!isNamed || (partial !== undefined && !Array.isArray(partial))) lookAgainAt(profile);
  return profile;
}

/** Prepares a policy, to classify many apps with it. */
export function classifierOf<TierId extends string>(policy: AnyRules, facts: Catalogue): Classifier<TierId> {
  const prepared = preparePolicy(policy, facts);
  const { judge, ranksIn } = judging(prepared);
  const { conclude, standing } = concluder(policy, prepared);
  const asking =
    <Answer>(answer: (profile: AppProfile, asOf: Day | undefined) => Answer) =>
    (profile: AppProfile, options: AsOf = {}): Answer => {
      const day = dayOf(options);
      return lookingAgain(
        () => answer(named(profile), day),
        () => {
          lookAgainAt(profile);
          lookAgainAtPolicy(policy);
        },
      );
    };
  // Every tier that is named comes from the policy.
  return Object.assign(
    asking((profile, asOf) => conclude(judge(profile, asOf))),
    { tierOf: asking((profile, asOf) => standing(...ranksIn(profile, asOf))) },
  ) as Classifier<TierId>;
}

const rememberedClassifier = /* @__PURE__ */ remembered((policy: AnyRules, facts: Catalogue) =>
  classifierOf(policy, facts),
);

/**
 * Checks and prepares a policy once, to classify many apps with it.
 *
 * @throws {PlimsollError} with code `invalid-policy` and every problem, when the policy is not one.
 *
 * @example
 * ```ts
 * import { createClassifier, standardPolicy } from "plimsoll";
 *
 * const classifyByStandard = createClassifier(standardPolicy);
 * const apps = [
 *   { id: "rota", name: "Rota", audience: { users: 140 } },
 *   { id: "pay", name: "Expenses", data: [{ class: "payment" as const }] },
 * ];
 *
 * apps.map((app) => classifyByStandard(app).tier); // → ["it-review", "professional"]
 * ```
 */
export function createClassifier<TierId extends string>(
  policy: Policy<TierId>,
  { facts = standardFacts }: PolicyOptions = {},
): Classifier<TierId> {
  assertPolicy(policy, facts);
  return classifierOf(policy, facts);
}

/**
 * Says which tier an app belongs to, why, and what is still open. Plain JSON; the profile stays as it was. A policy is
 * prepared when it is asked for the first time, and remembered as the object that it is: one that is changed in place afterwards is
 * not prepared anew. {@link createClassifier} checks it as well.
 *
 * @param profile What is said of the app; read unknown input with `parseProfile` first.
 * @param policy Where the lines lie; `standardPolicy` when left out.
 * @param options The facts that the policy may ask for; and `asOf`, the day as of which it is asked: facts that are made of dates
 * are unknown without one.
 * @throws {PlimsollError} with code `invalid-policy` when the policy was never checked and cannot be asked; with code `invalid-date`
 * when `asOf` is no day; with code `invalid-fact` when a fact that it asks for cannot be derived: the profile was never parsed, or a fact of yours has a bug.
 *
 * @example
 * ```ts
 * import { classify } from "plimsoll";
 *
 * const { tier, ceiling, settled, questions } = classify({
 *   id: "stock",
 *   name: "Stock list",
 *   audience: { users: 140 },
 * });
 *
 * tier; // → "it-review"
 * ceiling; // → "professional"
 * settled; // → false
 * questions[0]?.question; // → "Which other systems is it connected to?"
 * ```
 */
export function classify<TierId extends string = StandardTierId>(
  profile: AppProfile,
  // Without a policy, the tiers are those of the standard policy, of which the rules are enough.
  policy: Policy<TierId> = standardRules as AnyRules as Policy<TierId>,
  { facts = standardFacts, asOf }: PolicyOptions & AsOf = {},
): Classification<TierId> {
  // Every tier that is named comes from the policy.
  return rememberedClassifier(policy, facts)(profile, { asOf }) as Classification<TierId>;
}
