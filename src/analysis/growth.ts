import { at, BudgetExceeded, cheapest, type Diagram } from "../diagrams/index.js";
import { type Action, applyAction } from "../governance/index.js";
import { moving, type Variable, valuesIn } from "../model/index.js";
import type { AppProfile } from "../profile/index.js";
import { bare } from "./bare.js";
import type { Asked } from "./search.js";
import type { Study } from "./study.js";

const placesOfGrowth = ["/audience/users", "/audience/builtFor"];

/** Whether what an action tells that lets an app grow is all that a fact is read from. */
export const isOfGrowth = ({ fact: { from } }: Variable) =>
  from !== undefined &&
  "read" in from &&
  placesOfGrowth.includes(from.read) &&
  !("per" in from && from.per !== undefined && !placesOfGrowth.includes(from.per));

/** What an action adds that lets an app grow, and the apps that it leaves. */
interface Growth {
  readonly apps: (among: Diagram) => Diagram;
  readonly added: AppProfile;
}

/** Of each number of people that is told apart, the apps that have it, and one of them. */
export function growthsIn(asked: Asked, study: Study): readonly Growth[] {
  const { model } = asked;
  const { space, diagrams, compiler, possible } = model;
  const own = [...space.variables.keys()].filter((index) => isOfGrowth(at(space.variables, index)));
  const split = (apps: Diagram, [index, ...others]: readonly number[]): readonly Diagram[] => {
    if (apps === diagrams.constant(0)) return [];
    if (index === undefined) return [apps];
    const { cells } = at(space.variables, index).partition;
    return cells.flatMap((_, cell) => {
      const branches = cells.map((_each, other) => diagrams.constant(Number(other === cell)));
      return split(compiler.all([apps, diagrams.choice(index, branches)]), others);
    });
  };
  const { cells: home, values: near } = model.home();
  return split(possible, own).flatMap((apps): readonly Growth[] => {
    const cells = cheapest(diagrams, apps, (so) => so === 1, moving(space, home)) ?? home;
    for (const values of valuesIn(model, cells, near)) {
      const profile = study.synthesize(values);
      const action = profile && growthOf(profile);
      if (action === undefined) continue;
      return [{ apps: (among) => compiler.all([apps, among]), added: applyAction(action, profile ?? bare).added }];
    }
    throw new BudgetExceeded(1, true);
  });
}

/** The growth that leaves an app as it is; nothing, where nobody says how many people use it. */
export function growthOf({ audience: { users } = {} }: AppProfile): Action | undefined {
  return typeof users === "number" ? { kind: "grow", users } : undefined;
}
