import { at } from "../diagrams/index.js";
import type { AppProfile } from "../profile/index.js";
import { capital, readingInWords } from "../words/index.js";
import type { Analysable } from "./analysable.js";
import { type AnswerOptions, type TooLarge, usualMost } from "./answers.js";
import { smallestChoices } from "./choices.js";
import { leftOutOf } from "./handing-over.js";
import { answerOf } from "./study.js";
import { viewOf } from "./view.js";
import { ranksOf } from "./workings.js";

/**
 * Facts of an app that alone force its tier: whatever else were so, it would be in this one.
 *
 * @example
 * ```ts
 * import { standardPolicy } from "plimsoll";
 * import { type SufficientReason, sufficientReasons } from "plimsoll/analysis";
 *
 * const app = { id: "pay", name: "Payroll", data: [{ class: "payment" as const }], audience: { users: 9 } };
 * const told = sufficientReasons(app, standardPolicy);
 * const reasons: readonly SufficientReason[] = told.verdict === "found" ? told.reasons : [];
 *
 * reasons.map(({ facts }) => facts.join()).sort(); // → ["dataSensitivity", "sensitiveData"]
 * ```
 */
export interface SufficientReason {
  readonly facts: readonly string[];
  /** What the profile says of each, for a person. */
  readonly words: readonly string[];
}

/**
 * The smallest sets of facts that force the tier of an app, what components leave of it among them where it uses some; `open`, while its tier is not settled. Of sets with equally
 * many facts all are told, up to as many as asked for; `complete` says whether these are all.
 *
 * @example
 * ```ts
 * import { standardPolicy } from "plimsoll";
 * import { sufficientReasons, type SufficientReasons } from "plimsoll/analysis";
 *
 * const told: SufficientReasons = sufficientReasons({ id: "stock", name: "Stock list" }, standardPolicy);
 *
 * told.verdict; // → "open"
 * ```
 */
export type SufficientReasons<TierId extends string = string> =
  | {
      readonly verdict: "found";
      readonly tier: TierId;
      readonly reasons: readonly SufficientReason[];
      readonly complete: boolean;
      /** The components that are left out: this speaks of apps of which they handle nothing. Of an app that uses components, none is. */
      readonly leftOut: readonly string[];
    }
  | { readonly verdict: "open" }
  | TooLarge;

/**
 * The smallest sets of facts that alone force the tier of an app.
 *
 * @example
 * ```ts
 * import { standardPolicy } from "plimsoll";
 * import { sufficientReasons, synthesizeProfile } from "plimsoll/analysis";
 *
 * const app = synthesizeProfile({ legalConsequences: true }) ?? { id: "stock", name: "Stock list" };
 * const told = sufficientReasons(app, standardPolicy);
 *
 * told.verdict === "found" && told.reasons.map(({ facts }) => facts); // → [["legalConsequences"]]
 * ```
 */
export function sufficientReasons<TierId extends string>(
  profile: AppProfile,
  policy: Analysable<TierId>,
  { most = usualMost }: AnswerOptions = {},
): SufficientReasons<TierId> {
  return answerOf(policy, (study): SufficientReasons<TierId> => {
    const { ofApps, unhandled } = study;
    const [rank, ...others] = ranksOf(ofApps, profile);
    if (rank === undefined || others.length > 0) return { verdict: "open" };
    const isHandled = unhandled.handling(profile).covered.length > 0;
    // What components leave of an app that uses some are facts of their own.
    const asked = isHandled ? ofApps : unhandled;
    const view = viewOf(asked, profile, () => false);
    // A rule that may be taken care of forces nothing.
    const { model, tier, told, readings } =
      view.open.length === 0 ? view : viewOf(asked, profile, () => false, [], view.open);
    const { variables } = model.space;
    const forks = variables.map(({ partition }, index) => ({
      free: [...partition.cells.keys()],
      counted: readings[index]?.kind === "unknown" ? undefined : told[index],
    }));
    const isGood = (value: number) => value < 0 || value === rank;
    const { found, isComplete } = smallestChoices(model.diagrams, tier, { forks, isGood, must: "every" }, most);
    const reasons = found.map((chosen): SufficientReason => {
      const facts = chosen.map((index) => at(variables, index));
      const words = facts.map(({ fact }, place) => {
        const told = readingInWords(at(readings, at(chosen, place)), fact.domain);
        return `${fact.question} ${capital(told ?? "")}.`;
      });
      return { facts: facts.map(({ name }) => name), words };
    });
    const leftOut = asked === unhandled ? leftOutOf(study) : [];
    return { verdict: "found", tier: study.tierAt(rank), reasons, complete: isComplete, leftOut };
  });
}
