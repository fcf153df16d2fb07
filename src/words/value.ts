import type { Domain, FactValue } from "../facts/index.js";

/** A value for a person: "yes", "health, payment", "2.5". */
function plain(value: unknown): string {
  if (typeof value === "boolean") return value ? "yes" : "no";
  if (typeof value === "number") return String(Math.round(value * 100) / 100);
  if (Array.isArray(value)) return value.length > 0 ? value.join(", ") : "none";
  return String(value);
}

function unitOf({ unit }: { readonly unit: string }, count: number): string {
  if (count !== 1) return unit;
  return unit === "people" ? "person" : unit.replace(/s$/, "");
}

/** A value of a domain for a person: "140 people", "1 system", "moderate". */
export function valueInWords(value: FactValue, domain: Domain | undefined): string {
  const isCounted = domain?.kind === "number" && typeof value === "number";
  return isCounted ? `${plain(value)} ${unitOf(domain, value)}` : plain(value);
}
