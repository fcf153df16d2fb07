import {
  and,
  FALSE,
  not,
  type RuleStanding,
  type State,
  type StateWith,
  stateOfLeft,
  TRUE,
  type Truth,
  UNDECIDED,
} from "../conditions/index.js";
import { nothingOpen, type PreparedComponent, type PreparedRule } from "../policy/index.js";
import type { FindingStatus } from "./classification.js";
import { isHandledBy, namesComponent, withoutHandled } from "./coverage.js";

/** How a rule stands that has something to say, and the components that cover it. */
export interface Judgement extends RuleStanding {
  readonly status: FindingStatus;
  readonly coveredBy: readonly string[];
}

/** What is known of an app once every rule was judged. */
export type Judged = StateWith<Judgement>;

/** Whether a rule holds of an app, and is not exempt. */
export function truthIn({ when, unless }: PreparedRule, state: State): Truth {
  const truth = when.evaluate(state);
  return unless === undefined || truth === FALSE ? truth : and(truth, not(unless.evaluate(state)));
}

/** Shared by all answers, so that nobody can put something into it. */
const noComponents: readonly string[] = Object.freeze([]);

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
    const state = stateOfLeft(profile, place, whole);
    return { state, own: truthIn(rule, state) };
  });
  const truths = new Set(looks.map(({ own }) => and(truth, own)));
  const [left = UNDECIDED] = truths.size > 1 || open.length > mostOpen ? [] : truths;
  // Whatever leaves it open is what it rests on; else what is certainly left.
  const found = looks.find(({ own }) => own === UNDECIDED) ?? (truth === UNDECIDED ? undefined : looks[0]);
  const conditions = left === UNDECIDED ? open.flatMap(({ when }) => when ?? []) : [];
  return { left, state: found?.state ?? whole, open: conditions.map((when) => ({ when, state: whole })), covering };
}

/** An app that rules are judged on. */
export interface Judging {
  readonly whole: State;
  /** How rules stand that no component has to do with. */
  readonly alike: ReturnType<typeof alikeIn>;
  /** Whether any component handles a part of it, once that was asked. */
  isAnyHandled: boolean | undefined;
}

/** Prepares an app for rules to be judged on. */
export const judgingOf = (whole: State): Judging => ({ whole, alike: alikeIn(whole), isAnyHandled: undefined });

/** The components that cover a rule and handle a part of an app. */
function usedBy({ coveredBy }: PreparedRule, app: Judging): readonly PreparedComponent[] {
  if (coveredBy.length === 0) return coveredBy;
  const { profile } = app.whole;
  app.isAnyHandled ??= namesComponent(profile);
  return app.isAnyHandled ? coveredBy.filter((component) => isHandledBy(profile, component)) : none;
}

const none: readonly PreparedComponent[] = [];

/**
 * Judges a rule on a whole app; where components cover it, on what they leave.
 *
 * @param truth Whether it holds of the whole app.
 */
export function judgeRule(rule: PreparedRule, truth: Truth, app: Judging): Judgement | undefined {
  const { whole, alike } = app;
  if (truth === FALSE) return rule.unless && rule.when.evaluate(whole) === TRUE ? alike.exempt : undefined;
  const used = usedBy(rule, app);
  if (used.length === 0) return alike[statusOf(truth)];
  const { left, state, open, covering } = judgeLeft(rule, whole, truth, used);
  if (left !== FALSE) return { truth: left, status: statusOf(left), state, open, coveredBy: noComponents };
  if (truth !== TRUE) return undefined;
  return { ...alike.holds, truth: left, status: "covered", open, coveredBy: covering.map(({ id }) => id) };
}
