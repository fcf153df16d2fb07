import type { Finding } from "../classify/index.js";
import type { Policy, PolicyOptions } from "../policy/index.js";
import type { Day } from "../time/index.js";
import { type Backtest, backtest, type Detection, type Detections } from "./backtest.js";
import type { Timeline } from "./timeline.js";

/**
 * When two policies first saw the same thing for certain; `null` for one that never did, or does not ask for it.
 *
 * @example
 * ```ts
 * import { standardPolicy } from "plimsoll";
 * import { compareBacktests, type DetectionGain } from "plimsoll/backtest";
 * import { stories } from "plimsoll/stories";
 *
 * const gained = ({ daysGained }: DetectionGain) => daysGained !== null && daysGained > 0;
 * const [warehouse] = stories;
 *
 * warehouse && compareBacktests(warehouse, standardPolicy, standardPolicy).rules.some(gained); // → false
 * ```
 */
export interface DetectionGain {
  readonly before: Detection | null;
  readonly after: Detection | null;
  /** How many days earlier it was seen after the change, negative when later; `null` unless both saw it. */
  readonly daysGained: number | null;
}

/**
 * What a changed policy gains on the line of a tier.
 *
 * @example
 * ```ts
 * import { standardPolicy } from "plimsoll";
 * import { compareBacktests, type TierDetectionGain } from "plimsoll/backtest";
 * import { stories } from "plimsoll/stories";
 *
 * const daysOf = ({ id, daysGained }: TierDetectionGain) => [id, daysGained];
 * const [warehouse] = stories;
 *
 * warehouse && compareBacktests(warehouse, standardPolicy, standardPolicy).tiers.map(daysOf)[0]; // → ["it-review", 0]
 * ```
 */
export interface TierDetectionGain<TierId extends string = string> extends DetectionGain {
  readonly id: TierId;
  readonly title: string;
}

/**
 * What a changed policy gains on a criterion, sign or limit.
 *
 * @example
 * ```ts
 * import { standardPolicy } from "plimsoll";
 * import { compareBacktests, type RuleDetectionGain } from "plimsoll/backtest";
 * import { stories } from "plimsoll/stories";
 *
 * const isGone = ({ id }: RuleDetectionGain) => id === "builder-gone";
 * const [warehouse] = stories;
 *
 * warehouse && compareBacktests(warehouse, standardPolicy, standardPolicy).rules.find(isGone)?.daysGained; // → 0
 * ```
 */
export interface RuleDetectionGain extends DetectionGain {
  readonly kind: Finding["kind"];
  readonly id: string;
  readonly title: string;
}

/**
 * What a changed policy would have gained. Plain JSON.
 *
 * @example
 * ```ts
 * import { standardPolicy } from "plimsoll";
 * import { type BacktestComparison, compareBacktests } from "plimsoll/backtest";
 * import { stories } from "plimsoll/stories";
 *
 * const changes = ({ rules }: BacktestComparison) => rules.filter(({ before, after }) => before?.on !== after?.on);
 * const [warehouse] = stories;
 *
 * warehouse && changes(compareBacktests(warehouse, standardPolicy, standardPolicy)); // → []
 * ```
 */
export interface BacktestComparison<TierId extends string = string> {
  /** The id of the app, as the last moment has it. */
  readonly app: string;
  /** The policy as it was. */
  readonly before: Backtest["policy"];
  /** The policy as it could be. */
  readonly after: Backtest["policy"];
  /** The day that lead times are counted to. */
  readonly incidentOn: Day;
  /** The tier lines of the changed policy, then those that only the other has. */
  readonly tiers: readonly TierDetectionGain<TierId>[];
  /** The rules of the changed policy, then those that only the other has. */
  readonly rules: readonly RuleDetectionGain[];
}

type Entry = Detections & { readonly id: string };

function gainOf(before: Entry | undefined, after: Entry | undefined): DetectionGain {
  const [then, now] = [before?.certain ?? null, after?.certain ?? null];
  return { before: then, after: now, daysGained: then && now && now.leadDays - then.leadDays };
}

/** What stands in either list, once, with what it gains. */
function withGains<E extends Entry>(
  before: readonly E[],
  after: readonly E[],
): readonly (readonly [E, DetectionGain])[] {
  const find = (entries: readonly E[], { id }: E) => entries.find((entry) => entry.id === id);
  const onlyBefore = before.filter((entry) => find(after, entry) === undefined);
  return [...after, ...onlyBefore].map((entry) => [entry, gainOf(find(before, entry), find(after, entry))] as const);
}

/**
 * Replays a timeline under two policies: how much earlier each tier line and each rule would have been seen for certain
 * after a change, and what only one of the two sees. It puts a proposed change to the proof, as "The escalation path that
 * works" asks: which new policies are needed?
 *
 * @param before The policy as it was.
 * @param after The policy as it could be, such as `extendPolicy(before, changes)`.
 * @throws {PlimsollError} with code `invalid-timeline` and every problem, when there is no moment, a day is none, or the days do
 * not follow one another; with code `invalid-policy`, when one of the policies is not one.
 *
 * @example
 * ```ts
 * import { extendPolicy, standardPolicy } from "plimsoll";
 * import { compareBacktests } from "plimsoll/backtest";
 *
 * const stricter = extendPolicy(standardPolicy, {
 *   id: "stricter",
 *   version: "1.0.0",
 *   change: { "many-users": { lines: { users: 40 } } },
 * });
 * const timeline = {
 *   moments: [
 *     { on: "2025-01-06", profile: { id: "rota", name: "Rota", audience: { users: 45 } } },
 *     { on: "2025-06-02", profile: { id: "rota", name: "Rota", audience: { users: 140 } } },
 *   ],
 * };
 *
 * const { tiers } = compareBacktests(timeline, standardPolicy, stricter);
 *
 * tiers.map(({ id, daysGained }) => [id, daysGained]); // → [["it-review", 147], ["professional", null]]
 * ```
 */
export function compareBacktests<TierId extends string>(
  timeline: Timeline,
  before: Policy<TierId>,
  after: Policy<TierId>,
  options: PolicyOptions = {},
): BacktestComparison<TierId> {
  const asItWas = backtest(timeline, before, options);
  const asItCouldBe = backtest(timeline, after, options);
  const { app, incidentOn } = asItCouldBe;
  return {
    app,
    before: asItWas.policy,
    after: asItCouldBe.policy,
    incidentOn,
    tiers: withGains(asItWas.tiers, asItCouldBe.tiers).map(([{ id, title }, gain]) => ({ id, title, ...gain })),
    rules: withGains(asItWas.rules, asItCouldBe.rules).map(([{ kind, id, title }, gain]) => ({
      kind,
      id,
      title,
      ...gain,
    })),
  };
}
