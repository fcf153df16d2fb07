import type { Problem } from "../problems/index.js";
import type { ObjectShape, Shape, SingleShape } from "./shape.js";

const isText = (value: unknown): value is string => typeof value === "string";

/** What a single value is for a person, and whether a value is that. */
const singles: Readonly<Record<SingleShape, readonly [inWords: string, isFit: (value: unknown) => boolean]>> = {
  text: ["a text", (value) => isText(value) && value !== ""],
  string: ["a text", isText],
  flag: ["true or false", (value) => typeof value === "boolean"],
  count: ["a whole number", (value) => Number.isSafeInteger(value) && Number(value) >= 0],
  positive: ["a number above 0", (value) => Number.isFinite(value) && Number(value) > 0],
  date: ["a date", isText],
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
  if ("list" in shape) return "a list";
  return "some" in shape ? `one of ${shape.join(", ")}` : "an object";
}

const refuse = (shape: Shape, value: unknown): Problem => {
  return { pointer: "", code: "wrong-type", message: `Expected ${shapeInWords(shape)}, but saw ${shown(value)}.` };
};

/** The problem of a part where it stands in the whole, found on the way back; the names of our fields need no escaping. */
const below = (key: string | number, shape: Shape, value: unknown): Problem | undefined => {
  const problem = misfit(shape, value);
  return problem && { ...problem, pointer: `/${key}${problem.pointer}` };
};

function misfitOfFields({ object, needs }: ObjectShape, value: Readonly<Record<string, unknown>>): Problem | undefined {
  for (const key in object) {
    if (value[key] === undefined && !needs?.includes(key)) continue;
    const problem = below(key, object[key] ?? "json", value[key]);
    if (problem !== undefined) return problem;
  }
  return undefined;
}

function misfitOfList(shape: Shape, value: readonly unknown[]): Problem | undefined {
  for (let index = 0; index < value.length; index++) {
    const problem = below(index, shape, value[index]);
    if (problem !== undefined) return problem;
  }
  return undefined;
}

function misfitOfRecord(shape: Shape, value: Readonly<Record<string, unknown>>): Problem | undefined {
  if (shape === "json") return undefined;
  return misfitOfFields({ object: Object.fromEntries(Object.keys(value).map((key) => [key, shape])) }, value);
}

/**
 * The first thing in a value that is not as its shape has it; nothing when all is. Fields that the shape does not know are not
 * looked at: this is the last check on values that the compiler let through, and reading unknown input says more.
 */
export function misfit(shape: Shape, value: unknown): Problem | undefined {
  if (isText(shape)) {
    const [, isFit] = singles[shape];
    return isFit(value) ? undefined : refuse(shape, value);
  }
  if ("nullable" in shape) return value === null ? undefined : misfit(shape.nullable, value);
  if ("list" in shape) return Array.isArray(value) ? misfitOfList(shape.list, value) : refuse(shape, value);
  if ("some" in shape) return shape.some((each) => each === value) ? undefined : refuse(shape, value);
  if (typeof value !== "object" || value === null || Array.isArray(value)) return refuse(shape, value);
  const fields = value as Readonly<Record<string, unknown>>; // an object is read by name
  return "object" in shape ? misfitOfFields(shape, fields) : misfitOfRecord(shape.record, fields);
}
