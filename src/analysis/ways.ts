import { at, cheapest, createDiagrams, type Diagram, type Diagrams, walk } from "../diagrams/index.js";
import type { Derived, FactValue } from "../facts/index.js";
import { type Cells, leastOf, mostOf, moving, type Variable } from "../model/index.js";
import type { Witness } from "./answers.js";
import { type Change, changeOf } from "./change.js";
import { smallestChoices } from "./choices.js";
import type { View } from "./view.js";

/** What ways are looked for in. */
export type Seen = Pick<View, "model" | "tier" | "told" | "readings">;

/** A way down, to a tier or below it; or a way up, to a tier or above it. */
export interface Aim {
  readonly isDown: boolean;
  readonly isGood: (rank: number) => boolean;
  /** Of what is unknown, the rank that counts: the one farthest from the aim. */
  readonly worst: typeof mostOf;
}

/** To a tier, or below it. */
export const downTo = (rank: number): Aim => ({
  isDown: true,
  isGood: (value) => value >= 0 && value <= rank,
  worst: mostOf,
});

export function aimAt(rank: number, ranks: readonly number[]): Aim {
  if (Math.max(...ranks) > rank) return downTo(rank);
  return { isDown: false, isGood: (value) => value >= rank, worst: leastOf };
}

/** A diagram of what can change, in which every open question has one more cell: that it stays open. */
function withOpen(
  { model, tier, told }: Seen,
  isOpen: (index: number) => boolean,
  canChange: (variable: Variable) => boolean,
  { worst }: Aim,
  budget: number,
) {
  const diagrams: Diagrams = createDiagrams(
    model.diagrams.widths.map((width, index) => width + Number(isOpen(index))),
    budget,
  );
  const visit = walk<Diagram>(model.diagrams, {
    ending: diagrams.constant,
    node: (variable, branches) => {
      const stays = () =>
        branches
          .filter((_, cell) => at(told, variable).includes(cell))
          .reduce((one, other) => diagrams.apply(worst, one, other));
      if (!canChange(at(model.space.variables, variable))) return stays();
      return diagrams.choice(variable, isOpen(variable) ? [...branches, stays()] : branches);
    },
  });
  return { diagrams, diagram: visit(tier) };
}

/** Where a diagram ends in some cells, one for each variable. */
const endOf = (diagrams: Diagrams, diagram: Diagram, cells: readonly number[]) =>
  diagrams.endOf(cells.reduce((node, cell, variable) => diagrams.branch(node, variable, cell), diagram));

const replaced = (cells: readonly number[], index: number, by: number) =>
  cells.map((cell, other) => (other === index ? by : cell));

/** What it costs to leave a number that lies between the ends of its cell: whichever side does not begin with it is a step farther. */
function outOf({ partition }: Variable, reading: Derived, costs: readonly number[]): readonly number[] {
  if (reading.kind !== "exact" || typeof reading.value !== "number") return costs;
  const { value } = reading;
  const own = partition.cellOf(value);
  const { from, to } = at(partition.intervals, own);
  return costs.map((cost, cell) => cost + Number((cell < own && from < value) || (cell > own && to > value)));
}

const never = Number.POSITIVE_INFINITY;

/** What it costs to be in cells of which only some may be chosen. */
const only = (costs: readonly number[], isAllowed: (cell: number) => boolean) =>
  costs.map((cost, cell) => (isAllowed(cell) ? cost : never));

/** Some changes that bring an app to its aim. */
interface Way {
  /** Where an app is afterwards. */
  readonly cells: Cells;
  /** The changes, as far as an app shows them that is there. */
  readonly changesIn: (shown: Pick<Witness, "facts">) => readonly Change[];
}

/** The smallest choices of facts that bring an app to its aim. */
interface Ways {
  readonly ways: readonly Way[];
  /** What the app afterwards is to be near to. */
  readonly values: readonly FactValue[];
  readonly isComplete: boolean;
}

/** Every smallest choice of facts that can change so that an app gets to its aim, whatever is open of it. */
export function waysWithin(
  view: Seen,
  aim: Aim,
  canChange: (variable: Variable) => boolean,
  budget: number,
  most: number,
): Ways {
  const { model, tier: ranks, told, readings } = view;
  const { variables } = model.space;
  const isOpen = (index: number) => at(told, index).length > 1;
  const harmless = model.home();
  // Where an app is now; of what is open, where the least risk is.
  const home = told.map((cells, index) => (isOpen(index) ? at(harmless.cells, index) : at(cells, 0)));
  const values = readings.map((reading, index) =>
    reading.kind === "unknown" ? at(harmless.values, index) : reading.value,
  );
  const { diagrams, diagram } = withOpen(view, isOpen, canChange, aim, budget);

  const forks = variables.map((variable, index) => {
    const cells = [...variable.partition.cells.keys()];
    const stays = isOpen(index) ? [cells.length] : at(told, index);
    return { free: stays, counted: canChange(variable) ? cells.filter((cell) => !stays.includes(cell)) : undefined };
  });
  const costs = moving(model.space, home).map((cells, index) =>
    outOf(at(variables, index), at(readings, index), cells),
  );
  const wayOf = (chosen: readonly number[]): Way => {
    // First the cells of what changes, whatever is open; then of the rest, the nearest that can be.
    const changing = costs.map((cells, index) => {
      const fork = at(forks, index);
      return only(
        [...cells, 0],
        (cell) => (chosen.includes(index) ? fork.counted : fork.free)?.includes(cell) ?? false,
      );
    });
    const changed = cheapest(diagrams, diagram, aim.isGood, changing) ?? [];
    const resting = costs.map((cells, index) =>
      chosen.includes(index)
        ? only(cells, (cell) => cell === changed[index])
        : only(cells, (cell) => at(told, index).includes(cell)),
    );
    const cells = cheapest(model.diagrams, ranks, (rank) => rank >= 0, resting) ?? [];
    const changesIn = (shown: Pick<Witness, "facts">) =>
      chosen.map((index) => {
        const endAt = (cell: number) => endOf(diagrams, diagram, replaced(changed, index, cell));
        return changeOf(at(variables, index), at(readings, index), shown, { ...aim, endAt });
      });
    return { cells, changesIn };
  };
  const { found, isComplete } = smallestChoices(diagrams, diagram, { forks, isGood: aim.isGood, must: "some" }, most);
  return { ways: found.map(wayOf), values, isComplete };
}
