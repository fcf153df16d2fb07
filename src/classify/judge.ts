import { FALSE, type State, stateOf, type Truth } from "../conditions/index.js";
import type { PreparedPolicy, PreparedRule } from "../policy/index.js";
import type { AppProfile } from "../profile/index.js";
import { type Judged, type Judgement, judgeRule, judgingOf, truthIn } from "./judgement.js";

/** Whether rules hold of an app: of one that tells nothing of what a rule asks, as of all such apps. */
function holding(rules: readonly PreparedRule[]) {
  const ofUntold = new Array<Truth | undefined>(rules.length);
  return (rule: PreparedRule, index: number, whole: State): Truth => {
    if ((rule.facts & whole.found.told) !== 0) return truthIn(rule, whole);
    const truth = ofUntold[index] ?? truthIn(rule, whole);
    ofUntold[index] = truth;
    return truth;
  };
}

/** Prepares to judge every rule of a policy on an app. */
export function judging({ read, touchedBy, rules }: PreparedPolicy): (profile: AppProfile) => Judged {
  const truthOf = holding(rules);
  return (profile) => {
    const judgements = new Array<Judgement | undefined>(rules.length);
    const whole = stateOf(profile, read(profile), judgements);
    const app = judgingOf(whole);
    let touched = touchedBy(whole.found);
    for (let index = 0; index < rules.length; index++) {
      const rule = rules[index];
      if (rule === undefined || (rule.when.groups & touched) === 0) continue;
      const judgement = judgeRule(rule, truthOf(rule, index, whole), app);
      judgements[index] = judgement;
      if (judgement !== undefined && judgement.truth !== FALSE) touched |= rule.group;
    }
    return whole;
  };
}
