import { at, BudgetExceeded, type Diagram, type Diagrams, walk } from "../diagrams/index.js";

/** Two ways to go on at a variable: for nothing, or for one more of what is counted. */
interface Fork {
  readonly free: readonly number[];
  /** Nothing, where there is no choice. */
  readonly counted: readonly number[] | undefined;
}

/** What makes a choice good. */
export interface Goal {
  readonly forks: readonly Fork[];
  readonly isGood: (value: number) => boolean;
  /** Whether every way that is left must end well, or some. */
  readonly must: "every" | "some";
}

/** Which variables were counted; and whether all such choices were found. */
export interface Choices {
  readonly found: readonly (readonly number[])[];
  readonly isComplete: boolean;
}

/** So many steps may a search for choices take. */
const mostSteps = 20_000;

/**
 * Every smallest choice of variables after which a diagram ends well: no part of it is enough. Fewer come first.
 *
 * @param most After so many the search ends.
 */
export function smallestChoices(
  diagrams: Diagrams,
  diagram: Diagram,
  { forks, isGood, must }: Goal,
  most: number,
): Choices {
  const join = must === "every" ? Math.max : Math.min;
  /** How many must be counted at least. */
  const least = walk<number>(diagrams, {
    ending: (value) => (isGood(value) ? 0 : Number.POSITIVE_INFINITY),
    node: (variable, branches) => {
      const { free, counted } = at(forks, variable);
      const cost = (cells: readonly number[]) => cells.reduce((sofar, cell) => join(sofar, at(branches, cell)), join());
      return Math.min(cost(free), counted === undefined ? Number.POSITIVE_INFINITY : 1 + cost(counted));
    },
  });
  const found: (readonly number[])[] = [];
  let steps = 0;
  const search = (variable: number, nodes: readonly Diagram[], chosen: readonly number[], left: number): void => {
    if (found.length >= most || join(...nodes.map(least)) > left) return;
    if (steps++ > mostSteps) throw new BudgetExceeded(mostSteps);
    const fork = forks[variable];
    if (fork === undefined) {
      if (left === 0) found.push(chosen);
      return;
    }
    const follow = (cells: readonly number[]) => [
      ...new Set(
        nodes.flatMap((node) =>
          diagrams.variableOf(node) === variable ? cells.map((cell) => diagrams.branch(node, variable, cell)) : [node],
        ),
      ),
    ];
    search(variable + 1, follow(fork.free), chosen, left);
    if (left === 0 || fork.counted === undefined || nodes.every((node) => diagrams.variableOf(node) !== variable))
      return;
    const more = [...chosen, variable];
    if (found.some((known) => known.every((each) => more.includes(each)))) return;
    search(variable + 1, follow(fork.counted), more, left - 1);
  };
  try {
    const countable = forks.filter(({ counted }) => counted !== undefined).length;
    for (let size = least(diagram); size <= countable && found.length < most; size++) search(0, [diagram], [], size);
    return { found, isComplete: found.length < most };
  } catch (error) {
    if (error instanceof BudgetExceeded) return { found, isComplete: false };
    throw error;
  }
}
