import { type Classification, createExaminer } from "../classify/index.js";
import type { Condition } from "../conditions/index.js";
import type { Diagram } from "../diagrams/index.js";
import { type Model, valuesIn } from "../model/index.js";
import { type Policy, rankingOf } from "../policy/index.js";
import type { AppProfile } from "../profile/index.js";
import type { Day } from "../time/index.js";
import { leastRemarkable } from "./least.js";
import { type ConditionBeside, conditionsBeside, linesBeside } from "./lines-beside.js";
import { once } from "./memory.js";
import type { Study } from "./study.js";

/** One of two policies that are compared, in a space that tells apart whatever either of them does. */
export interface Side {
  readonly policy: Policy;
  /** Where a condition of the policy is so. */
  readonly where: (condition: Condition) => Diagram;
  /** Where apps are above a tier; everywhere, where none is named. */
  readonly above: (tier: string | undefined) => Diagram;
  readonly classify: (profile: AppProfile) => Classification;
  /** Whether a condition of the policy holds of an app. */
  readonly holds: (condition: Condition, profile: AppProfile) => boolean | null;
}

/** Two policies, side by side. */
export interface Compared {
  readonly model: Model;
  readonly before: Side;
  readonly after: Side;
  readonly facts: Study["facts"];
  /** The day as of which apps are made and asked about. */
  readonly day: Day;
  /** Some apps of which a diagram is 1, the least remarkable first. */
  readonly appsIn: (diagram: Diagram) => readonly AppProfile[];
}

/** Whether a condition names signs, or counts points that may stand elsewhere. */
const namesOthers = (condition: Condition) => /"(sign|score|product)":/.test(JSON.stringify(condition));

/** The conditions besides those of its rules by which a policy asks how signs stand, or what a rubric comes to. */
export const conditionsOnRules = (policy: Policy): readonly ConditionBeside[] =>
  conditionsBeside(policy).filter(({ when }) => namesOthers(when));

/** So many apps are made where a diagram is 1, should the first ones not show what is looked for. */
const mostApps = 4;

/**
 * Puts two policies side by side.
 *
 * @param apart A model that tells apart what the rules of both tell apart.
 * @param isWhole Whether more is asked than their rules.
 */
export function compared(study: Study, after: Policy, apart: Model, isWhole: boolean): Compared {
  const { named: facts, day, policy } = study;
  const model = isWhole
    ? apart.refine([policy, after].flatMap((each) => linesBeside(each, study.spellOut))).model
    : apart;
  const { compiler, diagrams, home, possible } = model;
  const sideOf = (each: Policy): Side => {
    // Few parts ask for it, and it takes all rules of the policy.
    const tier = once(() => model.within(model.compile(each).rank));
    const rankOf = rankingOf(each);
    const examine = createExaminer<string>(each, { facts });
    return {
      policy: each,
      where: (condition) => compiler.condition(condition, each),
      above: (id) => {
        const rank = id === undefined ? -1 : rankOf(id);
        return rank < 0 ? diagrams.constant(1) : compiler.where(tier(), (own) => own > rank);
      },
      classify: (profile) => examine(profile, { asOf: day }).classification,
      holds: (condition, profile) => examine(profile, { asOf: day }).ask(condition).holds,
    };
  };
  const appsIn = (diagram: Diagram): readonly AppProfile[] => {
    const { cells: from, values } = home();
    const cells = leastRemarkable(study, model, compiler.all([possible, diagram]), (so) => so === 1, from);
    if (cells === undefined) return [];
    const apps: AppProfile[] = [];
    let tried = 0;
    for (const wished of valuesIn(model, cells, values)) {
      const profile = study.synthesize(wished);
      if (profile !== undefined) apps.push(profile);
      if (apps.length === mostApps || ++tried === 2 * mostApps) break;
    }
    return apps;
  };
  return { model, before: sideOf(policy), after: sideOf(after), facts, day, appsIn };
}

/** Where one of two diagrams is so and the other is not, of apps that there can be. */
export function between({ model: { compiler, possible } }: Compared, one: Diagram, other: Diagram): readonly Diagram[] {
  return [compiler.all([possible, one, compiler.not(other)]), compiler.all([possible, other, compiler.not(one)])];
}

export const sidesOf = ({ before, after }: Compared): readonly [Side, Side] => [before, after];

/** Where a condition that may have been left out is so: everywhere, without one. */
export const whereIn = ({ where }: Side, condition: Condition | undefined, { model }: Compared): Diagram =>
  condition === undefined ? model.diagrams.constant(1) : where(condition);

/** What is found of the first of which anything is. */
export function first<Item, Found>(items: Iterable<Item>, look: (item: Item) => Found | undefined): Found | undefined {
  for (const item of items) {
    const found = look(item);
    if (found !== undefined) return found;
  }
  return undefined;
}
