import type { Groups } from "../facts/index.js";
import { evidenceOf, type PreparedPolicy, type PreparedRule } from "../policy/index.js";
import type { Finding, FindingStatus } from "./classification.js";
import type { Judged, Judgement } from "./judgement.js";

function findingOf(rule: PreparedRule, judgement: Judgement): Finding {
  const { status, coveredBy } = judgement;
  const evidence = evidenceOf(rule, judgement, status === "possible" || status === "exempt");
  const { kind, id, tier, severity, title, why, advice, source } = rule.words;
  // Spelt out, since a spread costs more than all the rest.
  return { kind, id, status, tier, severity, title, why, advice, source, evidence, coveredBy };
}

/** Prepares findings: of all apps that tell nothing of what a rule asks, and have no component for it, the finding is the same. */
function findings(rules: readonly PreparedRule[]) {
  const ofUntold: (Finding | undefined)[] = new Array(rules.length);
  return (rule: PreparedRule, index: number, judgement: Judgement, told: Groups): Finding => {
    const isTold = (rule.facts & told) !== 0;
    if (isTold || judgement.status !== "possible" || judgement.open.length > 0) return findingOf(rule, judgement);
    const ready = ofUntold[index] ?? findingOf(rule, judgement);
    if (ofUntold[index] === undefined) {
      Object.freeze(ready.evidence);
      ofUntold[index] = Object.freeze(ready);
    }
    return ready;
  };
}

/** What is reported after what holds, in this order. */
const otherStatuses: readonly FindingStatus[] = ["possible", "covered", "exempt"];

/** What there is to report of an app. */
interface Report {
  /** What holds comes first, then what is possible, covered, exempt; within each, the highest tier first. */
  readonly findings: readonly Finding[];
  /** Those that could lift it above its tier. */
  readonly lifting: readonly Finding[];
}

/** Prepares what there is to report of an app. Rules that do not hold, and could not, are left out. */
export function reporting({ rules, reported }: PreparedPolicy) {
  const findingIn = findings(rules);
  return ({ judgements, found }: Judged, tier: number): Report => {
    const findings: Finding[] = [];
    const lifting: Finding[] = [];
    const others: Finding[] = [];
    for (const index of reported) {
      const rule = rules[index];
      const judgement = judgements[index];
      if (rule === undefined || judgement === undefined) continue;
      const finding = findingIn(rule, index, judgement, found.told);
      if (judgement.status === "holds") findings.push(finding);
      else others.push(finding);
      if (judgement.status === "possible" && rule.rank > tier) lifting.push(finding);
    }
    if (others.length === 0) return { findings, lifting };
    for (const status of otherStatuses) {
      for (const finding of others) if (finding.status === status) findings.push(finding);
    }
    return { findings, lifting };
  };
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
