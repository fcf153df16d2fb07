const dateFormat = new Intl.DateTimeFormat("en-GB", { dateStyle: "long", timeZone: "UTC" });

/** A day for a person: "16 September 2025". */
export function dateInWords(day: string): string {
  return dateFormat.format(new Date(day));
}

/** A number of days for a person: "1 day", "153 days". */
export function daysInWords(days: number): string {
  return `${days} ${days === 1 ? "day" : "days"}`;
}
