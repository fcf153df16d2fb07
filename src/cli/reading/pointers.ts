import type { Pointer } from "plimsoll";

/** The names and numbers in a pointer, from the outside in. */
export const partsOf = (pointer: Pointer): readonly string[] =>
  pointer
    .split("/")
    .slice(1)
    .map((part) => part.replaceAll("~1", "/").replaceAll("~0", "~"));

/** Whether something stands at a pointer into a plain value. */
export function leadsInto(value: unknown, pointer: Pointer): boolean {
  let at = value;
  for (const part of partsOf(pointer)) {
    if (typeof at !== "object" || at === null || !Object.hasOwn(at, part)) return false;
    at = Reflect.get(at, part);
  }
  return true;
}
