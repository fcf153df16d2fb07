import { inShort, PlimsollError } from "../problems/index.js";

/** A day as an ISO date: "2026-03-31". Days compare as text. */
export type Day = string;

/**
 * As of which day something is asked: an ISO date, or an instant. Facts that are made of dates are unknown without one.
 *
 * @example
 * ```ts
 * import { type AsOf, classify } from "plimsoll";
 *
 * const today: AsOf = { asOf: "2026-03-31" };
 *
 * classify({ id: "stock", name: "Stock list" }, undefined, today).asOf; // → "2026-03-31"
 * ```
 */
export interface AsOf {
  readonly asOf?: string | undefined;
}

/** A day, where it does not matter which: of apps that are made up, what they show is true as of any. */
export const anyDay: Day = "2026-01-01";

const millisecondsPerDay = 86_400_000;

/** What follows the day in an instant: hour, minute, second, fraction, and the offset from universal time. */
const timeForm = /^T([01]\d|2[0-3]):([0-5]\d)(?::([0-5]\d)(?:\.(\d+))?)?(?:Z|([+-])([01]\d|2[0-3]):([0-5]\d))$/;

const textOf = (milliseconds: number) => new Date(milliseconds).toISOString().slice(0, 10);

/** The first day that there is: a year has four digits. */
export const earliestDay: Day = "0000-01-01";

/** The first day, and what comes after the last. */
const [earliest, end] = [Date.parse(earliestDay), Date.parse("9999-12-31") + millisecondsPerDay];

const isInTime = (milliseconds: number) => milliseconds >= earliest && milliseconds < end;

const dayForm = /^\d{4}-\d\d-\d\d$/;

/** The days of each month, of a year in which February is short. */
const daysOfMonths = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** Whether a text is an ISO date of a day that there is. */
export function isDay(text: string): text is Day {
  if (!dayForm.test(text)) return false;
  const [year, month, day] = [Number(text.slice(0, 4)), Number(text.slice(5, 7)), Number(text.slice(8))];
  const isLong = month === 2 && year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  return day > 0 && day <= (daysOfMonths[month - 1] ?? 0) + Number(isLong);
}

/** The milliseconds of a day that there is; a day that a month does not have is moved to the next month by some engines. */
const startOf = (day: string): number => (isDay(day) ? Date.parse(day) : Number.NaN);

/** The milliseconds since midnight in universal time, of what follows the day in an instant; `NaN` where it is none. */
function sinceMidnight(time: string): number {
  const parts = timeForm.exec(time);
  if (parts === null) return Number.NaN;
  const [, hour, minute, second = 0, fraction = "", sign, hours = 0, minutes = 0] = parts;
  const offset = (Number(hours) * 60 + Number(minutes)) * (sign === "-" ? -1 : 1);
  const below = fraction === "" ? 0 : Number(fraction.slice(0, 3).padEnd(3, "0"));
  return (Number(hour) * 60 + Number(minute) - offset) * 60_000 + Number(second) * 1000 + below;
}

/** The milliseconds of an instant, or `NaN` where it is none. Worked out here, since engines read more than they agree on. */
function millisecondsIn(instant: unknown): number {
  if (typeof instant !== "string") return Number.NaN;
  if (instant.length === 10) return startOf(instant);
  const milliseconds = startOf(instant.slice(0, 10)) + sinceMidnight(instant.slice(10));
  return isInTime(milliseconds) ? milliseconds : Number.NaN;
}

/** Whether a value is an ISO date or an instant with its offset, on a day that there is, in a year of four digits. */
export const isInstant = (value: unknown): boolean => !Number.isNaN(millisecondsIn(value));

function refuse(message: string): never {
  throw new PlimsollError("invalid-date", [{ pointer: "", code: "wrong-type", message }]);
}

function seen(value: unknown): string {
  if (typeof value === "string") return `"${inShort(value)}"`;
  if (value === null || value === undefined) return value === null ? "null" : "nothing";
  return typeof value === "object" ? "an object" : `a ${typeof value}`;
}

function millisecondsOf(instant: string): number {
  const milliseconds = millisecondsIn(instant);
  if (!Number.isNaN(milliseconds)) return milliseconds;
  return refuse(
    `Expected a date such as 2026-03-31, or an instant such as 2026-03-31T09:00:00Z, but saw ${seen(instant)}.`,
  );
}

/**
 * The day of an instant, in universal time; a day stays as it is.
 *
 * @throws {PlimsollError} with code `invalid-date`, when it is neither an ISO date nor an instant with its offset.
 */
export function toDay(instant: string): Day {
  return typeof instant === "string" && isDay(instant) ? instant : textOf(millisecondsOf(instant));
}

/**
 * The day that is so many days after another.
 *
 * @throws {PlimsollError} with code `invalid-date`, when there is no such day in a year of four digits.
 */
export function addDays(day: Day, days: number): Day {
  const milliseconds = millisecondsOf(day) + days * millisecondsPerDay;
  return isInTime(milliseconds)
    ? textOf(milliseconds)
    : refuse(`There is no day that is ${days} days after ${day}: years have four digits here.`);
}

/** The day as of which something is asked; nothing, where none is given. */
export const dayOf = ({ asOf }: AsOf): Day | undefined => (asOf === undefined ? undefined : toDay(asOf));

/** How many days one day is after another; negative when it is before. */
export function daysBetween(from: Day, to: Day): number {
  return (millisecondsOf(to) - millisecondsOf(from)) / millisecondsPerDay;
}

/** Whether one instant is before another; where one of them is a day, days are compared. */
export function isBefore(one: string, other: string): boolean {
  const [first, second] = [millisecondsOf(one), millisecondsOf(other)];
  const isDay = Math.min(one.length, other.length) === 10;
  return isDay ? textOf(first) < textOf(second) : first < second;
}
