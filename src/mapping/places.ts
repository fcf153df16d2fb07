import { keysOf, nearestName, type Pointer, toPointer } from "../problems/index.js";
import { profileShape } from "../profile/index.js";
import { type Shape, shapeBelow, shapeOfEntries } from "../shapes/index.js";

/** The label of an entry that each value has for itself. */
export const ofItsOwn = "-";

/** Where a column leads in a profile. */
export type MappedPlace =
  /** A single value. */
  | { readonly kind: "single"; readonly way: readonly string[]; readonly shape: Shape }
  /** Members of a list of words. */
  | { readonly kind: "member"; readonly way: readonly string[]; readonly shape: Shape }
  /** A field of entries of a list; columns of one label tell the same entry. */
  | {
      readonly kind: "entry";
      readonly way: readonly string[];
      readonly label: string;
      readonly field: readonly string[];
      /** The shape of the field, or, where the field is a list, of what stands in it. */
      readonly shape: Shape;
      readonly isList: boolean;
    };

/** A place, or why a pointer leads to none. */
export type Found = { readonly place: MappedPlace } | { readonly problem: string; readonly suggestion?: Pointer };

/** What a mapping may not tell: it is about the profile, and not about the app. */
const aboutTheProfile = ["schemaVersion", "partial"];

const isObject = (shape: Shape): boolean => typeof shape === "object" && "object" in shape;

const fieldsOf = (shape: Shape): readonly string[] =>
  typeof shape === "object" && "object" in shape ? Object.keys(shape.object) : [];

const below = (pointer: Pointer, shape: Shape): Found => ({
  problem: `"${pointer}" holds several fields. Name one of them: ${fieldsOf(shape).join(", ")}.`,
});

/** A key that nothing has at that place, and the nearest pointer that leads somewhere. */
function nowhere(pointer: Pointer, keys: readonly string[], index: number, shape: Shape): Found {
  const names = fieldsOf(shape).filter((name) => index > 0 || !aboutTheProfile.includes(name));
  const meant = nearestName(keys[index] ?? "", names);
  if (meant !== undefined) {
    const suggestion = toPointer([...keys.slice(0, index), meant, ...keys.slice(index + 1)]);
    return { problem: `"${pointer}" is not a place in a profile. Did you mean "${suggestion}"?`, suggestion };
  }
  const valid = names.length === 0 ? "" : ` Valid after "${toPointer(keys.slice(0, index))}": ${names.join(", ")}.`;
  return { problem: `"${pointer}" is not a place in a profile.${valid}` };
}

type Walk = { readonly shape: Shape; readonly index: number } | { readonly found: Found };

/** Goes along fields, up to a list or the end. */
function walk(pointer: Pointer, keys: readonly string[], from: number, start: Shape): Walk {
  let shape = start;
  for (let index = from; index < keys.length; index++) {
    if (shapeOfEntries(shape) !== undefined && shape !== "json") return { shape, index };
    const inside = shapeBelow(shape, keys[index] ?? "");
    if (inside === undefined || (index === 0 && aboutTheProfile.includes(keys[0] ?? "")))
      return { found: nowhere(pointer, keys, index, shape) };
    shape = inside;
  }
  return { shape, index: keys.length };
}

/** The field of an entry that a pointer goes on to. */
function fieldAt(pointer: Pointer, keys: readonly string[], at: number, entry: Shape): Found {
  const [way, label, field] = [keys.slice(0, at), keys[at] ?? ofItsOwn, keys.slice(at + 1)];
  const walked = walk(pointer, keys, at + 1, entry);
  if ("found" in walked) return walked.found;
  if (walked.index < keys.length) return { problem: `"${pointer}" leads into a list of texts: end it there.` };
  const members = walked.shape === "json" ? undefined : shapeOfEntries(walked.shape);
  if (isObject(members ?? walked.shape)) return below(pointer, members ?? walked.shape);
  return {
    place: { kind: "entry", way, label, field, shape: members ?? walked.shape, isList: members !== undefined },
  };
}

/**
 * Where a pointer of a mapping leads: to a field, to a list of words, or to a field of the entries of a list, where "-" stands for an entry
 * of its own, and any other word for the one entry that the columns with this word tell together.
 */
export function placeAt(pointer: Pointer): Found {
  if (pointer !== "" && !pointer.startsWith("/")) {
    const suggestion = `/${pointer}`;
    return { problem: `A place begins with a slash: "${suggestion}".`, suggestion };
  }
  const keys = keysOf(pointer);
  const walked = walk(pointer, keys, 0, profileShape);
  if ("found" in walked) return walked.found;
  const { shape, index } = walked;
  if (shape === profileShape || isObject(shape)) return below(pointer, shape);
  if (typeof shape === "object" && "record" in shape)
    return { problem: `Give what stands under "${pointer}" a name of yours, such as "${pointer}/costCentre".` };
  const members = shape === "json" ? undefined : shapeOfEntries(shape);
  if (members === undefined) return { place: { kind: "single", way: keys, shape } };
  const rest = keys.length - index;
  if (isObject(members)) {
    if (rest >= 2) return fieldAt(pointer, keys, index, members);
    const [example = "name"] = fieldsOf(members);
    const list = toPointer(keys.slice(0, index));
    const suggestion = `${list}/${ofItsOwn}/${example}`;
    return {
      problem: `"${list}" is a list of entries. Say which field of an entry it is, such as "${suggestion}".`,
      suggestion,
    };
  }
  if (rest === 0 || (rest === 1 && keys.at(-1) === ofItsOwn))
    return { place: { kind: "member", way: keys.slice(0, index), shape: members } };
  return { problem: `"${pointer}" leads into a list of texts: end it there.` };
}
