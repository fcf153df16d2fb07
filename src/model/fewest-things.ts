import type { Interval } from "../bounds/index.js";
import { at } from "../diagrams/index.js";
import type { FactValue, Known, Thing } from "../facts/index.js";
import type { Together } from "./groups-of-things.js";
import type { Space } from "./space.js";
import type { Steps } from "./steps.js";
import type { Cells } from "./witness.js";

/** So many different lists are looked at. */
const mostLists = 10_000;

/** A list as far as its entries were chosen: of counts how many they are, of other facts the state that these are in. */
interface Begun {
  readonly states: readonly number[];
  /** The same of what was chosen, without what was there already. */
  readonly chosen: readonly number[];
  readonly names: readonly string[];
}

/** What is to be reached of one fact, and when it is out of reach. */
interface Goal {
  readonly begin: (known: Known) => number;
  readonly add: (own: number, brought: Known) => number;
  readonly isReached: (own: number) => boolean;
  readonly isBeyond: (own: number) => boolean;
  readonly valueOf: (own: number) => FactValue;
}

const countGoal = ({ from, to }: Pick<Interval, "from" | "to">): Goal => ({
  begin: ({ low }) => low,
  add: (own, { low }) => own + low,
  isReached: (own) => own >= from && own <= to,
  isBeyond: (own) => own > to,
  valueOf: (own) => own,
});

const stateGoal = (steps: Steps, cell: number, isRanked: boolean, near: FactValue): Goal => ({
  begin: steps.stateOf,
  add: steps.add,
  isReached: (own) => steps.cellOf(own) === cell,
  isBeyond: (own) => isRanked && steps.cellOf(own) > cell,
  valueOf: (own) => steps.valueOf(own, near),
});

/** The shortest list that reaches all goals, beside an entry that is there already. */
function shortest({ none, kinds }: Together, goals: readonly Goal[], there: Thing | undefined): Begun | undefined {
  const isDone = ({ states }: Begun) => states.every((own, place) => at(goals, place).isReached(own));
  const isLost = ({ states }: Begun) => states.some((own, place) => at(goals, place).isBeyond(own));
  const withOne = (states: readonly number[], read: readonly Known[]) =>
    states.map((own, place) => at(goals, place).add(own, at(read, place)));
  const begun = (read: readonly Known[]): Begun => {
    const states = goals.map(({ begin }, place) => begin(at(read, place)));
    if (there === undefined) return { states, chosen: states, names: [] };
    return { states: withOne(states, there.read), chosen: states, names: there.name === undefined ? [] : [there.name] };
  };
  if (none === undefined) return kinds.map(({ read }) => begun(read)).find(isDone);
  const seen = new Set<string>();
  let lists: readonly Begun[] = [begun(none)];
  while (lists.length > 0 && seen.size < mostLists) {
    const found = lists.find(isDone);
    if (found !== undefined) return found;
    lists = lists.flatMap(({ states, chosen, names }) =>
      kinds.flatMap(({ read, name }): readonly Begun[] => {
        if (name !== undefined && names.includes(name)) return [];
        const next: Begun = {
          states: withOne(states, read),
          chosen: withOne(chosen, read),
          names: name === undefined ? names : [...names, name].sort(),
        };
        const key = JSON.stringify([next.states, next.names]);
        if (isLost(next) || seen.has(key)) return [];
        seen.add(key);
        return [next];
      }),
    );
  }
  return undefined;
}

/**
 * Values in cells that the fewest things bring; nothing, where these are too many to look for.
 *
 * @param there A thing that is there already: then the values are those of what is needed beside it.
 */
export function fewestThings(
  together: Together,
  steps: readonly Steps[],
  { variables }: Space,
  cells: Cells,
  near: readonly FactValue[],
  there?: Thing,
): readonly (readonly [number, FactValue])[] {
  const goals = together.variables.map((variable, place): Goal => {
    const { partition, fact } = at(variables, variable);
    const cell = at(cells, variable);
    const interval = partition.intervals[cell];
    if (fact.domain.kind === "number" && interval !== undefined) return countGoal(interval);
    return stateGoal(at(steps, place), cell, interval !== undefined, at(near, variable));
  });
  const found = shortest(together, goals, there);
  if (found === undefined) return [];
  return together.variables.map((variable, place) => [variable, at(goals, place).valueOf(at(found.chosen, place))]);
}
