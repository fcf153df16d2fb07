import type { Place } from "plimsoll/adapters";

/** A place in an export, for people: a cell, a line, or a pointer into a document. */
export function placeInWords({ file, sheet, row, column = "", line, pointer = "" }: Place): string {
  const cell = row === undefined ? column : column === "" ? `row ${row}` : `${column}${row}`;
  const inside = [sheet, cell, line === undefined ? pointer : `line ${line}`];
  return [file, ...inside.filter((each) => each !== undefined && each !== "")].join(", ");
}
