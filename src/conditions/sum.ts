import {
  adding,
  endsOfAll,
  isExact,
  type Known,
  type Line,
  nothingFound,
  pointsScale,
  type Slot,
  type Spread,
  thousandths,
  untold,
  type Weighted,
} from "../facts/index.js";
import type { Condition, Threshold } from "./condition.js";
import { membersApart, type OnOneFact, onOneFact, ownLines } from "./sole-fact.js";
import { spreadOf } from "./spread.js";
import { type Compiled, type State, stateOf } from "./state.js";

/** Points, with their condition prepared. */
export type PreparedPoints = { readonly points: number; readonly when: Compiled };

/** Items on one fact that are looked at together. */
export interface Together {
  readonly slot: Slot;
  /** Their places among all items. */
  readonly places: ReadonlySet<number>;
  readonly lines: readonly Line[];
  /** What they come to, where the fact is known exactly. */
  readonly sumIn: (exactly: Known) => number;
}

/** Points that are added up. */
export interface PreparedSum {
  readonly parts: readonly PreparedPoints[];
  /** The parts on one fact of which answers exclude each other. */
  readonly together: readonly Together[];
  /** The same points; those on one fact together, so that answers which exclude each other are not added up. */
  readonly weighed: readonly (Weighted<State> | Spread<State>)[];
  /** The most that there can be: of each fact, as much as its best value brings. */
  readonly best: () => number;
}

const nobody = { id: "nobody", name: "Nobody" };

/** An app of which nothing is known but one fact. */
function stateWith(slot: Slot, known: Known): State {
  const found = nothingFound(undefined);
  found.known[slot.index] = known;
  return stateOf(nobody, found, []);
}

/** From how many thousandths of a point on a threshold is reached. */
export const reachedFrom = (atLeast: Threshold, best: () => number): number =>
  typeof atLeast === "object" && atLeast !== null
    ? Math.ceil((thousandths(atLeast.percent) * best()) / (100 * pointsScale))
    : thousandths(atLeast);

/** From how much on a threshold is reached, when points are multiplied: its share is of what the most of all sides come to. */
export const reachedByProduct = (atLeast: Threshold, bests: readonly (() => number)[]): number => {
  const scale = pointsScale ** bests.length;
  if (typeof atLeast !== "object" || atLeast === null) return atLeast * scale;
  const most = bests.reduce((product, best) => product * best(), 1);
  return Math.ceil((thousandths(atLeast.percent) * most) / (100 * pointsScale));
};

function togetherOf(parts: readonly PreparedPoints[], { items }: OnOneFact, slot: Slot): Together {
  const places = new Set(items.map(({ place }) => place));
  const added = adding(parts.filter((_, place) => places.has(place)));
  const lines = items.flatMap((item) => item.lines.map(({ fact: _, ...line }) => line));
  return { slot, places, lines, sumIn: (exactly) => added(stateWith(slot, exactly)).low };
}

/** Items on one fact, added up as the values of the fact allow. */
function addedUp(all: readonly PreparedPoints[], { slot, places, lines, sumIn }: Together): Spread<State> {
  const parts = all.filter((_, place) => places.has(place));
  const added = adding(parts);
  const spread = spreadOf(slot.fact.domain, lines, sumIn);
  return {
    ends: endsOfAll(parts),
    spread: (state) => {
      const known = slot.known(state.profile, state.found);
      return (isExact(known) ? undefined : spread(known)) ?? added(state);
    },
  };
}

/** Adds points up: items on one fact together, the others each for itself. */
export function sumOf(
  items: readonly { readonly when: Condition }[],
  parts: readonly PreparedPoints[],
  slotOf: (fact: string) => Slot,
): PreparedSum {
  const groups = onOneFact(items).flatMap((group) => {
    const slot = slotOf(group.fact);
    return membersApart(group, slot.fact).map((own) => {
      const together = togetherOf(parts, own, slot);
      // A line alone is as certain as its fact lets it be.
      const isLine = own.items.length === 1 && together.lines.length === 1;
      return { slot, together, places: together.places, added: addedUp(parts, together), isLine };
    });
  });
  const without = (some: typeof groups) => parts.filter((_, place) => !some.some(({ places }) => places.has(place)));
  const several = groups.filter(({ isLine }) => !isLine);
  return {
    parts,
    together: several.map(({ together }) => together),
    weighed: [...without(several), ...several.map(({ added }) => added)],
    best: () => {
      const most = groups.map(({ slot, added }) => added.spread(stateWith(slot, untold(slot.fact.domain))).high);
      // What rests on nothing comes to what it is.
      const others = without(groups).map((part) => {
        const isConstant = ownLines(items[parts.indexOf(part)]?.when ?? { any: [] })?.length === 0;
        return isConstant ? adding([part])(stateOf(nobody, nothingFound(undefined), [])).high : endsOfAll([part]).high;
      });
      return [...most, ...others].reduce((sum, own) => sum + own, 0);
    },
  };
}
