/**
 * A cell of a table, as a program that reads tables hands it on: a text, a number, true or false, a day, nothing, or why it cannot be read.
 *
 * @example
 * ```ts
 * import type { Cell } from "plimsoll/adapters";
 *
 * const cells: readonly Cell[] = ["Rota", 12, true, null, { day: "2026-03-31" }, { fault: "the error #REF!" }];
 *
 * cells.length; // → 6
 * ```
 */
export type Cell = string | number | boolean | null | undefined | { readonly day: string } | { readonly fault: string };

/** Why a cell cannot be read; nothing, where it can. */
export function faultOf(cell: Cell): string | undefined {
  if (typeof cell === "object" && cell !== null && "fault" in cell) return cell.fault;
  if (typeof cell !== "string" || !cell.startsWith("=")) return undefined;
  // What is written so that programs take it for a text: ="007".
  return /^="[^"]*"$/.test(cell) ? undefined : "a formula without its value";
}

/** What a person would see in a cell; an empty text, where there is nothing. */
export function textIn(cell: Cell): string {
  if (cell === null || cell === undefined) return "";
  if (typeof cell === "object") return "day" in cell ? cell.day : "";
  if (typeof cell !== "string") return String(cell);
  const text = cell.trim();
  return text.startsWith('="') ? text.slice(2, -1) : text;
}

/** The letters of a column, as in a workbook: the first is A, the 27th AA. */
export function lettersOf(index: number): string {
  const last = String.fromCharCode(65 + (index % 26));
  return index < 26 ? last : lettersOf(Math.floor(index / 26) - 1) + last;
}
