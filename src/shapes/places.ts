import { keysOf, nearestName, type Pointer, toPointer } from "../problems/index.js";
import type { Shape } from "./shape.js";

/** Where no more is known than that JSON stands there. */
export const anything: Shape = "json";

/** The shape of what stands in a list; none, where a shape has no list. */
export function shapeOfEntries(shape: Shape): Shape | undefined {
  if (shape === anything) return anything;
  return typeof shape === "object" && "list" in shape ? shape.list : undefined;
}

type Found = { readonly shape: Shape } | { readonly nearest: Pointer | undefined };

/** The shape of what stands one step below another; none, where nothing can. */
export function shapeBelow(shape: Shape, key: string): Shape | undefined {
  if (shape === anything) return anything;
  if (typeof shape !== "object") return undefined;
  if ("object" in shape) return Object.hasOwn(shape.object, key) ? shape.object[key] : undefined;
  if ("record" in shape) return shape.record;
  return "nullable" in shape ? shapeBelow(shape.nullable, key) : undefined;
}

/** What can stand at a pointer from a shape; where nothing can, the nearest pointer at which something does. */
export function shapeAt(root: Shape, pointer: Pointer): Found {
  if (pointer !== "" && !pointer.startsWith("/")) return shapeAt(root, `/${pointer}`);
  let shape = root;
  const keys = keysOf(pointer);
  for (const [index, key] of keys.entries()) {
    const inside = shapeBelow(shape, key);
    if (inside === undefined) {
      const fields = typeof shape === "object" && "object" in shape ? Object.keys(shape.object) : [];
      const meant = nearestName(key, fields);
      return { nearest: meant && toPointer([...keys.slice(0, index), meant, ...keys.slice(index + 1)]) };
    }
    shape = inside;
  }
  return { shape };
}

/** The values that can stand where a shape lists them; nothing, where it does not. */
export function optionsOf(shape: Shape): readonly (string | number | boolean)[] | undefined {
  if (shape === "flag") return [true, false];
  // A list of values is the only shape that is a list itself.
  return Array.isArray(shape) ? (shape as readonly (string | number)[]) : undefined;
}
