import { byForm, type Condition, type FactCondition, type ScoreItem, type Threshold } from "../conditions/index.js";
import {
  type ByOperator,
  byOperator,
  type Catalogue,
  type Domain,
  isInDomain,
  memberKeys,
  type Operator,
  valuesOf,
} from "../facts/index.js";
import {
  type Adjustment,
  type ConditionPart,
  type Criterion,
  checkPolicy,
  factsOf,
  type Limit,
  type PlacedRule,
  type Policy,
  type PolicyOptions,
  partsIn,
  rulesOf,
  type Sign,
} from "../policy/index.js";
import { type Pointer, toPointer } from "../problems/index.js";
import { ruleOfVariant, variantsOfTable } from "./table-mutants.js";

/**
 * A policy with one thing changed, as a slip of the pen would change it.
 *
 * @example
 * ```ts
 * import { standardPolicy } from "plimsoll";
 * import { mutatePolicy, type PolicyMutant } from "plimsoll/testing";
 *
 * const mutants: readonly PolicyMutant[] = mutatePolicy(standardPolicy);
 * const [first] = mutants.filter(({ rule }) => rule === "many-users");
 *
 * first?.change; // → '{"fact":"users","atLeast":100} became {"fact":"users","atLeast":99}'
 * ```
 */
export interface PolicyMutant {
  /** The rule that changed; of a rubric, its id. */
  readonly rule: string;
  readonly pointer: Pointer;
  readonly change: string;
  readonly policy: Policy;
}

/** What something may be changed to. */
type Variant<Item> = { readonly item: Item; readonly pointer: Pointer; readonly change: string };

const became = (before: unknown, after: unknown) => `${JSON.stringify(before)} became ${JSON.stringify(after)}`;

/** Numbers or levels one step beside another. */
function besides(domain: Domain, operand: unknown): readonly unknown[] {
  if (typeof operand === "number") {
    const step = domain.kind === "number" && domain.whole ? 1 : 0.1;
    const moved = [operand - step, operand + step].map((value) => Math.round(value * 1000) / 1000);
    return moved.filter((value) => isInDomain(domain, value));
  }
  const values: readonly unknown[] = valuesOf(domain);
  const at = values.indexOf(operand);
  return [values[at - 1], values[at + 1]].filter((value) => value !== undefined);
}

/** Values without each of them in turn: without one of two spellings of a name, a line would ask for the same as before. */
function oneFewer<Value>(values: readonly Value[], domain: Domain): readonly (readonly Value[])[] {
  const keyOfName = domain.kind === "set" ? memberKeys(domain) : String;
  const keyOf = (value: Value) => keyOfName(String(value));
  const keys = [...new Set(values.map(keyOf))];
  return keys.length < 2 ? [] : keys.map((key) => values.filter((value) => keyOf(value) !== key));
}

/** How many members a set may have. */
const sizes: Domain = { kind: "number", min: 0, whole: true, unit: "members" };

/** What a line of each operator is easily taken for; what does not fit is sorted out with every mutant that is no policy. */
function slipsThrough(domain: Domain): ByOperator<Operator, unknown, readonly object[]> {
  const beside = (limit: unknown) => besides(domain, limit);
  const fewer = (values: readonly unknown[]) => oneFewer(values, domain);
  return {
    atLeast: (limit) => [...beside(limit).map((atLeast) => ({ atLeast })), { above: limit }],
    atMost: (limit) => [...beside(limit).map((atMost) => ({ atMost })), { below: limit }],
    above: (limit) => [...beside(limit).map((above) => ({ above })), { atLeast: limit }],
    below: (limit) => [...beside(limit).map((below) => ({ below })), { atMost: limit }],
    between: ([from, to]) => [
      ...beside(from).map((moved) => ({ between: [moved, to] })),
      ...beside(to).map((moved) => ({ between: [from, moved] })),
    ],
    is: (values) => {
      const asked: readonly unknown[] = [values].flat();
      const left = fewer(asked);
      const others = valuesOf(domain).filter((other) => !asked.includes(other));
      return (left.length > 0 ? left : others).map((is) => ({ is }));
    },
    includesAny: (members) => {
      const lines = fewer(members).map((includesAny) => ({ includesAny }));
      return lines.length > 0 ? [...lines, { includesAll: members }] : [];
    },
    includesAll: (members) => {
      const lines = fewer(members).map((includesAll) => ({ includesAll }));
      return lines.length > 0 ? [...lines, { includesAny: members }] : [];
    },
    isEmpty: (isAsked) => [{ isEmpty: !isAsked }],
    size: (line) => byOperator<readonly object[]>(line, slipsThrough(sizes), () => []).map((size) => ({ size })),
  };
}

/** A line with another operand, or another operator. */
function lineVariants({ fact, ...line }: FactCondition, facts: Catalogue): readonly FactCondition[] {
  const domain = facts[fact]?.domain;
  if (domain === undefined) return [];
  const slips = byOperator<readonly object[]>(line, slipsThrough(domain), () => []);
  return slips.map((slip) => ({ fact, ...slip }) as FactCondition);
}

const without = <Item>(items: readonly Item[], index: number) => items.filter((_, at) => at !== index);

/** Points taken for the next ones, in one item after the other; where they stand in it, and what they became. */
function pointsVariants(items: readonly ScoreItem[], pointer: Pointer): readonly Variant<readonly ScoreItem[]>[] {
  return items.flatMap((item, index) => {
    const at = `${pointer}/${index}`;
    const moved = (points: number, place: Pointer, make: (points: number) => ScoreItem) =>
      [-1, 1].map((more): Variant<readonly ScoreItem[]> => {
        const changed = make(points + more);
        const others = items.map((each, other) => (other === index ? changed : each));
        return { item: others, pointer: at + place, change: became(points, points + more) };
      });
    const byName = (field: "points" | "pointsEach", points: Readonly<Record<string, number>>) =>
      Object.entries(points).flatMap(([name, own]) =>
        // The field is one of its own.
        moved(
          own,
          toPointer([field, name]),
          (other) => ({ ...item, [field]: { ...points, [name]: other } }) as ScoreItem,
        ),
      );
    if ("when" in item) return moved(item.points, "/points", (points) => ({ ...item, points }));
    if ("points" in item) return byName("points", item.points);
    if ("pointsEach" in item) return byName("pointsEach", item.pointsEach);
    return item.bands.flatMap((band, place) =>
      moved(band.points, `/bands/${place}/points`, (points) => {
        // The limits stay as they are, numbers or levels.
        return { ...item, bands: item.bands.map((each) => (each === band ? { ...band, points } : each)) } as ScoreItem;
      }),
    );
  });
}

/** So much is asked for, and it is taken for the next. */
const movedThresholds = (atLeast: Threshold): readonly Threshold[] =>
  [-1, 1].map((more) => (typeof atLeast === "number" ? atLeast + more : { percent: atLeast.percent + more }));

/** The points that stand in a condition itself, taken for the next ones. */
const changedSum = (sum: string | readonly ScoreItem[]): readonly (readonly ScoreItem[])[] =>
  typeof sum === "string" ? [] : pointsVariants(sum, "").map(({ item }) => item);

/** A condition with another connective, one part less, or another count. */
function conditionVariants(condition: Condition, facts: Catalogue): readonly Condition[] {
  const moved = <Counting extends { readonly atLeast: number }>(counting: Counting) =>
    [-1, 1].map((more) => ({ ...counting, atLeast: counting.atLeast + more }));
  const fewer = (parts: readonly Condition[], make: (parts: readonly Condition[]) => Condition) =>
    parts.length < 2 ? [] : parts.map((_, index) => make(without(parts, index)));
  return byForm<Condition, readonly Condition[]>(condition, {
    fact: (line) => lineVariants(line, facts),
    all: ({ all }) => [...(all.length < 2 ? [] : [{ any: all }]), ...fewer(all, (parts) => ({ all: parts }))],
    any: ({ any }) => [...(any.length < 2 ? [] : [{ all: any }]), ...fewer(any, (parts) => ({ any: parts }))],
    not: ({ not }) => [not],
    count: (counting) => [...moved(counting), ...fewer(counting.count, (count) => ({ ...counting, count }))],
    score: (scored) => [
      ...movedThresholds(scored.atLeast).map((atLeast) => ({ ...scored, atLeast })),
      ...changedSum(scored.score).map((score) => ({ ...scored, score })),
    ],
    product: (multiplied) => {
      const [one, other] = multiplied.product;
      return [
        ...moved(multiplied),
        ...changedSum(one).map((changed): Condition => ({ ...multiplied, product: [changed, other] })),
        ...changedSum(other).map((changed): Condition => ({ ...multiplied, product: [one, changed] })),
      ];
    },
    sign: () => [],
  });
}

/** Every variant of a condition: of itself, and of each part of it; those of a rubric stand with the rubric. */
function variantsOf(
  condition: Condition,
  pointer: Pointer,
  policy: Policy,
  facts: Catalogue,
): readonly Variant<Condition>[] {
  const whole: ConditionPart = { part: condition, pointer, replacedBy: (other) => other };
  return [whole, ...partsIn(condition, pointer, policy)]
    .filter((part) => part.pointer.startsWith(pointer))
    .flatMap(({ part, pointer: place, replacedBy }) =>
      conditionVariants(part, facts).map((other) => {
        return { item: replacedBy(other), pointer: place, change: became(part, other) };
      }),
    );
}

type AnyRule = Criterion | Sign | Limit;

function ruleVariants(
  { rule, pointer, rank }: PlacedRule,
  policy: Policy,
  facts: Catalogue,
): readonly Variant<AnyRule>[] {
  const { unless, ...always } = rule;
  const inField = (field: "when" | "holds" | "unless", condition: Condition) =>
    variantsOf(condition, `${pointer}/${field}`, policy, facts).map((variant): Variant<AnyRule> => {
      return { ...variant, item: { ...rule, [field]: variant.item } };
    });
  const tiers = [rank - 1, rank + 1].flatMap((other): readonly Variant<AnyRule>[] => {
    const tier = policy.tiers[other]?.id;
    // A limit stands with the tier that it keeps.
    if (tier === undefined || "holds" in rule) return [];
    const change = `"${policy.tiers[rank]?.id}" became "${tier}"`;
    return [{ item: { ...rule, tier }, pointer: `${pointer}/tier`, change }];
  });
  const exempted =
    unless === undefined
      ? []
      : [{ item: always, pointer: `${pointer}/unless`, change: "the exemption is gone" }, ...inField("unless", unless)];
  return [...("holds" in rule ? inField("holds", rule.holds) : inField("when", rule.when)), ...exempted, ...tiers];
}

/** A policy with another rule in the place of one, or with none. */
function replaced(policy: Policy, rule: AnyRule, other: AnyRule | undefined): Policy {
  const swap = <Item extends AnyRule>(items: readonly Item[] | undefined) =>
    // The other one is of the same kind, since it was made from the first.
    items?.flatMap((each) => (String(each.id) !== rule.id ? [each] : other === undefined ? [] : [other as Item]));
  const { criteria, signs, components } = policy;
  return {
    ...policy,
    tiers: policy.tiers.map((tier) =>
      tier.limits === undefined ? tier : { ...tier, limits: swap(tier.limits) ?? [] },
    ),
    ...(criteria && { criteria: swap(criteria) ?? [] }),
    ...(signs && { signs: swap(signs) ?? [] }),
    ...(components &&
      other === undefined && {
        components: components.map((component) => ({
          ...component,
          covers: component.covers.filter((id) => id !== rule.id),
        })),
      }),
  };
}

function rubricVariants(policy: Policy, facts: Catalogue): readonly PolicyMutant[] {
  const { rubrics = [] } = policy;
  return rubrics.flatMap((rubric, at) => {
    const pointer = `/rubrics/${at}/items`;
    const ofConditions = partsIn({ score: rubric.id, atLeast: 0 }, "", policy)
      .filter((part) => part.pointer.startsWith(pointer))
      .flatMap(({ part, pointer: place, replacedBy }) =>
        conditionVariants(part, facts).flatMap((other): readonly Variant<readonly ScoreItem[]>[] => {
          const changed = replacedBy(other);
          if (!("score" in changed) || typeof changed.score === "string") return [];
          return [{ item: changed.score, pointer: place, change: became(part, other) }];
        }),
      );
    return [...pointsVariants(rubric.items, pointer), ...ofConditions].map(
      ({ item: items, pointer: place, change }): PolicyMutant => {
        const changed = rubrics.map((each, index) => (index === at ? { ...rubric, items } : each));
        return { rule: rubric.id, pointer: place, change, policy: { ...policy, rubrics: changed } };
      },
    );
  });
}

function adjustmentVariants(policy: Policy, facts: Catalogue): readonly PolicyMutant[] {
  const { adjustments = [] } = policy;
  return adjustments.flatMap((adjustment, index) => {
    const pointer = `/adjustments/${index}`;
    const mutant = (others: readonly Adjustment[], place: Pointer, change: string): PolicyMutant => {
      const changed = adjustments.flatMap((each) => (each === adjustment ? others : [each]));
      return { rule: adjustment.id, pointer: place, change, policy: { ...policy, adjustments: changed } };
    };
    const by = adjustment.by === 1 ? -1 : 1;
    return [
      ...variantsOf(adjustment.when, `${pointer}/when`, policy, facts).map(({ item: when, pointer: place, change }) =>
        mutant([{ ...adjustment, when }], place, change),
      ),
      mutant([{ ...adjustment, by }], `${pointer}/by`, became(adjustment.by, by)),
      mutant([], pointer, "the rule is gone"),
    ];
  });
}

function tableVariants(policy: Policy, facts: Catalogue): readonly PolicyMutant[] {
  const { tables = [] } = policy;
  return tables.flatMap((table, at) =>
    variantsOfTable(table, policy, (line) => lineVariants(line, facts), movedThresholds).map(
      (variant): PolicyMutant => {
        const changed = tables.map((each, index) => (index === at ? variant.table : each));
        const pointer = `/tables/${at}${variant.place}`;
        return {
          rule: ruleOfVariant(table, variant),
          pointer,
          change: variant.change,
          policy: { ...policy, tables: changed },
        };
      },
    ),
  );
}

/**
 * Every policy that differs from one in a single slip: a line moved by a step, an operator, a connective, a count, points or
 * a tier taken for their neighbour, a part, an exemption or a rule gone. What is no policy any more is left out.
 *
 * @example
 * ```ts
 * import { standardPolicy } from "plimsoll";
 * import { mutatePolicy } from "plimsoll/testing";
 *
 * mutatePolicy(standardPolicy).some(({ change }) => change === "the rule is gone"); // → true
 * ```
 */
export function mutatePolicy(policy: Policy, options: PolicyOptions = {}): readonly PolicyMutant[] {
  const facts = factsOf(policy, options);
  const isInTable = ({ pointer }: PlacedRule) => pointer.startsWith("/tables/");
  const written = rulesOf(policy).filter((placed) => !isInTable(placed));
  const ofRules = written.flatMap((placed): readonly PolicyMutant[] => {
    const { rule, pointer } = placed;
    const changed = ruleVariants(placed, policy, facts).map(({ item, pointer: place, change }): PolicyMutant => {
      return { rule: rule.id, pointer: place, change, policy: replaced(policy, rule, item) };
    });
    return [
      ...changed,
      { rule: rule.id, pointer, change: "the rule is gone", policy: replaced(policy, rule, undefined) },
    ];
  });
  return [
    ...ofRules,
    ...tableVariants(policy, facts),
    ...adjustmentVariants(policy, facts),
    ...rubricVariants(policy, facts),
  ].filter((mutant) => checkPolicy(mutant.policy, facts).length === 0);
}
