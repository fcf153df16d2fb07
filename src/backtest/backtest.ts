import { type Classification, createClassifier, type Finding, type FindingStatus } from "../classify/index.js";
import { factsOf, type Policy, type PolicyOptions, preparePolicy, rankingOf } from "../policy/index.js";
import { PlimsollError } from "../problems/index.js";
import { type StandardTierId, standardPolicy } from "../standard/index.js";
import { type Day, daysBetween } from "../time/index.js";
import { dateTimeline, type Timeline } from "./timeline.js";

/**
 * The day on which something was first seen, and how early that was.
 *
 * @example
 * ```ts
 * import { backtest, type Detection } from "plimsoll/backtest";
 * import { stories } from "plimsoll/stories";
 *
 * const [warehouse] = stories;
 * const seen: Detection | null | undefined = warehouse && backtest(warehouse).tiers[0]?.certain;
 *
 * seen; // → { on: "2025-04-16", leadDays: 153 }
 * ```
 */
export interface Detection {
  /** ISO date. */
  readonly on: Day;
  /** Days from then to the incident; negative when it was seen only afterwards. */
  readonly leadDays: number;
}

/**
 * When something was first seen; `null` when it never was.
 *
 * @example
 * ```ts
 * import { backtest, type Detections } from "plimsoll/backtest";
 * import { stories } from "plimsoll/stories";
 *
 * const neverSeen = ({ possible }: Detections) => possible === null;
 * const [warehouse] = stories;
 *
 * warehouse && backtest(warehouse).tiers.some(neverSeen); // → false
 * ```
 */
export interface Detections {
  /** When it first held for certain. */
  readonly certain: Detection | null;
  /** When it first held, or could have while facts were unknown. */
  readonly possible: Detection | null;
  /** Whether it still held for certain at the last moment. */
  readonly heldAtEnd: boolean;
}

/**
 * When a criterion, sign or limit was first seen. What a component covers, or the policy exempts, is not seen.
 *
 * @example
 * ```ts
 * import { backtest, type RuleBacktest } from "plimsoll/backtest";
 * import { stories } from "plimsoll/stories";
 *
 * const holdsAtEnd = ({ heldAtEnd }: RuleBacktest) => heldAtEnd;
 * const [warehouse] = stories;
 *
 * warehouse && backtest(warehouse).rules.find(holdsAtEnd)?.id; // → "business-critical"
 * ```
 */
export interface RuleBacktest<TierId extends string = string> extends Detections {
  readonly kind: Finding["kind"];
  readonly id: string;
  readonly title: string;
  /** The tier that it lifts to. */
  readonly tier: TierId;
}

/**
 * When the line of a tier was first crossed: `certain` by the app's tier, `possible` by its ceiling.
 *
 * @example
 * ```ts
 * import { backtest, type TierBacktest } from "plimsoll/backtest";
 * import { stories } from "plimsoll/stories";
 *
 * const leadOf = ({ certain }: TierBacktest) => certain?.leadDays;
 * const [warehouse] = stories;
 *
 * warehouse && backtest(warehouse).tiers.map(leadOf); // → [153, 153]
 * ```
 */
export interface TierBacktest<TierId extends string = string> extends Detections {
  readonly id: TierId;
  readonly title: string;
}

/**
 * When a policy would have seen what an app became. Plain JSON.
 *
 * @example
 * ```ts
 * import { type Backtest, backtest } from "plimsoll/backtest";
 * import { stories } from "plimsoll/stories";
 *
 * const spoke = ({ rules }: Backtest) => rules.filter(({ certain }) => certain !== null).length;
 * const [warehouse] = stories;
 *
 * warehouse && spoke(backtest(warehouse)) > 3; // → true
 * ```
 */
export interface Backtest<TierId extends string = string> {
  /** The id of the app, as the last moment has it. */
  readonly app: string;
  /** The policy that was asked. */
  readonly policy: { readonly id: string; readonly version: string };
  /** The day that lead times are counted to. */
  readonly incidentOn: Day;
  /** Every tier but the lowest, which has no line to cross; from the least risk to the most. */
  readonly tiers: readonly TierBacktest<TierId>[];
  /** Every rule of the policy, seen or not: the signs first, then the criteria, then the limits. */
  readonly rules: readonly RuleBacktest<TierId>[];
}

function backtestBy(timeline: Timeline, policy: Policy, options: PolicyOptions): Backtest {
  const facts = factsOf(policy, options);
  const dated = dateTimeline(timeline);
  if (!dated.ok) throw new PlimsollError("invalid-timeline", dated.problems);
  const { app, moments, incidentOn } = dated.value;
  const classify = createClassifier(policy, { facts });
  const replayed = moments.map(({ day, profile }) => ({ day, classification: classify(profile, { asOf: day }) }));

  type Look = (classification: Classification) => boolean;
  const firstDetection = (look: Look): Detection | null => {
    const found = replayed.find(({ classification }) => look(classification));
    return found === undefined ? null : { on: found.day, leadDays: daysBetween(found.day, incidentOn) };
  };
  const see = (certain: Look, possible: Look): Detections => ({
    certain: firstDetection(certain),
    possible: firstDetection(possible),
    heldAtEnd: replayed.slice(-1).some(({ classification }) => certain(classification)),
  });
  const hasFinding =
    (id: string, ...statuses: readonly FindingStatus[]): Look =>
    ({ findings }) =>
      findings.some((finding) => finding.id === id && statuses.includes(finding.status));

  const rankOf = rankingOf(policy);
  return {
    app,
    policy: { id: policy.id, version: policy.version },
    incidentOn,
    tiers: policy.tiers.slice(1).map(({ id, title }) => ({
      id,
      title,
      ...see(
        ({ tier }) => rankOf(tier) >= rankOf(id),
        ({ ceiling }) => rankOf(ceiling) >= rankOf(id),
      ),
    })),
    rules: preparePolicy(policy, facts).rules.map(({ words: { kind, id, title, tier } }) => ({
      kind,
      id,
      title,
      tier,
      ...see(hasFinding(id, "holds"), hasFinding(id, "holds", "possible")),
    })),
  };
}

/**
 * Replays a timeline under a policy: when each tier line and each rule was first seen, for certain and as a possibility,
 * and how many days that was before the incident. The lessons of "The escalation path that works" ask for it: how could
 * this have been caught earlier?
 *
 * @param timeline Each moment's profile is looked at as of its day, and holds from its day until the next; read unknown input with `safeParseTimeline` first.
 * @param policy Where the lines lie; `standardPolicy` when left out.
 * @throws {PlimsollError} with code `invalid-timeline` and every problem, when there is no moment, a day is none, or the days do
 * not follow one another; with code `invalid-policy`, when the policy is not one.
 *
 * @example
 * ```ts
 * import { backtest } from "plimsoll/backtest";
 *
 * const { tiers, rules } = backtest({
 *   moments: [
 *     { on: "2025-01-06", profile: { id: "rota", name: "Rota", audience: { users: 30 } } },
 *     { on: "2025-06-02", profile: { id: "rota", name: "Rota", audience: { users: 140 } } },
 *   ],
 *   incidentOn: "2025-09-01",
 * });
 *
 * tiers[0]?.id; // → "it-review"
 * tiers[0]?.certain; // → { on: "2025-06-02", leadDays: 91 }
 * tiers[0]?.possible; // → { on: "2025-01-06", leadDays: 238 }
 * rules.filter(({ certain }) => certain !== null).map(({ id }) => id); // → ["many-users"]
 * ```
 */
export function backtest<TierId extends string = StandardTierId>(
  timeline: Timeline,
  policy?: Policy<TierId>,
  options: PolicyOptions = {},
): Backtest<TierId> {
  // Every tier that is named comes from the policy: without one of its own, from the standard policy.
  return backtestBy(timeline, policy ?? standardPolicy, options) as Backtest<string> as Backtest<TierId>;
}
