/**
 * The three values of Kleene's strong logic, in order: a conjunction is the least of its parts, a disjunction the
 * greatest, and a negation mirrors them.
 */
export type Truth = typeof FALSE | typeof UNDECIDED | typeof TRUE;

export const FALSE = 0;
export const UNDECIDED = 1;
export const TRUE = 2;

export function not(truth: Truth): Truth {
  return truth === TRUE ? FALSE : truth === FALSE ? TRUE : UNDECIDED;
}

/** What is certain, where some of several possibilities hold: all, none, or only some of them. */
export function certainly(always: boolean, never: boolean): Truth {
  return always ? TRUE : never ? FALSE : UNDECIDED;
}
