import fc from "fast-check";
import type { Domain, FactValue } from "plimsoll";

/** Any value of a domain, numbers as far as tests need them. */
export function valueIn(domain: Domain): fc.Arbitrary<FactValue> {
  switch (domain.kind) {
    case "number":
      return domain.whole
        ? fc.nat(40)
        : fc.double({ min: 0.1, max: 50, noNaN: true }).map((value) => Math.fround(value));
    case "ordinal":
      return fc.constantFrom(...domain.levels);
    case "enum":
      return fc.constantFrom(...domain.values);
    case "boolean":
      return fc.boolean();
    case "set":
      return fc.subarray([...domain.members]);
  }
}
