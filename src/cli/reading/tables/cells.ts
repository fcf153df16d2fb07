import type { Cell } from "plimsoll/adapters";
import type { Workbook } from "./workbook.js";

/** What stands in a cell of a sheet. */
export interface Stored {
  readonly type: string | undefined;
  readonly style: number;
  readonly value: string | undefined;
  /** The text that stands in the cell itself. */
  readonly inline: string;
  readonly hasFormula: boolean;
}

const dayInMilliseconds = 86_400_000;

/** The day before the first: days are counted from 1900, which was taken for a leap year, or from 1904. */
const before = { 1900: Date.UTC(1899, 11, 30), 1904: Date.UTC(1904, 0, 1) } as const;

function dayOf(serial: number, from1904: boolean): Cell {
  const day = new Date(before[from1904 ? 1904 : 1900] + Math.floor(serial) * dayInMilliseconds);
  // A time of the day alone is no day.
  if (serial < 1 || Number.isNaN(day.getTime()) || day.getUTCFullYear() > 9999) return serial;
  return { day: day.toISOString().slice(0, 10) };
}

function numberOf(text: string, { style }: Stored, { isDay, from1904 }: Workbook): Cell {
  const number = Number(text);
  if (!Number.isFinite(number)) return text;
  return isDay.has(style) ? dayOf(number, from1904) : number;
}

/** What a cell shows: a formula its last value, an error that it is one. */
export function cellOf(stored: Stored, workbook: Workbook): Cell {
  const { type, value, inline } = stored;
  if (type === "inlineStr") return inline;
  if (value === undefined || value === "") {
    if (!stored.hasFormula) return inline === "" ? null : inline;
    // A formula that comes to an empty text has said so.
    return type === "str" && value === "" ? "" : { fault: "a formula without its value" };
  }
  if (type === "s") return workbook.texts[Number(value)] ?? { fault: "a text that the workbook does not hold" };
  if (type === "b") return value === "1" || value === "true";
  if (type === "e") return { fault: `the error ${value}` };
  if (type === "str") return value;
  return type === "d" ? value : numberOf(value, stored, workbook);
}

/** The number of a column, from 0 on, and of a row, from 1 on, in the name of a cell such as AB12. */
export function positionOf(name: string): { readonly column: number; readonly row: number } | undefined {
  const [, letters, row] = /^([A-Z]{1,3})(\d{1,7})$/.exec(name) ?? [];
  if (letters === undefined || row === undefined) return undefined;
  const column = [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
  return { column, row: Number(row) };
}
