import fc from "fast-check";
import type { Catalogue, Domain, Line } from "plimsoll";
import type { Claim, Priors } from "plimsoll/analysis";
import { halves } from "./listing.js";
import { conditionIn, type World } from "./small-policies.js";

/** What may be claimed of apps of a world. */
export function claimOver(world: World): fc.Arbitrary<Claim> {
  const { policy } = world;
  const ids = policy.tiers.map(({ id }) => id);
  const rules = [...(policy.criteria ?? []), ...(policy.signs ?? [])].map(({ id }) => id);
  const leaves: fc.Arbitrary<Claim>[] = [
    conditionIn(world),
    fc
      .tuple(fc.constantFrom("atLeast", "atMost", "is"), fc.constantFrom(...ids))
      .map(([how, id]) => ({ tier: { [how]: id } }) as Claim), // one of the three
    fc.constantFrom(...rules).map((rule) => ({ rule })),
    fc.boolean().map((reviewed) => ({ reviewed })),
    ...(policy.reviews?.length ? [fc.constant({ review: "review" })] : []),
  ];
  const leaf = fc.oneof(...leaves);
  const parts = fc.array(leaf, { minLength: 1, maxLength: 2 });
  return fc.oneof(
    { weight: 3, arbitrary: leaf },
    { weight: 1, arbitrary: parts.map((all) => ({ all })) },
    { weight: 1, arbitrary: parts.map((any) => ({ any })) },
    { weight: 1, arbitrary: leaf.map((not) => ({ not })) },
  );
}

/** Lines that take in every value of a domain once. */
function sidesThrough(given: Domain): fc.Arbitrary<readonly Line[]> {
  switch (given.kind) {
    case "number":
      return fc.constantFrom(...halves.slice(0, 4)).map((limit) => [{ atMost: limit }, { above: limit }]);
    case "ordinal":
      return fc.constantFrom(...given.levels.slice(1)).map((level) => [{ below: level }, { atLeast: level }]);
    case "set":
      return fc.constant([{ isEmpty: true }, { isEmpty: false }]);
    case "boolean":
      return fc.constant([{ is: true }, { is: false }]);
    case "enum":
      return fc.constant(given.values.map((is) => ({ is })));
  }
}

/** How likely the values of some facts are: two ranges each, on both sides of a line. */
export function priorsOver(facts: Catalogue): fc.Arbitrary<Priors> {
  const weight = fc.nat(4);
  const ranges = Object.entries(facts).map(([name, { domain: given }]) =>
    sidesThrough(given)
      .chain((sides) => fc.tuple(...sides.map((when) => weight.map((own) => ({ when, weight: own })))))
      .map((own) => [name, own] as const),
  );
  return fc
    .tuple(...ranges.map((each) => fc.option(each, { nil: undefined, freq: 1 })))
    .map((all) => Object.fromEntries(all.filter((each) => each !== undefined)));
}
