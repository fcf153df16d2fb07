import fc from "fast-check";
import { type Catalogue, type Condition, type Domain, defineFact, type Line, reading } from "plimsoll";
import { describe, expect, test } from "vitest";
import { implies } from "../../src/guide/implies.js";
import { subsetsOf } from "../analysis/listing.js";
import { isOnLine } from "../analysis/plain-meaning.js";

const members = ["red", "green", "blue"];
/** Members that nobody has listed: more than any line here counts. */
const strangers = ["pink", "grey", "teal", "navy"];

const few = fc.subarray(members, { minLength: 1 });
const size = fc
  .tuple(fc.constantFrom("atLeast", "atMost", "above", "below"), fc.nat(members.length))
  .map(([how, count]) => ({ [how]: count }));
// Each operator is put together with operands of this very domain.
const lineThrough = fc.oneof(
  few.map((includesAny) => ({ includesAny })),
  few.map((includesAll) => ({ includesAll })),
  fc.boolean().map((isEmpty) => ({ isEmpty })),
  size.map((each) => ({ size: each })),
) as fc.Arbitrary<Line>;

describe.each([true, false])("of two lines on a set that is open: %s", (open) => {
  const domain: Domain = { kind: "set", members, open };
  const colours = defineFact<Domain>({
    question: "Which colours?",
    domain,
    cost: 1,
    changeable: true,
    risk: "rising",
    answerAt: ["/extensions/colours"],
    derive: () => reading.unknown,
  });
  const facts: Catalogue = { colours };
  const sets = subsetsOf(open ? [...members, ...strangers] : members);

  test("one implies the other exactly when every set says so", () => {
    const signed = fc.record({ line: lineThrough, isSo: fc.boolean() });
    fc.assert(
      fc.property(signed, signed, (one, other) => {
        const conditionOf = ({ line, isSo }: typeof one): Condition => {
          const drawn: Condition = { fact: "colours", ...line };
          return isSo ? drawn : { not: drawn };
        };
        const isOn = ({ line, isSo }: typeof one, set: readonly string[]) => isOnLine(domain, line, set) === isSo;
        const expected = sets.every((set) => !isOn(one, set) || isOn(other, set));
        expect(implies(conditionOf(one), conditionOf(other), facts)).toBe(expected);
      }),
      { numRuns: 1000 },
    );
  });
});
