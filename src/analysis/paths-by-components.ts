import { at } from "../diagrams/index.js";
import type { AppProfile } from "../profile/index.js";
import type { Analysable } from "./analysable.js";
import { type AnswerOptions, type TooLarge, usualMost } from "./answers.js";
import type { Change } from "./change.js";
import { changesBeside } from "./changes-beside.js";
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
 * One way for an app to reach a tier by components: they handle all of these parts, and all of these changes are made, none of
 * which can be left out. `profile` is the app once components handle the parts, before anything else changes.
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
  readonly changes: readonly Change[];
  readonly profile: AppProfile;
}

/**
 * Every smallest choice of parts that components handle, and of changes beside them, that brings an app to a tier: the fewest of
 * both first. `complete` says whether these are all.
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
const mostLookedAt = 1024;

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

/** A choice of parts that components handle, and changes beside it. */
interface Step {
  readonly choice: Choice;
  readonly changes: readonly Change[];
}

const sizeOf = ({ choice, changes }: Step) => choice.length + changes.length;

/** Whether all of one choice, and of the changes beside it, is part of another. */
const isWithin = (one: Step, other: Step) =>
  one.choice.every((each) => other.choice.includes(each)) &&
  one.changes.every(({ fact }) => other.changes.some((each) => each.fact === fact));

/** The choices that are enough by themselves, and those that are not and contain none of them; and whether all were looked at. */
function sorted(parts: readonly Choice[], isGood: (choice: Choice) => boolean) {
  const alone: Choice[] = [];
  const others: Choice[] = [];
  const isRuledOut = (choice: Choice) => alone.some((known) => known.every((each) => choice.includes(each)));
  for (let size = 0; size <= parts.length; size++) {
    for (const choice of choicesOf(parts, size, isRuledOut)) {
      if (alone.length + others.length >= mostLookedAt) return { alone, others, isComplete: false };
      (isGood(choice) ? alone : others).push(choice);
    }
  }
  return { alone, others, isComplete: true };
}

/**
 * Every smallest choice of parts of an app that brings it to a tier, or below it, once components of the policy handle them:
 * each part by any component that is not retired, in the first version that covers; by itself, or with changes of what has
 * nothing to do with such parts. What the profile leaves open may be anything. What changes alone do, {@link pathsTo} tells.
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
    const { alone, others, isComplete: areAll } = sorted(parts, isGood);
    const canHelp = parts.some(({ length }) => length > 0);
    const handing = canHelp ? others : [];
    const besides = changesBeside(
      study.ofApps,
      rank,
      handing.map((choice) => handedOver(profile, choice)),
    );
    const isComplete = areAll && besides.every((each) => each.isComplete);
    const steps: readonly Step[] = [
      ...alone.map((choice) => ({ choice, changes: [] })),
      ...handing.flatMap((choice, index) => at(besides, index).ways.map((changes) => ({ choice, changes }))),
    ];
    const smallest = steps
      .filter((step) => !steps.some((other) => other !== step && isWithin(other, step)))
      .filter(({ choice, changes }) => choice.length > 0 || changes.length === 0)
      .sort((one, other) => sizeOf(one) - sizeOf(other));
    if (smallest.length === 0 && isComplete) return { verdict: "none" };
    const partOf = (made: HandOver): HandledPart => ({
      pointer: pointerOf(made),
      component: made.component.id,
      from: made.component.from ?? null,
      words: handOverInWords(made, profile, study.policy),
    });
    const paths = smallest.slice(0, most).map(({ choice, changes }) => ({
      handled: choice.map(partOf),
      changes,
      profile: handedOver(profile, choice),
    }));
    return { verdict: "found", paths, complete: isComplete && smallest.length <= most };
  });
}
