import type { Cell } from "plimsoll/adapters";
import { positionOf } from "./cells.js";
import { type Packed, unpack } from "./unzip.js";

/** Cells that are shown as one: from a row to a row, with the value of the first. */
export interface Merge {
  readonly column: number;
  readonly from: number;
  readonly to: number;
}

/** More are no table, but a drawing. */
const mostMerges = 200_000;

const pattern = /<(?:\w+:)?mergeCell\s[^>]*?\bref="([A-Z]{1,3}\d{1,7}):([A-Z]{1,3}\d{1,7})"/g;

/** No tag of one is as long. */
const longestTag = 200;

/** The merged cells of a sheet over several rows. They are named behind its rows, which are read with them: so they are looked for before. */
export function mergesOf(packed: Packed, part: string, columns: number): readonly Merge[] {
  const merges: Merge[] = [];
  const decoder = new TextDecoder("latin1");
  let rest = "";
  for (const { bytes } of unpack(packed, (name) => name === part)) {
    const text = rest + decoder.decode(bytes);
    let from = 0;
    if (text.includes("mergeCell"))
      for (const found of text.matchAll(pattern)) {
        from = found.index + found[0].length;
        const [first, last] = [positionOf(found[1] ?? ""), positionOf(found[2] ?? "")];
        if (first === undefined || last === undefined || last.row <= first.row) continue;
        if (first.column >= columns || merges.length >= mostMerges) continue;
        merges.push({ column: first.column, from: first.row, to: last.row });
      }
    rest = text.slice(Math.max(from, text.length - longestTag));
  }
  return merges.sort((one, other) => one.from - other.from);
}

/** Fills the rows of a sheet, from the first on, with the values of merged cells. */
export function mergeFiller(merges: readonly Merge[]): (row: number, cells: (Cell | undefined)[]) => void {
  let next = 0;
  // Merged cells do not lie upon each other: in each column one goes on at a time.
  const open = new Map<number, { readonly to: number; readonly value: Cell }>();
  return (row, cells) => {
    // A row in which nothing stands is none of the table's, however far a merged cell goes on.
    const isEmpty = cells.every((cell) => cell === undefined);
    for (const [column, { to, value }] of open) {
      if (to < row) open.delete(column);
      else if (!isEmpty) cells[column] ??= value;
    }
    for (let merge = merges[next]; merge !== undefined && merge.from <= row; merge = merges[next]) {
      if (merge.from === row) open.set(merge.column, { to: merge.to, value: cells[merge.column] });
      next++;
    }
  };
}
