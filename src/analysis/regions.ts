import { type Condition, type FactCondition, lineHolds } from "../conditions/index.js";
import { at, type Diagram, walk } from "../diagrams/index.js";
import type { Cells, Model, Variable } from "../model/index.js";
import { smallestChoices } from "./choices.js";

/** Some cells of each variable. */
type Box = readonly (readonly number[])[];

/** Whether a diagram comes to 1 somewhere in a box. */
function meets({ diagrams }: Model, diagram: Diagram, box: Box): boolean {
  return walk<boolean>(diagrams, {
    ending: (value) => value === 1,
    node: (variable, branches) => at(box, variable).some((cell) => branches[cell]),
  })(diagram);
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
 * As large a part of a region as lines can describe around some cells: of what lies in a frame around the region,
 * everything that its condition is so of is in the region.
 */
export function partAround(model: Model, region: Diagram, frame: Diagram, cells: Cells): Subregion {
  const { space, diagrams, compiler } = model;
  const outside = compiler.all([frame, compiler.not(region)]);
  const all = space.variables.map(({ partition }) => [...partition.cells.keys()]);
  const forks = all.map((free, index) => ({ free, counted: [at(cells, index)] }));
  const { found } = smallestChoices(diagrams, outside, { forks, isGood: (value) => value === 0, must: "every" }, 1);
  const kept = found[0] ?? [...all.keys()];
  const box = all.map((free, index) => (kept.includes(index) ? [at(cells, index)] : free));
  const literals = kept.flatMap((index): readonly Literal[] => {
    const isAllowed = (cell: number) =>
      !meets(
        model,
        outside,
        box.map((own, other) => (other === index ? [cell] : own)),
      );
    const [variable, cell, own] = [at(space.variables, index), at(cells, index), at(all, index)];
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
