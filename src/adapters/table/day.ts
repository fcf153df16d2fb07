import { dayOf, root } from "../spot.js";

export type Order = "day-first" | "month-first";

const two = (digits: string): string => digits.padStart(2, "0");

/** Reads a day: with the year first, or in the order that the mapping says; nothing, where it is none. */
export function readDay(text: string, order: Order | undefined): string | undefined {
  const day = (written: string) => dayOf(root("", written));
  const [, year, month = "", date = ""] = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?=[T ]|$)/.exec(text) ?? [];
  if (year !== undefined) return day(`${year}-${two(month)}-${two(date)}`);
  const [, one = "", other = "", last] = /^(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})(?=[T ,]|$)/.exec(text) ?? [];
  if (last === undefined || order === undefined) return undefined;
  return order === "day-first" ? day(`${last}-${two(other)}-${two(one)}`) : day(`${last}-${two(one)}-${two(other)}`);
}

/** What would do in the place of a day that cannot be read. */
export function insteadOfDay(text: string, order: Order | undefined): string {
  const isOrdered = /^\d{1,2}[-/.]\d{1,2}[-/.]\d{4}/.test(text);
  if (isOrdered && order === undefined)
    return 'Say in the mapping in which order days are written: "dates": "day-first" or "month-first".';
  return `Write a day that the calendar has, from 1970 on, such as 2026-03-31${order === undefined ? "" : ", or in the order that the mapping says"}.`;
}
