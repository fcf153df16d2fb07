import { type AskedAtom, FALSE, not, type State, TRUE, type Truth } from "../conditions/index.js";
import { type Catalogue, type Derived, deriveFact, type Fact } from "../facts/index.js";
import type { PreparedPolicy, PreparedRule } from "../policy/index.js";
import type { AppProfile } from "../profile/index.js";
import type { FindingStatus } from "./classification.js";
import { usesComponents, withoutHandled } from "./coverage.js";

/** A rule that has something to say about an app. */
export interface Judged {
  readonly rule: PreparedRule;
  readonly status: FindingStatus;
  /** The atoms that make the rule what it is. */
  readonly asked: readonly AskedAtom[];
  /** The ids of the components that cover it. */
  readonly coveredBy: readonly string[];
}

/** Derives the facts that a policy asks for, in the order of their slots. */
export type Derive = (profile: AppProfile) => readonly Derived[];

/** Prepares the derivation of a policy's facts. */
export function derivationOf(names: readonly string[], facts: Catalogue): Derive {
  // Preparation has found every name in the catalogue.
  const wanted = names.map((name) => ({ name, fact: facts[name] as Fact }));
  return (profile) => wanted.map(({ name, fact }) => deriveFact(name, fact, profile));
}

/** Kleene's conjunction. */
const both = (left: Truth, right: Truth): Truth => (left < right ? left : right);

function truthIn({ when, unless }: PreparedRule, state: State): Truth {
  const truth = when.evaluate(state);
  return unless === undefined || truth === FALSE ? truth : both(truth, not(unless.evaluate(state)));
}

/** What is reported first. */
const statuses: readonly FindingStatus[] = ["holds", "possible", "covered", "exempt"];

function inOrder(judgements: readonly (Judged | undefined)[], reported: readonly number[]): readonly Judged[] {
  const ordered: Judged[] = [];
  for (const status of statuses) {
    for (const index of reported) {
      const judged = judgements[index];
      if (judged?.status === status) ordered.push(judged);
    }
  }
  return ordered;
}

function statusOf(truth: Truth): FindingStatus {
  return truth === TRUE ? "holds" : "possible";
}

function judgedAs(status: FindingStatus, rule: PreparedRule, state: State, coveredBy: readonly string[]): Judged {
  const asked: AskedAtom[] = [];
  rule.when.collect(state, asked);
  if (status === "possible" || status === "exempt") rule.unless?.collect(state, asked);
  return { rule, status, asked, coveredBy };
}

/**
 * Judges every rule of a policy on one app. Rules that do not hold, and could not, are left out; what holds comes first,
 * and within that the highest tier.
 */
export function judge(policy: PreparedPolicy, derive: Derive, profile: AppProfile): readonly Judged[] {
  const standing: Truth[] = [];
  const judgedIn: (State | undefined)[] = [];
  const whole: State = { profile, place: undefined, derived: derive(profile), standing, judgedIn };
  const hasHandledParts = usesComponents(profile);

  const judgements = policy.rules.map((rule, index): Judged | undefined => {
    const truth = truthIn(rule, whole);
    standing[index] = truth;
    if (truth === FALSE) {
      const isExempt = rule.unless !== undefined && rule.when.evaluate(whole) === TRUE;
      return isExempt ? judgedAs("exempt", rule, whole, []) : undefined;
    }
    if (!hasHandledParts || rule.coveredBy.length === 0) return judgedAs(statusOf(truth), rule, whole, []);

    const rest = withoutHandled(profile, rule.coveredBy);
    const remainder: State = { ...whole, ...rest, derived: derive(rest.profile) };
    const uncovered = both(truth, truthIn(rule, remainder));
    standing[index] = uncovered;
    judgedIn[index] = remainder;
    if (uncovered !== FALSE) return judgedAs(statusOf(uncovered), rule, remainder, []);
    return truth === TRUE ? judgedAs("covered", rule, whole, rest.components) : undefined;
  });
  return inOrder(judgements, policy.reported);
}
