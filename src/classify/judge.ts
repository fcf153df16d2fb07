import { always, type Evidence, FALSE, type Groups, type State, stateOf, TRUE } from "../conditions/index.js";
import type { PreparedPolicy, PreparedRule } from "../policy/index.js";
import type { AppProfile } from "../profile/index.js";
import { namesComponent } from "./coverage.js";
import { evidenceOf, type Judged, type Judgement, judging, nothingOpen } from "./judgement.js";

/** A chain of signs may become a chain of so many calls; what lies further back is told before. */
const mostCalls = 50;

/** What judged rules rest on: each is asked once, when something refers to it. */
function restingOn(rules: readonly PreparedRule[], judgements: readonly (Judgement | undefined)[]) {
  const told: (readonly Evidence[])[] = [];
  let next = 0;
  return (index: number, whole: State): readonly Evidence[] => {
    for (; next < index - mostCalls; next++) whole.restsOn(next);
    const rule = rules[index];
    const judged = judgements[index] ?? { truth: FALSE, state: whole, open: nothingOpen };
    told[index] ??= rule === undefined ? [] : evidenceOf(rule, judged, judged.truth !== TRUE);
    return told[index];
  };
}

/** Holds what is known of an app against every line, and says which groups of them are not all false. */
function groupsTouched(lines: PreparedPolicy["lines"], { found, truths }: State): Groups {
  const { known } = found;
  let touched = always;
  for (const { slot, truthOf, group } of lines) {
    const own = known[slot];
    const truth = own === undefined ? FALSE : truthOf(own);
    truths.push(truth);
    if (truth !== FALSE) touched |= group;
  }
  return touched;
}

/** Judges every rule of a policy on one app. */
export function judge({ read, lines, rules }: PreparedPolicy, profile: AppProfile): Judged {
  const judgements = new Array<Judgement | undefined>(rules.length);
  const rests = restingOn(rules, judgements);
  const whole: Judged = stateOf(profile, undefined, read(profile), judgements, (index) => rests(index, whole));
  let isAnyHandled: boolean | undefined;
  const judgementOf = judging(whole, () => {
    isAnyHandled ??= namesComponent(profile);
    return isAnyHandled;
  });
  let touched = groupsTouched(lines, whole);
  for (let index = 0; index < rules.length; index++) {
    const rule = rules[index];
    if (rule === undefined || (rule.when.groups & touched) === 0) continue;
    const judgement = judgementOf(rule);
    judgements[index] = judgement;
    if (judgement !== undefined && judgement.truth !== FALSE) touched |= rule.group;
  }
  return whole;
}
