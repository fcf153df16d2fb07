import type { Diagram, Operation } from "../diagrams/index.js";
import { anyPair, type Cells, type Variable } from "../model/index.js";
import type { Witness } from "./answers.js";
import { leastRemarkable } from "./least.js";
import { type Search, valueAt, witnessIn } from "./search.js";
import type { Study } from "./study.js";

/** Two cells of a variable, the second of which has more risk, or is a step further. */
export type Pair = readonly [one: number, other: number];

/** Every pair of cells of which the second has more risk; none, where a fact has no order or no risk. */
export function risingPairs({ fact, partition }: Variable): readonly Pair[] {
  if (fact.risk === "neither") return [];
  return partition.cells.flatMap((_, cell) =>
    partition.more(cell).map((more): Pair => (fact.risk === "rising" ? [cell, more] : [more, cell])),
  );
}

/** Every pair of cells with one step between them. */
export const neighbours = ({ partition }: Variable): readonly Pair[] =>
  partition.cells.flatMap((_, cell) => partition.next(cell).map((next): Pair => [cell, next]));

/** Every two cells of a variable. */
export const anyTwo = ({ partition: { cells } }: Variable): readonly Pair[] =>
  cells.flatMap((_, one) => cells.flatMap((__, other): readonly Pair[] => (one === other ? [] : [[one, other]])));

/** Where two outcomes that are both possible differ: from the lower risk to the higher one. */
const possibly = (isOfInterest: (one: number, other: number) => boolean): Operation => ({
  combine: (one, other) => Number(one >= 0 && other >= 0 && isOfInterest(one, other)),
});

/** Both sides are possible. */
export const exists = possibly(() => true);

/** The tier is lower on the second side. */
export const drops = possibly((one, other) => other < one);

/** The tier is not the same on both sides. */
export const differs = possibly((one, other) => one !== other);

/** The two sides are more than so many tiers apart. */
export const apart = (tiers: number) => possibly((one, other) => Math.abs(one - other) > tiers);

/** Two apps that are alike but for one fact, and are of interest; nothing, when there are none. */
export function pairOf<TierId extends string>(
  study: Study<TierId>,
  search: Search,
  diagram: Diagram,
  index: number,
  pairs: readonly Pair[],
  interest: Operation,
): readonly [Witness<TierId>, Witness<TierId>] | undefined {
  const { model } = search;
  const { space } = model;
  const found = anyPair(model, diagram, index, pairs, interest);
  const home = model.home();
  const cells = leastRemarkable(study, model, found, (value) => value === 1, home.cells);
  if (cells === undefined) return undefined;
  const inCell = (cell: number): Cells => cells.map((each, variable) => (variable === index ? cell : each));
  const valueIn = (cell: number) => valueAt(model, diagram, inCell(cell));
  const pair = pairs.find(([one, other]) => interest.combine(valueIn(one), valueIn(other)) === 1);
  if (pair === undefined) return undefined;
  const first = witnessIn(study, search, inCell(pair[0]), home.values);
  const { wholeOf } = study;
  const near = space.variables.map(({ name }) => first.facts[name] ?? first.facts[wholeOf.get(name) ?? name] ?? false);
  return [first, witnessIn(study, search, inCell(pair[1]), near)];
}
