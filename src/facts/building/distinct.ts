import { keysOf, type Pointer } from "../../problems/index.js";
import { distinctNames } from "../../profile/index.js";
import { valueIn } from "../bounding/kinds.js";

/** What tells the entries of a list apart, where they must differ. */
export function distinctField(list: Pointer) {
  const field = Object.entries(distinctNames).find(([own]) => own === list)?.[1];
  if (field === undefined) return undefined;
  const pointer = field === "" ? "" : `/${field}`;
  const keys = keysOf(pointer);
  return { pointer, read: (entry: unknown) => valueIn(entry, keys) };
}
