import { type Compiled, type Condition, type Evidence, TRUE, UNDECIDED, unknownTo } from "../conditions/index.js";
import { type Catalogue, type Reading, readFact, standardFacts } from "../facts/index.js";
import {
  type AnyRules,
  lookAgainAtAll,
  type Policy,
  type PolicyOptions,
  preparePolicy,
  type RuleWords,
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

/** How an app stands, without the reasons. */
export interface Standing<TierId extends string = string> {
  readonly tier: TierId;
  readonly ceiling: TierId;
  readonly settled: boolean;
  /** The rules that hold, the highest tier first. */
  readonly holding: readonly RuleWords[];
}

/** One app, judged, with whatever else the policy asks of it. What is costly is worked out when it is first asked for. */
export interface Examination<TierId extends string = string> {
  readonly profile: AppProfile;
  readonly standing: Standing<TierId>;
  readonly classification: Classification<TierId>;
  /** Asks whether a condition of the policy holds; `null` while that is undecided. */
  readonly holds: (condition: Condition) => boolean | null;
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
  const { conclude, standingOf } = concluder(policy, prepared);
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
    const holds = (condition: Condition): boolean | null =>
      lookingAgain(() => {
        const truth = prepare(condition).evaluate(judged);
        return truth === UNDECIDED ? null : truth === TRUE;
      }, look);
    const ask = (condition: Condition): Answer =>
      lookingAgain(() => {
        const evidence: Evidence[] = [];
        prepare(condition).collect(judged, evidence);
        return { holds: holds(condition), evidence };
      }, look);
    const read = (name: string): Reading => readFact(name, facts[name] ?? unknownTo("fact", name), profile, asOf);
    let classification: Classification | undefined;
    return {
      profile,
      standing: standingOf(judged),
      get classification() {
        classification ??= lookingAgain(() => conclude(judged), look);
        return classification;
      },
      holds,
      ask,
      read,
    };
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
