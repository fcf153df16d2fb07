import {
  and,
  type Evidence,
  FALSE,
  not,
  type Standing,
  type State,
  type StateWith,
  stateOf,
  TRUE,
  type Truth,
  UNDECIDED,
} from "../conditions/index.js";
import type { PreparedComponent, PreparedRule } from "../policy/index.js";
import type { FindingStatus } from "./classification.js";
import { isHandledBy, withoutHandled } from "./coverage.js";

/** How a rule stands that has something to say, and the components that cover it. */
export interface Judgement extends Standing {
  readonly status: FindingStatus;
  readonly coveredBy: readonly string[];
}

/** What is known of an app once every rule was judged. */
export type Judged = StateWith<Judgement>;

function truthIn({ when, unless }: PreparedRule, state: State): Truth {
  const truth = when.evaluate(state);
  return unless === undefined || truth === FALSE ? truth : and(truth, not(unless.evaluate(state)));
}

/** Shared by all answers, so that nobody can put something into it. */
const noComponents: readonly string[] = Object.freeze([]);

/** No component leaves open whether it covers. */
export const nothingOpen: Standing["open"] = [];

const statusOf = (truth: Truth) => (truth === TRUE ? "holds" : "possible");

/** How rules stand that no component has to do with: all of them alike. */
function alikeIn(state: State) {
  const alike = (truth: Truth, status: FindingStatus): Judgement => {
    return { truth, status, state, open: nothingOpen, coveredBy: noComponents };
  };
  return { holds: alike(TRUE, "holds"), possible: alike(UNDECIDED, "possible"), exempt: alike(FALSE, "exempt") };
}

/** Of so many components whose conditions are open every choice is looked at; what more of them cover stays open. */
const mostOpen = 4;

/**
 * Judges a rule on what components leave of an app. One whose condition is open may cover and may not, so that the rule is
 * judged both ways, and open where it matters.
 */
function judgeLeft(rule: PreparedRule, whole: State, truth: Truth, used: readonly PreparedComponent[]) {
  const those = (sought: Truth) => used.filter(({ when }) => (when?.evaluate(whole) ?? TRUE) === sought);
  const covering = those(TRUE);
  const open = those(UNDECIDED);
  const looks = Array.from({ length: 1 << Math.min(open.length, mostOpen) }, (_, choice) => {
    const components = [...covering, ...open.filter((_, index) => choice & (1 << index))];
    const { profile, place } = withoutHandled(whole.profile, components);
    const state = stateOf(profile, place, { known: [], entries: [] }, whole.judgements, whole.restsOn);
    return { state, own: truthIn(rule, state) };
  });
  const truths = new Set(looks.map(({ own }) => and(truth, own)));
  const [left = UNDECIDED] = truths.size > 1 || open.length > mostOpen ? [] : truths;
  // Whatever leaves it open is what it rests on; else what is certainly left.
  const found = looks.find(({ own }) => own === UNDECIDED) ?? (truth === UNDECIDED ? undefined : looks[0]);
  const conditions = left === UNDECIDED ? open.flatMap(({ when }) => when ?? []) : [];
  return { left, state: found?.state ?? whole, open: conditions.map((when) => ({ when, state: whole })), covering };
}

/**
 * Prepares to judge rules on a whole app; where components cover one, on what they leave.
 *
 * @param isAnyHandled Whether any component handles a part of it.
 */
export function judging(whole: State, isAnyHandled: () => boolean) {
  const alike = alikeIn(whole);
  return (rule: PreparedRule): Judgement | undefined => {
    const truth = truthIn(rule, whole);
    if (truth === FALSE) return rule.unless && rule.when.evaluate(whole) === TRUE ? alike.exempt : undefined;
    const { coveredBy } = rule;
    const isUsed = (component: PreparedComponent) => isHandledBy(whole.profile, component);
    const used = coveredBy.length > 0 && isAnyHandled() ? coveredBy.filter(isUsed) : [];
    if (used.length === 0) return alike[statusOf(truth)];
    const { left, state, open, covering } = judgeLeft(rule, whole, truth, used);
    if (left !== FALSE) return { truth: left, status: statusOf(left), state, open, coveredBy: noComponents };
    if (truth !== TRUE) return undefined;
    return { ...alike.holds, truth: left, status: "covered", open, coveredBy: covering.map(({ id }) => id) };
  };
}

/** What a rule rests on, and its exemption with it where that is or may be why it does not stand. */
export function evidenceOf(
  { when, unless }: PreparedRule,
  { state, open }: Pick<Standing, "state" | "open">,
  withExemption: boolean,
): readonly Evidence[] {
  const evidence: Evidence[] = [];
  when.collect(state, evidence);
  if (withExemption) unless?.collect(state, evidence);
  for (const { when: asked, state: whole } of open) asked.collect(whole, evidence);
  return evidence;
}
