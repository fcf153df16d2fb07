import { deriveFact, type Fact, knownOf } from "../facts/index.js";
import { nameKey } from "../names/index.js";
import { keysOf, type Pointer } from "../problems/index.js";
import { type AppProfile, distinctNames } from "../profile/index.js";

/** What is known of which names there are: the certain ones, and all that there can be; `undefined`, where any may turn up. */
export interface Names {
  readonly certain: readonly string[];
  readonly possible: readonly string[] | undefined;
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null;

const valueAt = (value: unknown, keys: readonly string[]): unknown =>
  keys.reduce<unknown>((found, key) => (isObject(found) && Object.hasOwn(found, key) ? found[key] : undefined), value);

/** The same value with another at a place. */
function replacedAt(value: unknown, [key, ...deeper]: readonly string[], other: unknown): unknown {
  if (key === undefined) return other;
  return isObject(value) ? { ...value, [key]: replacedAt(value[key], deeper, other) } : value;
}

/** What is open in an entry of a list, as if the entry stood alone. */
function openIn({ partial = [] }: AppProfile, list: Pointer, index: number): readonly Pointer[] {
  const start = `${list}/${index}/`;
  const others = partial.filter((place) => place !== list && !place.startsWith(`${list}/`));
  const own = partial.filter((place) => place.startsWith(start));
  return [...others, ...own.map((place) => `${list}/0/${place.slice(start.length)}`)];
}

const withoutTwins = (names: readonly string[]): readonly string[] => [
  ...new Map(names.map((name) => [nameKey(name), name])).values(),
];

/** The list that a fact counts, and the field that names its entries; nothing, where they have no names, or it counts none. */
function listOf({ domain, from }: Fact) {
  if (domain.kind !== "number" || from === undefined || !("each" in from)) return undefined;
  const field = Object.entries(distinctNames).find(([list]) => list === from.each)?.[1];
  return field === undefined ? undefined : { list: from.each, field };
}

/**
 * The names of what a fact counts in a profile: whether an entry counts, the fact itself says, of a profile with that entry
 * alone. Nothing, where it counts nothing that has names.
 */
export function namesCounted(name: string, fact: Fact, profile: AppProfile): Names | undefined {
  const found = listOf(fact);
  if (found === undefined) return undefined;
  const { list, field } = found;
  const keys = keysOf(list);
  const entries = valueAt(profile, keys);
  if (!Array.isArray(entries)) return { certain: [], possible: undefined };
  const counted = entries.flatMap((entry: unknown, index) => {
    const named = field === "" ? entry : valueAt(entry, [field]);
    // The profile keeps its form: a list in it has one of its own entries.
    const alone = replacedAt({ ...profile, partial: openIn(profile, list, index) }, keys, [entry]) as AppProfile;
    const known = knownOf(fact.domain, deriveFact(name, fact, alone, undefined));
    return typeof named === "string" ? [{ name: named, known }] : [];
  });
  const those = (isCounted: (known: { readonly low: number; readonly high: number }) => boolean) =>
    withoutTwins(counted.filter(({ known }) => isCounted(known)).map((entry) => entry.name));
  const isWhole = profile.partial?.includes(list) !== true;
  return { certain: those(({ low }) => low >= 1), possible: isWhole ? those(({ high }) => high >= 1) : undefined };
}

/** The names among some that are certainly not among what others can be. */
export function certainlyNew({ certain }: Names, { possible }: Names, keyOf: (name: string) => string) {
  if (possible === undefined) return [];
  const keys = new Set(possible.map(keyOf));
  return certain.filter((name) => !keys.has(keyOf(name)));
}
