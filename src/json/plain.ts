import { type Problem, type ProblemCode, type Result, toPointer } from "../problems/index.js";
import type { Json } from "../shapes/index.js";
import type { InputLimits } from "./limits.js";
import { isWellFormed } from "./well-formed.js";

/** Real profiles and policies stay far below this; what goes beyond it is an accident or an attack. */
const mostLevels = 100;

/** What is taken of an input of which nothing more is known. */
export const mostOfAny: Required<InputLimits> = { entries: 1_000_000, values: 1_000_000 };

/** Carries the first problem out of the walk, however deep it was found. */
class NotJson {
  constructor(readonly problem: Problem) {}
}

function isPlainObject(value: object): boolean {
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === null || Object.getPrototypeOf(prototype) === null;
}

function walk(root: unknown, most: Required<InputLimits>): Json {
  const path: PropertyKey[] = [];
  const ancestors: unknown[] = [];
  let values = 0;

  const refuse = (code: ProblemCode, message: string): never => {
    throw new NotJson({ pointer: toPointer(path), code, message });
  };

  const read = (container: Record<PropertyKey, unknown>, key: PropertyKey): unknown => {
    try {
      return container[key];
    } catch {
      return refuse("unreadable", "This field throws when it is read. Pass plain data.");
    }
  };

  const enter = (container: object): Json => {
    if (ancestors.includes(container))
      return refuse("not-json", "This contains itself. Pass plain data without cycles.");
    if (ancestors.length >= mostLevels)
      return refuse("too-large", `This is nested more than ${mostLevels} levels deep.`);
    ancestors.push(container);
    const copied = Array.isArray(container) ? copyList(container) : copyObject(container);
    ancestors.pop();
    return copied;
  };

  const copyList = (list: readonly unknown[]): Json => {
    if (list.length > most.entries) {
      return refuse(
        "too-large",
        `This list has ${list.length} entries, and at most ${most.entries} are read. Shorten it.`,
      );
    }
    const copied: Json[] = [];
    for (let index = 0; index < list.length; index++) {
      path.push(index);
      // An array is read like any other container: by key, behind the same guard.
      copied.push(copy(read(list as unknown as Record<PropertyKey, unknown>, index)));
      path.pop();
    }
    return copied;
  };

  const copyObject = (container: object): Json => {
    if (!isPlainObject(container)) return refuse("not-json", "This is not plain data. Pass what JSON can hold.");
    const copied: Record<string, Json> = {};
    for (const key of Object.keys(container)) {
      path.push(key);
      if (key === "__proto__") return refuse("unknown-key", 'A field cannot be called "__proto__".');
      copyText(key);
      const value = read(container as Record<PropertyKey, unknown>, key); // plain, as just checked
      if (value !== undefined) copied[key] = copy(value);
      path.pop();
    }
    return copied;
  };

  const copyText = (text: string): string =>
    isWellFormed(text) ? text : refuse("not-json", "This text has half a character in it (a lone surrogate).");

  const copyNumber = (number: number): number =>
    Number.isFinite(number)
      ? number + 0
      : refuse("not-json", `This is ${number}, which is not a number that JSON can hold.`);

  const copy = (value: unknown): Json => {
    values++;
    if (values > most.values) {
      return refuse("too-large", `There are more than ${most.values} values here, and no more are read. Shorten it.`);
    }
    if (value === null || typeof value === "boolean") return value;
    if (typeof value === "string") return copyText(value);
    if (typeof value === "number") return copyNumber(value);
    if (typeof value === "object") return enter(value);
    return refuse(
      "not-json",
      `This is ${value === undefined ? "undefined" : `a ${typeof value}`}, which JSON cannot hold.`,
    );
  };

  return copy(root);
}

/**
 * Copies an unknown value as plain JSON, in linear time, or says why it is not JSON. Fields that are `undefined` are
 * dropped, as `JSON.stringify` does. The rest of the library reads the copy alone, so a hostile value is met only here.
 */
export function toJson(value: unknown, most: Required<InputLimits> = mostOfAny): Result<Json> {
  try {
    return { ok: true, value: walk(value, most) };
  } catch (error) {
    if (error instanceof NotJson) return { ok: false, problems: [error.problem] };
    // Only a proxy's trap can still throw: it stands where the value itself cannot be looked at.
    const message = "This value throws when it is looked at. Pass plain data.";
    return { ok: false, problems: [{ pointer: "", code: "unreadable", message }] };
  }
}
