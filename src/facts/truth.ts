import type { Span } from "./known.js";

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

/** What brings points of which it is known together between what and what they lie. */
export interface Spread<Subject> {
  /** Never less, and never more, of whatever subject. */
  readonly ends: Span;
  readonly spread: (subject: Subject) => Span;
}

/** What brings points, and between what and what they lie of whatever subject. */
type Part<Subject> = Weighted<Subject> | Spread<Subject>;

/** Between what and what points lie, where it is so far known whether they count. */
function spanOfPoints({ points }: { readonly points: number }, truth: Truth): Span {
  if (truth === UNDECIDED) return { low: Math.min(points, 0), high: Math.max(points, 0) };
  const counted = truth === TRUE ? points : 0;
  return { low: counted, high: counted };
}

const endsOf = <Subject>(part: Part<Subject>): Span => ("ends" in part ? part.ends : spanOfPoints(part, UNDECIDED));

/** Between what and what the points of some parts lie, of whatever subject. */
export function endsOfAll<Subject>(parts: readonly Part<Subject>[]): Span {
  let [low, high] = [0, 0];
  for (const part of parts) {
    const ends = endsOf(part);
    low += ends.low;
    high += ends.high;
  }
  return { low, high };
}

/** Between what and what the points of some parts lie, added up. */
export function adding<Subject>(parts: readonly Part<Subject>[]): (subject: Subject) => Span {
  return (subject) => {
    let [low, high] = [0, 0];
    for (const part of parts) {
      const own = "ends" in part ? part.spread(subject) : spanOfPoints(part, part.when.evaluate(subject));
      low += own.low;
      high += own.high;
    }
    return { low, high };
  };
}

/**
 * Whether points reach a threshold: `all`, `any`, `count` and `score` are this one thing. What is certain lies between the
 * points that are certain and those still possible.
 */
export function reaching<Subject>(parts: readonly Part<Subject>[], atLeast: number): (subject: Subject) => Truth {
  const ends = endsOfAll(parts);

  // What is certain and what is still possible draw together with each part, until both are on one side.
  return (subject) => {
    let certain = ends.low;
    let possible = ends.high;
    for (const part of parts) {
      if (certain >= atLeast) return TRUE;
      if (possible < atLeast) return FALSE;
      if ("ends" in part) {
        const { low, high } = part.spread(subject);
        certain += low - part.ends.low;
        possible += high - part.ends.high;
        continue;
      }
      const { points, when } = part;
      const truth = when.evaluate(subject);
      if (truth === UNDECIDED) continue;
      if ((truth === TRUE) === points > 0) certain += Math.abs(points);
      else possible -= Math.abs(points);
    }
    return certainly(certain >= atLeast, possible < atLeast);
  };
}
