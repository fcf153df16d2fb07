import { keysOf, type Pointer } from "../../problems/index.js";
import { distinctNames } from "../../profile/index.js";

/** The value at a place inside another. */
function valueIn(value: unknown, [key, ...deeper]: readonly string[]): unknown {
  if (key === undefined) return value;
  if (typeof value !== "object" || value === null || !Object.hasOwn(value, key)) return undefined;
  return valueIn((value as Readonly<Record<string, unknown>>)[key], deeper); // an object is read by name
}

/** What tells the entries of a list apart, where they must differ. */
export function distinctField(list: Pointer) {
  const field = Object.entries(distinctNames).find(([own]) => own === list)?.[1];
  if (field === undefined) return undefined;
  const pointer = field === "" ? "" : `/${field}`;
  const keys = keysOf(pointer);
  return { pointer, read: (entry: unknown) => valueIn(entry, keys) };
}
