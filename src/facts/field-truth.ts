import { nameKey } from "../names/index.js";
import { keysOf, PlimsollError, type Pointer } from "../problems/index.js";
import { shown } from "../shapes/index.js";
import { askedOfRanges, askedOfSets } from "./asked.js";
import { byForm, childrenOf } from "./combined.js";
import type { FieldCondition, FieldLine } from "./form.js";
import { byOperator, type NumberLine, noOperator, type SetLine } from "./line.js";
import { numbersFrom } from "./numbers.js";
import { FALSE, not, reaching, type Truth, truthOf, UNDECIDED } from "./truth.js";

/** A condition over fields, prepared to be asked of many entries. */
export interface FieldTest {
  readonly evaluate: (entry: unknown) => Truth;
}

/** Something stands in a profile that a form cannot read. */
export function refuseValue(pointer: Pointer, expected: string, seen: unknown): never {
  const message = `Expected ${expected}, but saw ${shown(seen)}.`;
  throw new PlimsollError("invalid-profile", [{ pointer, code: "wrong-type", message }]);
}

/** Whether a profile was refused for what stands in it. */
const isRefusal = (error: unknown): error is PlimsollError =>
  error instanceof PlimsollError && error.code === "invalid-profile";

/** What reading gives; nothing, where something stands there that cannot be read. */
export function unlessRefused<Given>(read: () => Given): Given | undefined {
  try {
    return read();
  } catch (error) {
    if (isRefusal(error)) return undefined;
    throw error;
  }
}

/** What was refused inside of something, told from outside of it. */
export function placed(error: unknown, place: Pointer): unknown {
  if (!isRefusal(error)) return error;
  const problems = error.problems.map((problem) => ({ ...problem, pointer: `${place}${problem.pointer}` }));
  return new PlimsollError(error.code, problems, { cause: error.cause });
}

/** Own fields that JSON would write: no length of a list, and nothing that is inherited. */
const isField = Object.prototype.propertyIsEnumerable;

type Fields = Readonly<Record<string, unknown>>;

/** Prepares one step down: to nothing, where a value has no such field of its own, and to `null` below what is `null`. */
function step(key: string): (value: unknown) => unknown {
  const isInherited = key in Array.prototype;
  return (value) => {
    if (typeof value !== "object" || value === null) return value === null ? null : undefined;
    return isInherited && !isField.call(value, key) ? undefined : (value as Fields)[key]; // an object is read by name
  };
}

/** A field as a pointer from the entry that it is a field of. */
export const fieldPointer = (field: string): Pointer => (field === "" || field.startsWith("/") ? field : `/${field}`);

/** Prepares the way from an entry to a field of it. */
export function fieldReader(field: string): (entry: unknown) => unknown {
  const [first, second, ...deeper] = keysOf(fieldPointer(field)).map(step);
  if (first === undefined) return (entry) => entry;
  if (second === undefined) return first;
  if (deeper.length === 0) return (entry) => second(first(entry));
  return (entry) => deeper.reduce((value, next) => next(value), second(first(entry)));
}

/** Texts are compared by what they mean as names: one that is no name means itself as well. */
const keyOf = (value: unknown): unknown => (typeof value === "string" ? nameKey(value) : value);

const keysAmong = (values: unknown): ReadonlySet<unknown> => new Set([values].flat().map(keyOf));

/** What a line asks of what stands in its field; a value that it cannot be asked of is refused. */
type Asking = (value: unknown) => Truth;

/** So many answers, to texts of so many characters at most, are kept: fields hold the same few values over and over. */
const mostKept = 50;

function kept(ask: Asking): Asking {
  const answers = new Map<unknown, Truth>();
  return (value) => {
    const known = answers.get(value);
    if (known !== undefined) return known;
    const answer = ask(value);
    const isShort = typeof value !== "object" && String(value).length <= mostKept;
    if (isShort && answers.size < mostKept) answers.set(value, answer);
    return answer;
  };
}

/** A list that may have more members than stand in it. */
export class OpenList {
  constructor(readonly members: readonly unknown[]) {}
}

const sets = askedOfSets(keyOf);

/** Whether a line is drawn through a list. */
export const isSetLine = (line: object): line is SetLine =>
  Object.keys(line).some((operator) => Object.hasOwn(sets, operator));

function askedOf({ field, ...line }: FieldLine): Asking {
  const place = fieldPointer(field);
  if ("is" in line) {
    const asked = keysAmong(line.is);
    return kept((value) => truthOf(asked.has(keyOf(value))));
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
  const ask = askedOf(line);
  const canBeNull = "is" in line;
  return {
    evaluate: (entry) => {
      const value = read(entry);
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
