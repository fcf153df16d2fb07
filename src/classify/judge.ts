import {
  always,
  type Evidence,
  FALSE,
  type Groups,
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
    const state: State = {
      ...whole,
      ...withoutHandled(whole.profile, components),
      known: [],
      located: [],
      truths: [],
      evidence: [],
    };
    return { state, own: truthIn(rule, state) };
  });
  const truths = new Set(looks.map(({ own }) => both(truth, own)));
  const [left = UNDECIDED] = truths.size > 1 || open.length > mostOpen ? [] : truths;
  // Whatever leaves it open is what it rests on; else what is certainly left.
  const found = looks.find(({ own }) => own === UNDECIDED) ?? (truth === UNDECIDED ? undefined : looks[0]);
  const conditions = left === UNDECIDED ? open.flatMap(({ when }) => when ?? []) : [];
  return { left, state: found?.state ?? whole, open: conditions.map((when) => ({ when, state: whole })), covering };
}

const nothingOpen: Standing["open"] = [];
/** Shared by all answers, so that nobody can put something into it. */
const noComponents: readonly string[] = Object.freeze([]);

/** Judges a rule on the whole app; where components cover it, on what they leave. */
function judgeRule(rule: PreparedRule, whole: State, isAnyHandled: boolean): Judgement | undefined {
  const truth = truthIn(rule, whole);
  if (truth === FALSE) {
    const isExempt = rule.unless && rule.when.evaluate(whole) === TRUE;
    return isExempt ? { truth, status: "exempt", state: whole, open: nothingOpen, coveredBy: noComponents } : undefined;
  }
  const used = isAnyHandled ? rule.coveredBy.filter((component) => isHandledBy(whole.profile, component)) : [];
  if (used.length === 0) {
    return { truth, status: statusOf(truth), state: whole, open: nothingOpen, coveredBy: noComponents };
  }
  const { left, state, open, covering } = judgeLeft(rule, whole, truth, used);
  if (left !== FALSE) return { truth: left, status: statusOf(left), state, open, coveredBy: noComponents };
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

/** What judged rules rest on: each is asked once, when something refers to it. */
function restingOn(rules: readonly PreparedRule[], judgements: readonly (Judgement | undefined)[]) {
  const told: (readonly Evidence[])[] = [];
  let next = 0;
  return (index: number, whole: State): readonly Evidence[] => {
    for (; next < index - mostCalls; next++) whole.restsOn(next);
    const rule = rules[index];
    const standing = judgements[index] ?? { truth: FALSE, state: whole, open: nothingOpen };
    told[index] ??= rule === undefined ? [] : evidenceOf(rule, standing, standing.truth !== TRUE);
    return told[index];
  };
}

/** Holds what is known of an app against every line, and says which groups of them are not all false. */
function groupsTouched(lines: PreparedPolicy["lines"], { profile, known, truths }: State): Groups {
  let touched = always;
  for (let index = 0; index < lines.length; index++) {
    const line = lines[index];
    if (line === undefined) continue;
    const truth = line.truthOf(line.slot.known(profile, known));
    truths[index] = truth;
    if (truth !== FALSE) touched |= line.group;
  }
  return touched;
}

/** Judges every rule of a policy on one app. */
export function judge({ lines, rules }: PreparedPolicy, profile: AppProfile): Judged {
  const judgements = new Array<Judgement | undefined>(rules.length);
  const rests = restingOn(rules, judgements);
  const restsOn = (index: number) => rests(index, whole);
  const whole: Judged = {
    profile,
    place: undefined,
    known: [],
    located: [],
    truths: [],
    evidence: [],
    judgements,
    restsOn,
  };
  const isAnyHandled = namesComponent(profile);
  let touched = groupsTouched(lines, whole);
  for (let index = 0; index < rules.length; index++) {
    const rule = rules[index];
    if (rule === undefined || (rule.when.groups & touched) === 0) continue;
    const judgement = judgeRule(rule, whole, isAnyHandled);
    judgements[index] = judgement;
    if (judgement !== undefined && judgement.truth !== FALSE) touched |= rule.group;
  }
  return whole;
}

/** What there is to report of an app. */
interface Reported {
  /** What holds comes first, then what is possible, covered, exempt; within each, the highest tier first. */
  readonly findings: readonly Finding[];
  /** Those that could lift it above its tier. */
  readonly lifting: readonly Finding[];
}

/** What there is to report. Rules that do not hold, and could not, are left out. */
export function reportOf({ rules, reported }: PreparedPolicy, { judgements }: Judged, tier: number): Reported {
  const findings: Finding[] = [];
  const lifting: Finding[] = [];
  const others: Finding[] = [];
  for (const index of reported) {
    const rule = rules[index];
    const judgement = judgements[index];
    if (rule === undefined || judgement === undefined) continue;
    const finding = findingOf(rule, judgement);
    if (judgement.status === "holds") findings.push(finding);
    else others.push(finding);
    if (judgement.status === "possible" && rule.rank > tier) lifting.push(finding);
  }
  if (others.length === 0) return { findings, lifting };
  for (const status of otherStatuses) {
    for (const finding of others) if (finding.status === status) findings.push(finding);
  }
  return { findings, lifting };
}

/** The ranks of the highest tier that is certainly reached, and of the highest that is still possible. */
export function ranksOf({ rules }: PreparedPolicy, { judgements }: Judged): readonly [tier: number, ceiling: number] {
  let tier = 0;
  let ceiling = 0;
  for (let index = 0; index < rules.length; index++) {
    const status = judgements[index]?.status;
    const rank = rules[index]?.rank ?? 0;
    if (status === "holds" && rank > tier) tier = rank;
    if (status === "possible" && rank > ceiling) ceiling = rank;
  }
  return [tier, Math.max(tier, ceiling)];
}
