import { type Domain, type FactValue, valuesOf } from "./domain.js";
import type { Catalogue, Fact } from "./fact.js";
import type { FactRecord, FactRecords } from "./form.js";
import { answersAt } from "./read-form.js";

/** No facts of a policy's own. */
export type NoRecords = Readonly<Record<never, FactRecord>>;

/** The facts that records describe. */
type FactsOf<Records extends FactRecords> = {
  readonly [Name in keyof Records & string]: Fact<Records[Name]["domain"]>;
};

/** Facts with those that records describe. */
export type FactsWith<Facts extends Catalogue, Own extends FactRecords> = Facts & FactsOf<Own>;

/** What is as for most facts, where a record does not say: an answer costs five minutes, work could change it, and more means more risk. */
const asForMost = { cost: 5, changeable: true, risk: "rising" } as const;

/** A fact as its record describes it, with what the record leaves out. Of facts that it names and that are not there, nothing is known. */
function factOf(record: FactRecord, named: (name: string) => Fact | undefined): Fact {
  const { from } = record;
  if (!("more" in from)) return { ...asForMost, ...record, answerAt: answersAt(from) };
  const [greater, lesser] = [named(from.more), named(from.than)];
  if (greater === undefined || lesser === undefined) return { ...asForMost, ...record, answerAt: [] };
  const answerAt = [...new Set([...greater.answerAt, ...lesser.answerAt])];
  const compared: Fact["compared"] = [greater, lesser];
  return { ...asForMost, ...record, answerAt, compared };
}

/**
 * The facts that records describe.
 *
 * @param given Others that records may name.
 */
export function factsOfRecords<Records extends FactRecords>(records: Records, given: Catalogue = {}): FactsOf<Records> {
  const named = (name: string): Fact | undefined => {
    const own = Object.hasOwn(records, name) ? records[name] : undefined;
    if (own === undefined) return Object.hasOwn(given, name) ? given[name] : undefined;
    // What is held against another fact is held against none.
    return "more" in own.from ? undefined : made.get(name);
  };
  const entries = Object.entries(records);
  const made = new Map(
    entries.flatMap(([name, record]) =>
      "more" in record.from ? [] : [[name, factOf(record, () => undefined)] as const],
    ),
  );
  // Each has the domain of its record.
  return Object.fromEntries(
    entries.map(([name, record]) => [name, made.get(name) ?? factOf(record, named)]),
  ) as FactsOf<Records>;
}

const endsOf = (domain: Domain) => (domain.kind === "number" ? [domain.min, domain.max] : []);

/**
 * The value of a fact that means the least risk; nothing, where there is none.
 *
 * @param numbers The numbers to choose from, the lowest first; the ends of the domain when left out.
 */
export function leastRisk(
  { domain, risk }: Fact,
  numbers: readonly (FactValue | undefined)[] = endsOf(domain),
): FactValue | undefined {
  const isFalling = risk === "falling";
  if (domain.kind === "set") return isFalling ? domain.members : [];
  const values = domain.kind === "number" ? numbers : valuesOf(domain);
  return values.at(isFalling ? -1 : 0);
}

/** Whether what stands where a fact is answered is its value, and not something that the value follows from. */
export const isToldAsItIs = ({ from }: Fact): boolean =>
  from === undefined || ("read" in from && !("where" in from) && from.as === undefined);

/** Whether a fact says how long ago a date was, so that it is another on another day. */
export const isMadeOfDates = (fact: Fact | undefined): boolean =>
  fact?.from !== undefined && ("daysSince" in fact.from || (fact.compared ?? []).some(isMadeOfDates));

/** Whether two facts have the same values, read from the same place: what is read by functions is the same when it is one. */
export function isSameFact(one: Fact | undefined, other: Fact | undefined): boolean {
  if (one === other) return true;
  const readingOf = ({ domain, from }: Fact) => JSON.stringify([domain, from]);
  if (one?.from === undefined || other?.from === undefined || readingOf(one) !== readingOf(other)) return false;
  return (one.compared ?? []).every((fact, place) => isSameFact(fact, other.compared?.[place]));
}
