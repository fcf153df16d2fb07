import { at, type Costs, cheapest, type Diagram } from "../diagrams/index.js";
import { type Cells, type Model, moving } from "../model/index.js";
import type { Study } from "./study.js";

/** Apps of which no component handles a part are told first, and found out once for every model. */
const known = new WeakMap<Model, Diagram>();

/** Where facts that leave out what components handle are what they are without leaving out anything. */
function unhandled({ wholeOf }: Study, { space, diagrams, compiler }: Model): Diagram {
  const { variables, indexOf } = space;
  const cellOf = (variable: number, only: number) => {
    const cells = at(variables, variable).partition.cells.map((_, cell) => diagrams.constant(Number(cell === only)));
    return diagrams.choice(variable, cells);
  };
  const alike = variables.flatMap(({ name, partition }, left) => {
    const whole = indexOf(wholeOf.get(name) ?? "");
    if (whole < 0) return [];
    const cells = at(variables, whole).partition.cells;
    return [
      compiler.any(
        cells.map((value, cell) => compiler.all([cellOf(whole, cell), cellOf(left, partition.cellOf(value))])),
      ),
    ];
  });
  return compiler.all(alike);
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
  const alike = known.get(model) ?? unhandled(study, model);
  known.set(model, alike);
  const ofFacts = costs.map((cells, variable) =>
    study.wholeOf.has(at(space.variables, variable).name) ? cells.map(() => 0) : cells,
  );
  const among = compiler.all([compiler.where(diagram, isSought), alike]);
  return cheapest(diagrams, among, (so) => so === 1, ofFacts);
}

/**
 * The cells where a diagram comes to a value that is sought of the app that differs from some home in the fewest facts: one
 * of which no component handles a part, where there is any.
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
    cheapestUnhandled(study, model, diagram, isSought, costs) ?? cheapest(model.diagrams, diagram, isSought, costs)
  );
}
