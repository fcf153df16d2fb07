import { type Evidence, FALSE, not, type Standing, type State, TRUE, type Truth } from "../conditions/index.js";
import type { PreparedPolicy, PreparedRule } from "../policy/index.js";
import type { AppProfile } from "../profile/index.js";
import type { Finding, FindingStatus } from "./classification.js";
import { isHandledBy, withoutHandled } from "./coverage.js";

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

/** Judges a rule on the whole app; where components cover it, on what they leave. */
function judgeRule(rule: PreparedRule, whole: State): Judgement | undefined {
  const truth = truthIn(rule, whole);
  if (truth === FALSE) {
    const isExempt = rule.unless && rule.when.evaluate(whole) === TRUE;
    return isExempt ? { truth, status: "exempt", state: whole, coveredBy: [] } : undefined;
  }
  const components = rule.coveredBy.filter(
    (component) => isHandledBy(whole.profile, component) && (component.when?.evaluate(whole) ?? TRUE) === TRUE,
  );
  const isUsed = components.length > 0;
  const state: State = isUsed ? { ...whole, ...withoutHandled(whole.profile, components), derived: [] } : whole;
  const left = isUsed ? both(truth, truthIn(rule, state)) : truth;
  if (left !== FALSE) return { truth: left, status: left === TRUE ? "holds" : "possible", state, coveredBy: [] };
  if (truth !== TRUE) return undefined;
  return { truth: left, status: "covered", state: whole, coveredBy: components.map(({ id }) => id) };
}

/** What a rule rests on, and its exemption with it where that is or may be why it does not stand. */
function evidenceOf({ when, unless }: PreparedRule, state: State, withExemption: boolean): readonly Evidence[] {
  const evidence: Evidence[] = [];
  when.collect(state, evidence);
  if (withExemption) unless?.collect(state, evidence);
  return evidence;
}

function findingOf(rule: PreparedRule, { status, state, coveredBy }: Judgement): Finding {
  const evidence = evidenceOf(rule, state, status === "possible" || status === "exempt");
  const { kind, id, tier, severity, title, why, advice, source } = rule.words;
  // Spelt out, since a spread costs more than all the rest.
  return { kind, id, status, tier, severity, title, why, advice, source, evidence, coveredBy };
}

/** What is reported after what holds, in this order. */
const otherStatuses: readonly FindingStatus[] = ["possible", "covered", "exempt"];

/** A chain of signs may become a chain of so many calls; what lies further back is told before. */
const mostCalls = 50;

/** Judges every rule of a policy on one app. */
export function judge({ slots, rules }: PreparedPolicy, profile: AppProfile): Judged {
  const judgements = new Array<Judgement | undefined>(rules.length);
  const told: (readonly Evidence[])[] = [];
  let next = 0;
  const restsOn = (index: number): readonly Evidence[] => {
    for (; next < index - mostCalls; next++) restsOn(next);
    const rule = rules[index];
    const { truth, state } = judgements[index] ?? { truth: FALSE, state: whole };
    told[index] ??= rule === undefined ? [] : evidenceOf(rule, state, truth !== TRUE);
    return told[index];
  };
  const whole: Judged = { profile, place: undefined, derived: new Array(slots), judgements, restsOn };
  rules.forEach((rule, index) => {
    judgements[index] = judgeRule(rule, whole);
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
