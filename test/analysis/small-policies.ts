import fc from "fast-check";
import {
  type AppProfile,
  atLeast,
  type Catalogue,
  type Condition,
  type Constraint,
  type Criterion,
  type Derived,
  type Domain,
  defineFact,
  exact,
  type Fact,
  type FactValue,
  type Limit,
  type Line,
  type Policy,
  type Review,
  type Rubric,
  type Sign,
  unknown,
} from "plimsoll";
import { type Claim, createAnalysis } from "plimsoll/analysis";
import { domainOf, keeps, rankIn, type Values } from "./plain-meaning.js";

/** A few facts, what holds between them, and a policy over them. */
export interface World {
  readonly facts: Catalogue;
  readonly constraints: readonly Constraint[];
  readonly policy: Policy;
}

const names = ["first", "second", "third", "fourth", "fifth"] as const;
const levels = ["none", "some", "much", "most"];
const colours = ["red", "green", "blue"];
const members = ["north", "south", "west"];

/** Lines through numbers that need not be whole are drawn at halves, so that quarters lie between them. */
const halves = [0, 0.5, 1, 1.5, 2];

const domain: fc.Arbitrary<Domain> = fc.oneof(
  fc.integer({ min: 3, max: 6 }).map((max): Domain => ({ kind: "number", min: 0, max, whole: true, unit: "things" })),
  fc.constantFrom<Domain>(
    { kind: "number", min: 0, max: 2, whole: false, unit: "tons" },
    { kind: "number", min: 0, whole: false, unit: "tons" },
  ),
  fc.constantFrom(3, 4).map((count): Domain => ({ kind: "ordinal", levels: levels.slice(0, count) })),
  fc.constant<Domain>({ kind: "boolean" }),
  fc.constant<Domain>({ kind: "enum", values: colours }),
  fc.constantFrom(2, 3).map((count): Domain => ({ kind: "set", members: members.slice(0, count), open: false })),
);

/** What stands in an extension is the value, or `{ atLeast: value }`. */
function told(name: string, { extensions }: AppProfile): Derived<never> {
  const answer = extensions?.[name];
  if (answer === undefined) return unknown;
  // The tests put nothing but values of the domain there.
  if (typeof answer === "object" && answer !== null && "atLeast" in answer) return atLeast(answer.atLeast as never);
  return exact(answer as never); // likewise
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

/** Every value of a fact, of numbers that need not be whole those that tell something. */
export function everyValue(given: Domain): readonly FactValue[] {
  switch (given.kind) {
    case "number":
      if (!given.whole) return [0, 0.25, 0.5, 0.75, 1, 1.25, 1.5, 1.75, 2, ...(given.max === undefined ? [2.25] : [])];
      return Array.from({ length: (given.max ?? 0) + 1 }, (_, value) => value);
    case "ordinal":
      return given.levels;
    case "enum":
      return given.values;
    case "boolean":
      return [false, true];
    case "set":
      return given.members.reduce<readonly (readonly string[])[]>(
        (subsets, member) => [...subsets, ...subsets.map((subset) => [...subset, member])],
        [[]],
      );
  }
}

/** All values of all of some facts that keep some constraints. */
export function everyApp(
  facts: Catalogue,
  named: readonly string[],
  constraints: readonly Constraint[],
): readonly Values[] {
  return named
    .reduce<readonly Values[]>(
      (apps, name) => {
        const values = everyValue(domainOf(facts, name));
        return apps.flatMap((app) => values.map((value) => ({ ...app, [name]: value })));
      },
      [{}],
    )
    .filter((values) => constraints.every((constraint) => keeps(constraint, values, facts)));
}

/** A line through a domain, of every operator that fits. */
export function lineThrough(given: Domain): fc.Arbitrary<Line> {
  // Each operator is put together with operands of this very domain.
  const lines = (arbitrary: fc.Arbitrary<object>) => arbitrary as fc.Arbitrary<Line>;
  const is = (values: readonly FactValue[]) => fc.constantFrom(...values).map((value) => ({ is: value }));
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
      const list = fc.subarray([...given.members], { minLength: 1 });
      return lines(
        fc.oneof(
          list.map((includesAny) => ({ includesAny })),
          list.map((includesAll) => ({ includesAll })),
          fc.boolean().map((isEmpty) => ({ isEmpty })),
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
    const points = fc.record({ points: fc.integer({ min: -2, max: 3 }), when: part });
    const threshold = fc.integer({ min: -1, max: 4 });
    const leaves: fc.Arbitrary<Condition>[] = [lineOn(facts)];
    if (signs.length > 0) leaves.push(fc.constantFrom(...signs).map((sign) => ({ sign })));
    if (rubrics.length > 0) {
      leaves.push(fc.record({ score: fc.constantFrom(...rubrics), atLeast: threshold }));
    }
    return {
      condition: fc.oneof(
        { maxDepth: 2, withCrossShrink: true },
        { weight: 5, arbitrary: fc.oneof(...leaves) },
        { weight: 2, arbitrary: parts.map((all) => ({ all })) },
        { weight: 2, arbitrary: parts.map((any) => ({ any })) },
        { weight: 1, arbitrary: part.map((not) => ({ not })) },
        { weight: 1, arbitrary: fc.record({ count: parts, atLeast: fc.integer({ min: 1, max: 3 }) }) },
        {
          weight: 1,
          arbitrary: fc.record({ score: fc.array(points, { minLength: 1, maxLength: 3 }), atLeast: threshold }),
        },
      ),
    };
  });
  return condition;
}

const tierIds = ["alone", "advised", "reviewed", "professional"];
const words = { title: "A rule", why: "It matters." } as const;
const optionally = <Value>(arbitrary: fc.Arbitrary<Value>) => fc.option(arbitrary, { nil: undefined, freq: 3 });

/** An object without the fields that are undefined. */
function filled<Full extends object>(fields: { readonly [Name in keyof Full]: Full[Name] | undefined }): Full {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as Full; // by its fields
}

/** A policy over some facts, of 2 to 4 tiers and 1 to 5 rules. */
export function policyOver(facts: Catalogue): fc.Arbitrary<Policy> {
  const lines = lineOn(facts);
  const rubric = fc
    .array(fc.record({ points: fc.integer({ min: -2, max: 3 }), when: conditionOver(facts) }), {
      minLength: 1,
      maxLength: 3,
    })
    .map((items): readonly Rubric[] => [{ id: "rubric", title: "Risk", items }]);
  return fc
    .record({
      ids: fc.shuffledSubarray(tierIds, { minLength: 2 }),
      rubrics: fc.oneof(fc.constant([]), rubric),
      signCount: fc.nat(2),
      ruleCount: fc.nat(2),
      isReversed: fc.boolean(),
    })
    .chain(({ ids, rubrics, signCount, ruleCount, isReversed }) => {
      const rubricIds = rubrics.map(({ id }) => id);
      const signIds = Array.from({ length: signCount }, (_, index) => `sign-${index + 1}`);
      const over = (signs: readonly string[]) => conditionOver(facts, signs, rubricIds);
      const severity = "low" as const;
      const sign = (id: string, index: number): fc.Arbitrary<Sign> =>
        // Each may refer to those before it, wherever it stands.
        fc
          .record({
            tier: optionally(fc.constantFrom(...ids)),
            advice: optionally(fc.constant("Ask.")),
            when: over(signIds.slice(0, index)),
            unless: optionally(over(signIds.slice(0, index))),
          })
          .map((fields) => filled<Sign>({ id, severity, ...words, ...fields }));
      const criterion = (_: unknown, index: number): fc.Arbitrary<Criterion> =>
        fc
          .record({ tier: fc.constantFrom(...ids.slice(1)), when: over(signIds), unless: optionally(over(signIds)) })
          .map((fields) => filled<Criterion>({ id: `criterion-${index + 1}`, ...words, ...fields }));
      const limits = fc
        .array(fc.record({ holds: fc.oneof(lines, over(signIds)), unless: optionally(over(signIds)) }), { maxLength: 1 })
        .map((list) => list.map((fields) => filled<Omit<Limit, "id">>({ ...words, ...fields })));
      const review = fc
        .record({ above: optionally(fc.constantFrom(...ids)), when: optionally(over(signIds)) })
        .map((fields): Review =>
          filled<Review>({
            id: "review",
            title: "A look",
            why: "Two see more.",
            milestone: "start",
            checklist: [],
            approvers: ["The architect"],
            minutes: 30,
            validFor: 90,
            ...fields,
          }),
        );
      return fc
        .record({
          criteria: fc.tuple(...Array.from({ length: signCount === 0 ? ruleCount + 1 : ruleCount }, criterion)),
          signs: fc.tuple(...signIds.map(sign)),
          limited: fc.tuple(...ids.slice(1).map(() => fc.oneof({ weight: 3, arbitrary: fc.constant([]) }, limits))),
          reviews: fc.array(review, { maxLength: 1 }),
        })
        .map(
          ({ criteria, signs, limited, reviews }): Policy => ({
            id: "small",
            version: "1.0.0",
            title: "A small policy",
            tiers: ids.map((id, index) => ({
              id,
              title: id,
              advice: "Go on.",
              limits: (limited[index] ?? []).map((limit, at) => ({ id: `limit-${index}-${at}`, ...limit })),
            })),
            criteria,
            signs: isReversed ? [...signs].reverse() : signs,
            rubrics,
            reviews,
          }),
        );
    });
}

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

const areAlike = (one: Domain, other: Domain) =>
  one.kind === "number"
    ? other.kind === "number" && one.whole && other.whole
    : one.kind === "ordinal" && other.kind === "ordinal" && one.levels.length === other.levels.length;

/** So many apps may be listed one by one for each example. */
const mostApps = 1000;

/** Small catalogues, with what holds between their facts; of some app all of it is so. */
function catalogues(mostFacts: number): fc.Arbitrary<Omit<World, "policy">> {
  return fc
    .array(domain, { minLength: 2, maxLength: mostFacts })
    .filter((domains) => domains.reduce((product, each) => product * everyValue(each).length, 1) <= mostApps)
    .chain((domains) => fc.tuple(...domains.map((each, index) => factNamed(names[index] ?? "", each))))
    .map((made): Catalogue => Object.fromEntries(made.map((fact, index) => [names[index] ?? "", fact])))
    .chain((facts) => constraintsOver(facts).map((constraints) => ({ facts, constraints })))
    .filter(({ facts, constraints }) => everyApp(facts, Object.keys(facts), constraints).length > 0);
}

/** Small worlds, with at most so many facts. */
export const worlds = (mostFacts = 5): fc.Arbitrary<World> =>
  catalogues(mostFacts).chain(({ facts, constraints }) =>
    policyOver(facts).map((policy) => ({ facts, constraints, policy })),
  );

/** The policy of a world, prepared for questions. */
export const analysisOf = ({ facts, constraints, policy }: World) =>
  createAnalysis(policy, { facts, constraints });

/** An app of which every fact has a value. */
export const profileWith = (values: Values): AppProfile => ({
  id: "app",
  name: "An app",
  extensions: Object.fromEntries(
    Object.entries(values).map(([name, value]) => [name, typeof value === "object" ? [...value] : value]),
  ),
});

/** What a profile may tell of a value: it, nothing, or the least that it can be. */
function tellings(given: Domain, value: FactValue): readonly unknown[] {
  const least = everyValue(given).filter((other) => {
    if (Array.isArray(value)) return Array.isArray(other) && other.every((member) => value.includes(member));
    if (given.kind === "boolean") return !other || value === true;
    return given.kind === "enum" || rankIn(given, other) <= rankIn(given, value);
  });
  const isBetween = (one: FactValue) => given.kind === "number" && !given.whole && !halves.includes(Number(one));
  return [
    undefined,
    ...(isBetween(value) ? [] : [value]),
    ...least.filter((one) => !isBetween(one)).map((one) => ({ atLeast: one })),
  ];
}

/** Profiles that tell something of a possible app. */
export function partialProfiles({ facts, constraints }: Omit<World, "policy">): fc.Arbitrary<AppProfile> {
  const named = Object.keys(facts);
  return fc
    .tuple(
      fc.constantFrom(...everyApp(facts, named, constraints)),
      fc.tuple(...named.map(() => fc.tuple(fc.constantFrom("told", "open", "any"), fc.nat()))),
    )
    .map(([values, picks]): AppProfile => {
      const extensions = named.flatMap((name, index) => {
        const all = tellings(domainOf(facts, name), values[name] ?? false);
        const [how, pick] = picks[index] ?? ["open", 0];
        const answer = how === "open" ? undefined : how === "told" ? all[1] : all[pick % all.length];
        return answer === undefined ? [] : [[name, answer]];
      });
      // Values of domains are JSON.
      return { id: "app", name: "An app", extensions: Object.fromEntries(extensions) };
    });
}

/** What may be claimed of apps of a world. */
export function claimOver({ facts, policy }: World): fc.Arbitrary<Claim> {
  const ids = policy.tiers.map(({ id }) => id);
  const rules = [...(policy.criteria ?? []), ...(policy.signs ?? [])].map(({ id }) => id);
  const signs = (policy.signs ?? []).map(({ id }) => id);
  const rubrics = (policy.rubrics ?? []).map(({ id }) => id);
  const leaves: fc.Arbitrary<Claim>[] = [
    conditionOver(facts, signs, rubrics),
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
