import type { Problem } from "../problems/index.js";
import type { NumberShape, ObjectShape, Shape, SingleShape } from "./shape.js";

/** Looks for the first thing in a value that is not as its shape has it. */
type Look = (value: unknown) => Problem | undefined;

const isText = (value: unknown): value is string => typeof value === "string";

/** What a single value is for a person, and whether a value is that. */
const singles: Readonly<Record<SingleShape, readonly [inWords: string, isFit: (value: unknown) => boolean]>> = {
  text: ["a text", (value) => isText(value) && value !== ""],
  string: ["a text", isText],
  flag: ["true or false", (value) => typeof value === "boolean"],
  count: ["a whole number", (value) => Number.isSafeInteger(value) && Number(value) >= 0],
  positive: ["a number above 0", (value) => Number.isFinite(value) && Number(value) > 0],
  amount: ["a number from 0 on", (value) => Number.isFinite(value) && Number(value) >= 0],
  date: ["a date", isText],
  instant: ["a date or an instant", isText],
  json: ["a value", () => true],
};

/** A value as a message shows it: the beginning of what is long, and of what has parts only that. */
export function shown(value: unknown): string {
  if (typeof value === "object" && value !== null) return Array.isArray(value) ? "a list" : "an object";
  if (typeof value === "function") return "a function";
  return isText(value) ? `"${value.slice(0, 40)}"` : String(value);
}

/** What a value of a shape is, for a person. */
export function shapeInWords(shape: Shape): string {
  if (isText(shape)) return singles[shape][0];
  if ("nullable" in shape) return `${shapeInWords(shape.nullable)} or null`;
  if ("bounded" in shape) return shapeInWords(shape.bounded);
  if ("list" in shape) return "a list";
  return "some" in shape ? `one of ${shape.join(", ")}` : "an object";
}

const refuse = (shape: Shape, value: unknown): Problem => {
  return { pointer: "", code: "wrong-type", message: `Expected ${shapeInWords(shape)}, but saw ${shown(value)}.` };
};

/** A problem of a part where it stands in the whole, found on the way back; the names of our fields need no escaping. */
const below = (key: string | number, problem: Problem | undefined): Problem | undefined =>
  problem && { ...problem, pointer: `/${key}${problem.pointer}` };

type Fields = Readonly<Record<string, unknown>>;

/** Looks at the fields that a shape knows; others are not looked at. */
function lookAtFields({ object, needs = [] }: ObjectShape): (fields: Fields) => Problem | undefined {
  const looks = Object.entries(object).map(([key, shape]) => ({
    key,
    look: lookFor(shape),
    isNeeded: needs.includes(key),
  }));
  return (fields) => {
    for (const { key, look, isNeeded } of looks) {
      const value = fields[key];
      const problem = value === undefined && !isNeeded ? undefined : look(value);
      if (problem !== undefined) return below(key, problem);
    }
    return undefined;
  };
}

function lookAtEntries(look: Look): (entries: readonly unknown[]) => Problem | undefined {
  return (entries) => {
    for (let index = 0; index < entries.length; index++) {
      const problem = look(entries[index]);
      if (problem !== undefined) return below(index, problem);
    }
    return undefined;
  };
}

function lookAtRecord(look: Look): (fields: Fields) => Problem | undefined {
  return (fields) => {
    for (const key of Object.keys(fields)) {
      const problem = look(fields[key]);
      if (problem !== undefined) return below(key, problem);
    }
    return undefined;
  };
}

/** Of a number that is not known exactly, one end at least has to be there. */
function lookAtNumber(shape: NumberShape): Look {
  const number = lookFor(shape);
  const bounds = lookFor({ object: { atLeast: shape, atMost: shape } });
  return (value) => {
    if (typeof value !== "object" || value === null) return number(value);
    return "atLeast" in value || "atMost" in value ? bounds(value) : refuse(shape, value);
  };
}

function makeLook(shape: Shape): Look {
  const when =
    <Value>(isFit: (value: unknown) => value is Value, look: (value: Value) => Problem | undefined): Look =>
    (value) =>
      isFit(value) ? look(value) : refuse(shape, value);
  const isObject = (value: unknown): value is Fields =>
    typeof value === "object" && value !== null && !Array.isArray(value);

  if (isText(shape)) {
    const [, isFit] = singles[shape];
    return (value) => (isFit(value) ? undefined : refuse(shape, value));
  }
  if ("bounded" in shape) return lookAtNumber(shape.bounded);
  if ("list" in shape) return when(Array.isArray, lookAtEntries(lookFor(shape.list)));
  if ("nullable" in shape) {
    const look = lookFor(shape.nullable);
    return (value) => (value === null ? undefined : look(value));
  }
  if ("object" in shape) return when(isObject, lookAtFields(shape));
  if ("record" in shape)
    return when(isObject, shape.record === "json" ? () => undefined : lookAtRecord(lookFor(shape.record)));
  const values = new Set<unknown>(shape);
  return (value) => (values.has(value) ? undefined : refuse(shape, value));
}

const prepared = new WeakMap<object, Look>();

/** A shape is made ready once, when it is first asked for. */
function lookFor(shape: Shape): Look {
  if (isText(shape)) return makeLook(shape);
  const look = prepared.get(shape) ?? makeLook(shape);
  prepared.set(shape, look);
  return look;
}

/**
 * The first thing in a value that is not as its shape has it; nothing when all is. Fields that the shape does not know are not
 * looked at: this is the last check on values that the compiler let through, and reading unknown input says more.
 */
export const misfit = (shape: Shape, value: unknown): Problem | undefined => lookFor(shape)(value);
