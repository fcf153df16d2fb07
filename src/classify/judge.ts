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

/** Kleene's conjunction. */
const both = (left: Truth, right: Truth): Truth => (left < right ? left : right);

function truthIn({ when, unless }: PreparedRule, state: State): Truth {
  const truth = when.evaluate(state);
  return unless === undefined || truth === FALSE ? truth : both(truth, not(unless.evaluate(state)));
}

const nothing: readonly string[] = Object.freeze([]);

const certain = (truth: Truth): FindingStatus => (truth === TRUE ? "holds" : "possible");

/** Judges a rule on the whole app; where components cover it, on what they leave. */
function judgeRule(rule: PreparedRule, whole: State): Judgement | undefined {
  const truth = truthIn(rule, whole);
  if (truth === FALSE) {
    const isExempt = rule.unless !== undefined && rule.when.evaluate(whole) === TRUE;
    return isExempt ? { truth, status: "exempt", state: whole, coveredBy: nothing } : undefined;
  }
  const components = rule.coveredBy.filter((id) => isHandledBy(whole.profile, id));
  if (components.length === 0) return { truth, status: certain(truth), state: whole, coveredBy: nothing };

  const remainder: State = { ...whole, ...withoutHandled(whole.profile, components), derived: [] };
  const left = both(truth, truthIn(rule, remainder));
  if (left !== FALSE) return { truth: left, status: certain(left), state: remainder, coveredBy: nothing };
  return truth === TRUE ? { truth: left, status: "covered", state: whole, coveredBy: components } : undefined;
}

function findingOf(rule: PreparedRule, { status, state, coveredBy }: Judgement): Finding {
  const { kind, id, tier, severity, title, why, advice, source } = rule;
  const evidence: Evidence[] = [];
  rule.when.collect(state, evidence);
  if (status === "possible" || status === "exempt") rule.unless?.collect(state, evidence);
  return { kind, id, status, tier, severity, title, why, advice, source, evidence, coveredBy };
}

/** What is reported after what holds, in this order. */
const otherStatuses: readonly FindingStatus[] = ["possible", "covered", "exempt"];

/**
 * Judges every rule of a policy on one app. Rules that do not hold, and could not, are left out; what holds comes first,
 * and within that the highest tier.
 */
export function judge({ slots, rules, reported }: PreparedPolicy, profile: AppProfile): readonly Finding[] {
  const judgements = new Array<Judgement | undefined>(rules.length);
  const whole: State = { profile, place: undefined, derived: new Array(slots), judgements };
  rules.forEach((rule, index) => {
    judgements[index] = judgeRule(rule, whole);
  });

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
