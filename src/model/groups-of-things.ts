import { at, BudgetExceeded, createDiagrams, type Diagram, type Diagrams, either } from "../diagrams/index.js";
import { type FactValue, type Known, type Thing, type Things, type Told, thingsOf } from "../facts/index.js";
import type { AppProfile } from "../profile/index.js";
import type { ConstrainedGroup, LeftOfCell } from "./constrained.js";
import { fewestThings } from "./fewest-things.js";
import type { Space } from "./space.js";
import { type Steps, stepsOf } from "./steps.js";
import type { Cells } from "./witness.js";

/** So many nodes are made to find out what the entries of a list can come to. */
const mostNodes = 1 << 16;

/** Facts that are read from the same things, what a profile leaves of them together, and values of them in given cells that some things bring. */
export interface GroupOfThings extends ConstrainedGroup {
  /** What a profile tells of the list; nothing, where it tells none. */
  readonly told: (profile: AppProfile) => Told | undefined;
  /** Where the cells can be of an app that tells so much; nothing, where that is too much to find out. */
  readonly keptOf: (told: Told) => Diagram | undefined;
  /** By the places of their variables; nothing, where no few things bring them. */
  readonly valuesIn: (cells: Cells, near: readonly FactValue[]) => readonly (readonly [number, FactValue])[];
  /** The same of what has to be there beside the one entry that is told. */
  readonly valuesBeside: (
    told: Told,
    cells: Cells,
    near: readonly FactValue[],
  ) => readonly (readonly [number, FactValue])[];
}

/** Facts that are read from the same things, by the places of their variables; with what each thing brings, in this order. */
export interface Together {
  readonly facts: readonly string[];
  /** Where each of them stands among the facts of the things. */
  readonly order: readonly number[];
  readonly variables: readonly number[];
  readonly none: readonly Known[] | undefined;
  readonly kinds: readonly Thing[];
}

const inOrder = <Each>(order: readonly number[], row: readonly Each[]): readonly Each[] =>
  order.map((place) => at(row, place));

const withReadings = ({ read, name }: Thing, order: readonly number[]): Thing => ({ read: inOrder(order, read), name });

/** The name that an entry has, whatever it turns out to be. */
const nameOf = ([first, ...others]: readonly Thing[]): readonly string[] =>
  first?.name !== undefined && others.every(({ name }) => name === first.name) ? [first.name] : [];

function togetherIn({ facts, none, kinds }: Things, { indexOf }: Space): Together {
  const order = [...facts.keys()].sort((one, other) => indexOf(at(facts, one)) - indexOf(at(facts, other)));
  const own = inOrder(order, facts);
  return {
    facts: own,
    order,
    variables: own.map(indexOf),
    none: none && inOrder(order, none),
    kinds: kinds.map((kind) => withReadings(kind, order)),
  };
}

/** The counts from which on all are alike: those on which the last lines lie, and those just past what is left of cells. */
function lastCounts({ variables }: Together, { variables: all }: Space, left: LeftOfCell): readonly number[] {
  return variables.map((variable) => {
    const { intervals } = at(all, variable).partition;
    const ends = intervals.flatMap((interval, cell) => {
      const own = left(variable, cell);
      const isNarrower = own !== undefined && own.to < interval.to;
      return [interval.from, ...(own === undefined ? [] : [own.from]), ...(isNarrower ? [own.to + 1] : [])];
    });
    return Math.max(0, ...ends.filter(Number.isFinite));
  });
}

/** All states that facts can be in together, whatever things there are besides those that are told: 1 there. */
function reached(
  diagrams: Diagrams,
  steps: readonly Steps[],
  { none, kinds }: Together,
  told: readonly (readonly Thing[])[] = [],
): Diagram {
  const never = diagrams.constant(0);
  const oneState = (read: readonly Known[]): Diagram =>
    steps.reduceRight((rest, { width, stateOf }, place) => {
      const state = stateOf(at(read, place));
      const branches = Array.from({ length: width }, (_, each) => (each === state ? rest : never));
      return diagrams.choice(place, branches);
    }, diagrams.constant(1));
  const anyOf = (row: readonly Diagram[]) => row.reduce((one, other) => diagrams.apply(either, one, other), never);
  if (none === undefined) return anyOf(kinds.map(({ read }) => oneState(read)));
  /** Where apps are once each has one entry more. */
  const withOne = (from: Diagram, { read }: Thing): Diagram => {
    const seen = new Map<number, Diagram>();
    const visit = (node: Diagram, place: number): Diagram => {
      const step = steps[place];
      if (step === undefined || node === never) return node;
      const key = node * steps.length + place;
      const known = seen.get(key);
      if (known !== undefined) return known;
      const branches = new Array<Diagram>(step.width).fill(never);
      for (let state = 0; state < step.width; state++) {
        const next = step.add(state, at(read, place));
        const moved = visit(diagrams.branch(node, place, state), place + 1);
        branches[next] = diagrams.apply(either, at(branches, next), moved);
      }
      const made = diagrams.choice(place, branches);
      seen.set(key, made);
      return made;
    };
    return visit(from, 0);
  };
  let all = oneState(none);
  for (const entry of told) all = anyOf(entry.map((kind) => withOne(all, kind)));
  // In whichever order entries are added, they come to the same.
  for (const name of new Set(kinds.flatMap((kind) => kind.name ?? []))) {
    const alike = kinds.filter((kind) => kind.name === name);
    all = anyOf([all, ...alike.map((kind) => withOne(all, kind))]);
  }
  for (const kind of kinds.filter(({ name }) => name === undefined)) {
    let longer = all;
    for (let before = -1; before !== all; ) {
      before = all;
      longer = withOne(longer, kind);
      all = diagrams.apply(either, all, longer);
    }
  }
  return all;
}

/** Where cells are that have a state which is left. */
function cellsOf(
  together: Together,
  space: Space,
  from: { readonly diagrams: Diagrams; readonly steps: readonly Steps[]; readonly states: Diagram },
  to: Diagrams,
  left: LeftOfCell,
): Diagram {
  const seen = new Map<number, Diagram>();
  const never = to.constant(0);
  const visit = (node: Diagram, place: number): Diagram => {
    const variable = together.variables[place];
    if (variable === undefined) return to.constant(from.diagrams.endOf(node));
    const key = node * from.steps.length + place;
    const known = seen.get(key);
    if (known !== undefined) return known;
    const { fact, partition } = at(space.variables, variable);
    const { width, cellOf } = at(from.steps, place);
    const isCounted = fact.domain.kind === "number";
    const branches = new Array<Diagram>(partition.cells.length).fill(never);
    for (let state = 0; state < width; state++) {
      const cell = cellOf(state);
      const own = isCounted ? left(variable, cell) : undefined;
      if (isCounted && (own === undefined || state < own.from || state > own.to)) continue;
      const next = visit(from.diagrams.branch(node, place, state), place + 1);
      branches[cell] = to.apply(either, at(branches, cell), next);
    }
    const made = to.choice(variable, branches);
    seen.set(key, made);
    return made;
  };
  return visit(from.states, 0);
}

/** All states that facts can be in together, in diagrams of their own. */
interface States {
  readonly diagrams: Diagrams;
  readonly states: Diagram;
}

const diagramsFor = (steps: readonly Steps[]) =>
  createDiagrams(
    steps.map(({ width }) => width),
    mostNodes,
  );

/** What is found out; nothing, where it takes more room than there is. */
function withinRoom<Found>(find: () => Found): Found | undefined {
  try {
    return find();
  } catch (error) {
    if (error instanceof BudgetExceeded) return undefined;
    throw error;
  }
}

/** What was found out about things, by what is kept of their facts: it is of use in every space that asks for them. */
const remembered = new WeakMap<Things, Map<string, States | undefined>>();

function statesOfThings(things: Things, together: Together, steps: readonly Steps[]): States | undefined {
  const known = remembered.get(things) ?? new Map<string, States | undefined>();
  remembered.set(things, known);
  const key = JSON.stringify([together.facts, steps.map((step) => step.key)]);
  if (known.has(key)) return known.get(key);
  const diagrams = diagramsFor(steps);
  const found = withinRoom(() => ({ diagrams, states: reached(diagrams, steps, together) }));
  known.set(key, found);
  return found;
}

/** Facts of the same things, as a group whose cells are bound to one another; nothing, where that is too much to find out. */
function groupOf(things: Things, space: Space, diagrams: Diagrams): GroupOfThings | undefined {
  const together = togetherIn(things, space);
  const statesOf = (last: readonly number[]) => {
    const steps = together.variables.map((variable, place) => {
      const { name } = at(space.variables, variable);
      const lines = space.lines.filter(({ fact }) => fact === name).map(({ fact: _, ...line }) => line);
      return stepsOf(at(space.variables, variable), lines, at(last, place));
    });
    const all = steps.filter((step) => step !== undefined);
    if (all.length < steps.length) return undefined;
    const found = statesOfThings(things, together, all);
    return found && { ...found, steps: all };
  };
  const whole: LeftOfCell = (variable, cell) => at(space.variables, variable).partition.intervals[cell];
  const lines = lastCounts(together, space, whole);
  const base = statesOf(lines);
  if (base === undefined) return undefined;
  return {
    variables: together.variables,
    told: things.told,
    keptOf: ({ entries, isPartial }) => {
      const told = entries()?.map((entry) => entry.map((kind) => withReadings(kind, together.order)));
      if (told === undefined) return undefined;
      const own = diagramsFor(base.steps);
      const taken = told.flatMap(nameOf);
      const others = together.kinds.filter(({ name }) => isPartial && (name === undefined || !taken.includes(name)));
      const states = withinRoom(() => reached(own, base.steps, { ...together, kinds: others }, told));
      return states === undefined
        ? undefined
        : cellsOf(together, space, { ...base, diagrams: own, states }, diagrams, whole);
    },
    valuesIn: (cells, near) => fewestThings(together, base.steps, space, cells, near),
    valuesBeside: ({ entries }, cells, near) => {
      const [kind] = entries()?.[0] ?? [];
      if (kind === undefined) return [];
      return fewestThings(together, base.steps, space, cells, near, withReadings(kind, together.order));
    },
    kept: (left) => {
      // What is left of a cell may be more to count than there is room for: then cells are left as they are.
      const told = statesOf(lastCounts(together, space, left));
      return told ? cellsOf(together, space, told, diagrams, left) : cellsOf(together, space, base, diagrams, whole);
    },
  };
}

/** Members that lines name. */
const membersIn = ({ lines }: Space): readonly string[] =>
  lines.flatMap((line) => ("includesAny" in line ? line.includesAny : "includesAll" in line ? line.includesAll : []));

/** Facts that are read from the same things, in groups, each with where they can be together. */
export function groupsOfThings(space: Space, diagrams: Diagrams): readonly GroupOfThings[] {
  const facts = Object.fromEntries(space.variables.map(({ name, fact }) => [name, fact]));
  const found = thingsOf(facts, membersIn(space));
  return found.flatMap((things) => groupOf(things, space, diagrams) ?? []);
}
