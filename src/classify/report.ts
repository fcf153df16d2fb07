import { evidenceOf, type PreparedPolicy, type PreparedRule, type RuleWords } from "../policy/index.js";
import type { Finding, FindingStatus } from "./classification.js";
import type { Judged, Judgement } from "./judgement.js";

function findingOf(rule: PreparedRule, judgement: Judgement): Finding {
  const { status, coveredBy } = judgement;
  const evidence = evidenceOf(rule, judgement, status === "possible" || status === "exempt");
  const { kind, id, tier, severity, title, why, advice, source } = rule.words;
  // Spelt out, since a spread costs more than all the rest.
  return { kind, id, status, tier, severity, title, why, advice, source, evidence, coveredBy };
}

/** Prepares findings: of all whole apps that tell nothing of what a rule asks, the finding is the same. */
function findings(rules: readonly PreparedRule[]) {
  const ofUntold: (Finding | undefined)[] = new Array(rules.length);
  return (rule: PreparedRule, index: number, judgement: Judgement, judged: Judged): Finding => {
    const { status, state, open } = judgement;
    // What components leave of an app, or may leave, is another app.
    const isLeft = state !== judged || open.length > 0;
    const isTold = (rule.facts & judged.found.told) !== 0;
    if (isTold || isLeft || status !== "possible") return findingOf(rule, judgement);
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
  /** Those that are possible, and would not. */
  readonly resting: readonly Finding[];
  /** The rank of the highest tier that is certainly reached. */
  readonly tier: number;
  /** The rank of the highest tier that is still possible. */
  readonly ceiling: number;
}

/** What is certain or possible of an app, without the reasons. */
interface Standing {
  /** What holds, the highest tier first. */
  readonly holding: readonly RuleWords[];
  /** The rank of the highest tier that is certainly reached. */
  readonly tier: number;
  /** The rank of the highest tier that is still possible. */
  readonly ceiling: number;
}

/** Prepares to say how an app stands. */
export function standingBy({ rules, reported }: PreparedPolicy): (judged: Judged) => Standing {
  return ({ judgements }) => {
    const holding: RuleWords[] = [];
    let [tier, ceiling] = [0, 0];
    for (const index of reported) {
      const rule = rules[index];
      const status = judgements[index]?.status;
      if (rule === undefined || status === undefined) continue;
      if (status === "holds") {
        holding.push(rule.words);
        tier = Math.max(tier, rule.rank);
      } else if (status === "possible") ceiling = Math.max(ceiling, rule.rank);
    }
    return { holding, tier, ceiling: Math.max(tier, ceiling) };
  };
}

/** Prepares what there is to report of an app. Rules that do not hold, and could not, are left out. */
export function reporting({ rules, reported }: PreparedPolicy): (judged: Judged) => Report {
  const findingIn = findings(rules);
  const certainTier = (judgements: Judged["judgements"]): number => {
    // The highest tier comes first.
    for (const index of reported) if (judgements[index]?.status === "holds") return rules[index]?.rank ?? 0;
    return 0;
  };
  return (judged) => {
    const { judgements } = judged;
    const tier = certainTier(judgements);
    const findings: Finding[] = [];
    const lifting: Finding[] = [];
    const resting: Finding[] = [];
    const others: Finding[] = [];
    let ceiling = tier;
    for (const index of reported) {
      const rule = rules[index];
      const judgement = judgements[index];
      if (rule === undefined || judgement === undefined) continue;
      const finding = findingIn(rule, index, judgement, judged);
      if (judgement.status === "holds") findings.push(finding);
      else others.push(finding);
      if (judgement.status !== "possible") continue;
      if (rule.rank <= tier) {
        resting.push(finding);
        continue;
      }
      lifting.push(finding);
      ceiling = Math.max(ceiling, rule.rank);
    }
    for (const status of others.length === 0 ? [] : otherStatuses) {
      for (const finding of others) if (finding.status === status) findings.push(finding);
    }
    return { findings, lifting, resting, tier, ceiling };
  };
}
