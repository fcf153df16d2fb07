import { keysOf, PlimsollError, type Pointer } from "../problems/index.js";
import { shown } from "../shapes/index.js";
import type { FieldCondition, FieldLine } from "./form.js";
import { certainly, FALSE, not, TRUE, type Truth, UNDECIDED } from "./truth.js";

/** Whether what stands at a place is as a condition asks. */
export type FieldTruth = (value: unknown, place: Pointer) => Truth;

/** Something stands in a profile that a form cannot read. */
export function refuseValue(pointer: Pointer, expected: string, seen: unknown): never {
  const message = `Expected ${expected}, but saw ${shown(seen)}.`;
  throw new PlimsollError("invalid-profile", [{ pointer, code: "wrong-type", message }]);
}

/** Own fields that JSON would write: no length of a list, and nothing that is inherited. */
const isField = Object.prototype.propertyIsEnumerable;

/** What stands below a value: nothing, when it has no such field of its own, and `null` below what is `null`. */
export function inside(value: unknown, key: string): unknown {
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

/** What a line asks of a value that is told, and not `null`. */
function askedOf(line: FieldLine): FieldTruth {
  if ("is" in line) {
    const values: readonly unknown[] = [line.is].flat();
    return (value) => isTrue(values.includes(value));
  }
  if ("isEmpty" in line || "includesAny" in line || "includesAll" in line) {
    const ask = (members: readonly unknown[]): boolean => {
      if ("isEmpty" in line) return (members.length === 0) === line.isEmpty;
      return "includesAny" in line
        ? line.includesAny.some((member) => members.includes(member))
        : line.includesAll.every((member) => members.includes(member));
    };
    return (value, place) => (Array.isArray(value) ? isTrue(ask(value)) : refuseValue(place, "a list", value));
  }
  const ask = (value: number): boolean => {
    if ("atLeast" in line) return value >= line.atLeast;
    if ("atMost" in line) return value <= line.atMost;
    if ("above" in line) return value > line.above;
    if ("below" in line) return value < line.below;
    return value >= line.between[0] && value <= line.between[1];
  };
  return (value, place) => (typeof value === "number" ? isTrue(ask(value)) : refuseValue(place, "a number", value));
}

function lineTruth(line: FieldLine): FieldTruth {
  const read = fieldReader(line.field);
  const asked = askedOf(line);
  const below = fieldPointer(line.field);
  const ofNull = isTrue("is" in line && [line.is].flat().includes(null));
  return (entry, place) => {
    const value = read(entry);
    if (value === undefined) return UNDECIDED;
    return value === null ? ofNull : asked(value, `${place}${below}`);
  };
}

function enough(parts: readonly FieldTruth[], atLeast: number): FieldTruth {
  return (entry, place) => {
    let certain = 0;
    let possible = 0;
    for (const part of parts) {
      const truth = part(entry, place);
      if (truth === TRUE) certain++;
      if (truth !== FALSE) possible++;
    }
    return certainly(certain >= atLeast, possible < atLeast);
  };
}

/** Prepares a condition over fields, to be asked of many entries. */
export function fieldTruth(condition: FieldCondition): FieldTruth {
  if ("field" in condition) return lineTruth(condition);
  if ("not" in condition) {
    const part = fieldTruth(condition.not);
    return (entry, place) => not(part(entry, place));
  }
  if ("all" in condition) return enough(condition.all.map(fieldTruth), condition.all.length);
  if ("any" in condition) return enough(condition.any.map(fieldTruth), 1);
  return enough(condition.count.map(fieldTruth), condition.atLeast);
}

/** The lines of a condition over fields. */
export function fieldLines(condition: FieldCondition): readonly FieldLine[] {
  if ("field" in condition) return [condition];
  if ("not" in condition) return fieldLines(condition.not);
  const parts = "all" in condition ? condition.all : "any" in condition ? condition.any : condition.count;
  return parts.flatMap(fieldLines);
}
