import { type Domain, type FactValue, valuesOf } from "./domain.js";
import { distinctMembers } from "./members.js";
import { atLeast, atMost, between, type Derived, exact, unknown } from "./reading.js";

/** Between what and what a fact in order lies: numbers as they are, levels and values by their ranks, false as 0 and true as 1. */
export interface Span {
  readonly low: number;
  readonly high: number;
}

/** Which members a set certainly has, and which it may have; `undefined`, where any may turn up. */
interface Members {
  readonly certain: readonly string[];
  readonly possible: readonly string[] | undefined;
}

/** What is known of a fact; of one of which nothing is told, what its domain lets it be. */
export interface Known extends Span, Members {
  readonly isTold: boolean;
  /** A small number of its own for what comes up again and again, the same wherever the same is known of a fact; else 0. */
  readonly key: number;
}

/** The keys of what is known of a fact of which nothing is told, and of a set that has no members. */
const ofUntold = 1;
const ofEmpty = 2;
const ofFew = 3;

const none: readonly string[] = [];

const inOrder = (low: number, high: number, isTold: boolean, key: number): Known => ({
  low,
  high,
  certain: none,
  possible: none,
  isTold,
  key,
});

/** What is known of a fact in order. */
export const span = (low: number, high: number): Known => inOrder(low, high, true, 0);

/** Of so many small numbers and ranks, what is known is made once. */
const fewest = 12;
const few: readonly (readonly Known[])[] = /* @__PURE__ */ Array.from({ length: fewest }, (_, low) =>
  Array.from({ length: fewest }, (__, high) => inOrder(low, high, true, ofFew + low * fewest + high)),
);

/** What is known of a count, or of a rank. */
export function counted(low: number, high: number): Known {
  return (high < fewest ? few[low]?.[high] : undefined) ?? span(low, high);
}

const ofSet = (certain: readonly string[], possible: readonly string[] | undefined, isTold: boolean, key: number) => ({
  low: 0,
  high: 0,
  certain,
  possible,
  isTold,
  key,
});

const emptySet: Known = /* @__PURE__ */ ofSet(none, none, true, ofEmpty);

/** What is known of a set. */
export const membersFrom = (certain: readonly string[], possible: readonly string[] | undefined): Known =>
  possible?.length === 0 ? emptySet : ofSet(certain, possible, true, 0);

/** The ranks of values in order. */
const ranks = (domain: Domain): Span => ({ low: 0, high: valuesOf(domain).length - 1 });

/** From the least to the most that a value in order can be. */
export const spanOf = (domain: Domain): Span =>
  domain.kind === "number" ? { low: domain.min, high: domain.max ?? Number.POSITIVE_INFINITY } : ranks(domain);

/** What is known of yes or no. */
export const yes: Known = /* @__PURE__ */ counted(1, 1);
export const no: Known = /* @__PURE__ */ counted(0, 0);

/** Whether there is just one value left. */
export const isExact = ({ low, high, certain, possible }: Known): boolean =>
  low === high && certain.length === possible?.length;

/** Nothing is told. */
export function untold(domain: Domain): Known {
  if (domain.kind === "set") return ofSet(none, undefined, false, ofUntold);
  const { low, high } = spanOf(domain);
  return inOrder(low, high, false, ofUntold);
}

/** What a derivation tells, for whoever holds it against lines. */
export function knownOf(domain: Domain, derived: Derived): Known {
  if (derived.kind === "unknown") return untold(domain);
  const { kind, value } = derived;
  const upTo = kind === "between" ? derived.upTo : value;
  if (domain.kind === "set") {
    // Derivations are held to their domain, and distinct members are still members.
    const membersOf = (members: FactValue) =>
      distinctMembers(domain, members as readonly string[]) as readonly string[];
    return membersFrom(kind === "at-most" ? none : membersOf(value), kind === "at-least" ? undefined : membersOf(upTo));
  }
  const { low, high } = spanOf(domain);
  // The values of an enum have no order, so that less or more than one tells nothing of them.
  if (domain.kind === "enum" && kind !== "exact") return span(low, high);
  const values = valuesOf(domain);
  const rankOf = (each: FactValue) => (typeof each === "number" ? each : values.indexOf(each));
  return span(kind === "at-most" ? low : rankOf(value), kind === "at-least" ? high : rankOf(upTo));
}

function toldOfSet({ certain, possible }: Members): Derived {
  if (possible === undefined) return atLeast(certain);
  if (possible.length === certain.length) return exact(certain);
  return certain.length === 0 ? atMost(possible) : between(certain, possible);
}

/** Numbers are told as they are, values in order by their ranks. */
function valueFrom(domain: Domain): (rank: number) => FactValue {
  if (domain.kind === "number") return (value) => value;
  const values = valuesOf(domain);
  return (rank) => values[rank] ?? rank;
}

/** Prepares what is known of a fact to be told to whoever asks for it. */
export function teller(domain: Domain): (known: Known) => Derived {
  if (domain.kind === "set") return (known) => (known.isTold ? toldOfSet(known) : unknown);
  const ends = spanOf(domain);
  const isInOrder = domain.kind !== "enum";
  const valueAt = valueFrom(domain);
  return ({ isTold, low, high }) => {
    if (isTold && low === high) return exact(valueAt(low));
    if (!isTold || !isInOrder) return unknown;
    if (high === ends.high) return atLeast(valueAt(low));
    return low === ends.low ? atMost(valueAt(high)) : between(valueAt(low), valueAt(high));
  };
}

/** What is known of a fact, as whoever asks for it is told. */
export const toldOf = (domain: Domain, known: Known): Derived => teller(domain)(known);
