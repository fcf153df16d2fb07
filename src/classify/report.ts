import type { PreparedPolicy, PreparedRule } from "../policy/index.js";
import type { Finding, FindingStatus } from "./classification.js";
import { evidenceOf, type Judged, type Judgement } from "./judgement.js";

function findingOf(rule: PreparedRule, judgement: Judgement): Finding {
  const { status, coveredBy } = judgement;
  const evidence = evidenceOf(rule, judgement, status === "possible" || status === "exempt");
  const { kind, id, tier, severity, title, why, advice, source } = rule.words;
  // Spelt out, since a spread costs more than all the rest.
  return { kind, id, status, tier, severity, title, why, advice, source, evidence, coveredBy };
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

/** What there is to report. Rules that do not hold, and could not, are left out. */
export function reportOf({ rules, reported }: PreparedPolicy, { judgements }: Judged, tier: number): Report {
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
