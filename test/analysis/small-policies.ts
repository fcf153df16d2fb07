import fc from "fast-check";
import type {
  Adjustment,
  Catalogue,
  Condition,
  Criterion,
  DecisionTable,
  Limit,
  Policy,
  Review,
  Rubric,
  Sign,
} from "plimsoll";
import { createAnalysis } from "plimsoll/analysis";
import { counted } from "../prove/drawn.js";
import { type Bound, catalogues } from "./small-catalogues.js";
import { conditionOver, lineOn } from "./small-conditions.js";
import { itemOver, thresholds } from "./small-points.js";

/** A few facts, what holds between them, and a policy over them. */
export interface World extends Bound {
  readonly policy: Policy;
}

const tierIds = ["alone", "advised", "reviewed", "professional"];
const words = { title: "A rule", why: "It matters." } as const;
const optionally = <Value>(arbitrary: fc.Arbitrary<Value>) => fc.option(arbitrary, { nil: undefined, freq: 3 });

/** An object without the fields that are undefined. */
function filled<Full extends object>(fields: { readonly [Name in keyof Full]: Full[Name] | undefined }): Full {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as Full; // by its fields
}

/** A table over some facts, and over rubrics. */
function tableOver(facts: Catalogue, ids: readonly string[], rubrics: readonly string[]): fc.Arbitrary<DecisionTable> {
  const cell = lineOn(facts).map(({ fact, ...line }) => [fact, line] as const);
  const scored = rubrics.map((rubric) =>
    fc
      .tuple(fc.constantFrom("atLeast", "below"), thresholds)
      .map(([side, points]) => [rubric, { [side]: points }] as const),
  );
  const cells = fc.array(fc.oneof({ weight: 4, arbitrary: cell }, ...scored), { maxLength: 3 });
  const row = fc.record({ tier: fc.constantFrom(...ids), when: cells.map((own) => Object.fromEntries(own)) });
  return fc
    .record({
      hit: fc.constantFrom("first" as const, "highest" as const),
      rows: fc.array(row, { minLength: 1, maxLength: 4 }),
    })
    .map((drawn) => ({ id: "table", ...words, ...drawn }) as DecisionTable); // rows of lines
}

/** A policy over some facts, of 2 to 4 tiers and 1 to 5 rules, in a third of them with a table, and in a fourth with adjustments. */
export function policyOver(facts: Catalogue): fc.Arbitrary<Policy> {
  const lines = lineOn(facts);
  const rubric = fc
    .array(itemOver(facts, conditionOver(facts)), {
      minLength: 1,
      maxLength: 3,
    })
    .map((items): readonly Rubric[] => [{ id: "rubric", title: "Risk", items }]);
  return fc
    .record({
      ids: fc.shuffledSubarray(tierIds, { minLength: 2 }),
      rubrics: fc.oneof(fc.constant<readonly Rubric[]>([]), rubric),
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
        .array(fc.record({ holds: fc.oneof(lines, over(signIds)), unless: optionally(over(signIds)) }), {
          maxLength: 1,
        })
        .map((list) => list.map((fields) => filled<Omit<Limit, "id">>({ ...words, ...fields })));
      const review = fc.record({ above: optionally(fc.constantFrom(...ids)), when: optionally(over(signIds)) }).map(
        (fields): Review =>
          filled<Review>({
            id: "review",
            title: "A look",
            why: "Two see more.",
            milestone: "start",
            covers: [],
            checklist: [],
            approvers: ["The architect"],
            minutes: 30,
            validFor: 90,
            ...fields,
          }),
      );
      const adjustment = fc
        .record({
          when: over(signIds),
          by: fc.constantFrom(-1 as const, 1 as const),
          onlyIn: optionally(fc.subarray(ids, { minLength: 1 })),
        })
        .map((fields) => filled<Omit<Adjustment, "id">>({ ...words, ...fields }));
      const adjusted = fc
        .array(adjustment, { minLength: 1, maxLength: 2 })
        .map((drawn) => drawn.map((fields, at): Adjustment => ({ id: `adjustment-${at}`, ...fields })));
      return fc
        .record({
          criteria: fc.tuple(...Array.from({ length: signCount === 0 ? ruleCount + 1 : ruleCount }, criterion)),
          signs: fc.tuple(...signIds.map(sign)),
          limited: fc.tuple(...ids.slice(1).map(() => fc.oneof({ weight: 3, arbitrary: fc.constant([]) }, limits))),
          reviews: fc.array(review, { maxLength: 1 }),
          tables: fc.oneof(
            { weight: 2, arbitrary: fc.constant(undefined) },
            { weight: 1, arbitrary: tableOver(facts, ids, rubricIds).map((table) => [table]) },
          ),
          adjustments: fc.oneof({ weight: 3, arbitrary: fc.constant(undefined) }, { weight: 1, arbitrary: adjusted }),
        })
        .map(
          ({ criteria, signs, limited, reviews, tables, adjustments }): Policy => ({
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
            ...(tables && { tables }),
            ...(adjustments && { adjustments }),
          }),
        );
    });
}

/** Small worlds, with at most so many facts. */
export const worlds = (mostFacts = 5): fc.Arbitrary<World> =>
  counted(
    catalogues(mostFacts).chain(({ facts, constraints }) =>
      policyOver(facts).map((policy) => ({ facts, constraints, policy })),
    ),
    ({ constraints }) => (constraints.length > 0 ? ["policies", "policies with constraints"] : ["policies"]),
  );

/** Small worlds in whose policies a share of the points is so many points: what changes in the points is no change of what is asked. */
export const worldsOfPoints = (mostFacts = 5): fc.Arbitrary<World> =>
  worlds(mostFacts).map((world) => {
    const inPoints = (_: string, part: unknown) =>
      typeof part === "object" && part !== null && "percent" in part ? Number(part.percent) / 25 : part;
    return { ...world, policy: JSON.parse(JSON.stringify(world.policy), inPoints) };
  });

/** A condition that could stand in the policy of a world. */
export const conditionIn = ({ facts, policy: { signs = [], rubrics = [] } }: World): fc.Arbitrary<Condition> =>
  conditionOver(
    facts,
    signs.map(({ id }) => id),
    rubrics.map(({ id }) => id),
  );

/** The policy of a world, prepared for questions. */
export const analysisOf = ({ facts, constraints, policy }: World) => createAnalysis(policy, { facts, constraints });

/** Another policy over the facts of a world: any, or its own with one thing changed. */
export function changedPolicy({ facts, policy }: World): fc.Arbitrary<Policy> {
  const { criteria = [], signs = [], rubrics = [], tiers } = policy;
  const rubricIds = rubrics.map(({ id }) => id);
  const over = conditionOver(facts, [], rubricIds);
  const place = (count: number) => fc.nat(Math.max(count - 1, 0));
  const added = fc.tuple(fc.constantFrom(...tiers), over).map(([{ id: tier }, when]): Policy => {
    return { ...policy, criteria: [...criteria, { id: "added", tier, ...words, when }] };
  });
  const dropped = place(criteria.length).map((at) => ({
    ...policy,
    criteria: criteria.filter((_, index) => index !== at),
  }));
  const lifted = fc.tuple(place(criteria.length), fc.constantFrom(...tiers)).map(([at, { id: tier }]) => {
    return { ...policy, criteria: criteria.map((rule, index) => (index === at ? { ...rule, tier } : rule)) };
  });
  const warned = fc.tuple(place(signs.length), over).map(([at, when]) => {
    return { ...policy, signs: signs.map((rule, index) => (index === at ? { ...rule, when } : rule)) };
  });
  const valued = fc.integer({ min: -2, max: 3 }).map((points) => {
    const changed = rubrics.map(({ items, ...rest }) => ({
      ...rest,
      items: items.map((item, index) => (index === 0 && "when" in item ? { ...item, points } : item)),
    }));
    return { ...policy, rubrics: changed };
  });
  return fc.oneof(policyOver(facts), fc.constant(policy), added, dropped, lifted, warned, valued);
}
