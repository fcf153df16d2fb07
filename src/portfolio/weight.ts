import type { Audit, AuditCheck, Policy, RuleWords, Severity } from "../policy/index.js";

/** How severe a finding is, and what it adds to the points of its app. */
export interface Weight {
  readonly severity: Severity;
  readonly points: number;
}

/** Says what findings weigh. */
export interface Scales {
  readonly ofCheck: (check: AuditCheck) => Weight;
  /** What a rule weighs that holds; `null` for one that lifts nothing, as it says nothing of risk. */
  readonly ofRule: (rule: Pick<RuleWords, "severity" | "tier">) => Weight | null;
}

/**
 * The scales of a policy. A check or sign weighs what its severity does. A criterion or limit has none of its own: it weighs
 * what the policy gives for the tier that it lifts to, and speaks as loudly as that tier is high.
 */
export function scalesOf({ points, tierPoints = {} }: Audit, { tiers }: Policy): Scales {
  const bySeverity = (severity: Severity): Weight => ({ severity, points: points[severity] });
  const byTier = new Map(
    tiers.map(({ id }, rank): readonly [string, Weight | null] => {
      if (rank === 0) return [id, null];
      const usual = bySeverity(rank === tiers.length - 1 ? "high" : "medium");
      return [id, { ...usual, points: tierPoints[id] ?? usual.points }];
    }),
  );
  return {
    ofCheck: ({ severity }) => bySeverity(severity),
    ofRule: ({ severity, tier }) => (severity === null ? (byTier.get(tier) ?? null) : bySeverity(severity)),
  };
}
