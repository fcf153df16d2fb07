import { inShort, type Pointer, toPointer } from "../../problems/index.js";
import type { AppProfile } from "../../profile/index.js";
import type { Json } from "../../shapes/index.js";
import type { Adapted, ArtifactProblem, Place, Provenance } from "../adapted.js";
import { fieldsInOrder } from "../fields-in-order.js";
import { evidenceOf } from "./from-profile.js";
import { canonical, join, smallest } from "./join.js";
import { type Way, waysInto } from "./way.js";

/** What is told of one place, by all sources. */
interface Told {
  readonly way: Way;
  readonly evidence: Provenance[];
}

/** Orders keys, no two of which are the same. */
const compare = (one: string, other: string): number => (one < other ? -1 : 1);

/** Sorts out what is there twice, and puts the rest in one order. */
function united<Item>(items: readonly Item[]): readonly Item[] {
  const byText = new Map(items.map((item) => [canonical(item), item]));
  return [...byText].sort(([one], [other]) => compare(one, other)).map(([, item]) => item);
}

/** A place and all that it stands in. */
const upFrom = (pointer: Pointer): readonly Pointer[] =>
  [...pointer.matchAll(/\//g)].map(({ index }) => pointer.slice(0, index)).concat(pointer);

/** The statements of all sources by their ways; one without evidence of its own stands in its profile. */
function gatherTold(sources: readonly Adapted[]): {
  readonly told: readonly Told[];
  readonly partial: ReadonlyMap<string, Way>;
} {
  const told = new Map<string, Told>();
  const partial = new Map<string, Way>();
  for (const { profile, evidence } of sources) {
    const ways = waysInto(profile);
    const proven = new Set(evidence.flatMap(({ pointer }) => upFrom(pointer)));
    const missing = evidenceOf(profile, { file: profile.id }).filter(({ pointer }) => !proven.has(pointer));
    for (const each of [...evidence, ...missing]) {
      const way = ways.of(each.pointer);
      const key = canonical(way);
      const known = told.get(key);
      if (known === undefined) told.set(key, { way, evidence: [each] });
      else known.evidence.push(each);
    }
    for (const list of profile.partial ?? []) {
      const way = ways.of(list);
      partial.set(canonical(way), way);
    }
  }
  const fieldsInOrder = [...told].sort(([one], [other]) => compare(one, other)).map(([, each]) => each);
  return { told: fieldsInOrder, partial };
}

/** Turns ways into pointers: the entries of each list stand in the order of what tells them apart. */
function pointersFor(ways: readonly Way[]): (way: Way) => Pointer {
  const lists = new Map<string, Set<string>>();
  for (const way of ways) {
    for (const [index, step] of way.entries()) {
      if (typeof step === "string") continue;
      const list = canonical(way.slice(0, index));
      const entries = lists.get(list) ?? new Set();
      lists.set(list, entries.add(step.entry));
    }
  }
  const positions = new Map(
    [...lists].map(([list, entries]) => [
      list,
      new Map([...entries].sort(compare).map((entry, index) => [entry, index])),
    ]),
  );
  return (way) =>
    toPointer(
      way.map((step, index) =>
        typeof step === "string" ? step : (positions.get(canonical(way.slice(0, index)))?.get(step.entry) ?? 0),
      ),
    );
}

type Container = Record<string | number, unknown>;

/** Puts a value where a way leads, making what is missing on it. */
function put(root: Container, way: Way, pointer: Pointer, value: Json): void {
  const keys = pointer.split("/").slice(1);
  let at = root;
  for (const [index, step] of way.slice(0, -1).entries()) {
    const key = typeof step === "string" ? step : Number(keys[index]);
    const next = way[index + 1];
    if (!Object.hasOwn(at, key)) at[key] = typeof next === "string" ? {} : [];
    at = at[key] as Container; // what stands on the way is made here
  }
  const last = way.at(-1);
  const key = typeof last === "string" ? last : Number(keys.at(-1));
  // An empty list or entry says that there is one; what others say of it stands there already, or comes.
  const isEmpty = typeof value === "object" && value !== null && Object.keys(value).length === 0;
  if (!isEmpty || !Object.hasOwn(at, key)) at[key] = Array.isArray(value) ? [...value] : value;
}

function placed({ file, pointer, line, sheet, row, column }: Place): string {
  if (row === undefined) return `${file}${line === undefined ? (pointer ?? "") : `:${line}`}`;
  return [file, ...(sheet === undefined ? [] : [sheet]), `${column ?? "row "}${row}`].join(", ");
}

function contradiction(pointer: Pointer, values: readonly Json[], evidence: readonly Provenance[]): ArtifactProblem {
  const at = (value: Json) => evidence.find((each) => canonical(each.value) === canonical(value))?.at;
  const said = values.map((value) => {
    const place = at(value);
    return `${inShort(JSON.stringify(value))}${place === undefined ? "" : ` at ${inShort(placed(place))}`}`;
  });
  const message = `The sources contradict each other: ${said.slice(0, 4).join(", and ")}. Find out which is right; until then the fact stays open.`;
  const places = united(evidence.map((each) => each.at));
  return { pointer, code: "contradiction", message, places, related: places.flatMap((place) => place.pointer ?? []) };
}

function mergeOne(sources: readonly Adapted[]): Adapted {
  const { told, partial } = gatherTold(sources);
  const pointerOf = pointersFor([...told.map(({ way }) => way), ...partial.values()]);
  const profile: Container = {};
  const evidence: Provenance[] = [];
  const contradictions: ArtifactProblem[] = [];
  for (const { way, evidence: found } of told) {
    const pointer = pointerOf(way);
    const all = united(found.map((each) => ({ ...each, pointer })));
    const joined = join(way, all);
    evidence.push(...all);
    if ("value" in joined) put(profile, way, pointer, joined.value);
    else {
      contradictions.push(contradiction(pointer, joined.contradicting, all));
      // The entry is there, whatever is open about it.
      const entry = way.reduce((last, step, index) => (typeof step === "object" ? index + 1 : last), 0);
      if (entry > 0) put(profile, way.slice(0, entry), pointerOf(way.slice(0, entry)), {});
      // An app needs a name, so that the report of the contradiction can name it.
      if (way.length === 1 && way[0] === "name") put(profile, way, pointer, smallest(joined.contradicting));
    }
  }
  const lists = [...partial.values()].map(pointerOf).sort(compare);
  // Every statement was one of a profile, at the place that it had there.
  const merged = fieldsInOrder({ ...profile, ...(lists.length > 0 && { partial: lists }) }) as AppProfile;
  return {
    profile: merged,
    evidence: united(evidence),
    hints: united(sources.flatMap(({ hints }) => hints)),
    unresolved: united(sources.flatMap(({ unresolved }) => unresolved)),
    problems: united([
      ...sources.flatMap(({ problems }) => problems.filter(({ code }) => code !== "contradiction")),
      ...contradictions,
    ]),
  };
}

/**
 * Puts together what several sources tell of the same apps: a definition, a row of an inventory, a person's answers, the profile of last
 * quarter. What one knows and another does not is known; bounds meet; lists are united, and told in part while one is. Every statement
 * keeps its sources. Where they contradict each other, the place is left open and told as a problem with all places. The order of the sources
 * does not matter, and merging again what was merged changes nothing.
 *
 * @param key What is the same app: by its id, or as the caller says, such as by a name.
 * @returns One for each app, in the order of their keys.
 *
 * @example
 * ```ts
 * import { fromProfile, mergeProfiles } from "plimsoll/adapters";
 *
 * const register = fromProfile({ id: "stock", name: "Stock list", audience: { users: { atLeast: 4 } } }, { file: "register.json" });
 * const answers = fromProfile({ id: "stock", name: "Stock list", audience: { users: { atMost: 40 }, outsideUsers: false } }, { file: "answers.json" });
 * const doubt = fromProfile({ id: "stock", name: "Stock list", audience: { outsideUsers: true } }, { file: "doubt.json" });
 *
 * const [stock] = mergeProfiles([register, answers, doubt]);
 *
 * stock?.profile.audience; // → { users: { atLeast: 4, atMost: 40 } }
 * stock?.problems.map(({ pointer, code, places }) => [pointer, code, places.map(({ file }) => file)]); // → [["/audience/outsideUsers", "contradiction", ["answers.json", "doubt.json"]]]
 * ```
 */
export function mergeProfiles(
  sources: readonly Adapted[],
  { key = ({ profile }) => profile.id }: { readonly key?: (source: Adapted) => string } = {},
): readonly Adapted[] {
  const byKey = new Map<string, Adapted[]>();
  for (const source of sources) {
    const app = key(source);
    const group = byKey.get(app);
    if (group === undefined) byKey.set(app, [source]);
    else group.push(source);
  }
  return [...byKey].sort(([one], [other]) => compare(one, other)).map(([, group]) => mergeOne(group));
}
