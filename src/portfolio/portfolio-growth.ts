import { type AppGrowth, type GrowthAspect, growthAspects, hasGrown } from "../growth/index.js";
import type { Comparison, Previous } from "./previous.js";
import type { UnreadableApp } from "./report.js";

/**
 * An app of the former portfolio that is not in this one. Plain JSON.
 *
 * @example
 * ```ts
 * import { audit, type GoneApp } from "plimsoll";
 *
 * const { growth } = await audit([], { asOf: "2026-03-31", previous: [{ id: "rota", name: "Rota" }] });
 * const gone: readonly GoneApp[] = growth?.gone ?? [];
 *
 * gone; // → [{ app: "rota", name: "Rota" }]
 * ```
 */
export interface GoneApp {
  readonly app: string;
  readonly name: string;
}

/**
 * What has become of a portfolio since it was last audited. Apps that are retired are neither new nor gone. Plain JSON.
 *
 * @example
 * ```ts
 * import { audit, type PortfolioGrowth } from "plimsoll";
 *
 * const rota = (users: number) => ({ id: "rota", name: "Rota", audience: { users } });
 * const growth: PortfolioGrowth | null = (await audit([rota(140)], { asOf: "2026-03-31", previous: [rota(12)] })).growth;
 *
 * growth?.summary.grown; // → 1
 * growth?.summary.aspects.people; // → 1
 * growth?.summary.crossed; // → { "many-users": 1 }
 * ```
 */
export interface PortfolioGrowth {
  readonly summary: {
    /** Apps that were there before, and are in this portfolio. */
    readonly compared: number;
    /** Those of them that have certainly grown: in what they do, in a line that they crossed, in their tier. */
    readonly grown: number;
    /** Those of which the same is told as before, as far as growth goes. */
    readonly unchanged: number;
    /** Those whose tier has certainly risen. */
    readonly rose: number;
    readonly new: number;
    /** Apps of which it is unclear whether they are new, since not all of the former portfolio could be read. */
    readonly unclear: number;
    readonly gone: number;
    /** How many apps have grown in each way. */
    readonly aspects: Readonly<Record<GrowthAspect, number>>;
    /** How many apps have crossed each line, by its id; those that none has crossed are left out. */
    readonly crossed: Readonly<Record<string, number>>;
    /** Entries of the former portfolio that could not be read. */
    readonly unreadable: number;
    /** Entries of it with the id of one before, which counted. */
    readonly duplicates: number;
  };
  /** Apps that are not there any more: the first hundred; the summary counts them all. */
  readonly gone: readonly GoneApp[];
  /** Entries of the former portfolio that could not be read: the first hundred; the summary counts them all. */
  readonly unreadable: readonly UnreadableApp[];
  /** Why the former portfolio could not be read to its end; `null` when it was. */
  readonly brokenOff: string | null;
}

/** Counts growth as apps come. */
interface GrowthTally {
  readonly add: (growth: AppGrowth) => void;
  readonly report: (comparison: Comparison, mostTold: number) => PortfolioGrowth;
}

/** Begins to count what has become of the apps of a former portfolio. */
export function tallyGrowth(previous: Previous): GrowthTally {
  const totals = { compared: 0, grown: 0, unchanged: 0, rose: 0, new: 0, unclear: 0 };
  const crossed = new Map<string, number>();
  // The keys of what is typed by them.
  const aspects = new Map((Object.keys(growthAspects) as GrowthAspect[]).map((aspect) => [aspect, 0]));
  const plusOne = <Key>(counts: Map<Key, number>, key: Key) => counts.set(key, (counts.get(key) ?? 0) + 1);
  const add = (growth: AppGrowth): void => {
    totals[growth.kind]++;
    if (growth.kind !== "compared") return;
    const grew = growth.changes.filter(({ kind }) => kind === "grew");
    const isGrown = hasGrown(growth);
    totals.grown += Number(isGrown);
    totals.unchanged += Number(!isGrown && growth.changes.length === 0);
    totals.rose += Number(growth.rose);
    for (const aspect of new Set(grew.map((change) => change.aspect))) plusOne(aspects, aspect);
    for (const id of new Set(growth.crossed.map((line) => line.id))) plusOne(crossed, id);
  };
  const report = (comparison: Comparison, mostTold: number): PortfolioGrowth => {
    const { duplicates, unreadable, brokenOff } = previous;
    const gone = [...comparison.gone()];
    return {
      summary: {
        ...totals,
        gone: gone.length,
        // It holds every aspect, and no other.
        aspects: Object.fromEntries(aspects) as Record<GrowthAspect, number>,
        crossed: Object.fromEntries(crossed),
        unreadable: unreadable.length,
        duplicates,
      },
      gone: gone.slice(0, mostTold),
      unreadable: unreadable.slice(0, mostTold),
      brokenOff,
    };
  };
  return { add, report };
}
