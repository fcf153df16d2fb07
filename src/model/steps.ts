import { at } from "../diagrams/index.js";
import { type FactValue, type Known, type Line, memberKeys, membersOf, valuesOf } from "../facts/index.js";
import { kindsOf, largestSize } from "./kinds.js";
import type { Variable } from "./space.js";

/** What is kept of a fact while entries are added to a list one by one: as much as its cells rest on. */
export interface Steps {
  /** The same, where states mean the same. */
  readonly key: string;
  /** How many states it can be in. */
  readonly width: number;
  /** The state of a fact of which nothing but this is known. */
  readonly stateOf: (known: Known) => number;
  /** The state once an entry is added that brings this. */
  readonly add: (state: number, brought: Known) => number;
  /** The cell that a state lies in. */
  readonly cellOf: (state: number) => number;
  /** A value that is in a state: another one, where that is in it as well. */
  readonly valueOf: (state: number, near: FactValue) => FactValue;
}

/** Counts have so many states at most. */
const mostCounted = 256;

/** So many members of a set are told apart. */
const mostMembers = 8;

/** Numbers are counted one by one, up to one from which on all are alike. */
function stepsOfCount({ partition }: Variable, last: number): Steps | undefined {
  if (last >= mostCounted) return undefined;
  const state = (count: number) => Math.min(count, last);
  return {
    key: String(last),
    width: last + 1,
    stateOf: ({ low }) => state(low),
    add: (own, { low }) => state(own + low),
    cellOf: (own) => partition.cellOf(own),
    valueOf: (own) => own,
  };
}

function stepsOfLevels({ fact: { domain }, partition }: Variable): Steps {
  const values = valuesOf(domain);
  return {
    key: "",
    width: values.length,
    stateOf: ({ low }) => low,
    add: (own, { low }) => Math.max(own, low),
    cellOf: (own) => partition.intervals.findIndex(({ to }) => own <= to),
    valueOf: (own) => at(values, own),
  };
}

/** Of a set it is kept which members it has, each by itself or together with those that are as good as it. */
function stepsOfSet({ fact: { domain }, partition }: Variable, lines: readonly Line[]): Steps | undefined {
  if (domain.kind !== "set") return undefined;
  const keyOf = memberKeys(domain);
  const size = largestSize(lines);
  if (size > 1 && domain.open) return undefined;
  const kinds = size > 1 ? domain.members.map((member) => [member]) : kindsOf(domain, lines, keyOf, size);
  if (kinds.length > mostMembers) return undefined;
  const kindAt = new Map(kinds.flatMap((kind, index) => kind.map((member) => [keyOf(member), index] as const)));
  const having = (members: readonly string[]) =>
    members.reduce((mask, member) => mask | (1 << (kindAt.get(keyOf(member)) ?? kinds.length - 1)), 0);
  const membersIn = (own: number) => kinds.flatMap((kind, index) => ((own >> index) & 1 ? at(kind, 0) : []));
  return {
    key: JSON.stringify(kinds),
    width: 1 << kinds.length,
    stateOf: ({ certain }) => having(certain),
    add: (own, { certain }) => own | having(certain),
    cellOf: (own) => partition.cellOf(membersIn(own)),
    valueOf: (own, near) => (having(membersOf(near)) === own ? near : membersIn(own)),
  };
}

/**
 * What to keep of a fact; nothing, where that is too much.
 *
 * @param lines The lines that are drawn through it.
 * @param last From this count on, all counts are alike.
 */
export function stepsOf(variable: Variable, lines: readonly Line[], last: number): Steps | undefined {
  const { domain } = variable.fact;
  switch (domain.kind) {
    case "number":
      return domain.whole ? stepsOfCount(variable, last) : undefined;
    case "boolean":
    case "ordinal":
      return stepsOfLevels(variable);
    case "enum":
      return undefined;
    case "set":
      return stepsOfSet(variable, lines);
  }
}
