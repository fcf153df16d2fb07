import { nameKey } from "../names/index.js";
import { keysOf, PlimsollError, type Pointer } from "../problems/index.js";
import { shown } from "../shapes/index.js";
import { askedOfRanges, askedOfSets } from "./asked.js";
import { byForm, childrenOf } from "./combined.js";
import type { FieldCondition, FieldLine } from "./form.js";
import { byOperator, type NumberLine, noOperator, type SetLine } from "./line.js";
import { FALSE, not, reaching, TRUE, type Truth, UNDECIDED } from "./truth.js";

/** What stands somewhere in a profile. */
export interface Seen {
  readonly value: unknown;
  readonly place: Pointer;
}

/** A condition over fields, prepared to be asked of many entries. */
interface FieldTest {
  readonly evaluate: (entry: Seen) => Truth;
}

/** Something stands in a profile that a form cannot read. */
export function refuseValue(pointer: Pointer, expected: string, seen: unknown): never {
  const message = `Expected ${expected}, but saw ${shown(seen)}.`;
  throw new PlimsollError("invalid-profile", [{ pointer, code: "wrong-type", message }]);
}

/** Own fields that JSON would write: no length of a list, and nothing that is inherited. */
const isField = Object.prototype.propertyIsEnumerable;

/** What stands below a value: nothing, when it has no such field of its own, and `null` below what is `null`. */
function inside(value: unknown, key: string): unknown {
  if (value === null) return null;
  return typeof value === "object" && isField.call(value, key)
    ? (value as Readonly<Record<string, unknown>>)[key] // its own field
    : undefined;
}

/** A field as a pointer from the entry that it is a field of. */
export const fieldPointer = (field: string): Pointer => (field === "" || field.startsWith("/") ? field : `/${field}`);

/** Prepares the way from an entry to a field of it. */
export function fieldReader(field: string): (entry: unknown) => unknown {
  const keys = keysOf(fieldPointer(field));
  const [only, ...deeper] = keys;
  if (only === undefined) return (entry) => entry;
  if (deeper.length === 0) return (entry) => inside(entry, only);
  return (entry) => keys.reduce(inside, entry);
}

const isTrue = (holds: boolean): Truth => (holds ? TRUE : FALSE);

/** Texts are compared by what they mean as names: one that is no name means itself as well. */
const keyOf = (value: unknown): unknown => (typeof value === "string" ? nameKey(value) : value);

const keysAmong = (values: unknown): ReadonlySet<unknown> => new Set([values].flat().map(keyOf));

/** Whether what stands somewhere is as it is asked. */
type Asking = (value: unknown, place: Pointer) => boolean;

const sets = askedOfSets(keyOf);

const isSetLine = (line: object): line is SetLine =>
  Object.keys(line).some((operator) => Object.hasOwn(sets, operator));

/** What a line asks of a value that is told. */
function askedOf({ field: _, ...line }: FieldLine): Asking {
  if ("is" in line) {
    const asked = keysAmong(line.is);
    return (value) => asked.has(keyOf(value));
  }
  if (isSetLine(line)) {
    const truth = byOperator(line, sets, noOperator);
    return (value, place) => {
      if (!Array.isArray(value)) return refuseValue(place, "a list", value);
      const members = [...keysAmong(value)];
      return truth(members, members) === TRUE;
    };
  }
  const numbers: NumberLine = line;
  const truth = byOperator(numbers, askedOfRanges, noOperator);
  return (value, place) =>
    typeof value === "number" ? truth(value, value) === TRUE : refuseValue(place, "a number", value);
}

function lineTest(line: FieldLine): FieldTest {
  const read = fieldReader(line.field);
  const asked = askedOf(line);
  const below = fieldPointer(line.field);
  const canBeNull = "is" in line;
  const evaluate = (entry: Seen): Truth => {
    const value = read(entry.value);
    if (value === undefined) return UNDECIDED;
    // Of nothing no line holds but the one that asks for it.
    return isTrue((value !== null || canBeNull) && asked(value, `${entry.place}${below}`));
  };
  return { evaluate };
}

const enough = (parts: readonly FieldCondition[], atLeast: number): FieldTest => ({
  evaluate: reaching(
    parts.map((part) => ({ points: 1, when: fieldTest(part) })),
    atLeast,
  ),
});

/** Prepares a condition over fields. */
export function fieldTest(condition: FieldCondition): FieldTest {
  return byForm(condition, {
    field: lineTest,
    all: ({ all }) => enough(all, all.length),
    any: ({ any }) => enough(any, 1),
    not: ({ not: part }) => {
      const { evaluate } = fieldTest(part);
      return { evaluate: (entry) => not(evaluate(entry)) };
    },
    count: ({ count, atLeast }) => enough(count, atLeast),
  });
}

/** The lines of a condition over fields. */
export function fieldLines(condition: FieldCondition): readonly FieldLine[] {
  return "field" in condition ? [condition] : childrenOf(condition).flatMap(({ part }) => fieldLines(part));
}
