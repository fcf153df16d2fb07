import type { Catalogue } from "../facts/index.js";
import { type Component, isVersionFrom, linesIn, type Policy, rulesOf, standing } from "../policy/index.js";
import { type AppProfile, handledLists } from "../profile/index.js";
import type { Study } from "./study.js";

type List = (typeof handledLists)[number];
type Use = { readonly id: string; readonly version?: string };
type Entry = { readonly component?: Use };

/** A part of an app, and a component that can handle it. */
export interface HandOver {
  readonly list: List;
  readonly index: number;
  readonly component: Component;
}

const entriesOf = (profile: AppProfile, list: List): readonly Entry[] => profile[list] ?? [];

/** Whether a rule that a component covers rests on a list: what no form says of a fact may. */
function restsOn({ covers }: Component, list: List, policy: Policy, facts: Catalogue): boolean {
  const covered = rulesOf(policy).filter(({ rule }) => covers.includes(rule.id));
  return covered.some(({ rule }) => linesIn(standing(rule), policy).some(({ fact }) => readsFrom(fact, list, facts)));
}

/** Whether a fact may have to do with a list. */
function readsFrom(name: string, list: List, facts: Catalogue): boolean {
  const from = facts[name]?.from;
  if (from === undefined) return true;
  if ("more" in from) return [from.more, from.than].some((part) => readsFrom(part, list, facts));
  return JSON.stringify(from).includes(`"/${list}`);
}

/** Whether a fact may have to do with parts that components handle. */
export const isOfParts = (name: string, facts: Catalogue): boolean =>
  handledLists.some((list) => readsFrom(name, list, facts));

/** The components of a policy that can take care of something: a rule that they cover rests on parts which they may handle. */
export function helpfulComponents(policy: Policy, facts: Catalogue): readonly Component[] {
  const covers = new Set((policy.components ?? []).flatMap((component) => component.covers));
  const resting = new Set(
    rulesOf(policy).flatMap(({ rule }) =>
      covers.has(rule.id) && linesIn(standing(rule), policy).some(({ fact }) => isOfParts(fact, facts))
        ? [rule.id]
        : [],
    ),
  );
  return (policy.components ?? []).flatMap((component) => {
    const restingOn = component.covers.filter((id) => resting.has(id));
    return component.retired || restingOn.length === 0 ? [] : [{ ...component, covers: restingOn }];
  });
}

/** What an answer leaves out which speaks of apps of which no component handles a part: the components that could take care of something. */
export const leftOutOf = ({ policy, named }: Pick<Study, "policy" | "named">): readonly string[] =>
  helpfulComponents(policy, named).map(({ id }) => id);

/** For each part of an app the components that can handle it and do not yet, where that could matter. */
export function handOversOf(profile: AppProfile, policy: Policy, facts: Catalogue): readonly (readonly HandOver[])[] {
  const components = (policy.components ?? []).filter(({ retired }) => !retired);
  return handledLists.flatMap((list) => {
    const helpful = components.filter((component) => restsOn(component, list, policy, facts));
    return entriesOf(profile, list).map(({ component: used }, index) =>
      // Where another component handles a part, it matters that it does so no more.
      (used === undefined ? helpful : components)
        .filter(({ id, from }) => !(used?.id === id && isVersionFrom(used.version, from)))
        .map((component) => ({ list, index, component })),
    );
  });
}

/** The app as it is once components handle these parts of it. */
export function handedOver(profile: AppProfile, made: readonly HandOver[]): AppProfile {
  const lists = handledLists.flatMap((list) => {
    const own = made.filter((each) => each.list === list);
    if (own.length === 0) return [];
    const entries = entriesOf(profile, list).map((entry, index) => {
      const component = own.find((each) => each.index === index)?.component;
      if (component === undefined) return entry;
      const { id, from } = component;
      return { ...entry, component: { id, ...(from !== undefined && { version: from }) } };
    });
    return [[list, entries]];
  });
  // The same entries, some of which say something else of a component.
  return { ...profile, ...Object.fromEntries(lists) } as AppProfile;
}

/** What people call a part of an app. */
const nameOfPart: Readonly<Record<List, (profile: AppProfile, index: number) => string>> = {
  integrations: ({ integrations = [] }, index) => `the connection to ${integrations[index]?.system}`,
  data: ({ data = [] }, index) => ["the", data[index]?.class, "data"].filter((word) => word !== undefined).join(" "),
  compliance: ({ compliance = [] }, index) => `what ${compliance[index]?.regime} asks for`,
};

export const pointerOf = ({ list, index }: HandOver): string => `/${list}/${index}`;

/** What there is to do, as a sentence: "Let Data synchronisation handle the connection to ERP (/integrations/0)." */
export function handOverInWords(made: HandOver, profile: AppProfile, { components = [] }: Policy): string {
  const { list, index, component } = made;
  const { id, title, from } = component;
  const used = entriesOf(profile, list)[index]?.component?.id;
  const before = used === undefined || used === id ? undefined : components.find((each) => each.id === used);
  const version = from === undefined ? "" : `, version ${from} or later,`;
  const instead = before === undefined ? "" : `, instead of ${before.title}`;
  return `Let ${title}${version} handle ${nameOfPart[list](profile, index)} (${pointerOf(made)})${instead}.`;
}
