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

/** More nodes than the budget allows would be needed. */
export class BudgetExceeded extends Error {
  constructor(readonly budget: number) {
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
  /** Forgets how diagrams were combined: their numbers stay, the memory is given back. */
  readonly forget: () => void;
}

const firstBuckets = 1 << 10;

/** No node can have a number as high as this: two numbers make one key. */
const beyondNodes = 2 ** 26;

/** Makes an empty store, which throws {@link BudgetExceeded} rather than hold more nodes than it may. */
export function createDiagrams(widths: readonly number[], budget: number): Diagrams {
  const end = widths.length;
  const most = Math.min(budget, beyondNodes);
  const variables: number[] = [];
  /** Where the branches of a node begin; of a constant, its value. */
  const starts: number[] = [];
  const branches: number[] = [];
  /** The next node in the same bucket. */
  const chained: number[] = [];
  const constants = new Map<number, Diagram>();
  const outcomes = new Map<Operation, Map<number, Diagram>>();
  let buckets = new Int32Array(firstBuckets).fill(-1);

  const bucketOf = (variable: number, start: number): number => {
    let mixed = variable;
    for (let at = start; at < start + (widths[variable] ?? 0); at++) {
      mixed = Math.imul(mixed ^ (branches[at] ?? 0), 0x9e3779b1) + at - start;
    }
    return (mixed ^ (mixed >>> 15)) & (buckets.length - 1);
  };
  const enter = (node: Diagram) => {
    const bucket = bucketOf(variables[node] ?? end, starts[node] ?? 0);
    chained[node] = buckets[bucket] ?? -1;
    buckets[bucket] = node;
  };
  const add = (variable: number, start: number): Diagram => {
    if (variables.length >= most) throw new BudgetExceeded(budget);
    starts.push(start);
    chained.push(-1);
    return variables.push(variable) - 1;
  };
  const grow = () => {
    buckets = new Int32Array(buckets.length * 2).fill(-1);
    for (let node = 0; node < variables.length; node++) if (variables[node] !== end) enter(node);
  };

  const constant = (value: number): Diagram => {
    const known = constants.get(value) ?? add(end, value);
    constants.set(value, known);
    return known;
  };
  const choice = (variable: number, given: readonly Diagram[]): Diagram => {
    const [only = 0] = given;
    if (given.every((branch) => branch === only)) return only;
    // The branches are written where they would stand, and taken back when the node is there already.
    const start = branches.length;
    for (const branch of given) branches.push(branch);
    for (let node = buckets[bucketOf(variable, start)] ?? -1; node >= 0; node = chained[node] ?? -1) {
      const other = starts[node] ?? 0;
      if (variables[node] === variable && given.every((branch, cell) => branches[other + cell] === branch)) {
        branches.length = start;
        return node;
      }
    }
    const node = add(variable, start);
    enter(node);
    if (variables.length > buckets.length) grow();
    return node;
  };

  const variableOf = (diagram: Diagram): number => variables[diagram] ?? end;
  const endOf = (diagram: Diagram): number => starts[diagram] ?? Number.NaN;
  const branch = (diagram: Diagram, variable: number, cell: number): Diagram =>
    variables[diagram] === variable ? (branches[(starts[diagram] ?? 0) + cell] ?? diagram) : diagram;

  const apply = (operation: Operation, one: Diagram, other: Diagram): Diagram => {
    const { combine, deciding, neutral } = operation;
    const known = outcomes.get(operation) ?? new Map<number, Diagram>();
    outcomes.set(operation, known);
    /** The outcome, when one side is a constant that needs no look at the other. */
    const early = (side: Diagram, rest: Diagram): Diagram | undefined => {
      if (variables[side] !== end) return undefined;
      const value = starts[side];
      return value === neutral ? rest : value === deciding ? side : undefined;
    };
    const visit = (left: Diagram, right: Diagram): Diagram => {
      const simple = early(left, right) ?? early(right, left);
      if (simple !== undefined) return simple;
      const variable = Math.min(variableOf(left), variableOf(right));
      if (variable === end) return constant(combine(endOf(left), endOf(right)));
      const key = left * beyondNodes + right;
      const seen = known.get(key);
      if (seen !== undefined) return seen;
      const found: Diagram[] = [];
      for (let cell = 0; cell < (widths[variable] ?? 0); cell++) {
        found.push(visit(branch(left, variable, cell), branch(right, variable, cell)));
      }
      const made = choice(variable, found);
      known.set(key, made);
      return made;
    };
    return visit(one, other);
  };

  return { widths, constant, choice, apply, variableOf, endOf, branch, forget: () => outcomes.clear() };
}
