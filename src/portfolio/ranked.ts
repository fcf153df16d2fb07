import type { Classification, Examination, Question } from "../classify/index.js";
import { type AppGrowth, hasGrown } from "../growth/index.js";
import { type Audit, type AuditWeight, type Policy, rankingOf } from "../policy/index.js";
import type { AppProfile } from "../profile/index.js";
import type { AuditFinding, Spotted } from "./finding.js";
import { byStake, isIdle, type Stake, stakeOf } from "./stake.js";

/**
 * An app that deserves a look, and why. Plain JSON.
 *
 * @example
 * ```ts
 * import { audit, type RankedApp } from "plimsoll";
 *
 * const rota = { id: "rota", name: "Rota", performance: { symptoms: ["slow"] } };
 * const { ranked } = await audit([rota], { asOf: "2026-03-31" });
 * const riskiest: RankedApp | undefined = ranked[0];
 *
 * riskiest?.points; // → 3
 * riskiest?.reason; // → "3 points: Performance problems (3)."
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
  /** Whether the two are the same, so that no answer can change the tier. */
  readonly settled: boolean;
  /** What its profile tells of what it is, who answers for it, and how far along it is. */
  readonly about: Pick<AppProfile, "platform" | "kind" | "ownership" | "lifecycle">;
  /** How many people use it, or the least that is known; `null` while nobody tells. */
  readonly users: number | null;
  /** Whether daily work would stop without it; `null` while nobody tells. */
  readonly dailyDependence: boolean | null;
  /** To how many other systems it writes, or the least that is known; `null` while nobody tells. */
  readonly systemsWritten: number | null;
  /** How sensitive its data is, or the least that is known; `null` while nobody tells. */
  readonly dataSensitivity: Stake["dataSensitivity"];
  /**
   * Whether nobody uses it and nothing else is known to be at stake: daily work does not depend on it, it writes nowhere, and
   * holds nothing more than general data. It comes after all others.
   */
  readonly idle: boolean;
  /** What its findings add up to, as many times as what weighs says, to one decimal place. */
  readonly points: number;
  /** What makes it more urgent than its findings alone, or less. */
  readonly weights: readonly Pick<AuditWeight, "id" | "title" | "times">[];
  /** What the audit suggests because of a finding; `null` where it suggests nothing. */
  readonly suggests: "retirement" | null;
  /** Why it stands where it does, in a sentence. */
  readonly reason: string;
  /** The findings, the heaviest first; none when only open questions bring it here. */
  readonly findings: readonly AuditFinding[];
  /** The most telling open question; `null` when no answer can change the tier. */
  readonly question: Question<TierId> | null;
  /** How many places of its profile are open whose answers could change the tier. */
  readonly openQuestions: number;
  /** What has become of it since the former portfolio; `null` when nobody handed one in. */
  readonly growth: AppGrowth<TierId> | null;
}

/** What weighs in an app for certain. */
function weightsOf({ holds }: Examination, { weights = [] }: Audit): RankedApp["weights"] {
  return weights.filter(({ when }) => holds(when) === true).map(({ id, title, times }) => ({ id, title, times }));
}

const toOneDecimal = (points: number) => Math.round(points * 10) / 10;

/** What each finding adds: the heaviest all of its points, the others as much of theirs as the audit says. */
const addedBy = (findings: readonly Spotted[], { furtherShare = 1 }: Audit) =>
  findings.map(({ title, points }, index) => ({ title, points: index === 0 ? points : points * furtherShare }));

/** So many findings a sentence can name. */
const mostNamed = 4;

/** The heaviest of what is added by name, and how much the rest comes to. */
function inShort(added: ReturnType<typeof addedBy>): string {
  const named = added.length > mostNamed ? added.slice(0, mostNamed - 1) : added;
  const rest = added.slice(named.length);
  const sum = rest.reduce((total, { points }) => total + points, 0);
  return [
    ...named.map(({ title, points }) => `${title} (${toOneDecimal(points)})`),
    ...(rest.length > 0 ? [`${rest.length} more (${toOneDecimal(sum)})`] : []),
  ].join(", ");
}

/** How urgent an app is: enough to compare it with others, but for those that are just as urgent. */
export interface Urgency extends Pick<RankedApp, "idle" | "tier" | "ceiling" | "points" | "weights"> {}

/** How much findings weigh together. */
export function urgencyOf(examination: Examination, findings: readonly Spotted[], audit: Audit): Urgency {
  const { profile, standing } = examination;
  const weights = findings.length === 0 ? [] : weightsOf(examination, audit);
  const sum = addedBy(findings, audit).reduce((total, { points }) => total + points, 0);
  return {
    idle: isIdle(profile),
    tier: standing.tier,
    ceiling: standing.ceiling,
    points: toOneDecimal(weights.reduce((total, { times }) => total * times, sum)),
    weights,
  };
}

/** Why findings weigh what they weigh together. */
const because = (findings: readonly Spotted[], weights: RankedApp["weights"], audit: Audit) =>
  [inShort(addedBy(findings, audit)), ...weights.map(({ title, times }) => `times ${times}, since ${title}`)].join(
    "; ",
  );

const inPoints = (points: number) => `${points} ${points === 1 ? "point" : "points"}`;

/** Why an app is ranked about which nothing was found. */
function otherwise({ settled }: Classification, growth: AppGrowth | null): string {
  if (!hasGrown(growth)) return "no findings so far, but its tier is still open";
  return settled ? "no findings, but it has grown" : "no findings so far, but it has grown, and its tier is still open";
}

/** What a profile tells of some of its parts. */
function aboutOf({ platform, kind, ownership, lifecycle }: AppProfile): RankedApp["about"] {
  return {
    ...(platform !== undefined && { platform }),
    ...(kind !== undefined && { kind }),
    ...(ownership !== undefined && { ownership }),
    ...(lifecycle !== undefined && { lifecycle }),
  };
}

/** An app with what was found about it, in full. */
export function rankedApp(
  examination: Examination,
  spotted: readonly Spotted[],
  { points, weights }: Urgency,
  growth: AppGrowth | null,
  audit: Audit,
): RankedApp {
  const { profile, classification } = examination;
  const { id, name } = profile;
  const open = classification.questions.filter(({ opens }) => opens === "tier");
  const stake = stakeOf(profile);
  const suggesting = new Set(audit.checks.filter(({ suggests }) => suggests !== undefined).map(({ id }) => id));
  const isEnding = spotted.some(({ kind, id }) => kind === "check" && suggesting.has(id));
  const reason = spotted.length > 0 ? because(spotted, weights, audit) : otherwise(classification, growth);
  const last = stake.idle ? " It comes last: nobody uses it, and nothing else seems to be at stake." : "";
  return {
    app: id,
    name,
    tier: classification.tier,
    ceiling: classification.ceiling,
    settled: classification.settled,
    about: aboutOf(profile),
    ...stake,
    points,
    weights,
    suggests: isEnding ? "retirement" : null,
    reason: `${inPoints(points)}: ${reason}.${last}`,
    findings: spotted.map(({ tell }) => tell()),
    question: open[0] ?? null,
    openQuestions: new Set(open.map(({ answerAt }) => answerAt.join())).size,
    growth,
  };
}

const byText = (one: string, other: string) => (one < other ? -1 : Number(one > other));

/** Compares apps of one id by all that is said of them: two in which nothing differs may stand in each other's place. */
const byAll = (one: RankedApp, other: RankedApp) =>
  one.app === other.app ? byText(JSON.stringify(one), JSON.stringify(other)) : 0;

/** Compares apps by how urgent they are: idle ones after all others; then by points, by tier, by ceiling. */
export function byUrgency(policy: Policy): (one: Urgency, other: Urgency) => number {
  const rankOf = rankingOf(policy);
  return (one, other) =>
    Number(one.idle) - Number(other.idle) ||
    other.points - one.points ||
    rankOf(other.tier) - rankOf(one.tier) ||
    rankOf(other.ceiling) - rankOf(one.ceiling);
}

/** Compares apps by risk, the riskiest first: by urgency, then by what is at stake, and by id, so that no two stand in the same place. */
export function byRisk(policy: Policy): (one: RankedApp, other: RankedApp) => number {
  const compare = byUrgency(policy);
  return (one, other) => compare(one, other) || byStake(one, other) || byText(one.app, other.app) || byAll(one, other);
}
