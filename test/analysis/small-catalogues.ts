import fc from "fast-check";
import { type AppProfile, type Catalogue, type Derived, type Domain, defineFact, type Fact, reading } from "plimsoll";
import type { Constraint } from "plimsoll/analysis";
import { everyApp, everyValue } from "./listing.js";
import { lineOn } from "./small-conditions.js";

/** A few facts, and what holds between them. */
export interface Bound {
  readonly facts: Catalogue;
  readonly constraints: readonly Constraint[];
}

const names = ["first", "second", "third", "fourth", "fifth", "sixth"] as const;
const levels = ["none", "some", "much", "most"];
const colours = ["red", "green", "blue"];
const members = ["north", "south", "west"];

const domain: fc.Arbitrary<Domain> = fc.oneof(
  fc.integer({ min: 3, max: 6 }).map((max): Domain => ({ kind: "number", min: 0, max, whole: true, unit: "things" })),
  fc.constantFrom<Domain>(
    { kind: "number", min: 0, max: 2, whole: false, unit: "tons" },
    { kind: "number", min: 0, whole: false, unit: "tons" },
    { kind: "number", min: 0, max: 1, whole: false, unit: "of all" },
    { kind: "number", min: 0.5, max: 1.5, whole: false, unit: "of all" },
    { kind: "number", min: 1, max: 4, whole: true, unit: "things" },
    { kind: "number", min: 2, max: 5, whole: true, unit: "things" },
  ),
  fc.constantFrom(2, 3, 4).map((count): Domain => ({ kind: "ordinal", levels: levels.slice(0, count) })),
  fc.constant<Domain>({ kind: "boolean" }),
  fc.constant<Domain>({ kind: "enum", values: colours }),
  fc.constantFrom(2, 3).map((count): Domain => ({ kind: "set", members: members.slice(0, count), open: false })),
  fc.constant<Domain>({ kind: "set", members: members.slice(0, 1), open: true }),
);

/** What stands in an extension is the value, or bounds of it: `{ atLeast: value }`, `{ atMost: value }`, or both. */
export function told(name: string, { extensions }: AppProfile): Derived<never> {
  const answer = extensions?.[name];
  if (answer === undefined) return reading.unknown;
  // The tests put nothing but values of the domain there.
  if (typeof answer !== "object" || answer === null || Array.isArray(answer)) return reading.exact(answer as never);
  const { atLeast: least, atMost: most } = answer as { readonly atLeast?: never; readonly atMost?: never }; // likewise
  if (least !== undefined && most !== undefined) return reading.between(least, most);
  return least === undefined ? reading.atMost(most ?? (answer as never)) : reading.atLeast(least);
}

const factNamed = (name: string, given: Domain): fc.Arbitrary<Fact> =>
  fc
    .record({
      risk: fc.constantFrom("rising", "falling", "neither"),
      changeable: fc.boolean(),
      cost: fc.integer({ min: 1, max: 9 }),
    })
    .map((notes) =>
      defineFact<Domain>({
        ...notes,
        question: `What is ${name}?`,
        domain: given,
        answerAt: [`/extensions/${name}`],
        derive: (profile) => told(name, profile),
      }),
    );

const areAlike = (one: Domain, other: Domain) =>
  one.kind === "number"
    ? other.kind === "number"
    : one.kind === "ordinal" && other.kind === "ordinal" && one.levels.length === other.levels.length;

/** What may hold between some facts. */
function constraintsOver(facts: Catalogue): fc.Arbitrary<readonly Constraint[]> {
  const entries = Object.entries(facts);
  const whole = entries.filter(([, fact]) => fact.domain.kind === "number" && fact.domain.whole).map(([name]) => name);
  const alike = entries
    .flatMap(([fact, one]) =>
      entries.map(([atMostFact, other]) => ({ fact, atMostFact, isFit: areAlike(one.domain, other.domain) })),
    )
    .filter(({ fact, atMostFact, isFit }) => fact !== atMostFact && isFit)
    .map(({ fact, atMostFact }) => ({ fact, atMostFact }));
  const kinds: fc.Arbitrary<Constraint>[] = [
    fc
      .tuple(lineOn(facts), lineOn(facts))
      .filter(([when, implies]) => when.fact !== implies.fact)
      .map(([when, implies]) => ({ when, implies })),
  ];
  if (alike.length > 0) kinds.push(fc.constantFrom(...alike));
  const compared = alike.flatMap(({ fact: more, atMostFact: than }) => {
    const inSteps = facts[more]?.domain.kind === "ordinal" || [more, than].every((name) => whole.includes(name));
    return inSteps ? whole.filter((fact) => ![more, than].includes(fact)).map((fact) => ({ fact, more, than })) : [];
  });
  if (compared.length > 0) kinds.push(fc.constantFrom(...compared));
  if (whole.length > 1) {
    const sides = fc.shuffledSubarray(whole, { minLength: 2 }).chain((chosen) =>
      fc.integer({ min: 1, max: chosen.length - 1 }).map((at) => ({
        sum: chosen.slice(0, at),
        equals: chosen.slice(at),
      })),
    );
    kinds.push(sides);
  }
  return fc.array(fc.oneof(...kinds), { maxLength: 3 });
}

/** So many apps may be listed one by one for each example. */
const mostApps = 400;

/** Small catalogues, with what holds between their facts; of some app all of it is so. */
export function catalogues(mostFacts: number): fc.Arbitrary<Bound> {
  return fc
    .array(domain, { minLength: 2, maxLength: mostFacts })
    .filter((domains) => domains.reduce((product, each) => product * everyValue(each).length, 1) <= mostApps)
    .chain((domains) => fc.tuple(...domains.map((each, index) => factNamed(names[index] ?? "", each))))
    .map((made): Catalogue => Object.fromEntries(made.map((fact, index) => [names[index] ?? "", fact])))
    .chain((facts) => constraintsOver(facts).map((constraints) => ({ facts, constraints })))
    .filter(({ facts, constraints }) => everyApp(facts, Object.keys(facts), constraints).length > 0);
}
