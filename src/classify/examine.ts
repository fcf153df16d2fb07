import { type Compiled, type Condition, type Evidence, TRUE, UNDECIDED, unknownTo } from "../conditions/index.js";
import { type Catalogue, type Reading, readFact, standardFacts } from "../facts/index.js";
import {
  type AnyRules,
  lookAgainAtAll,
  type Policy,
  type PolicyOptions,
  preparePolicy,
  remembered,
} from "../policy/index.js";
import { type AppProfile, assertProfile, lookAgainAt } from "../profile/index.js";
import { lookingAgain } from "../shapes/index.js";
import { type AsOf, dayOf } from "../time/index.js";
import type { Classification } from "./classification.js";
import { concluder } from "./conclude.js";
import { judging } from "./judge.js";

/** Whether a condition holds of an app (`null` while that is undecided), and what that rests on. */
export interface Answer {
  readonly holds: boolean | null;
  readonly evidence: readonly Evidence[];
}

/** One app, classified, with whatever else the policy asks of it. */
export interface Examination<TierId extends string = string> {
  readonly profile: AppProfile;
  readonly classification: Classification<TierId>;
  /** Asks a condition of the policy. */
  readonly ask: (condition: Condition) => Answer;
  /** What the profile tells of a fact. */
  readonly read: (fact: string) => Reading;
}

/** Examines apps by the policy that it was made with, as of a day where one is given. */
export type Examiner<TierId extends string = string> = (profile: AppProfile, options?: AsOf) => Examination<TierId>;

function examinerOf(policy: AnyRules, given: Catalogue): Examiner {
  const prepared = preparePolicy(policy, given);
  const { facts } = prepared;
  const { judge } = judging(prepared);
  const { conclude } = concluder(policy, prepared);
  const compiled = new WeakMap<Condition, Compiled>();
  const prepare = (condition: Condition): Compiled => {
    const ready = compiled.get(condition) ?? prepared.compile(condition);
    compiled.set(condition, ready);
    return ready;
  };
  return (profile, options = {}) => {
    const asOf = dayOf(options);
    assertProfile(profile);
    const look = () => {
      lookAgainAt(profile);
      lookAgainAtAll(policy);
    };
    const judged = lookingAgain(() => judge(profile, asOf), look);
    const ask = (condition: Condition): Answer =>
      lookingAgain(() => {
        const { evaluate, collect } = prepare(condition);
        const truth = evaluate(judged);
        const evidence: Evidence[] = [];
        collect(judged, evidence);
        return { holds: truth === UNDECIDED ? null : truth === TRUE, evidence };
      }, look);
    const read = (name: string): Reading => readFact(name, facts[name] ?? unknownTo("fact", name), profile, asOf);
    return { profile, classification: lookingAgain(() => conclude(judged), look), ask, read };
  };
}

const rememberedExaminer = /* @__PURE__ */ remembered(examinerOf);

/**
 * Prepares a policy to be asked for more than a classification: the conditions of its reviews, boundaries and checks. They
 * see the rules as they were judged, so that a sign that a component covers does not stand.
 *
 * @throws {PlimsollError} with code `invalid-policy`, when the policy cannot be asked.
 */
export function createExaminer<TierId extends string>(
  policy: Policy<TierId>,
  { facts = standardFacts }: PolicyOptions = {},
): Examiner<TierId> {
  // Every tier that is named comes from the policy.
  return rememberedExaminer(policy, facts) as Examiner<TierId>;
}
