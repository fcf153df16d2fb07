import { type Domain, valuesOf } from "../domain.js";
import { type Known, membersFrom, span } from "../known.js";
import type { Line } from "../line.js";
import { memberKeys } from "../members.js";
import type { View } from "./kinds.js";

/**
 * Something that is so of a fact. Of a fact that is read from a list, it is so where the list has an entry of which it holds;
 * of any other, where it holds of the app.
 */
export interface Event {
  readonly view: View;
  readonly line: Line;
  /** What is so of the fact where this is not. */
  readonly otherwise: Line | undefined;
  readonly holds: (known: Known) => boolean;
}

/** How many, at least one: of lists, the one thing that is said of numbers without a word of the others. */
export const isCount = ({ view }: Event): boolean => view.fact.domain.kind === "number" && view.list !== undefined;

/** What is so, of whichever fact. */
type Drawn = Omit<Event, "view">;

function onNumber(limits: readonly number[]): readonly Drawn[] {
  return limits.flatMap((limit): Drawn[] => [
    { line: { atLeast: limit }, otherwise: { below: limit }, holds: ({ low }) => low >= limit },
    { line: { below: limit }, otherwise: { atLeast: limit }, holds: ({ low }) => low < limit },
    { line: { above: limit }, otherwise: { atMost: limit }, holds: ({ low }) => low > limit },
    { line: { atMost: limit }, otherwise: { above: limit }, holds: ({ low }) => low <= limit },
  ]);
}

function onLevels(levels: readonly string[], isOfList: boolean): readonly Drawn[] {
  const above = levels.slice(1).map((level, index): Drawn => {
    const below = levels[index] ?? level;
    return { line: { atLeast: level }, otherwise: { atMost: below }, holds: ({ low }) => low > index };
  });
  if (isOfList) return above;
  const below = levels.slice(0, -1).map((level, index): Drawn => {
    const next = levels[index + 1] ?? level;
    return { line: { atMost: level }, otherwise: { atLeast: next }, holds: ({ low }) => low <= index };
  });
  return [...above, ...below];
}

/** That a set has any of some members. */
export function onMembers(domain: Extract<Domain, { kind: "set" }>, members: readonly string[]): Drawn {
  const keyOf = memberKeys(domain);
  const keys = new Set(members.map(keyOf));
  return {
    line: { includesAny: members },
    otherwise: { isEmpty: true },
    holds: ({ certain }) => certain.some((member) => keys.has(keyOf(member))),
  };
}

const onFlag = (isSo: boolean): Drawn => ({
  line: { is: isSo },
  otherwise: { is: !isSo },
  holds: ({ low }) => (low === 1) === isSo,
});

function drawnOn({ fact: { domain }, list }: View, limits: readonly number[]): readonly Drawn[] {
  switch (domain.kind) {
    case "number":
      return list === undefined
        ? onNumber(limits)
        : [{ line: { atLeast: 1 }, otherwise: { atMost: 0 }, holds: ({ low }) => low > 0 }];
    case "boolean":
      return list === undefined ? [onFlag(true), onFlag(false)] : [onFlag(true)];
    case "ordinal":
      return onLevels(domain.levels, list !== undefined);
    case "enum":
      return domain.values.map((value, rank) => {
        const other = domain.values.find((each) => each !== value);
        return {
          line: { is: value },
          otherwise: other === undefined ? undefined : { is: other },
          holds: ({ low }) => low === rank,
        };
      });
    case "set": {
      const isAny: Drawn = {
        line: { isEmpty: false },
        otherwise: undefined,
        holds: ({ certain }) => certain.length > 0,
      };
      return [...domain.members.map((member) => onMembers(domain, [member])), isAny];
    }
  }
}

/**
 * What is so of a fact in one way or another.
 *
 * @param limits Where a number may be cut that is no count.
 */
export const eventsOf = (view: View, limits: readonly number[]): readonly Event[] =>
  drawnOn(view, limits).map((drawn) => ({ view, ...drawn }));

/** One reading for each value that events tell apart. */
function readingsOf({ fact: { domain } }: View, limits: readonly number[]): readonly Known[] {
  if (domain.kind === "set") {
    const sets = [[], ...domain.members.map((member) => [member]), ...(domain.open ? [["\u0000"]] : [])];
    return sets.map((members) => membersFrom(members, members));
  }
  const between = limits.slice(1).map((limit, index) => (limit + (limits[index] ?? limit)) / 2);
  const ends = [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY];
  const ranks = domain.kind === "number" ? [0, 1, ...limits, ...between, ...ends] : [...valuesOf(domain).keys()];
  return ranks.map((rank) => span(rank, rank));
}

/** Whether, of one fact, something is so wherever something else is, whatever its form. */
export const followsInDomain = (one: Event, other: Event, limits: readonly number[]): boolean =>
  one.view === other.view &&
  readingsOf(one.view, limits).every((reading) => !one.holds(reading) || other.holds(reading));
