import { type Domain, type SetDomain, valuesOf } from "./domain.js";
import { type FieldTest, fieldPointer, fieldReader, fieldTest, refuseValue } from "./field-truth.js";
import type { EachForm, TakeForm } from "./form.js";
import { type Known, membersFrom, no, span, untold, yes } from "./known.js";
import { expectedOf, meaningOf } from "./meaning.js";
import { distinctMembers } from "./members.js";
import { FALSE, TRUE, type Truth, truthOf, UNDECIDED } from "./truth.js";

/** What the entries of a list came to so far. */
export interface Sum {
  readonly tally: Tally;
  /** How many entries count; of levels, the highest rank. */
  certain: number;
  /** How many more may; of levels, the highest rank that may be; of members, how many entries do not say theirs. */
  open: number;
  /** The members that entries have. */
  readonly members: string[];
  /** Those that entries have of which it is open whether they count. */
  readonly perhaps: string[];
}

/** What puts together what the entries of a list say of one fact. */
export interface Tally {
  readonly add: (sum: Sum, entry: unknown) => void;
  readonly known: (sum: Sum, isPartial: boolean) => Known;
  /** What is known where there is no list. */
  readonly untold: Known;
  /** Whether what is known rests on an entry: it gives the value, or does not say, so that the value may still be another. */
  readonly restsOn: (entry: unknown, known: Known) => Truth;
}

export const beginning = (tally: Tally): Sum => ({
  tally,
  certain: 0,
  open: 0,
  members: [],
  perhaps: [],
});

const every: FieldTest = { evaluate: () => TRUE };

/** Counts the entries that are like something; for yes or no, whether there is one. */
function counting(domain: Domain, { evaluate }: FieldTest): Tally {
  const isCount = domain.kind === "number";
  const open = untold(domain);
  return {
    untold: open,
    add: (sum, entry) => {
      const truth = evaluate(entry);
      if (truth === TRUE) sum.certain++;
      else if (truth === UNDECIDED) sum.open++;
    },
    known: (sum, isPartial) => {
      const { certain } = sum;
      if (isCount) return span(certain, isPartial ? Number.POSITIVE_INFINITY : certain + sum.open);
      if (certain > 0) return yes;
      return isPartial || sum.open > 0 ? open : no;
    },
    restsOn: evaluate,
  };
}

/** What is taken from an entry: `null` where that adds nothing, `undefined` where it does not say. */
function taking(domain: Domain, { take, as }: TakeForm): (entry: unknown) => unknown {
  const read = fieldReader(take);
  const isValue = new Set<unknown>(valuesOf(domain));
  const isOpen = domain.kind === "set" && domain.open;
  return (entry) => {
    const seen = read(entry);
    const value = as === undefined ? seen : meaningOf(seen, as);
    if (value === undefined || value === null || isValue.has(value)) return value;
    if (isOpen && typeof value === "string") return value;
    return refuseValue(fieldPointer(take), expectedOf(domain), seen);
  };
}

/** The highest level that stands in the entries that are like something. */
function highest(domain: Domain, { evaluate }: FieldTest, takenFrom: (entry: unknown) => unknown): Tally {
  const values: readonly unknown[] = valuesOf(domain);
  const ranks = new Map(values.map((value, rank) => [value, rank]));
  const top = values.length - 1;
  return {
    untold: untold(domain),
    add: (sum, entry) => {
      const truth = evaluate(entry);
      if (truth === FALSE) return;
      const value = takenFrom(entry);
      const rank = value === undefined ? top : (ranks.get(value) ?? 0);
      if (rank > sum.open) sum.open = rank;
      if (rank > sum.certain && truth === TRUE && value !== undefined) sum.certain = rank;
    },
    known: ({ certain, open }, isPartial) => span(certain, isPartial ? top : open),
    restsOn: (entry, { low }) => {
      const truth = evaluate(entry);
      const value = truth === FALSE ? null : takenFrom(entry);
      if (value === undefined || truth === UNDECIDED) return UNDECIDED;
      return truthOf(ranks.get(value) === low);
    },
  };
}

/** The members that stand in the entries that are like something. */
function gathering(domain: SetDomain, { evaluate }: FieldTest, takenFrom: (entry: unknown) => unknown): Tally {
  // What is taken is a member, and distinct members are.
  const distinct = (members: readonly unknown[]) => distinctMembers(domain, members) as readonly string[];
  return {
    untold: untold(domain),
    add: (sum, entry) => {
      const truth = evaluate(entry);
      const value = truth === FALSE ? null : takenFrom(entry);
      if (value === undefined) sum.open++;
      if (typeof value !== "string") return;
      if (truth === TRUE) sum.members.push(value);
      else sum.perhaps.push(value);
    },
    known: ({ members, perhaps, open }, isPartial) => {
      const certain = distinct(members);
      if (isPartial || open > 0) return membersFrom(certain, undefined);
      return membersFrom(certain, perhaps.length === 0 ? certain : distinct([...members, ...perhaps]));
    },
    restsOn: (entry) => {
      const truth = evaluate(entry);
      const value = truth === FALSE ? null : takenFrom(entry);
      return value === undefined ? UNDECIDED : value === null ? FALSE : truth;
    },
  };
}

/** Prepares what a form takes from the entries of its list. */
export function tallyOf(domain: Domain, form: EachForm | TakeForm): Tally {
  const test = form.where === undefined ? every : fieldTest(form.where);
  if (!("take" in form)) return counting(domain, test);
  const takenFrom = taking(domain, form);
  return domain.kind === "set" ? gathering(domain, test, takenFrom) : highest(domain, test, takenFrom);
}
