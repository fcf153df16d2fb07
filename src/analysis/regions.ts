import { type Condition, type FactCondition, lineHolds } from "../conditions/index.js";
import { at, type Diagram } from "../diagrams/index.js";
import type { Cells, Model, Variable } from "../model/index.js";
import { smallestChoices } from "./choices.js";

/** Some cells of each variable. */
type Box = readonly (readonly number[])[];

/**
 * The cells of a variable in which a diagram comes to 1 somewhere in a box, whatever the box has of the variable itself: found on one way
 * through what lies in the box, and no further than it takes.
 */
function meetingIn({ diagrams }: Model, diagram: Diagram, box: Box, index: number): ReadonlySet<number> {
  const own = [...new Array(at(diagrams.widths, index)).keys()];
  const met = new Set<number>();
  const seen = new Set<Diagram>();
  const inBox = (node: Diagram, variable: number) =>
    at(box, variable).map((cell) => diagrams.branch(node, variable, cell));
  const below = new Map<Diagram, boolean>();
  const isMet = (node: Diagram): boolean => {
    const variable = diagrams.variableOf(node);
    if (variable === box.length) return diagrams.endOf(node) === 1;
    const known = below.get(node) ?? inBox(node, variable).some(isMet);
    below.set(node, known);
    return known;
  };
  const visit = (node: Diagram): void => {
    if (met.size === own.length || seen.has(node)) return;
    const variable = diagrams.variableOf(node);
    if (variable < index) {
      seen.add(node);
      for (const next of inBox(node, variable)) visit(next);
      return;
    }
    for (const cell of own) if (!met.has(cell) && isMet(diagrams.branch(node, index, cell))) met.add(cell);
  };
  visit(diagram);
  return met;
}

/** A line that is so, or is not. */
interface Literal {
  readonly condition: Condition;
  readonly cells: readonly number[];
}

/** What each line on a fact says of a cell, what is so of the fewest cells first; what says nothing of any other is left out. */
function literalsOf(
  { name, fact, partition }: Variable,
  cell: number,
  lines: readonly FactCondition[],
): readonly Literal[] {
  const own = new Map(lines.filter((line) => line.fact === name).map((line) => [JSON.stringify(line), line]));
  const literals = [...own.values()].flatMap((condition) => {
    const { fact: _, ...line } = condition;
    const isSo = partition.cells.map(lineHolds(fact.domain, line));
    const cells = [...isSo.keys()].filter((each) => isSo[each] === isSo[cell]);
    return cells.length === isSo.length ? [] : [{ condition: isSo[cell] ? condition : { not: condition }, cells }];
  });
  return literals.sort((one, other) => one.cells.length - other.cells.length);
}

/** The ends of a cell in order, for where lines alone do not tell it from others. */
function endsOf({ name, partition: { intervals, valueAt } }: Variable, cell: number): readonly Literal[] {
  const { from, to } = intervals[cell] ?? {};
  const [first, last] = [from, to].map((rank) => (rank === undefined ? undefined : valueAt(rank)));
  const cells = [...intervals.keys()];
  // A number for numbers, a level for levels: what a line takes.
  const line = (operator: string, value: unknown) => ({ fact: name, [operator]: value }) as FactCondition;
  return [
    ...(first === undefined ? [] : [{ condition: line("atLeast", first), cells: cells.slice(cell) }]),
    ...(last === undefined || last === Number.POSITIVE_INFINITY
      ? []
      : [{ condition: line("atMost", last), cells: cells.slice(0, cell + 1) }]),
  ];
}

const common = (literals: readonly Literal[], all: readonly number[]) =>
  all.filter((cell) => literals.every(({ cells }) => cells.includes(cell)));

/** The fewest of some literals that leave nothing but what is allowed: one that can go is left out, the first ones first. */
function needed(literals: readonly Literal[], isAllowed: (cell: number) => boolean, all: readonly number[]) {
  return literals.reduce((kept, literal) => {
    const fewer = kept.filter((each) => each !== literal);
    return common(fewer, all).every(isAllowed) ? fewer : kept;
  }, literals);
}

/** A part of a region. */
export interface Subregion {
  readonly when: Condition;
  readonly inside: Diagram;
}

/**
 * As large a part of a region as lines can describe around some cells: its condition is so of nothing that lies outside.
 *
 * @param outside What must not be in it; the rest does not matter.
 */
export function partAround(model: Model, outside: Diagram, cells: Cells): Subregion {
  const { space, diagrams, compiler } = model;
  const all = space.variables.map(({ partition }) => [...partition.cells.keys()]);
  const forks = all.map((free, index) => ({ free, counted: [at(cells, index)] }));
  const { found } = smallestChoices(diagrams, outside, { forks, isGood: (value) => value === 0, must: "every" }, 1);
  const kept = found[0] ?? [...all.keys()];
  const box = all.map((free, index) => (kept.includes(index) ? [at(cells, index)] : free));
  const literals = kept.flatMap((index): readonly Literal[] => {
    const [variable, cell, own] = [at(space.variables, index), at(cells, index), at(all, index)];
    const forbidden = meetingIn(model, outside, box, index);
    const isAllowed = (each: number) => !forbidden.has(each);
    const drawn = literalsOf(variable, cell, space.lines);
    const isEnough = common(drawn, own).every(isAllowed);
    const told = needed(isEnough ? drawn : [...endsOf(variable, cell), ...drawn], isAllowed, own);
    box[index] = common(told, own);
    return told;
  });
  const inside = compiler.all(
    box.flatMap((own, index) => (own.length === at(all, index).length ? [] : [within(model, index, own)])),
  );
  const conditions = literals.map(({ condition }) => condition);
  const [only] = conditions;
  return { when: conditions.length === 1 && only !== undefined ? only : { all: conditions }, inside };
}

/** 1 in some cells of a variable. */
function within({ diagrams }: Model, variable: number, cells: readonly number[]): Diagram {
  const branches = Array.from({ length: at(diagrams.widths, variable) }, (_, cell) =>
    diagrams.constant(Number(cells.includes(cell))),
  );
  return diagrams.choice(variable, branches);
}
