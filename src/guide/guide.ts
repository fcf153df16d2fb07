import type { Condition } from "../conditions/index.js";
import {
  assertPolicy,
  criteriaOf,
  factsOf,
  type Help,
  type Policy,
  type PolicyOptions,
  type Review,
  type Rule,
  rankOfSigns,
  type Severity,
} from "../policy/index.js";
import { type StandardTierId, standardPolicy } from "../standard/index.js";
import { conditionInWords, type Vocabulary } from "../words/index.js";
import { crossings } from "./crossings.js";

/**
 * A line of a policy, in words.
 *
 * @example
 * ```ts
 * import { buildGuide } from "plimsoll";
 * import { type GuideLine } from "plimsoll/guide";
 *
 * const inWords = ({ title, when }: GuideLine) => `${title}: ${when}`;
 *
 * buildGuide().tiers[1]?.lines.map(inWords)[1]; // → "Several departments: Which departments use it? 2 departments or more"
 * ```
 */
export interface GuideLine {
  readonly kind: "criterion" | "sign" | "limit";
  /** The id of the rule. */
  readonly rule: string;
  readonly title: string;
  /** When it is crossed, in half a sentence. */
  readonly when: string;
  /** When it does not count; empty when it always does. */
  readonly unless: string;
  readonly why: string;
  readonly advice: string;
  /** The severity of a warning sign; `null` for other rules. */
  readonly severity: Severity | null;
}

/**
 * What a tier means for whoever builds an app.
 *
 * @example
 * ```ts
 * import { buildGuide } from "plimsoll";
 * import { type GuideTier } from "plimsoll/guide";
 *
 * const firstOf = ({ title, lines: [line] }: GuideTier) => `${title}: ${line?.title ?? "what remains"}`;
 *
 * buildGuide().tiers.map(firstOf); // → ["Citizen: what remains", "IT review: Many users", "Professional: Mission-critical"]
 * ```
 */
export interface GuideTier<TierId extends string = string> {
  readonly id: TierId;
  readonly title: string;
  readonly advice: string;
  /** The lines that lift an app to this tier; none for the lowest, which is what remains. */
  readonly lines: readonly GuideLine[];
}

/**
 * What can be built alone, what needs a talk and what needs professionals, and whom to ask. Plain JSON.
 *
 * @example
 * ```ts
 * import { buildGuide, type Guide } from "plimsoll";
 *
 * const { alone, reviews }: Guide = buildGuide();
 *
 * alone[1]; // → "Which departments use it? Fewer than 2 departments"
 * reviews[0]?.minutes; // → 30
 * ```
 */
export interface Guide<TierId extends string = string> {
  readonly policy: { readonly id: string; readonly version: string; readonly title: string };
  /** What keeps an app on the lowest tier, each line once: what may be built alone. */
  readonly alone: readonly string[];
  /** From what can be built alone upwards. */
  readonly tiers: readonly GuideTier<TierId>[];
  readonly help: Help;
  /** The talks on the way, in the order of their milestones. */
  readonly reviews: readonly Pick<Review, "id" | "title" | "why" | "milestone" | "approvers" | "minutes">[];
  /** What is there to be used. */
  readonly components: readonly { readonly id: string; readonly title: string; readonly summary: string }[];
}

/** Whom to ask where a policy does not say: somebody is always there. */
const anybody: Help = {
  who: "IT",
  how: "Say what you are building and where it gets too much. Asking early is good judgement.",
  bring: "what the app does, and who relies on it",
};

function lineOf(kind: GuideLine["kind"], rule: Rule, advice: string, vocabulary: Vocabulary): GuideLine {
  return {
    kind,
    rule: rule.id,
    title: rule.title,
    when: conditionInWords(crossed(rule), vocabulary),
    unless: rule.unless === undefined ? "" : conditionInWords(rule.unless, vocabulary),
    why: rule.why,
    advice: rule.advice ?? advice,
    severity: "severity" in rule ? rule.severity : null,
  };
}

function tiersOf(policy: Policy, vocabulary: Vocabulary): readonly GuideTier[] {
  const { tiers, signs = [] } = policy;
  const criteria = criteriaOf(policy).map(({ rule }) => rule);
  return tiers.map(({ id, title, advice }, rank) => {
    const isHere = (tier: string | undefined) => (tier ?? tiers[rankOfSigns]?.id) === id;
    const lines = [
      ...(tiers[rank - 1]?.limits ?? []).map((rule) => lineOf("limit", rule, advice, vocabulary)),
      ...criteria.filter(({ tier }) => isHere(tier)).map((rule) => lineOf("criterion", rule, advice, vocabulary)),
      ...signs.filter(({ tier }) => isHere(tier)).map((rule) => lineOf("sign", rule, advice, vocabulary)),
    ];
    return { id, title, advice, lines };
  });
}

const crossed = (rule: Rule): Condition => ("holds" in rule ? { not: rule.holds } : rule.when);

/**
 * The limits of a policy, for those who build: what they can do alone, when to talk to somebody, what professionals should
 * do with them, whom to ask and how. It is made from the policy's own rules: move a line, and it says so. "Training that
 * includes limits".
 *
 * @param policy Where the lines lie; `standardPolicy` when left out.
 * @throws {PlimsollError} with code `invalid-policy`, when the policy is not one; with code `invalid-option`, when the options
 * are none.
 *
 * @example
 * ```ts
 * import { buildGuide } from "plimsoll";
 *
 * const { tiers, help } = buildGuide();
 *
 * tiers.map(({ title }) => title); // → ["Citizen", "IT review", "Professional"]
 * tiers[1]?.lines[0]?.when; // → "How many people use it now? 100 people or more"
 * help.who; // → "your IT team"
 * ```
 */
export function buildGuide<TierId extends string = StandardTierId>(
  policy?: Policy<TierId>,
  options: PolicyOptions = {},
): Guide<TierId> {
  const asked: Policy = policy ?? standardPolicy;
  const facts = factsOf(asked, options);
  assertPolicy(asked, facts);
  const vocabulary: Vocabulary = { policy: asked, facts };
  const { id, version, title, help = anybody, reviews = [], components = [] } = asked;
  const made: Guide = {
    policy: { id, version, title },
    alone: crossings(asked, facts).map((crossing) => conditionInWords(crossing, vocabulary, false)),
    tiers: tiersOf(asked, vocabulary),
    help,
    reviews: reviews.map(({ id: review, title: name, why, milestone, approvers, minutes }) => {
      return { id: review, title: name, why, milestone, approvers, minutes };
    }),
    components: components
      .filter(({ retired }) => retired === undefined)
      .map(({ id: component, title: name, summary = "" }) => ({ id: component, title: name, summary })),
  };
  // Every tier that is named comes from the policy: without one of its own, from the standard policy.
  return made as Guide<TierId>;
}
