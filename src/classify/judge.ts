import { FALSE, type State, stateOf, type Truth } from "../conditions/index.js";
import type { Groups } from "../facts/index.js";
import type { PreparedPolicy, PreparedRule } from "../policy/index.js";
import type { AppProfile } from "../profile/index.js";
import type { Day } from "../time/index.js";
import { adjusting, type Ranks } from "./adjust.js";
import { type Judged, type Judgement, type Judging, judgeRule, judgingOf, truthIn } from "./judgement.js";

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

/** What judges apps by a policy. */
interface Judge {
  /** Judges every rule. */
  readonly judge: (profile: AppProfile, asOf: Day | undefined) => Judged;
  /** Judges no more rules than the tier needs. */
  readonly ranksIn: (profile: AppProfile, asOf: Day | undefined) => Ranks;
}

/** An app while rules are judged on it, and the groups that are not all false so far. */
interface Running {
  readonly app: Judging;
  readonly judgements: (Judgement | undefined)[];
  touched: Groups;
}

/** Prepares to judge apps by a policy. */
export function judging({ read, touchedBy, rules, reported, adjustments, named }: PreparedPolicy): Judge {
  const truthOf = holding(rules);
  const adjusted = adjusting(adjustments);

  function begin(profile: AppProfile, asOf: Day | undefined): Running & { readonly whole: Judged } {
    const judgements = new Array<Judgement | undefined>(rules.length);
    const whole = stateOf(profile, read(profile, asOf), judgements);
    return { whole, app: judgingOf(whole), judgements, touched: touchedBy(whole.found) };
  }

  function judgeAt(index: number, running: Running): void {
    const rule = rules[index];
    if (rule === undefined || (rule.when.groups & running.touched) === 0) return;
    const judgement = judgeRule(rule, truthOf(rule, index, running.app.whole), running.app);
    running.judgements[index] = judgement;
    if (judgement !== undefined && judgement.truth !== FALSE) running.touched |= rule.group;
  }

  return {
    judge: (profile, asOf) => {
      const running = begin(profile, asOf);
      for (let index = 0; index < rules.length; index++) judgeAt(index, running);
      return running.whole;
    },
    ranksIn: (profile, asOf) => {
      const running = begin(profile, asOf);
      const { judgements } = running;
      for (const index of named) judgeAt(index, running);
      let ceiling = 0;
      for (const index of reported) {
        if (judgements[index] === undefined) judgeAt(index, running);
        const rank = rules[index]?.rank ?? 0;
        const status = judgements[index]?.status;
        // The highest tier comes first.
        if (status === "holds") return adjusted([rank, Math.max(rank, ceiling)], running.whole);
        if (status === "possible" && rank > ceiling) ceiling = rank;
      }
      return adjusted([0, ceiling], running.whole);
    },
  };
}
