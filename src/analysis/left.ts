import { at, type Diagram, valuesOf, variablesOf } from "../diagrams/index.js";
import { type Derived, deriveFact, knownOf } from "../facts/index.js";
import { IMPOSSIBLE, type LeftOfCell, type Model, type Space, type Variable } from "../model/index.js";
import { PlimsollError } from "../problems/index.js";
import type { AppProfile } from "../profile/index.js";
import type { Day } from "../time/index.js";
import type { Handling } from "./handling.js";
import type { Workings } from "./workings.js";

/** What is left of all apps when some cells are. */
export interface Narrowed {
  /** The rank of the tier of each. What is known is not asked any more. */
  readonly tier: Diagram;
  /** The variables that it still asks for. */
  readonly variables: readonly number[];
  /** The ranks that there are, the lowest first. */
  readonly ranks: readonly number[];
}

/** All apps that one app could be, in the space of its policy. */
export interface Left extends Narrowed {
  /** The cells that are left of each variable. */
  readonly cells: readonly (readonly number[])[];
  /** The rules that may stand here, unless what components do not handle turns out to be harmless. */
  readonly open: readonly string[];
  /** The ranks of the tiers that the app could be in, whether or not these rules stand. */
  readonly ranks: readonly number[];
}

/** The cells that a reading leaves. */
export const cellsLeft = ({ fact, partition }: Variable, reading: Derived): readonly number[] =>
  partition.left(knownOf(fact.domain, reading));

/** For each group of numbers that are bound to one another, where they can be when some of them are told. */
function whereBound(
  { model, bound }: Pick<Workings, "model" | "bound">,
  readings: readonly Derived[],
): readonly Diagram[] {
  const leftOfCell: LeftOfCell = (variable, cell) => {
    const { fact, partition } = at(model.space.variables, variable);
    const interval = partition.intervals[cell];
    const { low, high } = knownOf(fact.domain, at(readings, variable));
    if (interval === undefined) return interval;
    const from = Math.max(interval.from, low);
    const to = Math.min(interval.to, high);
    return from > to ? undefined : { ...interval, from, to };
  };
  /** Whether more is told of a number than the cells that are left of it. */
  const cutsCells = (variable: number) =>
    at(model.space.variables, variable).partition.intervals.some((interval, cell) => {
      const own = leftOfCell(variable, cell);
      return own !== undefined && (own.from > interval.from || own.to < interval.to);
    });
  return model.constrained.flatMap(({ variables, kept }) => {
    const cut = variables.filter(cutsCells);
    if (cut.length === 0) return [];
    // What is worked out is of use for all apps that tell the same of these, whatever they tell of others.
    const left: LeftOfCell = (variable, cell) =>
      cut.includes(variable)
        ? leftOfCell(variable, cell)
        : at(model.space.variables, variable).partition.intervals[cell];
    return [bound(JSON.stringify(cut.map((index) => [index, at(readings, index)])), () => kept(left))];
  });
}

/** Where facts of one list can be that are open together: each entry is one thing, whatever it does not say. */
function whereListed(
  { model, bound }: Pick<Workings, "model" | "bound">,
  profile: AppProfile,
  cells: Left["cells"],
): readonly Diagram[] {
  return model.things.flatMap(({ variables, told, keptOf }, group) => {
    const open = variables.filter((variable) => at(cells, variable).length > 1);
    const list = open.length > 1 ? told(profile) : undefined;
    if (list === undefined) return [];
    const anywhere = model.diagrams.constant(1);
    return [bound(`${group} ${list.key}`, () => keptOf(list) ?? anywhere)];
  });
}

/** A diagram in which no variable is asked for more than what is left of it. */
function narrowed({ diagrams }: Model, diagram: Diagram, cells: Left["cells"]): Diagram {
  const seen = new Map<Diagram, Diagram>();
  const narrow = (node: Diagram): Diagram => {
    const variable = diagrams.variableOf(node);
    const own = cells[variable];
    if (own === undefined) return node;
    const known = seen.get(node);
    if (known !== undefined) return known;
    const branches = own.map((cell) => narrow(diagrams.branch(node, variable, cell)));
    const first = at(branches, 0);
    // What the others come to is of no interest.
    const all = Array.from(
      { length: at(diagrams.widths, variable) },
      (_, cell) => branches[own.indexOf(cell)] ?? first,
    );
    const made = diagrams.choice(variable, all);
    seen.set(node, made);
    return made;
  };
  return narrow(diagram);
}

/** Cells as the part of a key: all of them are a star. */
const keyOf = (cells: readonly number[], width: number): string | number => {
  if (cells.length === width) return "*";
  return cells.length === 1 ? at(cells, 0) : cells.join(":");
};

/** What a profile tells of each variable. */
export const readingsOf = ({ variables }: Space, profile: AppProfile, asOf: Day | undefined): readonly Derived[] =>
  variables.map(({ name, fact }) => deriveFact(name, fact, profile, asOf));

/**
 * What is left of all possible apps, once a profile has spoken.
 *
 * @throws {PlimsollError} with code `invalid-profile`, when no app can be like that.
 */
export function leftOf(
  profile: AppProfile,
  asOf: Day | undefined,
  { handled, handledWhile, open }: Handling,
  workings: Pick<Workings, "model" | "bound" | "tierWith" | "left">,
): Left {
  const { model, tierWith, left } = workings;
  const readings = readingsOf(model.space, profile, asOf);
  const cells = model.space.variables.map((variable, index) => cellsLeft(variable, at(readings, index)));
  const bound = [...whereBound(workings, readings), ...whereListed(workings, profile, cells)];
  const { diagrams } = model;
  const key = `${cells.map((own, index) => keyOf(own, at(diagrams.widths, index))).join()} ${bound.join()}`;
  const within = (silent: readonly string[]): Narrowed =>
    left(
      silent.length + handledWhile.size === 0 ? key : `${key} ${JSON.stringify([silent, [...handledWhile]])}`,
      () => {
        const whole = tierWith({ handled: silent, handledWhile });
        const kept = bound.length === 0 ? whole : model.within(whole, model.compiler.all(bound));
        const tier = narrowed(model, kept, cells);
        const ranks = valuesOf(diagrams, tier).filter((rank) => rank !== IMPOSSIBLE);
        return { tier, variables: variablesOf(diagrams, tier), ranks };
      },
    );
  const silentOf = open.length === 0 ? [] : [open, ...open.map((id) => open.filter((other) => other !== id))];
  const { tier, variables, ranks: own } = within(handled);
  const others = silentOf.flatMap((silent) => within([...handled, ...silent]).ranks);
  const ranks = others.length === 0 ? own : [...new Set([...own, ...others])].sort((one, other) => one - other);
  if (ranks.length > 0) return { tier, variables, cells, open, ranks };
  const message =
    "What this profile says cannot be so of any app. Read it with parseProfile, which says where it contradicts itself.";
  throw new PlimsollError("invalid-profile", [{ pointer: "", code: "contradiction", message }]);
}
