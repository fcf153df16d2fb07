import type { Classification, Finding } from "../classify/index.js";
import { criteriaOf, type Policy } from "../policy/index.js";
import { assertClassification } from "./handed-in.js";
import { notKept } from "./said-once.js";
import { tierIn } from "./tiers.js";

/** How many apps are counted at a tier. */
export interface Cell {
  readonly title: string;
  readonly apps: number;
}

/** A rule, and of how many apps it stands, tier by tier. */
export interface Row {
  readonly title: string;
  readonly cells: readonly Cell[];
}

/** How many apps there are, and of how many each rule stands, tier by tier. */
export interface Counts {
  readonly apps: readonly Cell[];
  readonly rows: readonly Row[];
  /** What the rows are: of a policy without signs, its criteria and limits; nothing, where none were counted. */
  readonly of: "signs" | "criteria" | "nothing";
}

/** Counts of apps, tier by tier, by the ids of rules. */
type ByTier = Readonly<Record<string, Readonly<Record<string, number>>>>;

/**
 * A portfolio in numbers, as `audit` sums it up: how many apps certainly reach each tier, and no higher one, and of how many of
 * these each sign stands; for policies without signs, each criterion and limit.
 *
 * @example
 * ```ts
 * import { audit, standardPolicy } from "plimsoll";
 * import { heatMapSvg, type PortfolioCounts } from "plimsoll/render";
 *
 * const rota = { id: "rota", name: "Rota", data: [{ class: "health" }] };
 * const counts: PortfolioCounts = (await audit([rota], { asOf: "2026-03-31" })).summary;
 *
 * heatMapSvg(counts, { policy: standardPolicy }).includes("Sensitive data: Citizen 0, IT review 0, Professional 1."); // → true
 * ```
 */
export interface PortfolioCounts {
  readonly tiers: Readonly<Record<string, number>>;
  readonly signsByTier: ByTier;
  /** The same of criteria, by their ids; the rows of tables among them. */
  readonly criteriaByTier?: ByTier;
  /** The same of limits, by their ids. */
  readonly limitsByTier?: ByTier;
}

type Marked = Pick<Policy, "id" | "version" | "tiers" | "signs" | "criteria" | "tables" | "rubrics">;

/** A rule that is counted. */
interface Counted {
  readonly kind: Finding["kind"];
  readonly id: string;
  readonly title: string;
}

/** The rules that are counted: the signs of a policy, or, where it has none, its criteria and limits. */
function countedBy(policy: Marked): readonly Counted[] {
  const { signs = [], tiers } = policy;
  const of =
    (kind: Counted["kind"]) =>
    ({ id, title }: Omit<Counted, "kind">): Counted => ({ kind, id, title });
  if (signs.length > 0) return signs.map(of("sign"));
  const criteria = criteriaOf(policy).map(({ rule }) => rule);
  return [
    ...criteria.map(of("criterion")),
    ...tiers.flatMap(({ limits = [] }) => limits.map(({ id, title }) => of("limit")({ id, title: notKept(title) }))),
  ];
}

/** Counts in the order of the policy. */
function ordered(
  policy: Marked,
  appsAt: (tier: string) => number,
  appsOf: (rule: Counted, tier: string) => number,
): Counts {
  const rules = countedBy(policy);
  const cells = (apps: (tier: string) => number) => policy.tiers.map(({ id, title }) => ({ title, apps: apps(id) }));
  const [first] = rules;
  return {
    apps: cells(appsAt),
    rows: rules.map((rule) => ({ title: rule.title, cells: cells((tier) => appsOf(rule, tier)) })),
    of: first === undefined ? "nothing" : first.kind === "sign" ? "signs" : "criteria",
  };
}

/** What was counted before. */
export function laidOut(portfolio: PortfolioCounts, policy: Marked): Counts {
  const { tiers, signsByTier, criteriaByTier, limitsByTier } = portfolio;
  // An app that another policy has classified is in a tier that this one may not have.
  for (const tier of Object.keys(tiers)) tierIn(policy, tier);
  const byKind: Readonly<Record<Counted["kind"], ByTier | undefined>> = {
    sign: signsByTier,
    criterion: criteriaByTier,
    limit: limitsByTier,
  };
  const counts = ordered(
    policy,
    (tier) => tiers[tier] ?? 0,
    ({ kind, id }, tier) => byKind[kind]?.[id]?.[tier] ?? 0,
  );
  const isUncounted = counts.of === "criteria" && criteriaByTier === undefined && limitsByTier === undefined;
  return isUncounted ? { ...counts, rows: [], of: "nothing" } : counts;
}

/** Counts in one pass, so that a portfolio of any length will do. */
export function count(classifications: Iterable<Classification>, policy: Marked): Counts {
  const [apps, standing] = [new Map<string, number>(), new Map<string, number>()];
  const addTo = (counts: Map<string, number>, key: string) => counts.set(key, (counts.get(key) ?? 0) + 1);
  const keyOf = ({ kind, id }: Pick<Counted, "kind" | "id">, tier: string) => [kind, tier, id].join("\n");
  for (const classification of classifications) {
    assertClassification(classification);
    const { tier, findings } = classification;
    addTo(apps, tierIn(policy, tier).id);
    for (const finding of findings) if (finding.status === "holds") addTo(standing, keyOf(finding, tier));
  }
  return ordered(
    policy,
    (tier) => apps.get(tier) ?? 0,
    (rule, tier) => standing.get(keyOf(rule, tier)) ?? 0,
  );
}
