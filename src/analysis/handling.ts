import { type Finding, type FindingStatus, isHandledBy } from "../classify/index.js";
import type { Condition, FactCondition } from "../conditions/index.js";
import { type AnyRules, type Component, linesIn, withoutRules } from "../policy/index.js";
import type { AppProfile } from "../profile/index.js";
import { helpfulComponents } from "./handing-over.js";
import type { Study } from "./study.js";

/** What components make of the rules that they cover, for one app. */
export interface Handling {
  /** The rules that they could take care of. */
  readonly covered: readonly string[];
  /** The rules that they take care of. */
  readonly handled: readonly string[];
  /** The rules that they take care of while something holds of the app. */
  readonly handledWhile: ReadonlyMap<string, Condition>;
  /** The rules that may stand, unless what they do not handle turns out to be harmless. */
  readonly open: readonly string[];
}

/** No component has to do with anything. */
export const nothingHandled: Handling = { covered: [], handled: [], handledWhile: new Map(), open: [] };

/** Of so many components whose conditions are open, every choice is looked at. */
const mostOpen = 4;

const idsOf = (findings: readonly Finding[], ...wanted: readonly FindingStatus[]) =>
  findings.filter(({ status }) => wanted.includes(status)).map(({ id }) => id);

/** A component whose condition is open, and its condition. */
interface Conditional {
  readonly component: Component;
  readonly when: Condition;
}

/** While what some rules are covered, of which nothing is open but the conditions of components. */
function coveredWhile(
  { classifyWith }: Study,
  profile: AppProfile,
  rules: readonly string[],
  certain: readonly Component[],
  conditional: readonly Conditional[],
): ReadonlyMap<string, Condition> {
  if (conditional.length === 0 || conditional.length > mostOpen) return new Map();
  const choices = Array.from({ length: 1 << conditional.length }, (_, choice) => {
    const isChosen = conditional.map((_each, index) => (choice & (1 << index)) !== 0);
    const chosen = conditional.flatMap(({ component }, index) => (isChosen[index] ? [component] : []));
    const covering = [...certain, ...chosen];
    const { findings } = classifyWith(covering)(profile);
    return {
      all: conditional.map(({ when }, index): Condition => (isChosen[index] ? when : { not: when })),
      covers: covering.flatMap(({ covers }) => covers),
      holding: idsOf(findings, "holds"),
      open: idsOf(findings, "possible"),
    };
  });
  // What no component covers stands as it is written, whether or not that is decided.
  const told = rules.filter((id) => choices.every(({ open, covers }) => !open.includes(id) || !covers.includes(id)));
  return new Map(
    told.map((id) => {
      const covered = choices.filter(({ holding, open }) => !holding.includes(id) && !open.includes(id));
      return [id, { any: covered.map(({ all }) => ({ all })) }];
    }),
  );
}

export function handlingOf(profile: AppProfile, study: Study): Handling {
  // What no part of an app has to do with is the same without the parts that components handle.
  const inUse = helpfulComponents(study.policy, study.facts).filter((component) =>
    isHandledBy(profile, { ...component, when: undefined }),
  );
  if (inUse.length === 0) return nothingHandled;
  const { classification, ask } = study.examine(profile);
  const covered = [...new Set(inUse.flatMap(({ covers }) => covers))];
  const left = idsOf(classification.findings, "holds", "possible");
  const possible = idsOf(classification.findings, "possible");
  const open = covered.filter((id) => possible.includes(id));
  const holding = (component: Component) => (component.when === undefined ? true : ask(component.when).holds);
  const conditional = inUse.flatMap((component) =>
    component.when !== undefined && holding(component) === null ? [{ component, when: component.when }] : [],
  );
  const certain = inUse.filter((component) => holding(component) === true);
  const handledWhile = coveredWhile(study, profile, open, certain, conditional);
  return {
    covered,
    handled: covered.filter((id) => !left.includes(id)),
    handledWhile,
    open: open.filter((id) => !handledWhile.has(id)),
  };
}

/** The lines that tell whether components take care of rules. */
export const linesOfHandling = ({ handledWhile }: Handling, policy: AnyRules): readonly FactCondition[] =>
  [...handledWhile.values()].flatMap((condition) => linesIn(condition, policy));

/** A policy as it is for an app of which components handle parts: the rules that they take care of do not stand. */
export function policyWith<P extends AnyRules>(
  policy: P,
  { handled, handledWhile }: Pick<Handling, "handled" | "handledWhile">,
): P {
  const left = withoutRules(policy, new Set(handled));
  const exempting = <Rule extends { readonly id: string; readonly unless?: Condition }>(rule: Rule): Rule => {
    const covered = handledWhile.get(rule.id);
    return covered === undefined
      ? rule
      : { ...rule, unless: { any: [...(rule.unless ? [rule.unless] : []), covered] } };
  };
  const { tiers, criteria, signs } = left;
  return {
    ...left,
    tiers: tiers.map((tier) => (tier.limits === undefined ? tier : { ...tier, limits: tier.limits.map(exempting) })),
    ...(criteria && { criteria: criteria.map(exempting) }),
    ...(signs && { signs: signs.map(exempting) }),
  };
}
