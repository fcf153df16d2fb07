import type { Condition, FactCondition } from "../conditions/index.js";
import type { Diagram } from "../diagrams/index.js";
import type { Catalogue } from "../facts/index.js";
import { type CompiledRule, carriedLines } from "../model/index.js";
import { type Boundary, type Component, linesIn, linesOfPolicy, type Policy } from "../policy/index.js";
import { PlimsollError } from "../problems/index.js";
import { type Addition, askingAdded, handlesAdded } from "./additions.js";
import { isOfGrowth } from "./growth.js";
import { type Asked, studied } from "./search.js";
import type { Study } from "./study.js";

function refuse(message: string): never {
  throw new PlimsollError("invalid-question", [{ pointer: "/on", code: "unfit-operator", message }]);
}

/** Refuses what cannot be known of a part of an app: what a function finds in it. */
export function assertKnowable(on: string, conditions: readonly Condition[], { policy, facts, spellOut }: Study): void {
  const lines = conditions.flatMap((condition) => linesIn(condition, spellOut(policy)));
  const found = lines.find(({ fact }) => facts[fact]?.derive !== undefined)?.fact;
  if (found === undefined) return;
  refuse(
    `On "${on}" it is asked for "${found}", which a function finds, and nobody knows what it finds in a part of an app. Write that fact as data.`,
  );
}

export const whensOf = (asked: readonly { readonly when?: Condition }[]): readonly Condition[] =>
  asked.flatMap(({ when }) => when ?? []);

/** The components whose use a boundary leaves alone. */
export const componentsOf = ({ unlessUsing = [] }: Boundary, { components = [] }: Policy): readonly Component[] =>
  components.filter(({ id, retired }) => retired === undefined && unlessUsing.includes(id));

const nameOf = ({ id }: Boundary) => `the boundary ${id}`;

/** A policy in which some boundaries are rules that lift nothing, and that are covered by the components whose use they leave alone. */
function withRulesFor(boundaries: readonly Boundary[], policy: Policy): Policy {
  const tier = policy.tiers[0]?.id ?? "";
  const rules = boundaries.flatMap((boundary) =>
    boundary.when === undefined ? [] : [{ id: nameOf(boundary), title: "", why: "", tier, when: boundary.when }],
  );
  const components = policy.components?.map((component) => {
    const leaving = boundaries.filter((boundary) => componentsOf(boundary, policy).includes(component));
    return { ...component, covers: [...component.covers, ...leaving.map(nameOf)] };
  });
  return { ...policy, criteria: [...(policy.criteria ?? []), ...rules], ...(components && { components }) };
}

/** Where a boundary speaks of an action: for certain, or perhaps. */
interface Spoken {
  readonly certain: Diagram;
  readonly possible: Diagram;
}

/** Where something is asked of actions, and how boundaries speak of what one adds. */
export interface Ready {
  readonly study: Study;
  readonly asked: Asked;
  readonly speak: (boundary: Boundary, addition: Addition) => Spoken;
}

/** Of an action that is about the whole app, boundaries ask the app, but for the parts that their components handle. */
export function ofWholeApps(
  on: string,
  boundaries: readonly Boundary[],
  conditions: readonly Condition[],
  given: Study,
): Ready {
  const leaving = boundaries.filter((each) => each.when !== undefined && componentsOf(each, given.policy).length > 0);
  if (JSON.stringify(whensOf(leaving)).includes('"sign":')) {
    refuse(`A boundary on "${on}" asks for a sign in what components leave of an app. Write there what the sign asks.`);
  }
  if (leaving.length > 0) assertKnowable(on, whensOf(leaving), given);
  const policy = withRulesFor(leaving, given.policy);
  const study = leaving.length === 0 ? given : given.beside([policy]);
  const asked = studied(study, [...conditions, ...whensOf(boundaries)], linesOfPolicy(study.spellOut(policy)));
  const { compiler, diagrams, compile } = asked.model;
  const rules: readonly CompiledRule[] = leaving.length === 0 ? [] : compile(policy).rules;
  const speak = (boundary: Boundary): Spoken => {
    const own = rules.find(({ rule }) => rule.id === nameOf(boundary))?.stands;
    const asks = boundary.when === undefined ? diagrams.constant(1) : compiler.condition(boundary.when, given.policy);
    return { certain: own ?? asks, possible: own ?? asks };
  };
  return { study, asked, speak };
}

/** Facts that are the number of people who use an app, and nothing else; a line on each of them, which tells one person from more. */
const linesOfPeople = (facts: Catalogue): readonly FactCondition[] =>
  Object.entries(facts).flatMap(([name, { domain, from }]) =>
    domain.kind === "number" &&
    from !== undefined &&
    "read" in from &&
    from.read === "/audience/users" &&
    !("per" in from)
      ? [{ fact: name, atMost: 1 }]
      : [],
  );

/** Where people are told apart as far as their number tells anything of what is asked. */
function studiedByPeople(study: Study, conditions: readonly Condition[]): Asked {
  const lines = linesOfPeople(study.facts);
  const { space } = studied(study, conditions, lines).model;
  const carried = carriedLines(space).filter(({ fact }) =>
    space.variables.some((each) => each.name === fact && isOfGrowth(each)),
  );
  return studied(study, conditions, [...lines, ...carried]);
}

/** Of an action that adds something, boundaries ask what is added, but for what their components handle. */
export function ofAdditions(
  on: string,
  boundaries: readonly Boundary[],
  conditions: readonly Condition[],
  study: Study,
): Ready {
  const { policy } = study;
  assertKnowable(on, whensOf(boundaries), study);
  const all = [...conditions, ...whensOf(boundaries)];
  const asked = on === "grow" ? studiedByPeople(study, all) : studied(study, all);
  const { compiler, diagrams } = asked.model;
  const ask = askingAdded(study);
  const speak = (boundary: Boundary, addition: Addition): Spoken => {
    const isSaid = (isHandled: boolean): boolean | null => {
      if (boundary.when !== undefined) return ask(addition, boundary.when, isHandled);
      return addition.list === undefined || (addition.entry !== undefined && !isHandled);
    };
    const using = componentsOf(boundary, policy).filter((component) => handlesAdded(addition, component));
    const handled = compiler.any(
      using.map(({ when }) => (when === undefined ? diagrams.constant(1) : compiler.condition(when, policy))),
    );
    const [left, whole] = [isSaid(true), isSaid(false)];
    const where = (isSo: (said: boolean | null) => boolean) =>
      compiler.any([...(isSo(left) ? [handled] : []), ...(isSo(whole) ? [compiler.not(handled)] : [])]);
    return { certain: where((said) => said === true), possible: where((said) => said !== false) };
  };
  return { study, asked, speak };
}
