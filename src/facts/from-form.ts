import { keysOf, type Pointer } from "../problems/index.js";
import type { AppProfile } from "../profile/index.js";
import { type Domain, isInDomain, type NumberDomain, valuesOf } from "./domain.js";
import { asForMost, atLeast, type Catalogue, type Derived, exact, type Fact, unknown } from "./fact.js";
import { fieldLines, fieldPointer, fieldReader, fieldTruth, inside, refuseValue } from "./field-truth.js";
import { fold } from "./fold.js";
import type { FactForm, FactRecord, FactRecords, FieldCondition, Meanings } from "./form.js";
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
function valueReader(domain: Domain, place: Pointer, as: Meanings | undefined): Fact["derive"] {
  const read = fieldReader(place);
  const membersOf = (value: unknown): unknown =>
    Array.isArray(value)
      ? [...new Set(value.map((member) => meaningOf(member, as)))].filter((member) => member !== null)
      : value;
  return (profile) => {
    const seen = read(profile);
    if (seen === undefined) return unknown;
    const value = domain.kind === "set" ? membersOf(seen) : meaningOf(seen, as);
    if (!isInDomain(domain, value)) return refuseValue(place, expectedOf(domain), seen);
    const told = value as never; // as the domain has it
    return domain.kind === "set" && isPartial(profile, place) ? atLeast(told) : exact(told);
  };
}

/** A reader of whether what stands at a place is like something. */
function testReader(place: Pointer, where: FieldCondition): Fact["derive"] {
  const read = fieldReader(place);
  const holds = fieldTruth(where);
  return (profile) => {
    const truth = holds(read(profile), place);
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
function entryReader(domain: Domain, form: EachForm): (entry: unknown, place: Pointer) => unknown {
  const { where } = form;
  const holds = where === undefined ? () => TRUE : fieldTruth(where);
  if (!("take" in form)) {
    return (entry, place) => {
      const truth = holds(entry, place);
      return truth === UNDECIDED ? undefined : truth === TRUE;
    };
  }
  const { take, as } = form;
  const read = fieldReader(take);
  const isValue = (value: unknown) => isInDomain(domain, domain.kind === "set" ? [value] : value);
  return (entry, place) => {
    const truth = holds(entry, place);
    if (truth === FALSE) return null;
    const seen = read(entry);
    const value = meaningOf(seen, as);
    if (value === undefined || value === null) return value;
    if (!isValue(value)) return refuseValue(`${place}${fieldPointer(take)}`, expectedOf(domain), seen);
    return truth === UNDECIDED ? undefined : value;
  };
}

/** The parts of an entry that make it count: what is taken from it, or the fields that are asked for and told. */
function partsOf(form: EachForm, isOpen: boolean): (entry: unknown) => readonly Pointer[] {
  const fields =
    "take" in form ? [form.take] : form.where === undefined ? [] : fieldLines(form.where).map(({ field }) => field);
  const parts = [...new Set(fields)].map((field) => ({ pointer: fieldPointer(field), read: fieldReader(field) }));
  return (entry) => {
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

function listFact(domain: Domain, form: EachForm): Pick<Fact, "derive" | "locate"> {
  const { each } = form;
  const entriesOf = entriesAt(each);
  const answerOf = entryReader(domain, form);
  const [toldParts, openParts] = [partsOf(form, false), partsOf(form, true)];
  const placeOf = (index: number): Pointer => `${each}/${index}`;
  return {
    derive: (profile) => {
      const entries = entriesOf(profile);
      if (entries === undefined) return unknown;
      const answers = entries.map((entry, index) => answerOf(entry, placeOf(index)));
      return fold(domain, answers, (answer) => answer, isPartial(profile, each));
    },
    locate: (profile, derived) => {
      const pointers = (entriesOf(profile) ?? []).flatMap((entry, index) => {
        const answer = answerOf(entry, placeOf(index));
        if (!counts(domain, derived, answer)) return [];
        const parts = answer === undefined ? openParts(entry) : toldParts(entry);
        return parts.map((part) => `${placeOf(index)}${part}`);
      });
      return pointers.length > 0 ? pointers : [each];
    },
  };
}

/** The places that a test looks at: the fields that are told, or all of them. */
function testPlaces(place: Pointer, where: FieldCondition): readonly Pointer[] {
  return [...new Set(fieldLines(where).map(({ field }) => `${place}${fieldPointer(field)}`))];
}

function readersOf(domain: Domain, from: FactForm): Pick<Fact, "answerAt" | "derive" | "locate"> {
  if ("each" in from) return { answerAt: [from.each], ...listFact(domain, from) };
  if ("where" in from) {
    const answerAt = testPlaces(from.read, from.where);
    const told = (profile: AppProfile) =>
      answerAt.filter((place) => keysOf(place).reduce<unknown>(inside, profile) !== undefined);
    return { answerAt, derive: testReader(from.read, from.where), locate: told };
  }
  return { answerAt: [from.read], derive: valueReader(domain, from.read, from.as) };
}

/** Facts with those that records describe. */
export type FactsWith<Facts extends Catalogue, Own extends FactRecords> = Facts & {
  readonly [Name in keyof Own & string]: Fact<Own[Name]["domain"]>;
};

/** Makes a fact out of a record: whatever reads it, and whatever says where it stands, follows from its form. */
export function factFromRecord({ question, domain, from, cost = usualCost, ...notes }: FactRecord): Fact {
  return { ...asForMost, ...notes, question, domain, cost, from, ...readersOf(domain, from) };
}

const made = new WeakMap<FactRecords, Catalogue>();

/** The facts that records describe, made once for the same records. */
export function factsFromRecords(records: FactRecords): Catalogue {
  const known = made.get(records);
  if (known !== undefined) return known;
  const facts = Object.fromEntries(Object.entries(records).map(([name, record]) => [name, factFromRecord(record)]));
  made.set(records, facts);
  return facts;
}

/** Whether what stands where a fact is answered is its value, and not something that the value follows from. */
export const isToldAsItIs = ({ from }: Fact): boolean =>
  from === undefined || ("read" in from && !("where" in from) && from.as === undefined);

/** Whether two facts have the same values, read from the same place: what is read by functions is the same when it is one. */
export function isSameFact(one: Fact, other: Fact): boolean {
  if (one === other) return true;
  const readingOf = ({ domain, from }: Fact) => JSON.stringify([domain, from]);
  return one.from !== undefined && other.from !== undefined && readingOf(one) === readingOf(other);
}
