import { carriedLines } from "../model/index.js";
import type { AppProfile } from "../profile/index.js";
import type { Analysable } from "./analysable.js";
import { type AnswerOptions, type TooLarge, usualMost, type Witness } from "./answers.js";
import type { Change } from "./change.js";
import { assertKnown } from "./check.js";
import { witnessIn } from "./search.js";
import { answerOf } from "./study.js";
import { viewOf } from "./view.js";
import { aimAt, waysWithin } from "./ways.js";
import { ranksOf } from "./workings.js";

/**
 * One way for an app to reach a tier: all of these changes together, none of which can be left out. `witness` is the app
 * afterwards.
 *
 * @example
 * ```ts
 * import { standardPolicy } from "plimsoll";
 * import { pathsTo, type PathTo, synthesizeProfile } from "plimsoll/analysis";
 *
 * const app = synthesizeProfile({ calculation: "complex" }) ?? { id: "stock", name: "Stock list" };
 * const told = pathsTo(app, "it-review", standardPolicy);
 * const path: PathTo | undefined = told.verdict === "found" ? told.paths[0] : undefined;
 *
 * path?.changes.length; // → 1
 * ```
 */
export interface PathTo<TierId extends string = string> {
  readonly changes: readonly Change[];
  readonly witness: Witness<TierId>;
}

/**
 * Every smallest set of changes that brings an app to a tier, the fewest changes first; `complete` says whether these are
 * all. Only what a person can change is changed; what the profile leaves open may be anything.
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
    const seen = (silent: readonly string[]) =>
      viewOf(study, profile, ({ fact }) => !fact.changeable, carriedLines(study.model.space), silent);
    const standing = seen([]);
    const aim = aimAt(tiers.indexOf(tier), ranksOf(study.ofApps, profile));
    // On the way down a rule that may be taken care of counts, and on the way up it does not.
    const view = standing.open.length === 0 || aim.isDown ? standing : seen(standing.open);
    const { ways, values, isComplete } = waysWithin(view, aim, ({ fact }) => fact.changeable, study.budget, most);
    if (ways.length === 0 && isComplete) return { verdict: "none" };
    const paths = ways.map(({ cells, changesIn }): PathTo<TierId> => {
      const witness = witnessIn({ ...study, replay: view.replay }, view, cells, values);
      return { changes: changesIn(witness), witness };
    });
    return { verdict: "found", paths, complete: isComplete };
  });
}
