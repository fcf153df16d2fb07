import { at } from "./at.js";

/** A function over cells: the number of its node. Within one store, equal functions have equal numbers. */
export type Diagram = number;

/** How two values become one. */
export interface Operation {
  readonly combine: (one: number, other: number) => number;
  /** A value that decides the outcome alone, whatever the other side is: it is the outcome. */
  readonly deciding?: number;
  /** A value that leaves the other side as it is. */
  readonly neutral?: number;
}

/** More nodes than the budget allows would be needed, or more of something of which there is so much and no more. */
export class BudgetExceeded extends Error {
  constructor(
    readonly budget: number,
    /** Whether it is the same whatever budget is given. */
    readonly isFixed = false,
  ) {
    super();
  }
}

/**
 * Multi-valued decision diagrams over variables with so many cells each, in a fixed order. Nodes are shared
 * (hash-consed), so that two diagrams say the same exactly when they are the same number.
 */
export interface Diagrams {
  /** How many cells each variable has. */
  readonly widths: readonly number[];
  /** How many nodes there are. */
  readonly size: () => number;
  readonly constant: (value: number) => Diagram;
  /** A function of one variable: a diagram for each of its cells, none of which asks this variable or one before it. */
  readonly choice: (variable: number, branches: readonly Diagram[]) => Diagram;
  readonly apply: (operation: Operation, one: Diagram, other: Diagram) => Diagram;
  /** The variable that a diagram asks first; as many as there are variables, when it asks none. */
  readonly variableOf: (diagram: Diagram) => number;
  /** The value that a diagram which asks nothing ends with. */
  readonly endOf: (diagram: Diagram) => number;
  /** What a diagram comes to in a cell of a variable, as long as it asks none before it. */
  readonly branch: (diagram: Diagram, variable: number, cell: number) => Diagram;
}

/** The number at a place that is known to be there; of typed arrays alone, which is what makes it fast. */
const read = (numbers: Int32Array, place: number): number => numbers[place] ?? 0;

const firstNodes = 1024;

/** So many outcomes of operations are remembered; an older one gives way to a newer one in its place. */
const mostOutcomes = 131_072;

const doubled = (numbers: Int32Array): Int32Array<ArrayBuffer> => {
  const more = new Int32Array(numbers.length * 2);
  more.set(numbers);
  return more;
};

/** Spreads numbers over places, so that similar ones are far apart. */
const mix = (one: number, other: number): number => {
  const mixed = Math.imul(one ^ Math.imul(other, 0x85ebca6b), 0x9e3779b1);
  return mixed ^ (mixed >>> 15);
};

/** Makes an empty store, which throws {@link BudgetExceeded} rather than hold more nodes than it may. */
export function createDiagrams(widths: readonly number[], budget: number): Diagrams {
  const end = widths.length;
  // Plain numbers in typed arrays: there are many nodes, and they are what every question waits for.
  let variables = new Int32Array(firstNodes);
  /** Where the branches of a node begin; of a constant, where its value stands. */
  let starts = new Int32Array(firstNodes);
  let branches = new Int32Array(firstNodes * 4);
  /** The next node in the same bucket. */
  let chained = new Int32Array(firstNodes);
  let buckets = new Int32Array(firstNodes).fill(-1);
  let nodes = 0;
  let written = 0;
  const values: number[] = [];
  const constants = new Map<number, Diagram>();

  /** For each place: an operation with two diagrams, and what came out. */
  let outcomes = new Int32Array(firstNodes * 4).fill(-1);
  const operations: Operation[] = [];
  /** The branches of the node that is about to be made, of each variable: on one way down each is asked once. */
  const drafts = widths.map((width) => new Array<Diagram>(width).fill(0));

  const bucketOf = (variable: number, start: number): number => {
    let mixed = variable;
    for (let place = start; place < start + at(widths, variable); place++) mixed = mix(mixed, read(branches, place));
    return mixed & (buckets.length - 1);
  };
  const grow = () => {
    variables = doubled(variables);
    starts = doubled(starts);
    chained = doubled(chained);
    if (outcomes.length < mostOutcomes * 4) outcomes = new Int32Array(outcomes.length * 2).fill(-1);
    buckets = new Int32Array(buckets.length * 2).fill(-1);
    for (let node = 0; node < nodes; node++) if (variables[node] !== end) enter(node);
  };
  const enter = (node: Diagram) => {
    const bucket = bucketOf(read(variables, node), read(starts, node));
    chained[node] = read(buckets, bucket);
    buckets[bucket] = node;
  };
  const add = (variable: number, start: number): Diagram => {
    if (nodes >= budget) throw new BudgetExceeded(budget);
    if (nodes === variables.length) grow();
    variables[nodes] = variable;
    starts[nodes] = start;
    return nodes++;
  };

  const constant = (value: number): Diagram => {
    const known = constants.get(value) ?? add(end, values.push(value) - 1);
    constants.set(value, known);
    return known;
  };
  const choice = (variable: number, given: readonly Diagram[]): Diagram => {
    const width = given.length;
    const only = at(given, 0);
    let isOne = true;
    if (written + width > branches.length) branches = doubled(branches);
    // The branches are written where they would stand, and stay when the node is new.
    for (let cell = 0; cell < width; cell++) {
      const branch = at(given, cell);
      if (branch !== only) isOne = false;
      branches[written + cell] = branch;
    }
    if (isOne) return only;
    for (let node = read(buckets, bucketOf(variable, written)); node >= 0; node = read(chained, node)) {
      if (variables[node] !== variable) continue;
      const other = read(starts, node);
      let cell = 0;
      while (cell < width && branches[other + cell] === branches[written + cell]) cell++;
      if (cell === width) return node;
    }
    const node = add(variable, written);
    enter(node);
    written += width;
    return node;
  };

  const variableOf = (diagram: Diagram): number => read(variables, diagram);
  const endOf = (diagram: Diagram): number => at(values, read(starts, diagram));
  const branch = (diagram: Diagram, variable: number, cell: number): Diagram =>
    variables[diagram] === variable ? read(branches, read(starts, diagram) + cell) : diagram;

  const apply = (operation: Operation, one: Diagram, other: Diagram): Diagram => {
    const { combine, deciding, neutral } = operation;
    const known = operations.indexOf(operation);
    const number = known >= 0 ? known : operations.push(operation) - 1;
    const visit = (left: Diagram, right: Diagram): Diagram => {
      const [asked, askedRight] = [variableOf(left), variableOf(right)];
      if (asked === end) {
        const value = endOf(left);
        if (value === neutral) return right;
        if (value === deciding) return left;
      }
      if (askedRight === end) {
        const value = endOf(right);
        if (value === neutral) return left;
        if (value === deciding) return right;
        if (asked === end) return constant(combine(endOf(left), value));
      }
      const place = (mix(mix(number, left), right) & ((outcomes.length >> 2) - 1)) << 2;
      if (outcomes[place] === number && outcomes[place + 1] === left && outcomes[place + 2] === right) {
        return read(outcomes, place + 3);
      }
      const variable = Math.min(asked, askedRight);
      const draft = at(drafts, variable);
      for (let cell = 0; cell < draft.length; cell++) {
        draft[cell] = visit(branch(left, variable, cell), branch(right, variable, cell));
      }
      const made = choice(variable, draft);
      // The table may have grown meanwhile.
      const settled = (mix(mix(number, left), right) & ((outcomes.length >> 2) - 1)) << 2;
      outcomes[settled] = number;
      outcomes[settled + 1] = left;
      outcomes[settled + 2] = right;
      outcomes[settled + 3] = made;
      return made;
    };
    return visit(one, other);
  };

  return { widths, size: () => nodes, constant, choice, apply, variableOf, endOf, branch };
}
