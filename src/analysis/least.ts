import { at, type Costs, cheapest, type Diagram } from "../diagrams/index.js";
import { type Cells, type Model, moving } from "../model/index.js";
import type { Study } from "./study.js";

/** Apps of which no component handles a part are told first, and found out once for every model; then those of which one alone does. */
const known = new WeakMap<Model, Alike>();

/** Where facts that leave out what components handle are what they are without leaving out anything, by these components. */
type Alike = ReadonlyMap<string, Diagram>;

function unhandled({ wholeOf }: Study, { space, diagrams, compiler }: Model): Alike {
  const { variables, indexOf } = space;
  const cellOf = (variable: number, only: number) => {
    const cells = at(variables, variable).partition.cells.map((_, cell) => diagrams.constant(Number(cell === only)));
    return diagrams.choice(variable, cells);
  };
  const alike = new Map<string, Diagram>();
  for (const [left, { name, partition }] of variables.entries()) {
    const of = wholeOf.get(name) ?? "";
    const whole = indexOf(of);
    if (whole < 0) continue;
    const cells = at(variables, whole).partition.cells;
    const same = compiler.any(
      cells.map((value, cell) => compiler.all([cellOf(whole, cell), cellOf(left, partition.cellOf(value))])),
    );
    const handlers = name.slice(of.length);
    alike.set(handlers, compiler.all([alike.get(handlers) ?? diagrams.constant(1), same]));
  }
  return alike;
}

function alikeIn(study: Study, model: Model): Alike {
  const alike = known.get(model) ?? unhandled(study, model);
  known.set(model, alike);
  return alike;
}

/** The cheapest cells where a diagram comes to a value that is sought of apps of which no component handles a part. */
export function cheapestUnhandled(
  study: Study,
  model: Model,
  diagram: Diagram,
  isSought: (value: number) => boolean,
  costs: Costs,
): Cells | undefined {
  const { compiler, diagrams, space } = model;
  if (study.wholeOf.size === 0) return cheapest(diagrams, diagram, isSought, costs);
  const ofFacts = costs.map((cells, variable) =>
    study.wholeOf.has(at(space.variables, variable).name) ? cells.map(() => 0) : cells,
  );
  const among = compiler.all([compiler.where(diagram, isSought), ...alikeIn(study, model).values()]);
  return cheapest(diagrams, among, (so) => so === 1, ofFacts);
}

/** The same of apps of which no components handle a part but those that some facts leave out. */
function cheapestHandledBy(
  study: Study,
  model: Model,
  diagram: Diagram,
  isSought: (value: number) => boolean,
  costs: Costs,
): Cells | undefined {
  const { compiler, diagrams } = model;
  const sought = compiler.where(diagram, isSought);
  const alike = [...alikeIn(study, model)];
  const costOf = (cells: Cells) => cells.reduce((sum, cell, variable) => sum + at(at(costs, variable), cell), 0);
  return alike
    .flatMap(([handlers]): readonly Cells[] => {
      const others = alike.flatMap(([own, same]) => (own === handlers ? [] : [same]));
      const cells = cheapest(diagrams, compiler.all([sought, ...others]), (so) => so === 1, costs);
      return cells === undefined ? [] : [cells];
    })
    .reduce<Cells | undefined>(
      (best, cells) => (best === undefined || costOf(cells) < costOf(best) ? cells : best),
      undefined,
    );
}

/**
 * The cells where a diagram comes to a value that is sought of the app that differs from some home in the fewest facts: one
 * of which no component handles a part, where there is any, or else one alone.
 */
export function leastRemarkable(
  study: Study,
  model: Model,
  diagram: Diagram,
  isSought: (value: number) => boolean,
  home: Cells,
): Cells | undefined {
  const costs: Costs = moving(model.space, home);
  return (
    cheapestUnhandled(study, model, diagram, isSought, costs) ??
    cheapestHandledBy(study, model, diagram, isSought, costs) ??
    cheapest(model.diagrams, diagram, isSought, costs)
  );
}
