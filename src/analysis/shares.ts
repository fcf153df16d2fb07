import { at, type Diagram, map, valuesOf } from "../diagrams/index.js";
import { IMPOSSIBLE, type Model } from "../model/index.js";
import { linesOfPolicy, type Policy } from "../policy/index.js";
import type { AppProfile } from "../profile/index.js";
import type { Analysable } from "./analysable.js";
import type { TooLarge } from "./answers.js";
import { leftOutOf } from "./handing-over.js";
import { coversFactsOfFunctions } from "./handled-apps.js";
import { nothingHandled } from "./handling.js";
import { leftOf, type Narrowed } from "./left.js";
import { createMemory } from "./memory.js";
import { manyTiers, ranksAmong } from "./moves.js";
import { studied } from "./search.js";
import { answerOf, type Study } from "./study.js";
import { assertPriors, linesOfPriors, type Priors, shareOf, type Weights, weigherOf, weightsOf } from "./weights.js";

/**
 * What apps weigh. Of a portfolio each app weighs the same, and what it leaves open is spread over all that it could be: by
 * `priors`, or over every combination of cells alike. Without a portfolio, so are all possible apps.
 *
 * @example
 * ```ts
 * import { standardPolicy } from "plimsoll";
 * import { type ShareOptions, tierShares } from "plimsoll/analysis";
 *
 * const options: ShareOptions = { portfolio: [{ id: "pay", name: "Payroll", data: [{ class: "payment" }] }] };
 * const told = tierShares(standardPolicy, options);
 *
 * told.verdict === "exact" && told.tiers.find(({ tier }) => tier === "professional")?.share; // → 1
 * ```
 */
export interface ShareOptions {
  readonly priors?: Priors;
  readonly portfolio?: readonly AppProfile[];
}

/**
 * In which share of apps each tier is, the lowest tier first.
 *
 * @example
 * ```ts
 * import { standardPolicy } from "plimsoll";
 * import { type TierShares, tierShares } from "plimsoll/analysis";
 *
 * const told: TierShares = tierShares(standardPolicy);
 *
 * told.verdict === "exact" && told.tiers.map(({ tier }) => tier); // → ["citizen", "it-review", "professional"]
 * ```
 */
export type TierShares<TierId extends string = string> =
  | {
      readonly verdict: "exact";
      readonly tiers: readonly { readonly tier: TierId; readonly share: number }[];
      /** The components that are left out, where it takes a function to find what they leave of an app. */
      readonly leftOut: readonly string[];
    }
  | TooLarge;

/**
 * From where to where another policy moves which share of apps, the largest first.
 *
 * @example
 * ```ts
 * import { standardPolicy } from "plimsoll";
 * import { type MoveShares, moveShares } from "plimsoll/analysis";
 *
 * const told: MoveShares = moveShares(standardPolicy, standardPolicy);
 *
 * told.verdict === "exact" && told.moves; // → []
 * ```
 */
export type MoveShares<Before extends string = string, After extends string = string> =
  | {
      readonly verdict: "exact";
      readonly moves: readonly { readonly from: Before; readonly to: After; readonly share: number }[];
      /** The components that are left out, where it takes a function to find what they leave of an app. */
      readonly leftOut: readonly string[];
    }
  | TooLarge;

/** Weights of what apps come to, and of all of them. */
interface Weighed {
  readonly parts: readonly bigint[];
  readonly whole: bigint;
}

/** What all apps weigh that come to each of some ends. */
function weighed(model: Model, diagram: Diagram, weights: Weights, ends: readonly number[]): Weighed {
  const parts = ends.map((end) => weigherOf(model, weights, (value) => value === end)(diagram));
  return { parts, whole: parts.reduce((sum, part) => sum + part, 0n) };
}

/** Shares of apps that weigh the same, whatever all that each could be weighs: without rounding. */
function together(apps: readonly Weighed[], ends: readonly number[]): Weighed {
  const sums = new Map<bigint, readonly bigint[]>();
  for (const { parts, whole } of apps)
    sums.set(
      whole,
      (sums.get(whole) ?? ends.map(() => 0n)).map((sum, index) => sum + at(parts, index)),
    );
  const common = [...sums.keys()].reduce((product, whole) => product * whole, 1n);
  const parts = ends.map((_, index) =>
    [...sums].reduce((sum, [whole, own]) => sum + at(own, index) * (common / whole), 0n),
  );
  return { parts, whole: common * BigInt(apps.length) };
}

/** In which share of apps a diagram comes to what, by its ends. */
function sharesIn(
  study: Study,
  model: Model,
  diagram: Diagram,
  { priors = {}, portfolio }: ShareOptions,
): ReadonlyMap<number, number> {
  const ends = valuesOf(model.diagrams, diagram).filter((value) => value !== IMPOSSIBLE);
  const weights = weightsOf(model, priors);
  const bound = createMemory<string, Diagram>(portfolio?.length ?? 1);
  const left = createMemory<string, Narrowed>(portfolio?.length ?? 1);
  const workings = { model, bound, left, tierWith: () => diagram };
  const ofApp = (profile: AppProfile): Weighed => {
    const { tier, cells } = leftOf(study.read(profile), study.asOf, nothingHandled, workings);
    const within = (weigh: (variable: number, cell: number) => bigint): Weights =>
      cells.map((left, variable) =>
        at(weights, variable).map((_, cell) => (left.includes(cell) ? weigh(variable, cell) : 0n)),
      );
    // What is told is so, however likely it was.
    const told = within((variable, cell) => (at(cells, variable).length === 1 ? 1n : at(at(weights, variable), cell)));
    const own = weighed(model, tier, told, ends);
    // Where priors leave nothing of an app, all that it could be is alike.
    return own.whole > 0n
      ? own
      : weighed(
          model,
          tier,
          within(() => 1n),
          ends,
        );
  };
  const { parts, whole } =
    portfolio === undefined ? weighed(model, diagram, weights, ends) : together(portfolio.map(ofApp), ends);
  return new Map(ends.map((end, index) => [end, shareOf(at(parts, index), whole)]));
}

const leftOutIn = (study: Study) => (coversFactsOfFunctions(study.policy, study.named) ? leftOutOf(study) : []);

/**
 * In which share of all possible apps, or of a portfolio, each tier is.
 *
 * @throws {PlimsollError} with code `invalid-question`, when the priors do not fit; with code `invalid-profile`, when a profile
 * contradicts itself.
 *
 * @example
 * ```ts
 * import { standardPolicy } from "plimsoll";
 * import { tierShares } from "plimsoll/analysis";
 *
 * const portfolio = [
 *   { id: "rota", name: "Rota", consequences: { legalForPeople: true } },
 *   { id: "pay", name: "Payroll", data: [{ class: "payment" as const }] },
 * ];
 * const told = tierShares(standardPolicy, { portfolio });
 *
 * told.verdict === "exact" && told.tiers.map(({ share }) => share); // → [0, 0, 1]
 * ```
 */
export function tierShares<TierId extends string>(
  policy: Analysable<TierId>,
  options: ShareOptions = {},
): TierShares<TierId> {
  return answerOf(policy, ({ ofApps: study }): TierShares<TierId> => {
    const { priors = {} } = options;
    assertPriors(priors, study);
    const { model, tier } = studied(study, [], linesOfPriors(priors));
    const shares = sharesIn(study, model, tier, options);
    const tiers = study.policy.tiers.map(({ id }, rank) => ({ tier: id, share: shares.get(rank) ?? 0 }));
    return { verdict: "exact", tiers, leftOut: leftOutIn(study) };
  });
}

/**
 * From where to where another policy moves which share of all possible apps, or of a portfolio.
 *
 * @param before The one policy; `after` the other. Tiers with the same id are the same.
 * @throws {PlimsollError} with code `invalid-question`, when the priors do not fit; with code `invalid-profile`, when a profile
 * contradicts itself.
 *
 * @example
 * ```ts
 * import { extendPolicy, standardPolicy } from "plimsoll";
 * import { moveShares } from "plimsoll/analysis";
 * import { harmlessApp } from "plimsoll/testing";
 *
 * const stricter = extendPolicy(standardPolicy, {
 *   id: "ours",
 *   version: "1.0.0",
 *   change: { "many-users": { lines: { users: 50 } } },
 * });
 * const portfolio = [harmlessApp("Rota").usedBy(60).build(), harmlessApp("Stock").usedBy(12).build()];
 *
 * moveShares(standardPolicy, stricter, { portfolio });
 * // → { verdict: "exact", moves: [{ from: "citizen", to: "it-review", share: 0.5 }], leftOut: [] }
 * ```
 */
export function moveShares<Before extends string, After extends string>(
  before: Analysable<Before>,
  after: Policy<After>,
  options: ShareOptions = {},
): MoveShares<Before, After> {
  return answerOf(before, (alone): MoveShares<Before, After> => {
    const { priors = {} } = options;
    const study = alone.beside([after]).ofApps;
    assertPriors(priors, study);
    const lines = [...linesOfPolicy(study.spellOut(after)), ...linesOfPriors(priors)];
    const { model, lift } = study.model.refine(lines);
    const ranks = ranksAmong(study.policy.tiers, after);
    const to = map(model.diagrams, model.compile(after).rank, (rank) => at(ranks, rank));
    const pair = model.diagrams.apply(
      { combine: (from, rank) => (from < 0 ? IMPOSSIBLE : from * manyTiers + rank) },
      model.within(lift(study.compiled.rank)),
      to,
    );
    const moves = [...sharesIn(study, model, pair, options)]
      .map(([code, share]) => ({ from: Math.floor(code / manyTiers), to: code % manyTiers, share }))
      .filter(({ from, to: rank, share }) => from !== rank && share > 0)
      .sort((one, other) => other.share - one.share)
      .map(({ from, to: rank, share }) => ({
        from: study.tierAt(from),
        to: at(after.tiers, ranks.indexOf(rank)).id,
        share,
      }));
    return { verdict: "exact", moves, leftOut: leftOutIn(study) };
  });
}
