import { keysOf, type Pointer } from "../problems/index.js";

const isObject = (value: unknown): value is object => typeof value === "object" && value !== null;

const inside = (value: unknown, key: string): unknown =>
  isObject(value) ? Object.entries(value).find(([own]) => own === key)?.[1] : undefined;

/** What stands at a pointer; nothing, where nothing does. */
export const valueAt = (root: unknown, pointer: Pointer): unknown => keysOf(pointer).reduce(inside, root);

function placed(value: unknown, [key, ...deeper]: readonly string[], given: unknown): unknown {
  if (key === undefined) return given;
  if (Array.isArray(value)) {
    return value.map((item, index) => (String(index) === key ? placed(item, deeper, given) : item));
  }
  const own = isObject(value) ? value : {};
  return { ...own, [key]: placed(inside(own, key), deeper, given) };
}

/** A copy with a value at a pointer. */
export function withValueAt<Root>(root: Root, pointer: Pointer, value: unknown): Root {
  // Whoever places a value knows that it may stand there.
  return placed(root, keysOf(pointer), value) as Root;
}
