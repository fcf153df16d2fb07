import fc from "fast-check";
import type { Catalogue, Condition, Domain, FactValue, Line } from "plimsoll";
import { elsewhere, everyValue, halves } from "./listing.js";
import { itemOver, productOver, products, thresholds } from "./small-points.js";

/** A line through a domain, of every operator that fits. */
function lineThrough(given: Domain): fc.Arbitrary<Line> {
  // Each operator is put together with operands of this very domain.
  const lines = (arbitrary: fc.Arbitrary<object>) => arbitrary as fc.Arbitrary<Line>;
  const is = (values: readonly FactValue[]) =>
    fc.oneof(
      fc.constantFrom(...values).map((value) => ({ is: value })),
      fc.subarray([...values], { minLength: 1 }).map((some) => ({ is: some })),
    );
  const inOrder = (values: readonly FactValue[]) =>
    fc.oneof(
      fc
        .tuple(fc.constantFrom("atLeast", "atMost", "above", "below"), fc.constantFrom(...values))
        .map(([operator, value]) => ({ [operator]: value })),
      fc
        .tuple(fc.nat(values.length - 1), fc.nat(values.length - 1))
        .map(([one, other]) => ({ between: [values[Math.min(one, other)], values[Math.max(one, other)]] })),
    );
  switch (given.kind) {
    case "number":
      return lines(inOrder(given.whole ? everyValue(given) : halves));
    case "ordinal":
      return lines(fc.oneof({ weight: 2, arbitrary: inOrder(given.levels) }, is(given.levels)));
    case "boolean":
      return lines(is([false, true]));
    case "enum":
      return lines(is(given.values));
    case "set": {
      const named = given.open ? [...given.members, elsewhere] : given.members;
      const list = fc.subarray([...named], { minLength: 1 });
      return lines(
        fc.oneof(
          list.map((includesAny) => ({ includesAny })),
          list.map((includesAll) => ({ includesAll })),
          fc.boolean().map((isEmpty) => ({ isEmpty })),
          inOrder([...given.members.keys(), given.members.length]).map((size) => ({ size })),
        ),
      );
    }
  }
}

/** A line on any of some facts. */
export const lineOn = (facts: Catalogue) =>
  fc
    .constantFrom(...Object.entries(facts))
    .chain(([fact, { domain: given }]) => lineThrough(given).map((line) => ({ fact, ...line })));

/** A condition that may refer to some signs and rubrics. */
export function conditionOver(
  facts: Catalogue,
  signs: readonly string[] = [],
  rubrics: readonly string[] = [],
): fc.Arbitrary<Condition> {
  const { condition } = fc.letrec<{ condition: Condition }>((tie) => {
    const part = tie("condition");
    const parts = fc.array(part, { minLength: 1, maxLength: 3 });
    const items = fc.array(itemOver(facts, part), { minLength: 1, maxLength: 3 });
    const sum = rubrics.length === 0 ? items : fc.oneof(items, fc.constantFrom(...rubrics));
    const leaves: fc.Arbitrary<Condition>[] = [lineOn(facts)];
    if (signs.length > 0) leaves.push(fc.constantFrom(...signs).map((sign) => ({ sign })));
    if (rubrics.length > 0) {
      leaves.push(fc.record({ score: fc.constantFrom(...rubrics), atLeast: thresholds }));
    }
    return {
      condition: fc.oneof(
        { maxDepth: 2, withCrossShrink: true },
        { weight: 5, arbitrary: fc.oneof(...leaves) },
        { weight: 2, arbitrary: parts.map((all) => ({ all })) },
        { weight: 2, arbitrary: parts.map((any) => ({ any })) },
        { weight: 1, arbitrary: part.map((not) => ({ not })) },
        { weight: 1, arbitrary: fc.record({ count: parts, atLeast: fc.integer({ min: 1, max: 3 }) }) },
        { weight: 1, arbitrary: fc.record({ score: items, atLeast: thresholds }) },
        { weight: 1, arbitrary: productOver(sum, fc.oneof(products, thresholds)) },
      ),
    };
  });
  return condition;
}
