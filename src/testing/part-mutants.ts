import type { Condition } from "../conditions/index.js";
import type { Catalogue } from "../facts/index.js";
import {
  type AuditCheck,
  type AuditWeight,
  type Boundary,
  type ChecklistItem,
  type Component,
  canBeCovered,
  type Policy,
  type Review,
  rulesOf,
  type Severity,
  scopeParts,
  severities,
} from "../policy/index.js";
import { type Pointer, toPointer } from "../problems/index.js";
import { type Variant, variantsOf } from "./condition-mutants.js";
import type { PolicyMutant } from "./mutants.js";
import { became } from "./slips.js";

/** What something is mutated by. */
interface By {
  readonly policy: Policy;
  readonly facts: Catalogue;
}

/** An object with another value in a field, or without it. */
function withField<Item extends object>(item: Item, field: keyof Item & string, value: unknown): Item {
  const others = Object.fromEntries(Object.entries(item).filter(([name]) => name !== field));
  // The value is one that the field may have; what is no policy any more is sorted out.
  return (value === undefined ? others : { ...item, [field]: value }) as Item;
}

/** Variants of one field. */
function ofField<Item extends object>(item: Item, pointer: Pointer, field: keyof Item & string) {
  const at = `${pointer}${toPointer([field])}`;
  const variant = (value: unknown, change: string): Variant<Item> => {
    return { item: withField(item, field, value), pointer: at, change };
  };
  const own: unknown = item[field];
  return {
    /** It is left out, where it is said. */
    gone: (): readonly Variant<Item>[] => (own === undefined ? [] : [variant(undefined, `"${field}" is left out`)]),
    /** It is taken for its neighbours in a row. */
    beside: (row: readonly string[]): readonly Variant<Item>[] => {
      const index = row.indexOf(String(own));
      if (index < 0) return [];
      return [row[index - 1], row[index + 1]].flatMap((other) =>
        other === undefined ? [] : [variant(other, became(own, other))],
      );
    },
    /** It is taken for any other. */
    others: (all: readonly string[]): readonly Variant<Item>[] =>
      own === undefined ? [] : all.flatMap((other) => (other === own ? [] : [variant(other, became(own, other))])),
    /** It is one more or less; where it is a fraction, a tenth. */
    moved: (): readonly Variant<Item>[] => {
      if (typeof own !== "number") return [];
      const tenths = Number.isInteger(own) ? 10 : 1;
      return [-tenths, tenths].map((step) => (own * 10 + step) / 10).map((other) => variant(other, became(own, other)));
    },
    /** One of a list is left out. */
    fewer: (least = 1): readonly Variant<Item>[] =>
      Array.isArray(own) && own.length > least
        ? own.map((left: unknown, index) =>
            variant(
              own.filter((_: unknown, place) => place !== index),
              `${JSON.stringify(left)} is left out`,
            ),
          )
        : [],
    /** One that does not belong there is in a list. */
    more: (all: readonly string[]): readonly Variant<Item>[] =>
      Array.isArray(own)
        ? all.flatMap((other) => (own.includes(other) ? [] : [variant([...own, other], `"${other}" is in it as well`)]))
        : [],
    /** It asks something else. */
    asked: ({ policy, facts }: By): readonly Variant<Item>[] =>
      own === undefined
        ? []
        : // What is said in such a field is a condition.
          variantsOf(own as Condition, at, policy, facts).map((each): Variant<Item> => {
            return { item: withField(item, field, each.item), pointer: each.pointer, change: each.change };
          }),
  };
}

function componentVariants(
  component: Component,
  pointer: Pointer,
  { policy, facts }: By,
): readonly Variant<Component>[] {
  // What is retired covers nothing, whatever is written there.
  if (component.retired !== undefined) return ofField(component, pointer, "retired").gone();
  const field = (name: keyof Component) => ofField(component, pointer, name);
  const coverable = rulesOf(policy).flatMap(({ rule }) => (canBeCovered(rule, policy, facts) ? [rule.id] : []));
  return [
    ...field("covers").more(coverable),
    ...field("covers").fewer(0),
    ...field("from").gone(),
    ...field("when").asked({ policy, facts }),
    ...field("when").gone(),
  ];
}

/** Variants of one of several things in a list, and the list without it. */
function within<Item extends { readonly id: string }>(
  items: readonly Item[],
  pointer: Pointer,
  variantsFor: (item: Item, pointer: Pointer) => readonly Variant<Item>[],
  what: string,
): readonly (Variant<readonly Item[]> & { readonly id: string })[] {
  return items.flatMap((item, index) => {
    const at = `${pointer}/${index}`;
    const put = (others: readonly Item[]) => items.flatMap((each) => (each === item ? others : [each]));
    return [
      ...variantsFor(item, at).map((each) => ({ ...each, id: item.id, item: put([each.item]) })),
      { id: item.id, item: put([]), pointer: at, change: `the ${what} is gone` },
    ];
  });
}

function itemVariants(item: ChecklistItem, pointer: Pointer, by: By): readonly Variant<ChecklistItem>[] {
  const field = (name: keyof ChecklistItem) => ofField(item, pointer, name);
  return [
    ...field("met").asked(by),
    ...field("met").gone(),
    ...field("requiresFacts").fewer(),
    ...field("requiresFacts").gone(),
    ...field("evidence").gone(),
  ];
}

function reviewVariants(review: Review, pointer: Pointer, by: By): readonly Variant<Review>[] {
  const { tiers, reviews = [] } = by.policy;
  const field = (name: keyof Review) => ofField(review, pointer, name);
  const checklist = within(
    review.checklist,
    `${pointer}/checklist`,
    (item, at) => itemVariants(item, at, by),
    "question",
  ).filter(({ item }) => item.length > 0);
  return [
    ...field("above").beside(tiers.map(({ id }) => id)),
    ...field("above").gone(),
    ...field("when").asked(by),
    ...field("when").gone(),
    ...field("milestone").beside([...new Set(reviews.map(({ milestone }) => milestone))]),
    ...field("approvers").fewer(),
    ...field("validFor").moved(),
    ...field("covers").fewer(),
    ...field("covers").more(scopeParts),
    ...checklist.map((each): Variant<Review> => ({ ...each, item: { ...review, checklist: each.item } })),
  ];
}

function boundaryVariants(boundary: Boundary, pointer: Pointer, by: By): readonly Variant<Boundary>[] {
  const { tiers, reviews = [], components = [] } = by.policy;
  const field = (name: keyof Boundary) => ofField(boundary, pointer, name);
  const usable = components.flatMap(({ id, retired }) => (retired === undefined ? [id] : []));
  return [
    ...field("actions").fewer(),
    ...field("actions").gone(),
    ...field("above").beside(tiers.map(({ id }) => id)),
    ...field("above").gone(),
    ...field("when").asked(by),
    ...field("when").gone(),
    ...field("unlessUsing").fewer(),
    ...field("unlessUsing").gone(),
    ...field("unlessUsing").more(usable),
    ...field("review").others(reviews.map(({ id }) => id)),
    ...field("instead").gone(),
  ];
}

/** A check in any of its forms, with the fields of each. */
type AnyCheck = AuditCheck & { readonly when?: Condition; readonly unseenFor?: number };

function checkVariants(check: AuditCheck, pointer: Pointer, by: By): readonly Variant<AuditCheck>[] {
  const field = (name: keyof AnyCheck & string) => ofField<AnyCheck>(check, pointer, name);
  return [
    ...field("severity").beside(severities),
    ...field("when").asked(by),
    ...field("unseenFor").moved(),
    ...field("suggests").gone(),
  ];
}

function weightVariants(weight: AuditWeight, pointer: Pointer, by: By): readonly Variant<AuditWeight>[] {
  const field = (name: keyof AuditWeight) => ofField(weight, pointer, name);
  return [...field("when").asked(by), ...field("times").moved()];
}

function auditMutants(by: By): readonly PolicyMutant[] {
  const { policy } = by;
  const { audit } = policy;
  if (audit === undefined) return [];
  const checks = within(audit.checks, "/audit/checks", (check, at) => checkVariants(check, at, by), "check");
  const weights = within(
    audit.weights ?? [],
    "/audit/weights",
    (weight, at) => weightVariants(weight, at, by),
    "weight",
  );
  const share = ofField(audit, "/audit", "furtherShare");
  // A severity, or a tier, has points of its own.
  const points = Object.keys(audit.points).flatMap((severity) =>
    ofField(audit.points, "/audit/points", severity as Severity).moved(),
  );
  const tierPoints = Object.keys(audit.tierPoints ?? {}).flatMap((tier) =>
    ofField(audit.tierPoints ?? {}, "/audit/tierPoints", tier).moved(),
  );
  return [
    ...checks.map(({ id, pointer, change, item }): PolicyMutant => {
      return { rule: id, pointer, change, policy: { ...policy, audit: { ...audit, checks: item } } };
    }),
    ...weights.map(({ id, pointer, change, item }): PolicyMutant => {
      return { rule: id, pointer, change, policy: { ...policy, audit: { ...audit, weights: item } } };
    }),
    ...[...share.moved(), ...share.gone()].map(({ pointer, change, item }): PolicyMutant => {
      return { rule: "furtherShare", pointer, change, policy: { ...policy, audit: item } };
    }),
    ...points.map(({ pointer, change, item }): PolicyMutant => {
      return { rule: "points", pointer, change, policy: { ...policy, audit: { ...audit, points: item } } };
    }),
    ...tierPoints.map(({ pointer, change, item }): PolicyMutant => {
      return { rule: "tierPoints", pointer, change, policy: { ...policy, audit: { ...audit, tierPoints: item } } };
    }),
  ];
}

/** Every slip in what a policy decides besides tiers: severities, components, reviews, boundaries, the audit. */
export function partMutants(policy: Policy, facts: Catalogue): readonly PolicyMutant[] {
  const by: By = { policy, facts };
  const { signs = [], components = [], reviews = [], boundaries = [] } = policy;
  const loudness = signs.flatMap((sign, index) =>
    ofField(sign, `/signs/${index}`, "severity")
      .beside(severities)
      .map(({ item, pointer, change }): PolicyMutant => {
        const changed = signs.map((each) => (each === sign ? item : each));
        return { rule: sign.id, pointer, change, policy: { ...policy, signs: changed } };
      }),
  );
  const listed = <Field extends "components" | "reviews" | "boundaries">(
    field: Field,
    variants: readonly (Variant<unknown> & { readonly id: string })[],
  ) =>
    variants.map(({ id, pointer, change, item }): PolicyMutant => {
      return { rule: id, pointer, change, policy: { ...policy, [field]: item } };
    });
  return [
    ...loudness,
    ...listed(
      "components",
      within(components, "/components", (each, at) => componentVariants(each, at, by), "component"),
    ),
    ...listed(
      "reviews",
      within(reviews, "/reviews", (each, at) => reviewVariants(each, at, by), "review"),
    ),
    ...listed(
      "boundaries",
      within(boundaries, "/boundaries", (each, at) => boundaryVariants(each, at, by), "boundary"),
    ),
    ...auditMutants(by),
  ];
}

/** Whether a slip is in what a policy decides besides tiers. */
export const isInPart = ({ pointer }: Pick<PolicyMutant, "pointer">): boolean =>
  /^\/(components|reviews|boundaries|audit)\//.test(pointer) || /^\/signs\/\d+\/severity$/.test(pointer);

/** Whether a slip is in an audit: what it weighs and what it looks for is never the same, though no app is made to show it. */
export const isInAudit = ({ pointer }: Pick<PolicyMutant, "pointer">): boolean => pointer.startsWith("/audit/");
