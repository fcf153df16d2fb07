import { firstAbove, lastBelow } from "../bounds/index.js";
import { at } from "../diagrams/index.js";
import { type Fact, type FactValue, isInDomain, type Line, valuesOf } from "../facts/index.js";
import { groupsOf } from "./groups.js";
import { intervalsOf } from "./intervals.js";
import type { Partition } from "./partition.js";
import { classesOf } from "./sets.js";

/** Cuts the values of a fact along lines. */
export function partitionOf({ domain }: Fact, lines: readonly Line[]): Partition {
  switch (domain.kind) {
    case "set":
      return classesOf(domain, lines);
    case "enum":
      return groupsOf(domain, lines);
    default:
      return intervalsOf(domain, lines);
  }
}

/** Of numbers that need not be whole, so little is told apart by tests. */
const aLittle = 0.1;

/**
 * The values beside a line: of whole numbers and levels the last before it and the first behind it; of other numbers the
 * limit itself, and one that is a little on its other side.
 */
export function edgesBetween(fact: Fact, line: Line): readonly FactValue[] {
  const { intervals, valueAt } = partitionOf(fact, [line]);
  const ranks = intervals.slice(1).flatMap(({ from, isWhole }, index) => {
    const before = at(intervals, index).to;
    if (isWhole) return [before, from];
    // The limit is written with fewer digits than what lies just beside it.
    return String(from).length < String(before).length ? [from - aLittle, from] : [before, before + aLittle];
  });
  return [...new Set(ranks)].flatMap((rank) => valueAt(rank) ?? []);
}

/** The values around the limits of a line through numbers or levels: just below, at, and just above each, as far as there are. */
export function aroundLimits({ domain }: Fact, line: Line): readonly FactValue[] {
  const around = (limit: FactValue): readonly FactValue[] => {
    if (typeof limit === "number") {
      const isWhole = domain.kind === "number" && domain.whole;
      return isWhole
        ? [lastBelow(limit, true), limit, firstAbove(limit, true)]
        : [limit - aLittle, limit, limit + aLittle];
    }
    const levels = valuesOf(domain);
    const index = levels.indexOf(limit);
    return levels.slice(Math.max(index - 1, 0), index + 2);
  };
  const limits: readonly FactValue[] = Object.values(line).flat();
  return [...new Set(limits.flatMap(around))].filter((value) => isInDomain(domain, value));
}

/** Of every cell that lines make, some values: of whole numbers the first, the last and one between, as far as there are. */
export function cellValues(fact: Fact, lines: readonly Line[]): readonly FactValue[] {
  const { cells, intervals, near } = partitionOf(fact, lines);
  if (fact.domain.kind !== "number") return cells;
  const found = intervals.flatMap(({ from, to, isWhole }, cell) => {
    // Numbers with few digits come first when what is near lies outside.
    if (!isWhole) return [...near(cell, from - 1)].slice(0, 3);
    const last = to === Number.POSITIVE_INFINITY ? from + 100 : to;
    return [from, Math.floor((from + last) / 2), last];
  });
  return [...new Set(found)];
}
