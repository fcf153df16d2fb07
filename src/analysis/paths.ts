import { carriedLines } from "../model/index.js";
import type { AppProfile } from "../profile/index.js";
import type { Analysable } from "./analysable.js";
import { type AnswerOptions, type TooLarge, usualMost } from "./answers.js";
import { pathsBeside } from "./changes-beside.js";
import { assertKnown } from "./check.js";
import { isOfParts } from "./handing-over.js";
import { type PathsFound, type PathTo, pathsWithin } from "./paths-within.js";
import { answerOf, type Study } from "./study.js";
import { viewOf } from "./view.js";
import { type Aim, aimAt } from "./ways.js";
import { ranksOf } from "./workings.js";

/**
 * Every smallest set of changes that brings an app to a tier, the fewest changes first; `complete` says whether these are
 * all. Only what a person can change is changed; what the profile leaves open may be anything. Of an app that uses components,
 * what they handle is taken for granted where parts change, so that a way up may not be the only one.
 *
 * @example
 * ```ts
 * import { standardPolicy } from "plimsoll";
 * import { pathsTo, type PathsTo } from "plimsoll/analysis";
 *
 * const told: PathsTo = pathsTo({ id: "stock", name: "Stock list" }, "citizen", standardPolicy);
 *
 * told.verdict; // → "none"
 * ```
 */
export type PathsTo<TierId extends string = string> =
  | { readonly verdict: "found"; readonly paths: readonly PathTo<TierId>[]; readonly complete: boolean }
  | { readonly verdict: "none" }
  | TooLarge;

const isPart = (one: PathTo, other: PathTo) =>
  one.changes.every(({ fact }) => other.changes.some((change) => change.fact === fact));

/**
 * Of an app that uses components: what they leave of it is known as long as its parts stay as they are, and so is which rules stand then.
 * Of changes of the parts themselves it is taken for granted that the rules which are taken care of still are.
 */
function besideParts<TierId extends string>(
  study: Study<TierId>,
  aim: Aim,
  profile: AppProfile,
  found: PathsFound<TierId>,
  most: number,
): PathsFound<TierId> {
  // What functions find in what components leave is known of the app as it is alone.
  if (study.ofApps.wholeOf.size === 0) return { ...found, isComplete: false };
  const beside = pathsBeside(study.ofApps, aim, profile, most);
  const ofParts = found.paths
    .filter(({ changes }) => changes.some(({ fact }) => isOfParts(fact, study.facts)))
    .filter((path) => !beside.paths.some((other) => isPart(other, path)));
  const paths = [...beside.paths, ...ofParts].sort((one, other) => one.changes.length - other.changes.length);
  // A way up may also lead through parts that are added, and that no component handles.
  const isComplete = aim.isDown && found.isComplete && beside.isComplete && paths.length <= most;
  return { paths: paths.slice(0, most), isComplete };
}

/**
 * Every smallest set of changes that brings an app to a tier: what a builder needs to know to stay under a line, or to get
 * back there. An app that could be above the tier is brought to it or below; one that is below, to it or above.
 *
 * @throws {PlimsollError} with code `invalid-question`, when the policy has no such tier; with code `invalid-profile`, when
 * the profile contradicts itself.
 *
 * @example
 * ```ts
 * import { standardPolicy } from "plimsoll";
 * import { pathsTo, synthesizeProfile } from "plimsoll/analysis";
 *
 * const app = synthesizeProfile({ users: 140, systemsWritten: 2 }) ?? { id: "stock", name: "Stock list" };
 * const told = pathsTo(app, "citizen", standardPolicy);
 *
 * told.verdict === "found" && told.paths[0]?.changes.map(({ fact }) => fact).includes("users"); // → true
 * ```
 */
export function pathsTo<TierId extends string>(
  profile: AppProfile,
  tier: NoInfer<TierId>,
  policy: Analysable<TierId>,
  { most = usualMost }: AnswerOptions = {},
): PathsTo<TierId> {
  return answerOf(policy, (study): PathsTo<TierId> => {
    const tiers: readonly string[] = study.policy.tiers.map(({ id }) => id);
    assertKnown("tier", tier, tiers, "/tier");
    const { unhandled } = study;
    const seen = (silent: readonly string[]) =>
      viewOf(unhandled, profile, ({ fact }) => !fact.changeable, carriedLines(unhandled.model.space), silent);
    const standing = seen([]);
    const aim = aimAt(tiers.indexOf(tier), ranksOf(study.ofApps, profile));
    // On the way down a rule that may be taken care of counts, and on the way up it does not.
    const view = standing.open.length === 0 || aim.isDown ? standing : seen(standing.open);
    const found = pathsWithin({ ...study, replay: view.replay }, view, aim, ({ fact }) => fact.changeable, most);
    const { paths, isComplete } =
      unhandled.handling(profile).covered.length === 0 ? found : besideParts(study, aim, profile, found, most);
    if (paths.length === 0 && isComplete) return { verdict: "none" };
    return { verdict: "found", paths, complete: isComplete };
  });
}
