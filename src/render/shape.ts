import { PlimsollError, type Pointer, type Problem, suggest, toPointer } from "../problems/index.js";

/** What is wrong with a value that stands at a place; nothing, when it is what it is to be. */
export type Shape = (value: unknown, pointer: Pointer) => readonly Problem[];

const isObject = (value: unknown): value is object => typeof value === "object" && value !== null;

function shown(value: unknown): string {
  if (value === undefined) return "nothing";
  if (typeof value === "string") return JSON.stringify(value);
  if (Array.isArray(value)) return "a list";
  if (isObject(value)) return "an object";
  return typeof value === "function" ? "a function" : String(value);
}

/** A shape that a value has or has not. */
const plain =
  (isSo: (value: unknown) => boolean, expected: string): Shape =>
  (value, pointer) => {
    if (isSo(value)) return [];
    return [{ pointer, code: "wrong-type", message: `Expected ${expected}, but saw ${shown(value)}.` }];
  };

export const text: Shape = plain((value) => typeof value === "string", "a text");
export const flag: Shape = plain((value) => typeof value === "boolean", "true or false");
export const callable: Shape = plain((value) => typeof value === "function", "a function");
export const stream: Shape = plain((value) => isObject(value) && Symbol.iterator in value, "a list");

const object = plain(isObject, "an object");
const array = plain(Array.isArray, "a list");

/** One of these texts, or `null` where that is one of them. */
export const oneOf =
  (known: readonly (string | null)[]): Shape =>
  (value, pointer) => {
    if (known.some((each) => each === value)) return [];
    const { hint, ...rest } = suggest(
      typeof value === "string" ? value : "",
      known.flatMap((each) => each ?? []),
    );
    return [{ pointer, code: "unknown-value", message: `There is no ${shown(value)} here.${hint}`, ...rest }];
  };

/** A whole number between two others. */
export const wholeFrom =
  (least: number, most: number): Shape =>
  (value, pointer) => {
    if (typeof value === "number" && Number.isInteger(value) && value >= least && value <= most) return [];
    const message = `Expected a whole number from ${least} to ${most}, but saw ${shown(value)}.`;
    if (typeof value !== "number" || Number.isNaN(value)) return [{ pointer, code: "out-of-range", message }];
    const nearest = Math.min(Math.max(Math.round(value), least), most);
    return [{ pointer, code: "out-of-range", message, suggestion: String(nearest) }];
  };

/** What may be left out. */
export const maybe =
  (shape: Shape): Shape =>
  (value, pointer) =>
    value === undefined ? [] : shape(value, pointer);

/** What is wrong at the first place that is not as it is to be. */
function firstOf(
  places: readonly (readonly [key: PropertyKey, value: unknown, shape: Shape])[],
  pointer: Pointer,
): readonly Problem[] {
  for (const [key, value, shape] of places) {
    const found = shape(value, `${pointer}${toPointer([key])}`);
    if (found.length > 0) return found;
  }
  return [];
}

export const listOf =
  (shape: Shape): Shape =>
  (value, pointer) =>
    Array.isArray(value)
      ? firstOf(
          value.map((each, index) => [index, each, shape]),
          pointer,
        )
      : array(value, pointer);

/** An object, of which these fields are read. */
export const withFields =
  (shapes: Readonly<Record<string, Shape>>): Shape =>
  (value, pointer) => {
    if (!isObject(value)) return object(value, pointer);
    return firstOf(
      Object.entries(shapes).map(([name, shape]) => [name, Reflect.get(value, name), shape]),
      pointer,
    );
  };

/**
 * Refuses a value that was never checked, and is not what it is to be.
 *
 * @throws {PlimsollError} with code `invalid-option`.
 */
export function assertShape(value: unknown, shape: Shape): void {
  const problems = shape(value, "");
  if (problems.length > 0) throw new PlimsollError("invalid-option", problems);
}
