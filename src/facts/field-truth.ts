import { nameKey } from "../names/index.js";
import { askedOfRanges, askedOfSets } from "./asked.js";
import { byForm, childrenOf } from "./combined.js";
import type { FieldCondition, FieldLine } from "./form.js";
import { byOperator, type NumberLine, noOperator, type SetLine } from "./line.js";
import { numbersFrom } from "./numbers.js";
import { OpenList } from "./open-list.js";
import { fieldPointer, fieldReader, refuseValue } from "./place.js";
import { FALSE, not, reaching, type Truth, truthOf, UNDECIDED } from "./truth.js";

/** A condition over fields, prepared to be asked of many entries. */
export interface FieldTest {
  readonly evaluate: (entry: unknown) => Truth;
}

/** Texts are compared by what they mean as names: one that is no name means itself as well. */
const keyOf = (value: unknown): unknown => (typeof value === "string" ? nameKey(value) : value);

const keysAmong = (values: unknown): ReadonlySet<unknown> => new Set([values].flat().map(keyOf));

/** What a line asks of what stands in its field; a value that it cannot be asked of is refused. */
type Asking = (value: unknown) => Truth;

/** What a line asks, without a word of the field that it asks. */
export const askedBy = ({ field: _, unsaid: __, ...line }: FieldLine) => line;

const sets = askedOfSets(keyOf);

/** Whether a line is drawn through a list. */
export const isSetLine = (line: object): line is SetLine =>
  Object.keys(line).some((operator) => Object.hasOwn(sets, operator));

function askedOf(asking: FieldLine): Asking {
  const place = fieldPointer(asking.field);
  const line = askedBy(asking);
  if ("is" in line) {
    const asked = keysAmong(line.is);
    return (value) => truthOf(asked.has(keyOf(value)));
  }
  if (isSetLine(line)) {
    const truth = byOperator(line, sets, noOperator);
    return (value) => {
      const isOpen = value instanceof OpenList;
      if (!isOpen && !Array.isArray(value)) return refuseValue(place, "a list", value);
      const members = [...keysAmong(isOpen ? value.members : value)];
      return truth(members, isOpen ? undefined : members);
    };
  }
  const numbers: NumberLine = line;
  const truth = byOperator(numbers, askedOfRanges, noOperator);
  return (value) => {
    const told = numbersFrom(value);
    if (told === undefined || told.low > told.high) return refuseValue(place, "a number", value);
    return truth(told.low, told.high);
  };
}

function lineTest(line: FieldLine): FieldTest {
  const read = fieldReader(line.field);
  const { unsaid } = line;
  const ask = askedOf(line);
  const canBeNull = "is" in line;
  return {
    evaluate: (entry) => {
      const seen = read(entry);
      const value = seen === undefined ? unsaid : seen;
      if (value === undefined) return UNDECIDED;
      // Of nothing no line holds but the one that asks for it.
      return value === null && !canBeNull ? FALSE : ask(value);
    },
  };
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
