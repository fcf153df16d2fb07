import { byForm, type Condition, mapChildren, type Points, pointsIn, type ScoreItem } from "../conditions/index.js";
import { type Catalogue, type Fact, type Handler, remainderName, remainderOf } from "../facts/index.js";
import type { Coverage } from "./policy.js";
import type { AnyRules } from "./prepare.js";
import type { Criterion, Limit, Sign } from "./rules.js";
import { isVersionFrom } from "./version.js";

/** A rule of a policy, whatever it is written as; with what is so where components take care of it, once that is spelled out. */
export type Rule = (Criterion | Sign | Limit) & { readonly handledWhile?: Condition };

/** All versions of components that something begins at, by component, the first one first. */
export type Versions = ReadonlyMap<string, readonly string[]>;

/** A policy with all that it takes to say when its components take care of its rules. */
interface SpelledOut extends AnyRules {
  readonly versions: Versions;
  /** How facts are called without the entries that some components handle, by these components. */
  readonly remainders: ReadonlyMap<string, ReadonlyMap<string, string>>;
}

const isSpelledOut = (policy: AnyRules): policy is SpelledOut => "remainders" in policy;

/** Some components, and what is so where it is they that cover. */
interface Choice {
  readonly components: readonly Coverage[];
  readonly when: readonly Condition[];
}

/** Of so many components with conditions every choice is spelled out; more never cover one rule together. */
const mostConditional = 6;

/** Every choice of the components that may cover a rule at the same time. */
function choicesFor(rule: string, { components = [] }: AnyRules): readonly Choice[] {
  const covering = components.filter(({ covers, retired }) => !retired && covers.includes(rule));
  const conditional = covering.filter(({ when }) => when !== undefined).slice(0, mostConditional);
  return Array.from({ length: 1 << conditional.length }, (_, choice): Choice => {
    const isOut = ({ id, when }: Coverage) => {
      const place = conditional.findIndex((each) => each.id === id);
      return when !== undefined && (place < 0 || (choice & (1 << place)) === 0);
    };
    return {
      components: covering.filter((each) => !isOut(each)),
      when: conditional.map(({ when = { all: [] } }, place) => (choice & (1 << place) ? when : { not: when })),
    };
  }).filter(({ components: chosen }) => chosen.length > 0);
}

/** A condition of which each fact goes by another name; what it says of other rules stays as it is. */
function renamed(condition: Condition, { rubrics = [] }: AnyRules, nameOf: (fact: string) => string): Condition {
  const inItems = (sum: string | readonly ScoreItem[]): readonly Points[] => {
    const items = typeof sum === "string" ? (rubrics.find(({ id }) => id === sum)?.items ?? []) : sum;
    return items
      .flatMap((item) => pointsIn<Condition>(item))
      .map(({ points, when }) => ({ points, when: rename(when) }));
  };
  const rename = (part: Condition): Condition => {
    const inParts = (whole: Condition) => mapChildren<Condition>(whole, rename);
    return byForm<Condition, Condition>(part, {
      // The same line, on a fact with the same domain.
      fact: (line) => ({ ...line, fact: nameOf(line.fact) }),
      sign: (named) => named,
      all: inParts,
      any: inParts,
      not: inParts,
      count: inParts,
      score: ({ score, ...reached }) => ({ score: inItems(score), ...reached }),
      product: ({ product, ...reached }) => ({ product: [inItems(product[0]), inItems(product[1])], ...reached }),
    });
  };
  return rename(condition);
}

/** When a rule stands, whatever components do: what it is about is so, and nothing exempts it. */
export function standingAlone(rule: Rule): Condition {
  const when = "holds" in rule ? { not: rule.holds } : rule.when;
  return rule.unless === undefined ? when : { all: [when, { not: rule.unless }] };
}

const handlersOf = (components: readonly Coverage[], versions: Versions): readonly Handler[] =>
  components.map((component) => {
    const { id, from } = component;
    return {
      id,
      title: "title" in component ? String(component.title) : id,
      versions: from === undefined ? undefined : versions.get(id)?.filter((each) => isVersionFrom(each, from)),
    };
  });

const keyOf = (components: readonly Coverage[]) => JSON.stringify(components.map(({ id }) => id));

/** Rules with what is so where components take care of them, as far as their policy is spelled out. */
export function withHandling(policy: AnyRules): (rule: Rule) => Rule {
  if (!isSpelledOut(policy)) return (rule) => rule;
  return (rule) => {
    const choices = choicesFor(rule.id, policy);
    if (choices.length === 0) return rule;
    const handled = choices.map(({ components, when }): Condition => {
      const names = policy.remainders.get(keyOf(components));
      const left = renamed(standingAlone(rule), policy, (fact) => names?.get(fact) ?? fact);
      return { all: [...when, { not: left }] };
    });
    return { ...rule, handledWhile: { any: handled } };
  };
}

/** All versions that the components of some policies cover from. */
export function versionsIn(policies: readonly AnyRules[]): Versions {
  const versions = new Map<string, readonly string[]>();
  for (const { components = [] } of policies) {
    for (const { id, from } of components) {
      const known = versions.get(id) ?? [];
      if (from === undefined || known.includes(from)) continue;
      versions.set(
        id,
        [...known, from].sort((one, other) => (isVersionFrom(one, other) ? 1 : -1)),
      );
    }
  }
  return versions;
}

/** A fact that leaves out what components handle, and the fact that leaves out nothing. */
export interface Remainder {
  readonly name: string;
  readonly fact: Fact;
  readonly of: string;
}

/** A policy whose components are spelled out, and the facts that it takes for that. */
export interface WithRemainders {
  readonly policy: AnyRules;
  readonly remainders: readonly Remainder[];
}

/** What a fact is made of that leaves out what components handle. */
function namedIn({ from, compared }: Fact, handlers: readonly Handler[], facts: Catalogue): readonly Remainder[] {
  if (from === undefined || !("more" in from) || compared === undefined) return [];
  return [from.more, from.than].flatMap((name, place) => {
    const of = Object.keys(facts).find((whole) => name === remainderName(whole, handlers));
    const fact = compared[place];
    return of === undefined || fact === undefined ? [] : [{ name, fact, of }];
  });
}

/** Spells out when the components of a policy take care of its rules: by facts that leave out what these handle. */
export function spellOut(
  policy: AnyRules,
  rules: readonly Rule[],
  facts: Catalogue,
  versions: Versions,
): WithRemainders {
  const remainders = new Map<string, Map<string, string>>();
  const added = new Map<string, Remainder>();
  for (const rule of rules) {
    for (const { components } of choicesFor(rule.id, policy)) {
      const names = remainders.get(keyOf(components)) ?? new Map<string, string>();
      remainders.set(keyOf(components), names);
      renamed(standingAlone(rule), policy, (fact) => {
        const handlers = handlersOf(components, versions);
        const remainder = facts[fact] && remainderOf(facts[fact], handlers);
        if (remainder === undefined) return fact;
        const name = remainderName(fact, handlers);
        names.set(fact, name);
        added.set(name, { name, fact: remainder, of: fact });
        for (const each of namedIn(remainder, handlers, facts)) added.set(each.name, each);
        return name;
      });
    }
  }
  if (remainders.size === 0) return { policy, remainders: [] };
  const spelledOut: SpelledOut = { ...policy, versions, remainders };
  return { policy: spelledOut, remainders: [...added.values()] };
}
