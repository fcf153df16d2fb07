import type { FactValue } from "plimsoll";
import { type App, apart, type Column, isOrdered, isWithin, type Space } from "./brute-force.js";

const someOf = (
  { cells }: Column,
  one: number,
  other: number,
  isFit: (first: FactValue, second: FactValue) => boolean,
) => (cells[one] ?? []).some((first) => (cells[other] ?? []).some((second) => isFit(first, second)));

/** How many lines there are to cross at least between two cells of a fact. */
export function distance(column: Column, one: number, other: number): number {
  if (one === other) return 0;
  if (isOrdered(column)) return Math.abs(one - other);
  if (column.fact.domain.kind === "enum") return 1;
  const pairs = (column.cells[one] ?? []).flatMap((first) =>
    (column.cells[other] ?? []).map((second) => apart(first, second)),
  );
  return Math.min(...pairs);
}

/** Whether the other cell of a fact has more of it. */
function isMore(column: Column, one: number, other: number): boolean {
  if (one === other || column.fact.domain.kind === "enum") return false;
  if (isOrdered(column)) return other > one;
  return someOf(column, one, other, isWithin);
}

/** Whether the other cell of a fact has more risk. */
export function isRiskier(column: Column, one: number, other: number): boolean {
  const { risk } = column.fact;
  if (risk === "neither") return false;
  return risk === "rising" ? isMore(column, one, other) : isMore(column, other, one);
}

/** Whether one step leads from one cell of a fact to the other: up, to one more member, or to another value. */
export function isNext(column: Column, one: number, other: number): boolean {
  if (one === other) return false;
  if (isOrdered(column)) return other === one + 1;
  if (column.fact.domain.kind === "enum") return true;
  return someOf(column, one, other, (first, second) => isWithin(first, second) && apart(first, second) === 1);
}

/** The cell of the value with the least risk: the first one, or the last where less of it is riskier. */
export function harmlessCell({ fact: { domain, risk }, cells, cellOf }: Column): number {
  const isLast = risk === "falling";
  if (domain.kind === "set") return cellOf(isLast ? domain.members : []);
  if (domain.kind === "enum") return cellOf(domain.values.at(isLast ? -1 : 0) ?? "");
  return isLast ? cells.length - 1 : 0;
}

/** Numbers that are compared one after the other, the first one first. */
export type Cost = readonly number[];

export const isCheaper = (one: Cost, other: Cost): boolean => {
  const at = one.findIndex((number, index) => number !== other[index]);
  return at >= 0 && (one[at] ?? 0) < (other[at] ?? 0);
};

/** How remarkable cells are: in how many facts they differ from others, and by how many steps. */
export function remarkable(columns: readonly Column[], cells: readonly number[], from: readonly number[]): Cost {
  const steps = columns.map((column, index) => distance(column, from[index] ?? 0, cells[index] ?? 0));
  return [steps.filter((step) => step > 0).length, steps.reduce((sum, step) => sum + step, 0)];
}

/** Whether two apps are in the same cells, but perhaps for some facts. */
export const areAlike = (one: App, other: App, but: (column: number) => boolean) =>
  one.cells.every((cell, index) => but(index) || cell === other.cells[index]);

/** All pairs of possible apps that are alike in all facts but one, with the place of that fact. */
export const pairsIn = ({ columns, apps }: Space) =>
  columns.flatMap((column, at) =>
    apps.flatMap((one) =>
      apps
        .filter((other) => other !== one && areAlike(one, other, (index) => index === at))
        .map((other) => ({ column, at, one, other })),
    ),
  );
