import type { Classification, Finding } from "../classify/index.js";
import type { Condition } from "../conditions/index.js";
import { type Policy, ranksOf } from "../policy/index.js";
import { standardPolicy } from "../standard/index.js";

/**
 * A component that would cover some of what was found. Plain JSON.
 *
 * @example
 * ```ts
 * import { classify } from "plimsoll";
 * import { type Recommendation, recommendComponents } from "plimsoll/governance";
 *
 * const inWords = ({ title, findings }: Recommendation) => `${title} helps with ${findings.length} of these.`;
 * const profile = { id: "rota", name: "Rota", data: [{ class: "payment" as const }], integrations: [], compliance: [] };
 *
 * recommendComponents(classify(profile)).map(inWords); // → ["Payment processing helps with 1 of these."]
 * ```
 */
export interface Recommendation<TierId extends string = string> {
  /** The id of the component. */
  readonly component: string;
  readonly title: string;
  /** What it does; empty when the policy does not say. */
  readonly summary: string;
  /** The first version that covers; `null` when every version does. */
  readonly from: string | null;
  /** What must hold of the app for it to cover; `null` when nothing must. */
  readonly when: Condition | null;
  /** What it would cover: what holds first, and the highest tier within that. */
  readonly findings: readonly Pick<Finding<TierId>, "kind" | "id" | "status" | "tier" | "title">[];
}

/**
 * The components that would cover what was found, or may be, the strongest first: what holds before what is possible, the
 * highest tier within that, and of two that are as strong the one that covers more. IT builds them once, for many:
 * "Reusable components for complex operations".
 *
 * @param policy Where the components are listed; `standardPolicy` when left out.
 *
 * @example
 * ```ts
 * import { classify } from "plimsoll";
 * import { recommendComponents } from "plimsoll/governance";
 *
 * const [first] = recommendComponents(
 *   classify({ id: "expenses", name: "Expenses", data: [{ class: "payment" }], compliance: [{ regime: "PCI DSS" }] }),
 * );
 *
 * first?.component; // → "payment-processing"
 * first?.findings.map(({ id }) => id); // → ["sensitive-data", "compliance"]
 * ```
 */
export function recommendComponents<TierId extends string>(
  { findings }: Classification<TierId>,
  policy: Policy = standardPolicy,
): readonly Recommendation<TierId>[] {
  const lifting = findings.filter(({ status }) => status === "holds" || status === "possible");
  const { components = [] } = policy;
  const ranks = ranksOf(policy);
  const strengthOf = ({ status, tier }: Pick<Finding, "status" | "tier">) =>
    (ranks.get(tier) ?? -1) + (status === "holds" ? ranks.size : 0);
  const strongest = ({ findings: covered }: Recommendation) => Math.max(...covered.map(strengthOf));
  return components
    .filter(({ retired }) => retired === undefined)
    .map(({ id, title, summary = "", from = null, when = null, covers }) => ({
      component: id,
      title,
      summary,
      from,
      when,
      findings: lifting
        .filter((finding) => covers.includes(finding.id))
        .map(({ kind, id: rule, status, tier, title: name }) => ({ kind, id: rule, status, tier, title: name })),
    }))
    .filter(({ findings: covered }) => covered.length > 0)
    .sort((one, other) => strongest(other) - strongest(one) || other.findings.length - one.findings.length);
}
