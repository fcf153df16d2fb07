import type { Derived, Domain } from "../facts/index.js";
import { valueInWords } from "./value.js";

/** What a profile tells of a fact, for a person: "140 people", "at least 4 people", "4 to 40 people"; of what is not known, nothing. */
export function readingInWords(reading: Derived, domain: Domain | undefined): string | undefined {
  if (reading.kind === "unknown") return undefined;
  const value = valueInWords(reading.value, domain);
  switch (reading.kind) {
    case "exact":
      return value;
    case "at-least":
      return `at least ${value}`;
    case "at-most":
      return `at most ${value}`;
    case "between":
      if (typeof reading.value === "number") return `${reading.value} to ${valueInWords(reading.upTo, domain)}`;
      return `at least ${value}, and at most ${valueInWords(reading.upTo, domain)}`;
  }
}
