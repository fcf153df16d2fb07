import { PlimsollError } from "../problems/index.js";

/** A day as an ISO date: "2026-03-31". Days compare as text. */
export type Day = string;

const millisecondsPerDay = 86_400_000;

/** An ISO date, or an instant with its offset from universal time. */
const instantForm = /^\d{4}-\d\d-\d\d(T\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:\d\d))?$/;

const dayOf = (milliseconds: number): Day => new Date(milliseconds).toISOString().slice(0, 10);

function refuse(instant: unknown): never {
  const seen = typeof instant === "string" ? `"${instant}"` : `a ${typeof instant}`;
  const message = `Expected a date such as 2026-03-31, or an instant such as 2026-03-31T09:00:00Z, but saw ${seen}.`;
  throw new PlimsollError("invalid-date", [{ pointer: "", code: "wrong-type", message }]);
}

function millisecondsOf(instant: string): number {
  if (typeof instant !== "string" || !instantForm.test(instant)) return refuse(instant);
  const milliseconds = Date.parse(instant);
  // A day that a month does not have is moved to the next month by some engines.
  const isDay = Number.isFinite(milliseconds) && (instant.length > 10 || dayOf(milliseconds) === instant);
  return isDay ? milliseconds : refuse(instant);
}

/**
 * The day of an instant, in universal time; a day stays as it is.
 *
 * @throws {PlimsollError} with code `invalid-date`, when it is neither an ISO date nor an instant with its offset.
 */
export function toDay(instant: string): Day {
  return dayOf(millisecondsOf(instant));
}

/** The day that is so many days after another. */
export function addDays(day: Day, days: number): Day {
  return dayOf(millisecondsOf(day) + days * millisecondsPerDay);
}

/** How many days one day is after another; negative when it is before. */
export function daysBetween(from: Day, to: Day): number {
  return (millisecondsOf(to) - millisecondsOf(from)) / millisecondsPerDay;
}

/** Whether one instant is before another; where one of them is a day, days are compared. */
export function isBefore(one: string, other: string): boolean {
  const isDay = Math.min(one.length, other.length) === 10;
  return isDay ? toDay(one) < toDay(other) : millisecondsOf(one) < millisecondsOf(other);
}
