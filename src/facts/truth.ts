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

/** Whether both are so. */
export const and = (one: Truth, other: Truth): Truth => (one < other ? one : other);

/** What is certain either way. */
export const truthOf = (holds: boolean): Truth => (holds ? TRUE : FALSE);

/** What is certain, where some of several possibilities hold: all, none, or only some of them. */
export function certainly(always: boolean, never: boolean): Truth {
  return always ? TRUE : never ? FALSE : UNDECIDED;
}

/** Something that is asked of a subject, and the points that it brings. */
export interface Weighted<Subject> {
  readonly points: number;
  readonly when: { readonly evaluate: (subject: Subject) => Truth };
}

/**
 * Whether points reach a threshold: `all`, `any`, `count` and `score` are this one thing. What is certain lies between the
 * points that are certain and those still possible.
 */
export function reaching<Subject>(parts: readonly Weighted<Subject>[], atLeast: number): (subject: Subject) => Truth {
  const fewest = parts.reduce((sum, { points }) => sum + Math.min(points, 0), 0);
  const most = parts.reduce((sum, { points }) => sum + Math.max(points, 0), 0);

  // What is certain and what is still possible draw together with each part, until both are on one side.
  return (subject) => {
    let certain = fewest;
    let possible = most;
    for (const { points, when } of parts) {
      if (certain >= atLeast) return TRUE;
      if (possible < atLeast) return FALSE;
      const truth = when.evaluate(subject);
      if (truth === UNDECIDED) continue;
      if ((truth === TRUE) === points > 0) certain += Math.abs(points);
      else possible -= Math.abs(points);
    }
    return certainly(certain >= atLeast, possible < atLeast);
  };
}
