import { at, type Diagram, type Diagrams, either, fold, lower } from "../diagrams/index.js";
import { exact, excessOf, type Known, knownOf, untold } from "../facts/index.js";
import type { Space } from "../model/index.js";

/** What is known of a variable in each of its cells, and where it is not known: the last one. */
function knownIn({ variables }: Space, variable: number): readonly Known[] {
  const { fact, partition } = at(variables, variable);
  return [...partition.cells.map((value) => knownOf(fact.domain, exact(value))), untold(fact.domain)];
}

/**
 * Where something is so of a fact that says by how much one is more than another, as far as these two are known; nothing, for any other
 * fact.
 */
export function comparedIn(
  space: Space,
  diagrams: Diagrams,
  variable: number,
  isSo: (reading: Known) => boolean,
): Diagram | undefined {
  const { domain, from } = at(space.variables, variable).fact;
  if (from === undefined || !("more" in from)) return undefined;
  const [more, than] = [space.indexOf(from.more), space.indexOf(from.than)];
  const isIn = (own: number, sought: number) =>
    diagrams.choice(
      own,
      Array.from({ length: at(diagrams.widths, own) }, (_, cell) => diagrams.constant(Number(cell === sought))),
    );
  const both = knownIn(space, more).flatMap((one, cell) =>
    knownIn(space, than).flatMap((other, beside) =>
      isSo(excessOf(domain, one, other)) ? [fold(diagrams, lower, [isIn(more, cell), isIn(than, beside)], 1)] : [],
    ),
  );
  return fold(diagrams, either, both, 0);
}
