import { nameKey, problemsOfName } from "../../names/index.js";
import { inShort, keysOf, mostProblems, type Pointer, type Problem, suggest, toPointer } from "../../problems/index.js";
import { type AppProfile, distinctNames } from "../../profile/index.js";

/** The names that tell the entries of a list apart; none, where there is no such list. */
function namesIn(profile: AppProfile, list: Pointer, field: string): readonly string[] {
  const entries = keysOf(list).reduce<unknown>((value, key) => Object(value)[key], profile);
  // The list and its names are as the schema has them.
  return Array.isArray(entries) ? entries.map((entry) => (field === "" ? entry : entry[field])) : [];
}

/** Every list that `partial` may name. */
export const listPointers: readonly Pointer[] = [
  ...Object.keys(distinctNames),
  "/data",
  "/calculations",
  "/entrances",
  "/parts",
];

function duplicates(profile: AppProfile): Problem[] {
  return Object.entries(distinctNames).flatMap(([list, field]) => {
    const first = new Map<string, readonly [name: string, index: number]>();
    return namesIn(profile, list, field).flatMap((name, index): Problem[] => {
      const key = nameKey(name);
      const earlier = first.get(key);
      if (earlier === undefined) {
        first.set(key, [name, index]);
        return [];
      }
      const [same, at] = earlier;
      const what =
        same === name ? `"${inShort(name)}"` : `"${inShort(name)}" means the same as "${inShort(same)}", which`;
      const message = `${what} stands here already, at ${list}/${at}. Describe it in one entry.`;
      return [{ pointer: `${list}/${index}`, code: "duplicate", message }];
    });
  });
}

/** Where the names stand that something is compared with: each list, and the field of its entries that holds the name. */
function comparedNames({
  integrations = [],
  data = [],
  compliance = [],
  audience = {},
  ownership = {},
  otherApps = {},
}: AppProfile) {
  const at = (names: readonly (string | undefined)[], list: Pointer, field: Pointer) =>
    names.map((name, index) => [`${list}/${index}${field}`, name] as const);
  return [
    ...at(audience.departments ?? [], "/audience/departments", ""),
    ...at(ownership.understoodBy ?? [], "/ownership/understoodBy", ""),
    ...at(ownership.successors ?? [], "/ownership/successors", ""),
    ...at(
      (ownership.owners ?? []).map(({ name }) => name),
      "/ownership/owners",
      "/name",
    ),
    ...at(otherApps.needs ?? [], "/otherApps/needs", ""),
    ...at(otherApps.neededBy ?? [], "/otherApps/neededBy", ""),
    ...at(
      integrations.map(({ system }) => system),
      "/integrations",
      "/system",
    ),
    ...at(
      data.map(({ name }) => name),
      "/data",
      "/name",
    ),
    ...at(
      compliance.map(({ regime }) => regime),
      "/compliance",
      "/regime",
    ),
  ];
}

function lookAlikes(profile: AppProfile): Problem[] {
  return comparedNames(profile).flatMap(([pointer, name]) => (name === undefined ? [] : problemsOfName(name, pointer)));
}

function contradictions({ lifecycle = {} }: AppProfile): Problem[] {
  const problems: Problem[] = [];
  const { startedOn, productionSince } = lifecycle;
  if (startedOn !== undefined && productionSince !== undefined && productionSince < startedOn) {
    const message = `The app cannot be in production since ${productionSince} when work on it began on ${startedOn}.`;
    const related = ["/lifecycle/startedOn"];
    problems.push({ pointer: "/lifecycle/productionSince", code: "contradiction", message, related });
  }
  return problems;
}

/** Whether a list stands at a pointer, such as one of one's own, or one inside an entry of another. */
function isListIn(profile: AppProfile, pointer: Pointer): boolean {
  const inside = (value: unknown, key: string) =>
    typeof value === "object" && value !== null && Object.hasOwn(value, key) ? Object(value)[key] : undefined;
  return pointer !== "/partial" && Array.isArray(keysOf(pointer).reduce<unknown>(inside, profile));
}

function unknownLists(profile: AppProfile): Problem[] {
  const { partial = [] } = profile;
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
