import type { Domain, FactValue } from "../facts/index.js";

/** A value for a person: "yes", "health, payment", "2.5". */
function plain(value: unknown): string {
  if (typeof value === "boolean") return value ? "yes" : "no";
  if (Array.isArray(value)) return value.length > 0 ? value.join(", ") : "none";
  return String(value);
}

function unitOf({ unit }: { readonly unit: string }, count: number): string {
  if (count !== 1) return unit;
  return unit === "people" ? "person" : unit.replace(/s$/, "");
}

/** A value of a domain for a person, with all its digits: what is to be reached is not reached by what is nearly so. */
export function exactlyInWords(value: FactValue, domain: Domain | undefined): string {
  const isCounted = domain?.kind === "number" && typeof value === "number";
  return isCounted ? `${plain(value)} ${unitOf(domain, value)}` : plain(value);
}

/** A value of a domain for a person, as it is seen: "140 people", "1 system", "3.33 times", "moderate". */
export const valueInWords = (value: FactValue, domain: Domain | undefined): string =>
  exactlyInWords(typeof value === "number" ? Math.round(value * 100) / 100 : value, domain);
