import { at } from "../diagrams/index.js";
import type { AppProfile } from "../profile/index.js";
import type { Analysable } from "./analysable.js";
import { type AnswerOptions, type TooLarge, usualMost } from "./answers.js";
import { assertKnown } from "./check.js";
import { type HandOver, handedOver, handOverInWords, handOversOf, pointerOf } from "./handing-over.js";
import { answerOf, type Study } from "./study.js";
import { ranksOf } from "./workings.js";

/**
 * A part of an app that a component is to handle.
 *
 * @example
 * ```ts
 * import { type Policy, standardPolicy } from "plimsoll";
 * import { type HandledPart, pathsByComponents } from "plimsoll/analysis";
 * import { harmlessApp } from "plimsoll/testing";
 *
 * const policy: Policy = standardPolicy;
 * const app = { ...harmlessApp("Stock").build(), integrations: [{ system: "ERP", direction: "bidirectional" as const }] };
 * const told = pathsByComponents(app, "it-review", policy);
 * const parts: readonly HandledPart[] = told.verdict === "found" ? (told.paths[0]?.handled ?? []) : [];
 *
 * parts.map(({ pointer, component }) => [pointer, component]); // → [["/integrations/0", "data-synchronisation"]]
 * ```
 */
export interface HandledPart {
  /** Where the profile has the part. */
  readonly pointer: string;
  /** The id of the component. */
  readonly component: string;
  /** The first version that will do; `null` when every version does. */
  readonly from: string | null;
  /** What there is to do, as a sentence. */
  readonly words: string;
}

/**
 * One way for an app to reach a tier by components alone: they handle all of these parts, none of which can be left out.
 * `profile` is the app afterwards.
 *
 * @example
 * ```ts
 * import { standardPolicy } from "plimsoll";
 * import { type PathByComponents, pathsByComponents } from "plimsoll/analysis";
 * import { harmlessApp } from "plimsoll/testing";
 *
 * const told = pathsByComponents(harmlessApp("Stock").build(), "citizen", standardPolicy);
 * const path: PathByComponents | undefined = told.verdict === "found" ? told.paths[0] : undefined;
 *
 * path?.handled; // → []
 * ```
 */
export interface PathByComponents {
  readonly handled: readonly HandledPart[];
  readonly profile: AppProfile;
}

/**
 * Every smallest choice of parts that brings an app to a tier once components handle them, the fewest parts first; `complete`
 * says whether these are all.
 *
 * @example
 * ```ts
 * import { standardPolicy } from "plimsoll";
 * import { type PathsByComponents, pathsByComponents } from "plimsoll/analysis";
 *
 * const crowd = { id: "stock", name: "Stock list", audience: { users: 140 } };
 * const told: PathsByComponents = pathsByComponents(crowd, "citizen", standardPolicy);
 *
 * told.verdict; // → "none"
 * ```
 */
export type PathsByComponents =
  | { readonly verdict: "found"; readonly paths: readonly PathByComponents[]; readonly complete: boolean }
  | { readonly verdict: "none" }
  | TooLarge;

/** So many choices of parts and components are looked at. */
const mostLookedAt = 4096;

type Choice = readonly HandOver[];

/** Every choice of so many parts, each with one of the components that can handle it, that goes on from another and is not ruled out. */
function* choicesOf(
  parts: readonly Choice[],
  more: number,
  isRuledOut: (choice: Choice) => boolean,
  chosen: Choice = [],
  first = 0,
): Generator<Choice> {
  if (isRuledOut(chosen)) return;
  if (more === 0) {
    yield chosen;
    return;
  }
  for (let index = first; index <= parts.length - more; index++) {
    for (const each of at(parts, index)) yield* choicesOf(parts, more - 1, isRuledOut, [...chosen, each], index + 1);
  }
}

/** Whether no tier that an app can be in is above a rank. */
function isAtMost(study: Study, profile: AppProfile, rank: number): boolean {
  const rankOf = (tier: string) => study.policy.tiers.findIndex(({ id }) => id === tier);
  const { tier, ceiling } = study.classify(profile);
  if (rankOf(tier) > rank) return false;
  return rankOf(ceiling) <= rank || Math.max(...ranksOf(study.ofApps, profile)) <= rank;
}

/** The smallest choices after which something is so; and whether these are all. */
function smallest(parts: readonly Choice[], isGood: (choice: Choice) => boolean, most: number) {
  const found: Choice[] = [];
  const hasFound = (choice: Choice) => found.some((known) => known.every((each) => choice.includes(each)));
  let lookedAt = 0;
  for (let size = 0; size <= parts.length; size++) {
    for (const choice of choicesOf(parts, size, hasFound)) {
      if (found.length >= most || lookedAt++ >= mostLookedAt) return { found, isComplete: false };
      if (isGood(choice)) found.push(choice);
    }
  }
  return { found, isComplete: true };
}

/**
 * Every smallest choice of parts of an app that brings it to a tier, or below it, once components of the policy handle them
 * and nothing else changes: each part by any component that is not retired, in the first version that covers. What the
 * profile leaves open may be anything. With other changes beside it, see {@link pathsTo}, asked of `profile` of a path.
 *
 * @throws {PlimsollError} with code `invalid-question`, when the policy has no such tier; with code `invalid-profile`, when
 * the profile contradicts itself.
 *
 * @example
 * ```ts
 * import { standardPolicy } from "plimsoll";
 * import { pathsByComponents } from "plimsoll/analysis";
 * import { harmlessApp } from "plimsoll/testing";
 *
 * const app = { ...harmlessApp("Stock").build(), integrations: [{ system: "ERP", direction: "bidirectional" as const }] };
 * const told = pathsByComponents(app, "it-review", standardPolicy);
 *
 * told.verdict === "found" && told.paths.map(({ handled }) => handled.map(({ words }) => words));
 * // → [["Let Data synchronisation handle the connection to ERP (/integrations/0)."]]
 * ```
 */
export function pathsByComponents<TierId extends string>(
  profile: AppProfile,
  tier: NoInfer<TierId>,
  policy: Analysable<TierId>,
  { most = usualMost }: AnswerOptions = {},
): PathsByComponents {
  return answerOf(policy, (study): PathsByComponents => {
    const tiers: readonly string[] = study.policy.tiers.map(({ id }) => id);
    assertKnown("tier", tier, tiers, "/tier");
    const rank = tiers.indexOf(tier);
    const parts = handOversOf(profile, study.policy, study.named);
    const isGood = (choice: Choice) => isAtMost(study, handedOver(profile, choice), rank);
    const { found, isComplete } = smallest(parts, isGood, most);
    if (found.length === 0 && isComplete) return { verdict: "none" };
    const partOf = (made: HandOver): HandledPart => ({
      pointer: pointerOf(made),
      component: made.component.id,
      from: made.component.from ?? null,
      words: handOverInWords(made, profile, study.policy),
    });
    const paths = found.map((choice) => ({ handled: choice.map(partOf), profile: handedOver(profile, choice) }));
    return { verdict: "found", paths, complete: isComplete };
  });
}
