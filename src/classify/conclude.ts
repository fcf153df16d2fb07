import { unknownTo } from "../conditions/index.js";
import type { AnyRules, PreparedPolicy } from "../policy/index.js";
import type { Classification, FindingStatus } from "./classification.js";
import { findingsOf, type Judged } from "./judge.js";
import { questionsOf } from "./questions.js";

/** Draws the conclusion from what was judged: tier and ceiling, findings, questions. */
export function concluder(policy: AnyRules, prepared: PreparedPolicy) {
  const { id, version, tiers } = policy;
  const ids: readonly string[] = tiers.map((tier) => tier.id);
  const ranks = new Map(ids.map((tier, rank) => [tier, rank]));
  const rankOf = (tier: string) => ranks.get(tier) ?? unknownTo("tier", tier);
  const tierAt = (rank: number) => ids[rank] ?? unknownTo("tier", rank);

  return (judged: Judged): Classification => {
    const findings = findingsOf(prepared, judged);
    // Of each status, the highest tier comes first; the lowest tier is what remains.
    const highest = (status: FindingStatus) => {
      const finding = findings.find((each) => each.status === status);
      return finding ? rankOf(finding.tier) : 0;
    };
    const rank = highest("holds");
    const ceiling = Math.max(rank, highest("possible"));
    return {
      app: judged.profile.id,
      policy: { id, version },
      tier: tierAt(rank),
      ceiling: tierAt(ceiling),
      settled: rank === ceiling,
      findings,
      questions: rank === ceiling ? [] : questionsOf(findings, rank, prepared.facts, rankOf),
    };
  };
}
