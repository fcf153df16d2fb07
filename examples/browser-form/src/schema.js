import { profileFormSchema } from "plimsoll/schema";
import { isIndex, keysOf, lastKeyOf, parentOf } from "./pointer.js";
import { policy } from "./policy.js";

const root = profileFormSchema({ policy });

/** "peakConcurrent" as "Peak concurrent", "shared" as "Shared". */
export function inWords(name) {
  const words = name.replaceAll(/[A-Z](?=[a-z])/g, (letter) => ` ${letter.toLowerCase()}`);
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** What the schema says of the place at a pointer; `undefined`, where a profile has no such place. */
export const shapeAt = (pointer) =>
  keysOf(pointer).reduce((shape, key) => (isIndex(key) ? shape?.items : shape?.properties?.[key]), root);

/** What a place is called; what stands in a list, as the list. */
export const titleAt = (pointer) =>
  shapeAt(pointer)?.title ?? (isIndex(lastKeyOf(pointer)) ? titleAt(parentOf(pointer)) : inWords(lastKeyOf(pointer)));

/** What one entry of a list is called, in the middle of a sentence. */
export function entryWord(list) {
  const { items } = shapeAt(list);
  return (items.title ?? "entry").replace(/^[A-Z](?=[a-z])/, (letter) => letter.toLowerCase());
}

/**
 * How a place is asked for, by what it may hold; nothing, where a person is not asked.
 *
 * @returns {"flag" | "choice" | "number" | "day" | "text" | "owner" | "several" | "lines" | "entries" | "group" | undefined}
 */
export function kindOf(shape) {
  if (Array.isArray(shape.type) && shape.type.includes("null")) return "owner";
  if (shape.enum) return "choice";
  if (shape.const !== undefined) return undefined;
  if (shape.type === "boolean") return "flag";
  if (shape.type === "integer" || shape.type === "number") return "number";
  if (shape.type === "string") return shape.format === "date" ? "day" : "text";
  if (shape.type === "object") return shape.properties && "group";
  if (shape.type !== "array") return undefined;
  if (shape.items.enum) return "several";
  return shape.items.type === "object" ? "entries" : "lines";
}

/** The places inside a group or an entry that a person is asked for, in the order of the schema. */
export const placesIn = (pointer) =>
  Object.keys(shapeAt(pointer).properties)
    // Which lists are incomplete is asked beside each list.
    .filter((key) => `${pointer}/${key}` !== "/partial")
    .map((key) => `${pointer}/${key}`)
    .filter((place) => kindOf(shapeAt(place)) !== undefined);

/** The place by which an entry of a list is known: the first that holds text of its own. */
export const namingPlace = (entry) => placesIn(entry).find((place) => kindOf(shapeAt(place)) === "text");

export const isRequired = (pointer) => shapeAt(parentOf(pointer))?.required?.includes(lastKeyOf(pointer)) ?? false;
