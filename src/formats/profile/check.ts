import { isPlainName, nameKey, problemsOfName } from "../../names/index.js";
import { inShort, keysOf, mostProblems, type Pointer, type Problem, suggest, toPointer } from "../../problems/index.js";
import { type AppProfile, distinctNames } from "../../profile/index.js";

/** Where names stand: a list of a profile, and the field of its entries that holds the name; `""` is the entry itself. */
interface Named {
  readonly list: Pointer;
  readonly keys: readonly string[];
  readonly field: string;
}

const named = (fields: Readonly<Record<Pointer, string>>): readonly Named[] =>
  Object.entries(fields).map(([list, field]) => ({ list, keys: keysOf(list), field }));

/** The names that must differ within their list. */
const distinct = /* @__PURE__ */ named(distinctNames);

/** The names that something is compared with. */
const compared = /* @__PURE__ */ named({
  "/audience/departments": "",
  "/ownership/understoodBy": "",
  "/ownership/successors": "",
  "/ownership/owners": "name",
  "/otherApps/needs": "",
  "/otherApps/neededBy": "",
  "/integrations": "system",
  "/data": "name",
  "/compliance": "regime",
});

const none: readonly unknown[] = [];

/** The entries of a list; none, where there is no such list. */
function entriesIn(profile: AppProfile, { keys }: Named): readonly unknown[] {
  let found: unknown = profile;
  for (const key of keys) found = Object(found)[key];
  return Array.isArray(found) ? found : none;
}

/** The name of an entry; an entry of data may leave it out. */
function nameIn(entry: unknown, { field }: Named): string | undefined {
  const name: unknown = field === "" ? entry : Object(entry)[field];
  return typeof name === "string" ? name : undefined;
}

/** Every list that `partial` may name. */
export const listPointers: readonly Pointer[] = [
  ...Object.keys(distinctNames),
  "/data",
  "/calculations",
  "/entrances",
  "/parts",
];

function duplicatesIn(entries: readonly unknown[], place: Named): readonly Problem[] {
  const names = entries.map((entry) => nameIn(entry, place) ?? "");
  const keys = names.map(nameKey);
  if (new Set(keys).size === keys.length) return [];
  const first = new Map<string, number>();
  return names.flatMap((name, index): readonly Problem[] => {
    const key = keys[index] ?? "";
    const at = first.get(key);
    if (at === undefined) {
      first.set(key, index);
      return [];
    }
    const same = names[at] ?? "";
    const what =
      same === name ? `"${inShort(name)}"` : `"${inShort(name)}" means the same as "${inShort(same)}", which`;
    const message = `${what} stands here already, at ${place.list}/${at}. Describe it in one entry.`;
    return [{ pointer: `${place.list}/${index}`, code: "duplicate", message }];
  });
}

const duplicates = (profile: AppProfile): readonly Problem[] =>
  distinct.flatMap((place) => {
    const entries = entriesIn(profile, place);
    return entries.length < 2 ? [] : duplicatesIn(entries, place);
  });

const lookAlikes = (profile: AppProfile): readonly Problem[] =>
  compared.flatMap((place) =>
    entriesIn(profile, place).flatMap((entry, index) => {
      const name = nameIn(entry, place);
      if (name === undefined || isPlainName(name)) return [];
      return problemsOfName(name, `${place.list}/${index}${place.field && `/${place.field}`}`);
    }),
  );

function contradictions({ lifecycle: { startedOn, productionSince } = {} }: AppProfile): readonly Problem[] {
  if (startedOn === undefined || productionSince === undefined || productionSince >= startedOn) return [];
  const message = `The app cannot be in production since ${productionSince} when work on it began on ${startedOn}.`;
  const related = ["/lifecycle/startedOn"];
  return [{ pointer: "/lifecycle/productionSince", code: "contradiction", message, related }];
}

/** Whether a list stands at a pointer, such as one of one's own, or one inside an entry of another. */
function isListIn(profile: AppProfile, pointer: Pointer): boolean {
  const inside = (value: unknown, key: string) =>
    typeof value === "object" && value !== null && Object.hasOwn(value, key) ? Object(value)[key] : undefined;
  return pointer !== "/partial" && Array.isArray(keysOf(pointer).reduce<unknown>(inside, profile));
}

function unknownLists(profile: AppProfile): readonly Problem[] {
  const { partial } = profile;
  if (partial === undefined) return [];
  const isList = (pointer: Pointer) => listPointers.includes(pointer) || isListIn(profile, pointer);
  const unknown = [...partial.entries()].filter(([, pointer]) => !isList(pointer));
  return unknown.slice(0, mostProblems).map(([index, pointer]): Problem => {
    const { hint, ...rest } = suggest(pointer, listPointers);
    const message = `"${pointer}" is not a list of a profile.${hint}`;
    return { pointer: toPointer(["partial", index]), code: "unknown-reference", message, ...rest };
  });
}

/** What is wrong with a well-formed profile beyond its schema: contradictions, names that are not what they seem, unknown list pointers. */
export function checkProfile(profile: AppProfile): readonly Problem[] {
  const problems = [contradictions, lookAlikes, duplicates, unknownLists].flatMap((check) => check(profile));
  return problems.slice(0, mostProblems);
}
