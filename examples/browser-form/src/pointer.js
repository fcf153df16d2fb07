/** The keys that a JSON Pointer goes through. */
export const keysOf = (pointer) =>
  pointer
    .split("/")
    .slice(1)
    .map((key) => key.replaceAll("~1", "/").replaceAll("~0", "~"));

/** The pointer to what holds the thing that a pointer points to. */
export const parentOf = (pointer) => pointer.slice(0, pointer.lastIndexOf("/"));

/** The last key of a pointer. */
export const lastKeyOf = (pointer) => keysOf(pointer).at(-1) ?? "";

export const isContainer = (value) => typeof value === "object" && value !== null;

/** Whether a pointer leads to a place or into it. */
export const isWithin = (pointer, place) => pointer === place || pointer.startsWith(`${place}/`);

/** What stands at a pointer; `undefined`, where nothing does. */
export const valueAt = (root, pointer) =>
  keysOf(pointer).reduce(
    (value, key) => (isContainer(value) && Object.hasOwn(value, key) ? value[key] : undefined),
    root,
  );

/** Whether a key is the place of an entry in a list. */
export const isIndex = (key) => /^\d+$/.test(key);

/** An object in which nothing is told. */
const isHollow = (value) => isContainer(value) && !Array.isArray(value) && Object.keys(value).length === 0;

function put(container, [key, ...rest], value) {
  const isList = isIndex(key);
  const fits = isContainer(container) && Array.isArray(container) === isList;
  const copy = fits ? structuredClone(container) : isList ? [] : {};
  const next = rest.length > 0 ? put(copy[key], rest, value) : value;
  // An object that has become hollow goes too; an entry of a list stays: it is one more, whatever is told of it.
  const goes = next === undefined || (value === undefined && !isList && isHollow(next));
  if (!goes) copy[key] = next;
  else if (isList) copy.splice(Number(key), 1);
  else delete copy[key];
  return copy;
}

/** A copy with a value at a pointer; `undefined` takes away what stands there. */
export const withValue = (root, pointer, value) => put(root, keysOf(pointer), value);

/** Pointers as they are once an entry of a list is gone: those into it go too, those into later entries move up. */
export const withoutEntry = (pointers, list, index) =>
  pointers.flatMap((pointer) => {
    if (pointer === list || !isWithin(pointer, list)) return [pointer];
    const [place, ...rest] = keysOf(pointer).slice(keysOf(list).length);
    if (Number(place) === index) return [];
    const moved = Number(place) > index ? Number(place) - 1 : place;
    return [[list, moved, ...rest].join("/")];
  });
