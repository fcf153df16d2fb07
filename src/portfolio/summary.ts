import type { Standing } from "../classify/index.js";
import { type Audit, criteriaOf, type Policy } from "../policy/index.js";
import type { Spotted } from "./finding.js";

/**
 * A portfolio in numbers. Apps that are retired, and entries that cannot be read, are counted as such and nowhere else.
 *
 * @example
 * ```ts
 * import { type AuditSummary, audit } from "plimsoll";
 *
 * const rota = { id: "rota", name: "Rota", audience: { users: 140 } };
 * const leave = { id: "leave", name: "Leave requests", lifecycle: { stage: "retired" } };
 * const summary: AuditSummary = (await audit([rota, leave], { asOf: "2026-03-31" })).summary;
 *
 * summary.apps; // → 2
 * summary.retired; // → 1
 * summary.tiers; // → { citizen: 0, "it-review": 1, professional: 0 }
 * ```
 */
export interface AuditSummary<TierId extends string = string> {
  /** Apps that could be read, those that are retired among them. */
  readonly apps: number;
  readonly retired: number;
  /** Entries that could not be read. */
  readonly unreadable: number;
  /** Apps about which something was found. */
  readonly withFindings: number;
  /** Apps with a finding that is new since the last audit. */
  readonly withNewFindings: number;
  /** Apps whose tier an answer could still change. */
  readonly unsettled: number;
  /** Apps that deserve a look: above the lowest tier, or maybe so, or with findings; or they have grown. */
  readonly deserving: number;
  /** Those of them that are in no list, since there was no more capacity. */
  readonly unlisted: number;
  /** Apps with the id of one that came before. */
  readonly duplicates: number;
  /** Apps whose ids were not remembered, since they came after the first three million: two of them may have one id. */
  readonly forgotten: number;
  /** How many apps certainly reach each tier, and no higher one. */
  readonly tiers: Readonly<Record<TierId, number>>;
  /** How many apps could reach each tier, and no higher one. */
  readonly ceilings: Readonly<Record<TierId, number>>;
  /** Of how many apps each sign stands. */
  readonly signs: Readonly<Record<string, number>>;
  /** The same, tier by tier: of how many of the apps that certainly reach it, and no higher one. */
  readonly signsByTier: Readonly<Record<string, Readonly<Record<TierId, number>>>>;
  /** Of how many apps each criterion holds that lifts above the lowest tier. */
  readonly criteria: Readonly<Record<string, number>>;
  /** The same, tier by tier. */
  readonly criteriaByTier: Readonly<Record<string, Readonly<Record<TierId, number>>>>;
  /** Of how many apps each limit is not kept. */
  readonly limits: Readonly<Record<string, number>>;
  /** The same, tier by tier. */
  readonly limitsByTier: Readonly<Record<string, Readonly<Record<TierId, number>>>>;
  /** Of how many apps each check has found something: drift, most of all. */
  readonly checks: Readonly<Record<string, number>>;
}

/** Counts by name. */
interface Counts<Name extends string> {
  readonly add: (name: string) => void;
  readonly toJson: () => Readonly<Record<Name, number>>;
}

function countsOf<Name extends string>(named: readonly { readonly id: Name }[]): Counts<Name> {
  const counts = new Map<string, number>();
  const countOf = (name: string) => counts.get(name) ?? 0;
  return {
    add: (name) => counts.set(name, countOf(name) + 1),
    // It holds a number for every name, and for no other.
    toJson: () => Object.fromEntries(named.map(({ id }) => [id, countOf(id)])) as Record<Name, number>,
  };
}

/** Counts by name, and by tier for each name. */
function countsByTier<TierId extends string>(
  named: readonly { readonly id: string }[],
  tiers: readonly { readonly id: TierId }[],
) {
  const total = countsOf(named);
  const byTier = new Map(named.map(({ id }) => [id, countsOf(tiers)]));
  return {
    add: (name: string, tier: string) => {
      total.add(name);
      byTier.get(name)?.add(tier);
    },
    total,
    byTier: () => Object.fromEntries([...byTier].map(([id, counts]) => [id, counts.toJson()])),
  };
}

/** Counts the apps of a portfolio as they come. */
export interface Tally<TierId extends string> {
  readonly addUnreadable: () => void;
  readonly addRetired: () => void;
  readonly addDuplicate: () => void;
  readonly addForgotten: () => void;
  /** Counts an app, and says whether it deserves a look. */
  readonly add: (standing: Standing, findings: readonly Spotted[], hasGrown: boolean) => boolean;
  /** The numbers, when so many of the apps that deserve a look are listed. */
  readonly summary: (listed: number) => AuditSummary<TierId>;
}

/** Begins to count. */
export function tallyBy<TierId extends string>(policy: Policy<TierId>, { checks }: Audit): Tally<TierId> {
  const { tiers, signs = [] } = policy;
  const totals = {
    apps: 0,
    retired: 0,
    unreadable: 0,
    withFindings: 0,
    withNewFindings: 0,
    unsettled: 0,
    deserving: 0,
    duplicates: 0,
    forgotten: 0,
  };
  const byTier = countsOf(tiers);
  const byCeiling = countsOf(tiers);
  const lowest = tiers[0]?.id;
  const found = {
    sign: countsByTier(signs, tiers),
    criterion: countsByTier(
      criteriaOf(policy).map(({ rule }) => rule),
      tiers,
    ),
    limit: countsByTier(
      tiers.flatMap(({ limits = [] }) => limits),
      tiers,
    ),
    check: countsOf(checks),
  };
  const plusOne = (name: keyof typeof totals) => () => {
    totals[name]++;
  };
  return {
    addUnreadable: plusOne("unreadable"),
    addRetired: () => {
      totals.apps++;
      totals.retired++;
    },
    addDuplicate: plusOne("duplicates"),
    addForgotten: plusOne("forgotten"),
    add: ({ tier, ceiling, settled }, findings, hasGrown) => {
      const deservesLook = findings.length > 0 || ceiling !== lowest || hasGrown;
      totals.apps++;
      totals.withFindings += Number(findings.length > 0);
      totals.withNewFindings += Number(findings.some(({ isNew }) => isNew));
      totals.unsettled += Number(!settled);
      totals.deserving += Number(deservesLook);
      byTier.add(tier);
      byCeiling.add(ceiling);
      for (const { kind, id } of findings) found[kind].add(id, tier);
      return deservesLook;
    },
    summary: (listed) => ({
      ...totals,
      unlisted: totals.deserving - listed,
      tiers: byTier.toJson(),
      ceilings: byCeiling.toJson(),
      signs: found.sign.total.toJson(),
      signsByTier: found.sign.byTier(),
      criteria: found.criterion.total.toJson(),
      criteriaByTier: found.criterion.byTier(),
      limits: found.limit.total.toJson(),
      limitsByTier: found.limit.byTier(),
      checks: found.check.toJson(),
    }),
  };
}
