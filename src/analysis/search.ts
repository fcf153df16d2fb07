import type { Condition, FactCondition } from "../conditions/index.js";
import { at, BudgetExceeded, type Diagram } from "../diagrams/index.js";
import {
  type Catalogue,
  type FactValue,
  type FactValues,
  isMadeOfDates,
  mostKinds,
  standardFacts,
} from "../facts/index.js";
import { type Cells, type Model, valuesIn } from "../model/index.js";
import { linesIn } from "../policy/index.js";
import { PlimsollError } from "../problems/index.js";
import type { AppProfile } from "../profile/index.js";
import type { Witness } from "./answers.js";
import { isSameValue } from "./handled-apps.js";
import { leastRemarkable } from "./least.js";
import type { Study } from "./study.js";

/** Where a question is asked, and what brings the diagrams of its study there. */
export interface Asked extends Search {
  readonly lift: (diagram: Diagram) => Diagram;
}

/** The model of a study, with what more conditions and lines tell apart, and the tier there. */
export function studied(
  { policy, model, tier, spellOut }: Study,
  conditions: readonly Condition[],
  more: readonly FactCondition[] = [],
): Asked {
  const known = new Set(model.space.lines.map((line) => JSON.stringify(line)));
  const lines = conditions
    .flatMap((condition) => linesIn(condition, spellOut(policy)))
    .concat(more)
    .filter((line: FactCondition) => !known.has(JSON.stringify(line)));
  if (lines.length === 0) return { model, tier, lift: (diagram) => diagram };
  const refined = model.refine(lines);
  return { ...refined, tier: refined.model.within(refined.lift(tier)) };
}

/** What a diagram comes to in some cells. */
export function valueAt({ space, diagrams }: Model, diagram: Diagram, cells: Cells): number {
  const end = space.variables.reduce(
    (node, _, variable) => diagrams.branch(node, variable, at(cells, variable)),
    diagram,
  );
  return diagrams.endOf(end);
}

/** The values of an app; those that leave out what components handle, where that makes them others. */
export const shownOf = (values: FactValues, wholeOf: Study["wholeOf"]): FactValues =>
  Object.fromEntries(
    Object.entries(values).filter(([name, value]) => {
      const whole = wholeOf.get(name);
      return whole === undefined || values[whole] === undefined || !isSameValue(value, values[whole]);
    }),
  );

/** The same values, as they are where components handle nothing at all, if that is in the same cells. */
function unhandledIn(values: FactValues, wholeOf: Study["wholeOf"], { space }: Model, cells: Cells): FactValues {
  const others = [...wholeOf].flatMap(([name, whole]) => {
    const value = values[whole];
    return space.indexOf(name) < 0 || value === undefined ? [] : [{ name, value }];
  });
  const isInCell = ({ name, value }: (typeof others)[number]) => {
    const index = space.indexOf(name);
    return at(space.variables, index).partition.cellOf(value) === cells[index];
  };
  if (!others.every(isInCell)) return values;
  return { ...values, ...Object.fromEntries(others.map(({ name, value }) => [name, value])) };
}

/** What a witness is looked for in. */
export interface Search {
  readonly model: Model;
  /** The rank of the tier, as it is claimed. */
  readonly tier: Diagram;
}

/**
 * An app in some cells, that is as near to some values as can be, and is classified as claimed.
 *
 * @param confirms What else must be so of it.
 */
export function witnessIn<TierId extends string>(
  { facts, replay, synthesize, tierAt, day, wholeOf }: Study<TierId>,
  { model, tier }: Search,
  cells: Cells,
  near: readonly FactValue[],
  confirms: (profile: AppProfile) => boolean = () => true,
): Witness<TierId> {
  const claimed = tierAt(valueAt(model, tier, cells));
  let tried: FactValues = {};
  for (const found of valuesIn(model, cells, near)) {
    const values = unhandledIn(found, wholeOf, model, cells);
    tried = values;
    const profile = synthesize(values);
    if (profile === undefined) continue;
    const { settled, tier: seen } = replay(profile);
    if (!settled || seen !== claimed || !confirms(profile)) continue;
    const isDated = Object.keys(values).some((name) => isMadeOfDates(facts[name]));
    return { profile, facts: shownOf(values, wholeOf), tier: claimed, ...(isDated && { asOf: day }) };
  }
  const isStandard = (name: string) => facts[name] === (standardFacts as Catalogue)[name];
  const own = Object.keys(tried).filter((name) => !isStandard(wholeOf.get(name) ?? name));
  // Nobody's facts are at fault: the model leaves room for apps that there are not, where lists could hold too much to tell apart.
  if (own.length === 0) throw new BudgetExceeded(mostKinds, true);
  const found = own.map((name) => `${name} = ${JSON.stringify(tried[name])}`).join(", ");
  const advice =
    "Let each fact of yours be answered by one extension (answerAt), say in constraints what holds between them, or pass synthesize.";
  const message = `No app could be made with ${found}. ${advice}`;
  throw new PlimsollError("invalid-fact", [{ pointer: "", code: "contradiction", message }]);
}

/** The app where a diagram comes to a value that is sought which differs from a harmless one in the fewest facts. */
export function witnessOf<TierId extends string>(
  study: Study<TierId>,
  search: Search,
  diagram: Diagram,
  isSought: (value: number) => boolean,
): Witness<TierId> | undefined {
  const { home } = search.model;
  const { cells: from, values } = home();
  const cells = leastRemarkable(study, search.model, diagram, isSought, from);
  return cells && witnessIn(study, search, cells, values);
}
