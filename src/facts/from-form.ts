import type { Pointer } from "../problems/index.js";
import type { AppProfile } from "../profile/index.js";
import { type Domain, type FactValue, isInDomain, type NumberDomain, valuesOf } from "./domain.js";
import { asForMost, atLeast, type Catalogue, type Derived, exact, type Fact, unknown } from "./fact.js";
import { fieldLines, fieldPointer, fieldReader, fieldTest, refuseValue, type Seen } from "./field-truth.js";
import { fold } from "./fold.js";
import type { FactForm, FactRecord, FactRecords, FieldCondition, Meanings } from "./form.js";
import { distinctMembers } from "./members.js";
import { FALSE, TRUE, UNDECIDED } from "./truth.js";

/** What it costs to answer a question of which nobody says it, in minutes. */
const usualCost = 5;

const numbersInWords = ({ min, max, whole }: NumberDomain) => {
  const kind = whole ? "a whole number" : "a number";
  return max === undefined ? `${kind} from ${min} on` : `${kind} from ${min} to ${max}`;
};

/** The values of a domain, for a person. */
function expectedOf(domain: Domain): string {
  if (domain.kind === "number") return numbersInWords(domain);
  if (domain.kind === "boolean") return "true or false";
  const values = valuesOf(domain).join(", ");
  if (domain.kind === "set") return domain.open ? "a list of texts" : `a list of some of ${values}`;
  return `one of ${values}`;
}

/** What a value that stands in a profile means: itself, or what `as` says of it. */
function meaningOf(value: unknown, as: Meanings | undefined): unknown {
  if (as === undefined || typeof value === "object") return value;
  const key = String(value);
  return Object.hasOwn(as, key) ? as[key] : value;
}

const isPartial = ({ partial }: AppProfile, list: Pointer): boolean => partial?.includes(list) ?? false;

/** A reader of the value at a place. */
function valueReader(domain: Domain, place: Pointer, as: Meanings | undefined): (profile: AppProfile) => Derived {
  const read = fieldReader(place);
  const told = (seen: unknown): unknown => {
    if (domain.kind !== "set" || !Array.isArray(seen)) return meaningOf(seen, as);
    const members = seen.map((member) => meaningOf(member, as)).filter((member) => member !== null);
    return distinctMembers(domain, members);
  };
  return (profile) => {
    const seen = read(profile);
    if (seen === undefined) return unknown;
    const value = told(seen);
    if (!isInDomain(domain, value)) return refuseValue(place, expectedOf(domain), seen);
    const kept = value as FactValue; // as the domain has it
    return domain.kind === "set" && isPartial(profile, place) ? atLeast(kept) : exact(kept);
  };
}

/** A reader of whether what stands at a place is like something. */
function testReader(place: Pointer, where: FieldCondition): (profile: AppProfile) => Derived {
  const read = fieldReader(place);
  const { evaluate } = fieldTest(where);
  return (profile) => {
    const truth = evaluate({ value: read(profile), place });
    return truth === UNDECIDED ? unknown : exact(truth === TRUE);
  };
}

/** The entries of a list in a profile, as long as it has one. */
function entriesAt(list: Pointer): (profile: AppProfile) => readonly unknown[] | undefined {
  const read = fieldReader(list);
  return (profile) => {
    const entries = read(profile);
    if (entries === undefined || Array.isArray(entries)) return entries;
    return refuseValue(list, "a list", entries);
  };
}

type EachForm = Extract<FactForm, { readonly each: Pointer }>;

/** What an entry adds: nothing (`null`), or it does not say (`undefined`). */
function entryReader(domain: Domain, form: EachForm): (entry: Seen) => unknown {
  const { where } = form;
  const evaluate = where === undefined ? () => TRUE : fieldTest(where).evaluate;
  if (!("take" in form)) {
    return (entry) => {
      const truth = evaluate(entry);
      return truth === UNDECIDED ? undefined : truth === TRUE;
    };
  }
  const { take, as } = form;
  const read = fieldReader(take);
  const isValue = (value: unknown) => isInDomain(domain, domain.kind === "set" ? [value] : value);
  return (entry) => {
    const truth = evaluate(entry);
    if (truth === FALSE) return null;
    const seen = read(entry.value);
    const value = meaningOf(seen, as);
    if (value === undefined || value === null) return value;
    if (!isValue(value)) return refuseValue(`${entry.place}${fieldPointer(take)}`, expectedOf(domain), seen);
    return truth === UNDECIDED ? undefined : value;
  };
}

/** The parts of an entry that make it count: what is taken from it, or the fields that are asked for; where it is open, also those that it does not say. */
function partsOf(form: EachForm): (entry: unknown, isOpen: boolean) => readonly Pointer[] {
  const fields =
    "take" in form ? [form.take] : form.where === undefined ? [] : fieldLines(form.where).map(({ field }) => field);
  const parts = [...new Set(fields)].map((field) => ({ pointer: fieldPointer(field), read: fieldReader(field) }));
  return (entry, isOpen) => {
    const told = parts.filter(({ read }) => isOpen || read(entry) !== undefined).map(({ pointer }) => pointer);
    return told.length > 0 ? told : [""];
  };
}

/** Which entries a value rests on: those that give it, and, while it may still rise, those that do not say. */
function counts(domain: Domain, derived: Derived, value: unknown): boolean {
  if (value === undefined) return derived.kind !== "exact";
  if (domain.kind === "ordinal") return derived.kind !== "unknown" && value === derived.value;
  return value !== null && value !== false;
}

function listFact(domain: Domain, form: EachForm): Readers {
  const { each } = form;
  const entriesOf = entriesAt(each);
  const answerOf = entryReader(domain, form);
  const partsIn = partsOf(form);
  const seenAt = (value: unknown, index: number): Seen => ({ value, place: `${each}/${index}` });
  return {
    derive: (profile) => {
      const entries = entriesOf(profile);
      if (entries === undefined) return unknown;
      return fold(domain, entries.map(seenAt), answerOf, isPartial(profile, each));
    },
    locate: (profile, derived) => {
      const pointers = (entriesOf(profile) ?? []).map(seenAt).flatMap((entry) => {
        const answer = answerOf(entry);
        if (!counts(domain, derived, answer)) return [];
        return partsIn(entry.value, answer === undefined).map((part) => `${entry.place}${part}`);
      });
      return pointers.length > 0 ? pointers : [each];
    },
  };
}

/** What reads a fact, whatever its domain. */
interface Readers extends Pick<Fact, "locate"> {
  readonly derive: (profile: AppProfile) => Derived;
}

function readersOf(domain: Domain, from: FactForm): Readers & Pick<Fact, "answerAt"> {
  if ("each" in from) return { answerAt: [from.each], ...listFact(domain, from) };
  if ("where" in from) {
    const places = fieldLines(from.where).map(({ field }): Pointer => `${from.read}${fieldPointer(field)}`);
    const answerAt = [...new Set(places)];
    const told = (profile: AppProfile) => answerAt.filter((place) => fieldReader(place)(profile) !== undefined);
    return { answerAt, derive: testReader(from.read, from.where), locate: told };
  }
  return { answerAt: [from.read], derive: valueReader(domain, from.read, from.as) };
}

/** No facts of a policy's own. */
export type NoRecords = Readonly<Record<never, FactRecord>>;

/** Facts with those that records describe. */
export type FactsWith<Facts extends Catalogue, Own extends FactRecords> = Facts & {
  readonly [Name in keyof Own & string]: Fact<Own[Name]["domain"]>;
};

/** Makes a fact out of a record: whatever reads it, and whatever says where it stands, follows from its form. */
export function factFromRecord({ question, domain, from, cost = usualCost, ...notes }: FactRecord): Fact {
  return { ...asForMost, ...notes, question, domain, cost, from, ...readersOf(domain, from) };
}

/** The facts that records describe. */
export const factsFromRecords = (records: FactRecords): Catalogue =>
  Object.fromEntries(Object.entries(records).map(([name, record]) => [name, factFromRecord(record)]));

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

/** Whether two facts have the same values, read from the same place: what is read by functions is the same when it is one. */
export function isSameFact(one: Fact | undefined, other: Fact | undefined): boolean {
  if (one === other) return true;
  const readingOf = ({ domain, from }: Fact) => JSON.stringify([domain, from]);
  return one?.from !== undefined && other?.from !== undefined && readingOf(one) === readingOf(other);
}
