import { unknownTo } from "../conditions/index.js";
import type { AnyRules, PreparedPolicy } from "../policy/index.js";
import { adjusting, adjustmentsIn } from "./adjust.js";
import type { Classification } from "./classification.js";
import type { Judged } from "./judgement.js";
import { questioning } from "./questions.js";
import { reporting, standingBy } from "./report.js";

/** Draws the conclusion from what was judged: tier and ceiling, and, for the whole answer, findings and questions. */
export function concluder(policy: AnyRules, prepared: PreparedPolicy) {
  const { id, version, tiers } = policy;
  const ids: readonly string[] = tiers.map((tier) => tier.id);
  const tierAt = (rank: number) => ids[rank] ?? unknownTo("tier", rank);

  const reportOf = reporting(prepared);
  const standingOf = standingBy(prepared);
  const questionsOf = questioning(prepared.facts);

  const { adjustments } = prepared;
  const adjusted = adjusting(adjustments);

  const standing = (rank: number, ceiling: number) => ({
    tier: tierAt(rank),
    ceiling: tierAt(ceiling),
    settled: rank === ceiling,
  });

  return {
    standing,
    standingOf: (judged: Judged) => {
      const { holding, ...lifted } = standingOf(judged);
      return { ...standing(...adjusted([lifted.tier, lifted.ceiling], judged)), holding };
    },
    conclude: (judged: Judged): Classification => {
      const { findings, lifting, resting, ...lifted } = reportOf(judged);
      const [tier, ceiling] = adjusted([lifted.tier, lifted.ceiling], judged);
      const own = adjustmentsIn(adjustments, judged);
      const open = own
        .filter(({ status }) => status === "possible")
        .map((each) => ({ ...each, tier: tierAt(ceiling) }));
      // Once the tier is settled, what could still hold moves nothing.
      const isSettled = tier === ceiling;
      const [moving, telling] = isSettled ? [[], [...lifting, ...resting]] : [[...lifting, ...open], resting];
      const { asOf } = judged.found;
      const classification = {
        app: judged.profile.id,
        policy: { id, version },
        tier: tierAt(tier),
        ceiling: tierAt(ceiling),
        settled: isSettled,
        findings,
        ...(adjustments.length > 0 && { adjustments: own }),
        questions: moving.length + telling.length === 0 ? [] : questionsOf(moving, telling),
      };
      return asOf === undefined ? classification : { ...classification, asOf };
    },
  };
}
