import { profileShape } from "../profile/index.js";
import { type Shape, shapeBelow, shapeOfEntries } from "../shapes/index.js";

/** The one field that an entry of a list cannot be without; none, where it needs none. */
export function neededIn(list: readonly string[]): string | undefined {
  const shape = list.reduce<Shape | undefined>((at, key) => at && shapeBelow(at, key), profileShape);
  const entry = shape && shapeOfEntries(shape);
  return typeof entry === "object" && "object" in entry ? entry.needs?.[0] : undefined;
}
