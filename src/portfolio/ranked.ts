import type { Examination, Question } from "../classify/index.js";
import type { Policy } from "../policy/index.js";
import type { AuditFinding } from "./finding.js";

/**
 * An app that deserves a look, and why. Plain JSON.
 *
 * @example
 * ```ts
 * import { audit, type RankedApp } from "plimsoll";
 *
 * const rota = { id: "rota", name: "Rota", criticality: { dailyDependence: true, support: false } };
 * const { ranked } = await audit([rota], { asOf: "2026-03-31" });
 * const riskiest: RankedApp | undefined = ranked[0];
 *
 * riskiest?.points; // → 18
 * riskiest?.reason; // → "18 points: Critical without support (9), Daily work depends on it (9)."
 * ```
 */
export interface RankedApp<TierId extends string = string> {
  /** The id of the app. */
  readonly app: string;
  readonly name: string;
  /** The highest tier that is certainly reached. */
  readonly tier: TierId;
  /** The highest tier that is still possible. */
  readonly ceiling: TierId;
  /** How many people use it, or the least that is known; `null` while nobody tells. */
  readonly users: number | null;
  /** What its findings add up to. */
  readonly points: number;
  /** Why it stands where it does, in a sentence. */
  readonly reason: string;
  /** The findings, the heaviest first; none when only open questions bring it here. */
  readonly findings: readonly AuditFinding[];
  /** The most telling open question; `null` when no answer can change the tier. */
  readonly question: Question<TierId> | null;
}

const inPoints = (points: number) => `${points} ${points === 1 ? "point" : "points"}`;

/** An app with what was found about it. */
export function rankedApp({ profile, classification }: Examination, findings: readonly AuditFinding[]): RankedApp {
  const { id, name, audience: { users, peakConcurrent } = {} } = profile;
  const points = findings.reduce((sum, finding) => sum + finding.points, 0);
  const parts = findings.map((finding) => `${finding.title} (${finding.points})`);
  const reason = parts.length > 0 ? parts.join(", ") : "nothing found so far, but its tier is still open";
  return {
    app: id,
    name,
    tier: classification.tier,
    ceiling: classification.ceiling,
    users: users ?? peakConcurrent ?? null,
    points,
    reason: `${inPoints(points)}: ${reason}.`,
    findings,
    question: classification.questions[0] ?? null,
  };
}

/**
 * Compares apps by risk, the riskiest first: by points, then by tier, by ceiling, by how many people use them, and by id, so
 * that no two apps stand in the same place.
 */
export function byRisk({ tiers }: Policy): (one: RankedApp, other: RankedApp) => number {
  const rankOf = (tier: string) => tiers.findIndex(({ id }) => id === tier);
  const usersOf = ({ users }: RankedApp) => users ?? -1;
  return (one, other) =>
    other.points - one.points ||
    rankOf(other.tier) - rankOf(one.tier) ||
    rankOf(other.ceiling) - rankOf(one.ceiling) ||
    usersOf(other) - usersOf(one) ||
    (one.app < other.app ? -1 : Number(one.app > other.app));
}
