import { nameKey } from "../../names/index.js";
import { keysOf, type Pointer, toPointer } from "../../problems/index.js";
import { type AppProfile, profileShape } from "../../profile/index.js";

/** A step into a profile: a field, or an entry of a list by what tells it apart from the others. */
type Step = string | { readonly entry: string };

/** The way to a statement, which stays the same wherever its entry stands in a list. */
export type Way = readonly Step[];

/** The fields by which entries of a list are the same thing. */
const identifying: Readonly<Record<string, readonly string[]>> = {
  "/integrations": ["system"],
  "/ownership/owners": ["name"],
  "/compliance": ["regime"],
  "/data": ["name", "class", "label"],
  "/entrances": ["name", "kind"],
  "/parts": ["name", "kind"],
  "/calculations": ["purpose"],
};

/** Whether a field is a part of what tells entries of its list apart. */
export function identifies(way: Way): boolean {
  const at = way.length - 2;
  const field = way.at(-1);
  const list = toPointer(way.slice(0, at).filter((step) => typeof step === "string"));
  return typeof way[at] === "object" && typeof field === "string" && (identifying[list]?.includes(field) ?? false);
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** What tells an entry apart: its name and the like, or, where it has none, that it has none. */
function entryKey(list: Pointer, entry: unknown): string {
  if (!isObject(entry)) return nameKey(String(entry));
  const fields = identifying[list] ?? [];
  return JSON.stringify(fields.map((field) => (typeof entry[field] === "string" ? nameKey(entry[field]) : null)));
}

/** Ways into one profile, with the entries of each list told apart once. */
export interface Ways {
  readonly of: (pointer: Pointer) => Way;
}

/** Looks at a profile so that pointers into it become ways. */
export function waysInto(profile: AppProfile): Ways {
  const known = new Map<Pointer, readonly string[]>();
  const entriesOf = (list: Pointer, value: readonly unknown[]): readonly string[] => {
    const found = known.get(list);
    if (found !== undefined) return found;
    const times = new Map<string, number>();
    const keys = value.map((entry) => {
      const key = entryKey(list, entry);
      const time = times.get(key) ?? 0;
      times.set(key, time + 1);
      // Several that nothing tells apart stay several.
      return time === 0 ? key : `${key}#${String(time).padStart(6, "0")}`;
    });
    known.set(list, keys);
    return keys;
  };
  const of = (pointer: Pointer): Way => {
    let value: unknown = profile;
    let at: Pointer = "";
    return keysOf(pointer).map((key): Step => {
      const inside = value;
      const list = at;
      at = `${at}${toPointer([key])}`;
      value = isObject(inside) || Array.isArray(inside) ? Object(inside)[key] : undefined;
      return Array.isArray(inside) ? { entry: entriesOf(list, inside)[Number(key)] ?? key } : key;
    });
  };
  return { of };
}

/** The shape of a place, where the form of a profile has one. */
function shapeAt(way: Way): unknown {
  return way.reduce<unknown>((shape, step) => {
    if (!isObject(shape)) return undefined;
    if (typeof step === "object") return shape.list;
    return isObject(shape.object) ? shape.object[step] : undefined;
  }, profileShape);
}

/** Whether a number stands there that may be told as bounds. */
export const isBounded = (way: Way): boolean => {
  const shape = shapeAt(way);
  return isObject(shape) && "bounded" in shape;
};

/** The places of a profile at which something is told, with their values. */
export function statementsIn(profile: AppProfile): readonly (readonly [pointer: Pointer, value: unknown])[] {
  const found: (readonly [Pointer, unknown])[] = [];
  const walk = (value: unknown, path: readonly (string | number)[], way: Way): void => {
    // What an organisation adds is one value to us, whatever its form; what adapters add under it has a form.
    const isOwn = way[0] === "extensions" && way.length > 1 && way[1] !== "artifact";
    const isWords = Array.isArray(value) && value.every((each) => typeof each === "string");
    const isEntries = Array.isArray(value) && value.every(isObject);
    if (isOwn) found.push([toPointer(path), value]);
    else if (Array.isArray(value) && value.length > 0 && (isWords || isEntries)) {
      for (const [index, each] of value.entries()) walk(each, [...path, index], [...way, { entry: "" }]);
    } else if (isObject(value) && Object.keys(value).length > 0 && !isBounded(way)) {
      for (const [key, each] of Object.entries(value)) {
        if (each !== undefined && !(path.length === 0 && key === "partial")) walk(each, [...path, key], [...way, key]);
      }
    } else found.push([toPointer(path), value]);
  };
  walk(profile, [], []);
  return found;
}
