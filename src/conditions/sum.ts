import {
  endsOfAll,
  isExact,
  type Known,
  nothingFound,
  type Slot,
  type Span,
  type Spread,
  TRUE,
  UNDECIDED,
  type Weighted,
} from "../facts/index.js";
import type { Condition } from "./condition.js";
import { membersApart, type OnOneFact, onOneFact } from "./sole-fact.js";
import { spreadOf } from "./spread.js";
import { type Compiled, type State, stateOf } from "./state.js";

/** Points, with their condition prepared. */
export type PreparedPoints = { readonly points: number; readonly when: Compiled };

/** Points that are added up. */
export interface PreparedSum {
  readonly parts: readonly PreparedPoints[];
  /** The same points; those on one fact together, so that answers which exclude each other are not added up. */
  readonly weighed: readonly (Weighted<State> | Spread<State>)[];
}

const nobody = { id: "nobody", name: "Nobody" };

/** Between what and what points lie, each for itself. */
function summed(parts: readonly PreparedPoints[], state: State): Span {
  let [low, high] = [0, 0];
  for (const { points, when } of parts) {
    const truth = when.evaluate(state);
    if (truth === TRUE || (truth === UNDECIDED && points < 0)) low += points;
    if (truth === TRUE || (truth === UNDECIDED && points > 0)) high += points;
  }
  return { low, high };
}

/** Items on one fact, added up as the values of the fact allow. */
function together(parts: readonly PreparedPoints[], { items }: OnOneFact, slot: Slot): Spread<State> {
  const sumIn = (exactly: Known): number => {
    const found = nothingFound();
    found.known[slot.index] = exactly;
    return summed(parts, stateOf(nobody, found, [])).low;
  };
  const lines = items.flatMap((item) => item.lines.map(({ fact: _, ...line }) => line));
  const spread = spreadOf(slot.fact.domain, lines, sumIn);
  return {
    ends: endsOfAll(parts),
    spread: (state) => {
      const known = slot.known(state.profile, state.found);
      return (isExact(known) ? undefined : spread(known)) ?? summed(parts, state);
    },
  };
}

/** Adds points up: items on one fact together, the others each for itself. */
export function sumOf(
  items: readonly { readonly when: Condition }[],
  parts: readonly PreparedPoints[],
  slotOf: (fact: string) => Slot,
): PreparedSum {
  const groups = onOneFact(items)
    .flatMap((group) => membersApart(group, slotOf(group.fact).fact))
    // A line alone is as certain as its fact lets it be.
    .filter((group) => group.items.length > 1 || group.items.some(({ lines }) => lines.length > 1));
  const found = groups.map((group) => {
    const places = new Set(group.items.map(({ place }) => place));
    return { places, group };
  });
  const isAlone = (place: number) => found.every(({ places }) => !places.has(place));
  const spreads = found.map(({ places, group }) =>
    together(
      parts.filter((_, place) => places.has(place)),
      group,
      slotOf(group.fact),
    ),
  );
  return { parts, weighed: [...parts.filter((_, place) => isAlone(place)), ...spreads] };
}
