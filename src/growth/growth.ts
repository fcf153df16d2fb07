import type { Classification, Examination, Finding } from "../classify/index.js";
import { type Policy, rankingOf } from "../policy/index.js";
import { changeOf, type FactChange } from "./fact-change.js";
import { whatGrows } from "./what-grows.js";

/**
 * A line that an app has crossed: a rule that holds now, and certainly did not hold of its former profile by the same policy
 * on the same day. Plain JSON.
 *
 * @example
 * ```ts
 * import { audit, type CrossedLine } from "plimsoll";
 *
 * const [before, now] = [12, 140].map((users) => ({ id: "rota", name: "Rota", audience: { users } }));
 * const { ranked } = await audit([now], { asOf: "2026-03-31", previous: [before] });
 * const growth = ranked[0]?.growth;
 * const lines: readonly CrossedLine[] = growth?.kind === "compared" ? growth.crossed : [];
 *
 * lines.map(({ title, facts }) => `${title}: ${facts}`); // → ["Many users: users"]
 * ```
 */
export interface CrossedLine<TierId extends string = string>
  extends Pick<Finding<TierId>, "kind" | "id" | "title" | "tier"> {
  /** The facts that it rests on. */
  readonly facts: readonly string[];
}

/**
 * What has become of an app since it was last told: it is `new`; it was `compared` with what it was; or it is `unclear` whether
 * it is new, since not all of the former portfolio could be read. Plain JSON.
 *
 * @example
 * ```ts
 * import { type AppGrowth, audit } from "plimsoll";
 *
 * const app = { id: "rota", name: "Rota", audience: { users: 140 } };
 * const { ranked } = await audit([app], { asOf: "2026-03-31", previous: [] });
 * const growth: AppGrowth | null | undefined = ranked[0]?.growth;
 *
 * growth; // → { kind: "new" }
 * ```
 */
export type AppGrowth<TierId extends string = string> =
  | { readonly kind: "new" }
  | { readonly kind: "unclear" }
  | {
      readonly kind: "compared";
      /** The tier that its former profile certainly reaches by the policy of now, and the highest that it could reach. */
      readonly before: { readonly tier: TierId; readonly ceiling: TierId };
      /** Whether its tier has certainly risen: what was not settled before may only be known now. */
      readonly rose: boolean;
      readonly changes: readonly FactChange[];
      readonly crossed: readonly CrossedLine<TierId>[];
    };

/** An app of which there is a former profile. */
export type Compared = Extract<AppGrowth, { readonly kind: "compared" }>;

/** The rules that hold now and certainly did not; one that was open may have held all along. */
function crossedBetween(before: Classification, now: Classification): readonly CrossedLine[] {
  const nameOf = ({ kind, id }: Finding) => `${kind} ${id}`;
  const former = before.findings.filter(({ status }) => status === "holds" || status === "possible").map(nameOf);
  const mayHaveHeld = new Set(former);
  return now.findings
    .filter((finding) => finding.status === "holds" && !mayHaveHeld.has(nameOf(finding)))
    .map(({ kind, id, title, tier, evidence }) => {
      return { kind, id, title, tier, facts: [...new Set(evidence.map(({ fact }) => fact))] };
    });
}

/** Prepares to compare what an app is with what it was, both of them examined by the policy on one day. */
export function comparing(policy: Policy): (before: Examination, now: Examination) => Compared {
  const rankOf = rankingOf(policy);
  return (before, now) => {
    const { tier, ceiling } = before.classification;
    return {
      kind: "compared",
      before: { tier, ceiling },
      rose: rankOf(now.classification.tier) > rankOf(ceiling),
      changes: whatGrows.flatMap((growing) => changeOf(growing, before.profile, now.profile) ?? []),
      crossed: crossedBetween(before.classification, now.classification),
    };
  };
}

/** Whether an app has certainly grown. */
export const hasGrown = (growth: AppGrowth | null): boolean =>
  growth?.kind === "compared" &&
  (growth.rose || growth.crossed.length > 0 || growth.changes.some(({ kind }) => kind === "grew"));
