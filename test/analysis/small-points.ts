import fc from "fast-check";
import type { Catalogue, Condition, Domain, Rubric } from "plimsoll";
import { everyValue, halves } from "./listing.js";

type Item = Rubric["items"][number];

/** Points with and without fractions, of which computers cannot hold every one. */
const amount = fc.oneof(fc.integer({ min: -2, max: 3 }), fc.constantFrom(0.1, 0.2, 0.3, 0.5, -0.5, 1.125));

/** Different limits of bands, from the lowest to the highest. */
const limitsOf = (domain: Domain): readonly (number | string)[] =>
  domain.kind === "number" ? (domain.whole ? everyValue(domain).map(Number) : halves) : everyValue(domain).map(String);

/** Points by the value of one fact, in each of the ways that its domain allows. */
function byValue(fact: string, domain: Domain): fc.Arbitrary<Item> {
  const limits = limitsOf(domain);
  const bands = fc
    .subarray([...limits], { minLength: Math.min(limits.length, 1), maxLength: Math.min(limits.length, 3) })
    .chain((some) => fc.tuple(...some.map((atLeast) => fc.record({ atLeast: fc.constant(atLeast), points: amount }))))
    .map((drawn) => ({ fact, bands: drawn }) as Item); // numbers or levels, as the domain has them
  const byName = (field: "points" | "pointsEach", names: readonly string[]) =>
    fc
      .subarray([...names], { minLength: 1 })
      .chain((some) => fc.tuple(...some.map((name) => fc.tuple(fc.constant(name), amount))))
      .map((pairs) => ({ fact, [field]: Object.fromEntries(pairs) }) as unknown as Item); // one of the two
  switch (domain.kind) {
    case "number":
      return bands;
    case "ordinal":
      return fc.oneof(bands, byName("points", domain.levels));
    case "boolean":
      return byName("points", ["true", "false"]);
    case "enum":
      return byName("points", domain.values);
    case "set":
      return byName("pointsEach", domain.members);
  }
}

/** What brings points, in every way in which it can be written. */
export const itemOver = (facts: Catalogue, when: fc.Arbitrary<Condition>): fc.Arbitrary<Item> =>
  fc.oneof(
    { weight: 3, arbitrary: fc.record({ points: amount, when }) },
    {
      weight: 2,
      arbitrary: fc.constantFrom(...Object.entries(facts)).chain(([fact, { domain }]) => byValue(fact, domain)),
    },
  );

/** So many points, or so many percent of the most. */
export const thresholds = fc.oneof(
  { weight: 4, arbitrary: fc.integer({ min: -1, max: 4 }) },
  { weight: 1, arbitrary: fc.constantFrom(0.3, 0.6, 1.5) },
  { weight: 1, arbitrary: fc.constantFrom(10, 33.3, 50, 60, 100).map((percent) => ({ percent })) },
);

/** So much that a product comes to. */
export const products = fc.constantFrom(-1, 0.5, 1, 2, 3, 4, 6);

/** Points multiplied with points. */
export const productOver = (
  sum: fc.Arbitrary<string | readonly Item[]>,
  atLeast: fc.Arbitrary<number | { readonly percent: number }> = products,
): fc.Arbitrary<Condition> => fc.record({ product: fc.tuple(sum, sum), atLeast });
