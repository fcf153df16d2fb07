import {
  type Evidence,
  FALSE,
  not,
  type Standing,
  type State,
  TRUE,
  type Truth,
  UNDECIDED,
} from "../conditions/index.js";
import type { PreparedComponent, PreparedPolicy, PreparedRule } from "../policy/index.js";
import type { AppProfile } from "../profile/index.js";
import type { Finding, FindingStatus } from "./classification.js";
import { isHandledBy, namesComponent, withoutHandled } from "./coverage.js";

/** How a rule stands that has something to say, and the components that cover it. */
interface Judgement extends Standing {
  readonly status: FindingStatus;
  readonly coveredBy: readonly string[];
}

/** What is known of an app once every rule was judged. */
export interface Judged extends State {
  readonly judgements: readonly (Judgement | undefined)[];
}

/** Kleene's conjunction. */
const both = (left: Truth, right: Truth): Truth => (left < right ? left : right);

function truthIn({ when, unless }: PreparedRule, state: State): Truth {
  const truth = when.evaluate(state);
  return unless === undefined || truth === FALSE ? truth : both(truth, not(unless.evaluate(state)));
}

const statusOf = (truth: Truth) => (truth === TRUE ? "holds" : "possible");

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
    const state: State = { ...whole, ...withoutHandled(whole.profile, components), known: [], located: [] };
    return { state, own: truthIn(rule, state) };
  });
  const truths = new Set(looks.map(({ own }) => both(truth, own)));
  const [left = UNDECIDED] = truths.size > 1 || open.length > mostOpen ? [] : truths;
  // Whatever leaves it open is what it rests on; else what is certainly left.
  const found = looks.find(({ own }) => own === UNDECIDED) ?? (truth === UNDECIDED ? undefined : looks[0]);
  const conditions = left === UNDECIDED ? open.flatMap(({ when }) => when ?? []) : [];
  return { left, state: found?.state ?? whole, open: conditions.map((when) => ({ when, state: whole })), covering };
}

/** Judges a rule on the whole app; where components cover it, on what they leave. */
function judgeRule(rule: PreparedRule, whole: State, isAnyHandled: boolean): Judgement | undefined {
  const truth = truthIn(rule, whole);
  if (truth === FALSE) {
    const isExempt = rule.unless && rule.when.evaluate(whole) === TRUE;
    return isExempt ? { truth, status: "exempt", state: whole, open: [], coveredBy: [] } : undefined;
  }
  const used = isAnyHandled ? rule.coveredBy.filter((component) => isHandledBy(whole.profile, component)) : [];
  if (used.length === 0) return { truth, status: statusOf(truth), state: whole, open: [], coveredBy: [] };
  const { left, state, open, covering } = judgeLeft(rule, whole, truth, used);
  if (left !== FALSE) return { truth: left, status: statusOf(left), state, open, coveredBy: [] };
  if (truth !== TRUE) return undefined;
  return { truth: left, status: "covered", state: whole, open, coveredBy: covering.map(({ id }) => id) };
}

/** What a rule rests on, and its exemption with it where that is or may be why it does not stand. */
function evidenceOf(
  { when, unless }: PreparedRule,
  { state, open }: Standing,
  withExemption: boolean,
): readonly Evidence[] {
  const evidence: Evidence[] = [];
  when.collect(state, evidence);
  if (withExemption) unless?.collect(state, evidence);
  for (const { when: asked, state: whole } of open) asked.collect(whole, evidence);
  return evidence;
}

function findingOf(rule: PreparedRule, judgement: Judgement): Finding {
  const { status, coveredBy } = judgement;
  const evidence = evidenceOf(rule, judgement, status === "possible" || status === "exempt");
  const { kind, id, tier, severity, title, why, advice, source } = rule.words;
  // Spelt out, since a spread costs more than all the rest.
  return { kind, id, status, tier, severity, title, why, advice, source, evidence, coveredBy };
}

/** What is reported after what holds, in this order. */
const otherStatuses: readonly FindingStatus[] = ["possible", "covered", "exempt"];

/** A chain of signs may become a chain of so many calls; what lies further back is told before. */
const mostCalls = 50;

/** Judges every rule of a policy on one app. */
export function judge({ rules }: PreparedPolicy, profile: AppProfile): Judged {
  const judgements = new Array<Judgement | undefined>(rules.length);
  const told: (readonly Evidence[])[] = [];
  let next = 0;
  const restsOn = (index: number): readonly Evidence[] => {
    for (; next < index - mostCalls; next++) restsOn(next);
    const rule = rules[index];
    const standing = judgements[index] ?? { truth: FALSE, state: whole, open: [] };
    told[index] ??= rule === undefined ? [] : evidenceOf(rule, standing, standing.truth !== TRUE);
    return told[index];
  };
  const whole: Judged = { profile, place: undefined, known: [], located: [], judgements, restsOn };
  const isAnyHandled = namesComponent(profile);
  rules.forEach((rule, index) => {
    judgements[index] = judgeRule(rule, whole, isAnyHandled);
  });
  return whole;
}

/**
 * What there is to report. Rules that do not hold, and could not, are left out; what holds comes first, and within that
 * the highest tier.
 */
export function findingsOf({ rules, reported }: PreparedPolicy, { judgements }: Judged): readonly Finding[] {
  const findings: Finding[] = [];
  const others: Finding[] = [];
  for (const index of reported) {
    const rule = rules[index];
    const judgement = judgements[index];
    if (rule === undefined || judgement === undefined) continue;
    const finding = findingOf(rule, judgement);
    (judgement.status === "holds" ? findings : others).push(finding);
  }
  for (const status of otherStatuses) {
    for (const finding of others) if (finding.status === status) findings.push(finding);
  }
  return findings;
}
