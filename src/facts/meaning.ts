import { type Domain, type NumberDomain, valuesOf } from "./domain.js";
import type { Meanings } from "./form.js";

/** What a value that stands in a profile means: itself, or what `as` says of it. */
export function meaningOf(value: unknown, as: Meanings | undefined): unknown {
  if (as === undefined || typeof value === "object") return value;
  const key = String(value);
  return Object.hasOwn(as, key) ? as[key] : value;
}

const numbersInWords = ({ min, max, whole }: NumberDomain) => {
  const kind = whole ? "a whole number" : "a number";
  return max === undefined ? `${kind} from ${min} on` : `${kind} from ${min} to ${max}`;
};

/** The values of a domain, for a person. */
export function expectedOf(domain: Domain): string {
  if (domain.kind === "number") return numbersInWords(domain);
  if (domain.kind === "boolean") return "true or false";
  const values = valuesOf(domain).join(", ");
  if (domain.kind === "set") return domain.open ? "a list of texts" : `a list of some of ${values}`;
  return `one of ${values}`;
}
