import { type Fact, isMadeOfDates, isToldAsItIs } from "../facts/index.js";
import type { Pointer } from "../problems/index.js";
import type { AppProfile } from "../profile/index.js";
import type { Answering } from "./answering.js";
import { places } from "./places.js";
import { valueAt } from "./pointed.js";

/**
 * One thing that a person can be asked of an app: where in the profile the answer belongs, and how it is answered.
 *
 * @example
 * ```ts
 * import { standardFacts } from "plimsoll";
 * import { openFields, type ProfileField } from "plimsoll/analysis";
 *
 * const stock = { id: "stock", name: "Stock list", integrations: [{ system: "ERP", role: "system-of-record" as const }] };
 * const fields: readonly ProfileField[] = openFields(stock, standardFacts.systemsWritten);
 *
 * fields.map(({ pointer }) => pointer); // → ["/integrations/0/direction"]
 * fields[0]?.question; // → "What does it do in ERP: read, write, or both?"
 * ```
 */
export interface ProfileField {
  /** Where in the profile the answer belongs, as a JSON Pointer. */
  readonly pointer: Pointer;
  readonly question: string;
  readonly answering: Answering;
}

/** How a place is asked for, whatever it holds. */
export interface Place {
  readonly question: string;
  readonly answering: Answering;
  /** Of a list of entries: the field that holds their names, what they are called, and what each is asked. */
  readonly entries?: {
    readonly named: string;
    readonly called: readonly string[];
    /** The field of which people write a value where a name is asked for. */
    readonly takenForName: string | undefined;
    readonly fields: Readonly<Record<string, Place>>;
  };
}

/** What the table may say of a place, whatever its type. */
type Row = Answering & {
  readonly question: string;
  readonly named?: string;
  readonly called?: readonly string[];
  readonly takenForName?: string;
  readonly fields?: Readonly<Record<string, Row>>;
};

const mapped = <Value, Made>(record: Readonly<Record<string, Value>>, make: (value: Value) => Made) =>
  Object.fromEntries(Object.entries(record).map(([key, value]) => [key, make(value)]));

function placeOf({ question, named, called, takenForName, fields, ...answering }: Row): Place {
  if (named === undefined || called === undefined) return { question, answering };
  return { question, answering, entries: { named, called, takenForName, fields: mapped(fields ?? {}, placeOf) } };
}

const isRow = (part: Row | Readonly<Record<string, Row>>): part is Row => typeof part.kind === "string";

/** Every place outside of entries, by its pointer. */
const placesByPointer: ReadonlyMap<Pointer, Place> = new Map(
  Object.entries<Row | Readonly<Record<string, Row>>>(places).flatMap(([part, row]) =>
    isRow(row)
      ? [[`/${part}`, placeOf(row)] as const]
      : Object.entries(row).map(([field, inner]) => [`/${part}/${field}`, placeOf(inner)] as const),
  ),
);

/** The pointers that a person can be asked for, entries of lists aside. */
export const placePointers: readonly Pointer[] = [...placesByPointer.keys()];

/** An organisation's own field, as the fact that reads it says what it holds. */
function ownPlace(fact: Fact): Place {
  const { question, domain } = fact;
  if (isMadeOfDates(fact)) return { question, answering: { kind: "date" } };
  const words = (values: readonly string[]) => Object.fromEntries(values.map((value) => [value, value]));
  switch (domain.kind) {
    case "number":
      return { question, answering: domain };
    case "boolean":
      return { question, answering: { kind: "yes-or-no" } };
    case "ordinal":
      return { question, answering: { kind: "choice", choices: words(domain.levels) } };
    case "enum":
      return { question, answering: { kind: "choice", choices: words(domain.values) } };
    case "set":
      return domain.open
        ? { question, answering: { kind: "names", known: domain.members } }
        : { question, answering: { kind: "several", choices: words(domain.members) } };
  }
}

/** How the answer to a fact is asked for at a pointer; nothing, where a person cannot be asked. */
export function placeAt(pointer: Pointer, fact: Fact | undefined): Place | undefined {
  const part = fact?.compared?.find(({ answerAt }) => answerAt.includes(pointer));
  if (part !== undefined) return placeAt(pointer, part);
  if (fact === undefined || !/^\/extensions\/[^/]/.test(pointer)) return placesByPointer.get(pointer);
  return isToldAsItIs(fact) || isMadeOfDates(fact) ? ownPlace(fact) : undefined;
}

const entriesAt = (profile: AppProfile, pointer: Pointer): readonly unknown[] => {
  const value = valueAt(profile, pointer);
  return Array.isArray(value) ? value : [];
};

/** The names of what stands in a list; what has no name is not told here. */
export function namesIn(profile: AppProfile, pointer: Pointer, { entries }: Place): readonly string[] {
  return entriesAt(profile, pointer).flatMap((entry) => {
    const name = entries === undefined ? entry : valueAt(entry, `/${entries.named}`);
    return typeof name === "string" ? [name] : [];
  });
}

/** What an entry of a list is called in a question. */
export function calledOf(entry: unknown, { entries }: Place): string {
  const told = (entries?.called ?? []).find((words) =>
    [...words.matchAll(/\{(\w+)\}/g)].every(([, key]) => valueAt(entry, `/${key}`) !== undefined),
  );
  return (told ?? "").replaceAll(/\{(\w+)\}/g, (_, key) => String(valueAt(entry, `/${key}`)));
}

/** What may be written in the place of a name, and where it belongs; nothing, where names are all that there is. */
export function valuesTakenForNames({ entries }: Place) {
  const key = entries?.takenForName;
  const answering = key === undefined ? undefined : entries?.fields[key]?.answering;
  if (key === undefined || answering?.kind !== "choice") return undefined;
  return { key, values: Object.keys(answering.choices) };
}
