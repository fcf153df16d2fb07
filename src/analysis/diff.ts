import { createClassifier } from "../classify/index.js";
import type { Condition } from "../conditions/index.js";
import { at, type Diagram, valuesOf } from "../diagrams/index.js";
import type { Refined } from "../model/index.js";
import { linesOfPolicy, type Policy } from "../policy/index.js";
import type { AppProfile } from "../profile/index.js";
import { conditionInWords } from "../words/index.js";
import { type Analysable, analysisOf } from "./analysable.js";
import type { TooLarge, Witness } from "./answers.js";
import { leastRemarkable } from "./least.js";
import { linesBeside } from "./lines-beside.js";
import { moveOf, movesBetween, ranksAmong } from "./moves.js";
import { inOneSpace } from "./one-space.js";
import type { PartChange } from "./part-change.js";
import { partsBetween } from "./parts-between.js";
import { partAround } from "./regions.js";
import { type Search, witnessIn } from "./search.js";
import { answerOf, type ClassifiesAsOf, type Study, withinBudget } from "./study.js";

/**
 * Apps that a change of policy moves: of those that were in the one tier, all that the condition is so of are in the other.
 *
 * @example
 * ```ts
 * import { extendPolicy, standardPolicy } from "plimsoll";
 * import { type ChangedRegion, diffPolicies } from "plimsoll/analysis";
 *
 * const stricter = extendPolicy(standardPolicy, {
 *   id: "ours",
 *   version: "1.0.0",
 *   change: { "many-users": { lines: { users: 50 } } },
 * });
 * const diff = diffPolicies(standardPolicy, stricter);
 * const regions: readonly ChangedRegion[] = diff.verdict === "different" ? (diff.changes[0]?.regions ?? []) : [];
 *
 * regions[0]?.witness.facts.users; // → 50
 * ```
 */
export interface ChangedRegion<TierId extends string = string> {
  readonly when: Condition;
  readonly words: string;
  /** An app that is moved, with the tier that it had before. */
  readonly witness: Witness<TierId>;
}

/**
 * What a change of policy does to the apps that it moves from one tier to another. `complete` says whether the regions
 * take in all of them.
 *
 * @example
 * ```ts
 * import { extendPolicy, standardPolicy } from "plimsoll";
 * import { diffPolicies, type TierChange } from "plimsoll/analysis";
 *
 * const laxer = extendPolicy(standardPolicy, { id: "ours", version: "1.0.0", remove: ["many-users"] });
 * const diff = diffPolicies(standardPolicy, laxer);
 * const changes: readonly TierChange[] = diff.verdict === "different" ? diff.changes : [];
 *
 * changes.map(({ from, to }) => [from, to]); // → [["it-review", "citizen"]]
 * ```
 */
export interface TierChange<Before extends string = string, After extends string = string> {
  readonly from: Before;
  readonly to: After;
  readonly regions: readonly ChangedRegion<Before>[];
  readonly complete: boolean;
}

/**
 * An app of a portfolio that a change of policy moves.
 *
 * @example
 * ```ts
 * import { extendPolicy, standardPolicy } from "plimsoll";
 * import { diffPolicies, type MovedApp } from "plimsoll/analysis";
 *
 * const laxer = extendPolicy(standardPolicy, { id: "ours", version: "1.0.0", remove: ["many-users"] });
 * const portfolio = [{ id: "stock", name: "Stock list", audience: { users: 140, departments: ["Sales"] } }];
 * const diff = diffPolicies(standardPolicy, laxer, { portfolio });
 * const moved: readonly MovedApp[] = diff.verdict === "too-large" ? [] : diff.apps;
 *
 * moved; // → [{ app: "stock", name: "Stock list", from: "it-review", to: "citizen" }]
 * ```
 */
export interface MovedApp<Before extends string = string, After extends string = string> {
  readonly app: string;
  readonly name: string;
  readonly from: Before;
  readonly to: After;
}

/**
 * Whether two policies decide the same of every possible app: its tier, which rules stand of it, what components cover, which
 * reviews it needs, what it may do, and what an audit finds. If not, `changes` are the apps that are moved from tier to tier,
 * and `parts` is all that is written otherwise, each with what it does; of policies that are equivalent, that is nothing.
 *
 * @example
 * ```ts
 * import { standardPolicy } from "plimsoll";
 * import { diffPolicies, type PolicyDiff } from "plimsoll/analysis";
 *
 * const diff: PolicyDiff = diffPolicies(standardPolicy, structuredClone(standardPolicy));
 *
 * diff.verdict; // → "equivalent"
 * ```
 */
export type PolicyDiff<Before extends string = string, After extends string = string> =
  | {
      readonly verdict: "equivalent";
      readonly parts: readonly PartChange[];
      readonly apps: readonly MovedApp<Before, After>[];
    }
  | {
      readonly verdict: "different";
      readonly changes: readonly TierChange<Before, After>[];
      readonly parts: readonly PartChange[];
      readonly apps: readonly MovedApp<Before, After>[];
    }
  | TooLarge;

/**
 * What a diff is asked besides the two policies.
 *
 * @example
 * ```ts
 * import { standardPolicy } from "plimsoll";
 * import { type DiffOptions, diffPolicies } from "plimsoll/analysis";
 *
 * const options: DiffOptions = { portfolio: [{ id: "stock", name: "Stock list" }] };
 *
 * diffPolicies(standardPolicy, standardPolicy, options); // → { verdict: "equivalent", parts: [], apps: [] }
 * ```
 */
export interface DiffOptions {
  /** Apps to be held against both policies. */
  readonly portfolio?: readonly AppProfile[];
  /** The most regions that are told of each move; 5 when left out. */
  readonly regions?: number;
}

function regionsOf<TierId extends string>(
  study: Study<TierId>,
  search: Search,
  region: Diagram,
  frame: Diagram,
  most: number,
  confirms: (profile: AppProfile) => boolean,
) {
  const { model } = search;
  const { policy, facts } = study;
  const home = model.home();
  const outside = model.compiler.all([frame, model.compiler.not(region)]);
  const regions: ChangedRegion<TierId>[] = [];
  let left = region;
  while (regions.length < most) {
    const cells = leastRemarkable(study, model, left, (so) => so === 1, home.cells);
    if (cells === undefined) break;
    const { when, inside } = partAround(model, outside, cells);
    const words = conditionInWords(when, { policy, facts }) || "All of them";
    regions.push({ when, words, witness: witnessIn(study, search, cells, home.values, confirms) });
    left = model.compiler.all([left, model.compiler.not(inside)]);
  }
  return { regions, complete: left === model.diagrams.constant(0) };
}

function movedApps<Before extends string, After extends string>(
  portfolio: readonly AppProfile[],
  before: ClassifiesAsOf<Before>,
  after: ClassifiesAsOf<After>,
): readonly MovedApp<Before, After>[] {
  return portfolio.flatMap((profile) => {
    const { tier: from } = before(profile);
    const { tier: to } = after(profile);
    return String(from) === String(to) ? [] : [{ app: profile.id, name: profile.name, from, to }];
  });
}

/** What a change of policy does, in a space that tells apart whatever the rules of both do. */
function diffWithin<Before extends string, After extends string>(
  study: Study<Before>,
  after: Policy<After>,
  { model, lift }: Refined,
  { portfolio = [], regions: most = 5 }: DiffOptions,
): PolicyDiff<Before, After> {
  const { named: facts, asOf, day } = study;
  const classifyAfter = createClassifier(after, { facts });
  const apps = movedApps(portfolio, study.classify, (profile) => classifyAfter(profile, { asOf }));
  const moves = movesBetween(study, after, { model, lift });
  const ranks = ranksAmong(study.policy.tiers, after);
  const search = { model, tier: lift(study.tier) };
  const changes = valuesOf(model.diagrams, moves).flatMap((code): readonly TierChange<Before, After>[] => {
    const move = moveOf(code);
    if (move === undefined) return [];
    const region = model.compiler.where(moves, (value) => value === code);
    const to = at(after.tiers, ranks.indexOf(move.to)).id;
    const before = model.compiler.where(search.tier, (rank) => rank === move.from);
    const frame = model.compiler.all([model.possible, before]);
    const told = regionsOf(
      study,
      search,
      region,
      frame,
      most,
      (profile) => classifyAfter(profile, { asOf: day }).tier === to,
    );
    return [{ from: study.tierAt(move.from), to, ...told }];
  });
  const parts = partsBetween(study, after, model, changes.length > 0);
  if (changes.length === 0 && parts.every(({ effect }) => effect === "none")) {
    return { verdict: "equivalent", parts, apps };
  }
  return { verdict: "different", changes, parts, apps };
}

/**
 * What a change of policy does: nothing at all, or to which apps what. Tiers, rules and conditions are compared exactly, over
 * all possible apps; what rests on actions, approvals and components is shown by an app where one is found among a few, and
 * says so in its effect where none is.
 *
 * @param before The policy as it was; `after` as it shall be. Tiers with the same id are the same.
 *
 * @example
 * ```ts
 * import { extendPolicy, standardPolicy } from "plimsoll";
 * import { diffPolicies } from "plimsoll/analysis";
 *
 * const laxer = extendPolicy(standardPolicy, { id: "ours", version: "1.0.0", remove: ["strict-compliance"] });
 *
 * diffPolicies(standardPolicy, laxer).verdict; // → "different"
 * ```
 */
export function diffPolicies<Before extends string, After extends string>(
  before: Analysable<Before>,
  after: Policy<After>,
  options: DiffOptions = {},
): PolicyDiff<Before, After> {
  return answerOf(before, (alone): PolicyDiff<Before, After> => {
    const study = alone.beside([after]);
    return diffWithin(study, after, study.model.refine(linesOfPolicy(study.spellOut(after))), options);
  });
}

/**
 * Holds many policies against one, each as {@link diffPolicies} does. Those with the same components are asked in one space, so
 * that what they have in common is worked out once; an app that shows a difference may be another one than a diff alone shows.
 *
 * @example
 * ```ts
 * import { extendPolicy, standardPolicy } from "plimsoll";
 * import { diffEach } from "plimsoll/analysis";
 *
 * const laxer = extendPolicy(standardPolicy, { id: "ours", version: "1.0.0", remove: ["strict-compliance"] });
 *
 * diffEach(standardPolicy, [standardPolicy, laxer]).map(({ verdict }) => verdict); // → ["equivalent", "different"]
 * ```
 */
export function diffEach<Before extends string>(
  before: Analysable<Before>,
  others: readonly Policy[],
  options: DiffOptions = {},
): readonly PolicyDiff<Before>[] {
  const componentsOf = ({ components = [] }: Policy) => JSON.stringify(components);
  const own = componentsOf(analysisOf(before).policy);
  const alike = others.filter((other) => componentsOf(other) === own);
  const together = inOneSpace(before, alike, (other, { policy, spellOut }) => {
    return [...linesOfPolicy(spellOut(other)), ...[policy, other].flatMap((each) => linesBeside(each, spellOut))];
  });
  return others.map((other) => {
    if (together.verdict === "too-large" || !alike.includes(other)) return diffPolicies(before, other, options);
    const { study, refined } = together;
    const told = withinBudget(() => diffWithin(study, other, refined, options));
    // What the others took is no reason to tell less of this one.
    return told.verdict === "too-large" ? diffPolicies(before, other, options) : told;
  });
}
