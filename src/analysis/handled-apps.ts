import { type Catalogue, type Fact, type FactValue, type FactValues, synthesizeProfile } from "../facts/index.js";
import {
  type AnyRules,
  isVersionFrom,
  linesIn,
  type Remainder,
  rulesOf,
  spellOut,
  standing,
  type Versions,
  versionsIn,
} from "../policy/index.js";
import { type AppProfile, handledLists } from "../profile/index.js";
import type { Day } from "../time/index.js";

/** What it takes to look at all apps that there can be, those of which components handle parts among them. */
export interface HandledApps {
  /** Spells out in a policy when its components take care of its rules. */
  readonly spellOut: (policy: AnyRules) => AnyRules;
  /** The facts with those that leave out what components handle. */
  readonly facts: Catalogue;
  readonly versions: Versions;
  /** The fact that leaves out nothing, where this one leaves out what components handle. */
  readonly wholeOf: ReadonlyMap<string, string>;
  /** A profile as its parts are read: a component by the latest version that something begins at. */
  readonly read: (profile: AppProfile) => AppProfile;
  /** Makes an app with certain facts, some of whose parts components may handle. */
  readonly synthesize: (values: FactValues, plain: Plain, asOf: Day | undefined) => AppProfile | undefined;
}

/** Makes an app of which components handle nothing. */
type Plain = (values: FactValues) => AppProfile | undefined;

type Use = { readonly id: string; readonly version?: string };
type Entry = { readonly component?: Use };

/** A profile with other uses of components; where there is none, the entry names no component. */
function withUses(profile: AppProfile, nameUse: (use: Use) => Use | undefined): AppProfile {
  const lists = handledLists.flatMap((list) => {
    const entries: readonly Entry[] | undefined = profile[list];
    if (!entries?.some(({ component }) => component !== undefined)) return [];
    const used = entries.map(({ component, ...entry }) => {
      const use = component && nameUse(component);
      return use === undefined ? entry : { ...entry, component: use };
    });
    return [[list, used]];
  });
  // The same entries, some of which say something else of a component.
  return { ...profile, ...Object.fromEntries(lists) } as AppProfile;
}

/** Whether two values are the same; the members of sets in any order. */
export const isSameValue = (one: FactValue | undefined, other: FactValue | undefined): boolean =>
  JSON.stringify([one].flat().sort()) === JSON.stringify([other].flat().sort());

/** Whether a component covers a rule that asks for what a function finds: it may find it in parts that a component handles. */
export function coversFactsOfFunctions(policy: AnyRules, facts: Catalogue): boolean {
  const covered = new Set((policy.components ?? []).flatMap(({ covers }) => covers));
  const rules = rulesOf(policy).filter(({ rule }) => covered.has(rule.id));
  return rules.some(({ rule }) =>
    linesIn(standing(rule), policy).some(({ fact }) => facts[fact]?.derive !== undefined),
  );
}

/** The components that a fact leaves out, by their ids. */
const handlersIn = (name: string, whole: string): readonly string[] =>
  name
    .slice(`${whole} without `.length)
    .split(", ")
    .map((handler) => handler.split(" from ")[0] ?? handler);

/** Values without those that leave out what components handle which handle nothing: of an app that names none of these they follow. */
function withoutIdle(values: FactValues, wholeOf: ReadonlyMap<string, string>): FactValues {
  const handling = [...wholeOf].flatMap(([name, whole]) =>
    values[name] === undefined || isSameValue(values[name], values[whole]) ? [] : handlersIn(name, whole),
  );
  return Object.fromEntries(
    Object.entries(values).filter(([name]) => {
      const whole = wholeOf.get(name);
      return whole === undefined || handlersIn(name, whole).some((handler) => handling.includes(handler));
    }),
  );
}

/** Facts with others are kept, since much is worked out for each catalogue. */
const catalogues = new WeakMap<Catalogue, Map<string, Catalogue>>();

function remembered(plain: Catalogue, names: readonly string[], make: () => Catalogue): Catalogue {
  const known = catalogues.get(plain) ?? new Map<string, Catalogue>();
  catalogues.set(plain, known);
  const key = JSON.stringify(names);
  const facts = known.get(key) ?? make();
  known.set(key, facts);
  return facts;
}

/** Whether it takes no more to look at some apps than at others. */
export const areHandledAlike = (one: HandledApps | undefined, other: HandledApps | undefined): boolean =>
  one?.facts === other?.facts &&
  JSON.stringify([...(one?.versions ?? [])]) === JSON.stringify([...(other?.versions ?? [])]);

/** The components of some policies, spelled out over some facts; nothing, where none can cover anything. */
export function handledApps(policies: readonly AnyRules[], plain: Catalogue): HandledApps | undefined {
  const versions: Versions = versionsIn(policies);
  const known = new WeakMap<AnyRules, ReturnType<typeof spellOut>>();
  const spelledOut = (policy: AnyRules) => {
    const found =
      known.get(policy) ??
      spellOut(
        policy,
        rulesOf(policy).map(({ rule }) => rule),
        plain,
        versions,
      );
    known.set(policy, found);
    return found;
  };
  const remainders: readonly Remainder[] = policies.flatMap((policy) => spelledOut(policy).remainders);
  if (remainders.length === 0) return undefined;
  const facts = remembered(
    plain,
    remainders.map(({ name }) => name),
    () => ({ ...plain, ...Object.fromEntries(remainders.map(({ name, fact }) => [name, fact])) }),
  );
  const wholeOf = new Map(remainders.map(({ name, of }) => [name, of]));
  const isKnown = new Set(policies.flatMap(({ components = [] }) => components.map(({ id }) => id)));
  /** All fields that facts ask for, beside all components, make too many kinds of entries: those are told that are asked for. */
  const asked = (values: FactValues) => {
    const isElsewhere = ({ from }: Fact) =>
      !handledLists.some((list) => from !== undefined && "each" in from && from.each === `/${list}`);
    const names = Object.keys(facts).filter((name) => name in values || (facts[name] && isElsewhere(facts[name])));
    return remembered(plain, names, () =>
      Object.fromEntries(names.flatMap((name) => (facts[name] ? [[name, facts[name]]] : []))),
    );
  };
  const latest = (use: Use) =>
    versions
      .get(use.id)
      ?.filter((from) => isVersionFrom(use.version, from))
      .at(-1);
  return {
    spellOut: (policy) => spelledOut(policy).policy,
    facts,
    versions,
    wholeOf,
    read: (profile) => {
      return withUses(profile, (use) => {
        const version = latest(use);
        return version === undefined ? { id: use.id } : { id: use.id, version };
      });
    },
    synthesize: (values, ofPlain, asOf) => {
      const isHandled = [...wholeOf].some(([name, whole]) => {
        return values[name] !== undefined && values[whole] !== undefined && !isSameValue(values[name], values[whole]);
      });
      if (!isHandled) return ofPlain(Object.fromEntries(Object.entries(values).filter(([name]) => !wholeOf.has(name))));
      const told = withoutIdle(values, wholeOf);
      const made = synthesizeProfile(told, asked(told), { asOf });
      const isVersion = (use: Use) => (versions.get(use.id) ?? []).some((version) => version === use.version);
      return (
        made &&
        withUses(made, ({ version, ...use }) => {
          if (!isKnown.has(use.id)) return undefined;
          return version !== undefined && isVersion({ ...use, version }) ? { ...use, version } : use;
        })
      );
    },
  };
}
