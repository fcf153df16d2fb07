import { inShort, type Pointer } from "../../problems/index.js";
import type { AppProfile } from "../../profile/index.js";
import type { Json } from "../../shapes/index.js";
import type { Adapted, ArtifactProblem, Hint, Place, Provenance } from "../adapted.js";
import { fieldsInOrder } from "../fields-in-order.js";
import { join, smallest } from "../merge/join.js";
import type { Way } from "../merge/way.js";
import {
  alike,
  directions,
  type EntryField,
  entryKey,
  inMap,
  namingField,
  pointerOf,
  type Telling,
  type ToldField,
} from "./told.js";

/** Takes what the rows of one app tell, and makes a profile of it with its evidence. */
export interface Building {
  readonly single: (way: readonly string[], telling: Telling) => void;
  readonly member: (list: readonly string[], telling: Telling) => void;
  readonly entry: (list: readonly string[], fields: readonly EntryField[]) => void;
  /** That a cell says of a list that nothing is in it. */
  readonly none: (list: readonly string[], at: Place) => void;
  /** That a cell of a list says nothing, or could not be read: there may be more. */
  readonly doubt: (list: readonly string[]) => void;
  readonly hint: (hint: Hint) => void;
  readonly problem: (problem: ArtifactProblem) => void;
  readonly done: () => Adapted;
}

type Container = Record<string, unknown>;

/** Sets a value below objects, which are made where they are missing. */
function set(container: Container, [key = "", ...rest]: readonly string[], value: unknown): void {
  if (rest.length === 0) container[key] = value;
  else {
    const inner = (container[key] ?? {}) as Container; // only objects are made on the way
    container[key] = inner;
    set(inner, rest, value);
  }
}

/** What is told of a list of words, or of one place. */
interface ToldAt {
  readonly way: readonly string[];
  readonly told: Telling[];
}

function contradiction(pointer: Pointer, told: readonly Telling[]): ArtifactProblem {
  const said = alike(told).map(([first]) => first);
  const inWords = said.slice(0, 4).map(({ value, at }) => {
    return `${inShort(JSON.stringify(value))} in ${at.column ?? ""}${at.row ?? ""}`;
  });
  const message = `The table contradicts itself about "${pointer}": ${inWords.join(", and ")}. Find out which is right; until then the fact stays open.`;
  return { pointer: "", code: "contradiction", message, places: said.map(({ at }) => at) };
}

/** Work cannot have begun after the app was in production: both days are left open. */
function inOrder(singles: Map<Pointer, ToldAt>): readonly Telling[] {
  const [started, since] = ["/lifecycle/startedOn", "/lifecycle/productionSince"].map((at) => singles.get(at)?.told[0]);
  if (started === undefined || since === undefined || String(started.value) <= String(since.value)) return [];
  singles.delete("/lifecycle/startedOn");
  singles.delete("/lifecycle/productionSince");
  return [started, since];
}

/** Begins to build the profile of one app. */
export function build(whole: ReadonlySet<Pointer>): Building {
  const profile: Container = {};
  const evidence: Provenance[] = [];
  const singles = new Map<Pointer, ToldAt>();
  const members = new Map<Pointer, ToldAt>();
  const entries = new Map<Pointer, { readonly way: readonly string[]; readonly all: Map<string, ToldField[]> }>();
  const nones = new Map<Pointer, { readonly way: readonly string[]; readonly at: Place[] }>();
  const doubts = new Set<Pointer>();
  const partial = new Set<Pointer>();
  const hints: Hint[] = [];
  const problems: ArtifactProblem[] = [];

  const prove = (pointer: Pointer, told: readonly Telling[]): void => {
    for (const { value, at, basis } of told) evidence.push({ pointer, value, at, basis });
  };

  /** What several cells tell of one place; nothing, where they contradict each other. */
  const joined = (way: Way, pointer: Pointer, told: readonly Telling[]): Json | undefined => {
    prove(pointer, told);
    const found = join(
      way,
      told.map((each) => ({ ...each, pointer })),
    );
    if ("value" in found) return found.value;
    problems.push(contradiction(pointer, told));
    // An app needs a name, so that what is said of it can name it.
    return pointer === "/name" ? smallest(found.contradicting) : undefined;
  };

  const listOf = (pointer: Pointer, told: readonly Telling[]): readonly Json[] =>
    alike(told).map((same, index) => {
      prove(`${pointer}/${index}`, same);
      return same[0].value;
    });

  const putField = (entry: Container, way: readonly string[], index: number, { field, isList, told }: ToldField) => {
    const list = pointerOf(way);
    const pointer = `${list}/${index}${pointerOf(field)}`;
    if (isList) {
      set(entry, field, listOf(pointer, told));
      partial.add(pointer);
      return;
    }
    const isName = namingField(list) === field.join();
    const all = list === "/integrations" && field[0] === "direction" ? directions(told) : told;
    const value = isName ? told[0]?.value : joined([...way, { entry: "" }, ...field], pointer, all);
    // Two spellings of a name are one entry, which is called as it was first.
    if (isName) prove(pointer, all);
    if (value !== undefined) set(entry, field, value);
  };

  const putList = (way: readonly string[], list: readonly unknown[]): void => {
    const pointer = pointerOf(way);
    set(profile, way, list);
    if (!whole.has(pointer) || doubts.has(pointer)) partial.add(pointer);
  };

  const putEntries = (way: readonly string[], all: Iterable<readonly ToldField[]>): void => {
    const list = [...all].map((fields, index) => {
      const entry: Container = {};
      for (const field of fields) putField(entry, way, index, field);
      return entry;
    });
    putList(way, list);
  };

  const putNone = (pointer: Pointer, way: readonly string[], places: readonly Place[]): void => {
    if (members.has(pointer) || entries.has(pointer) || doubts.has(pointer) || !whole.has(pointer)) return;
    set(profile, way, []);
    prove(
      pointer,
      places.map((at) => ({ value: [], at, basis: "stated" })),
    );
  };

  return {
    single: (way, telling) => {
      inMap(singles, pointerOf(way), (): ToldAt => ({ way, told: [] })).told.push(telling);
    },
    member: (way, telling) => {
      inMap(members, pointerOf(way), (): ToldAt => ({ way, told: [] })).told.push(telling);
    },
    entry: (way, fields) => {
      const pointer = pointerOf(way);
      const { all } = inMap(entries, pointer, () => ({ way, all: new Map<string, ToldField[]>() }));
      const known = inMap(all, entryKey(pointer, fields), (): ToldField[] => []);
      for (const { field, isList, ...telling } of fields) {
        const same = known.find((each) => pointerOf(each.field) === pointerOf(field));
        if (same === undefined) known.push({ field, isList, told: [telling] });
        else same.told.push(telling);
      }
    },
    none: (way, at) => {
      inMap(nones, pointerOf(way), () => ({ way, at: [] as Place[] })).at.push(at);
    },
    doubt: (way) => {
      doubts.add(pointerOf(way));
    },
    hint: (hint) => {
      hints.push(hint);
    },
    problem: (problem) => {
      problems.push(problem);
    },
    done: () => {
      const swapped = inOrder(singles);
      if (swapped.length > 0) problems.push(contradiction("/lifecycle", swapped));
      for (const [pointer, { way, told }] of singles) {
        const value = joined(way, pointer, told);
        if (value !== undefined) set(profile, way, value);
      }
      for (const [pointer, { way, told }] of members) putList(way, listOf(pointer, told));
      for (const { way, all } of entries.values()) putEntries(way, all.values());
      for (const [pointer, { way, at }] of nones) putNone(pointer, way, at);
      // Every statement was put where the shape of a profile has a place for it; a test reads each profile back.
      const read = fieldsInOrder({
        ...profile,
        ...(partial.size > 0 && { partial: [...partial].sort() }),
      }) as AppProfile;
      return { profile: read, evidence, hints, unresolved: [], problems };
    },
  };
}
