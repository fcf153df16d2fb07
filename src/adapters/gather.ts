import { nameKey } from "../names/index.js";
import { type Pointer, type ProblemCode, toPointer } from "../problems/index.js";
import type { AppProfile } from "../profile/index.js";
import { type Json, longestText } from "../shapes/index.js";
import type {
  Adapted,
  ArtifactProblem,
  Basis,
  Hint,
  Place,
  Provenance,
  Unresolved,
  UnresolvedKind,
} from "./adapted.js";
import { type Call, fieldsTold, operationsTold, type ToldField } from "./call.js";
import { nameOfFile, type Source } from "./source.js";

type Way = readonly (string | number)[];

type Told = readonly (readonly [at: Place, basis: Basis])[];

/** Takes what an artifact tells, statement by statement, and makes a profile of it with its evidence. */
export interface Gathering {
  /** A single value, at a way of keys into the profile. */
  readonly tell: (way: readonly string[], value: Json, at: Place, basis?: Basis) => void;
  /** A member of a list of words; the same one again is more evidence. */
  readonly member: (way: readonly string[], value: string, at: Place, basis?: Basis) => void;
  /** An entry of a list, as its fields. */
  readonly entry: (list: "entrances" | "parts" | "data", fields: readonly ToldField[]) => void;
  /** A use of a system. */
  readonly call: (call: Call) => void;
  /** Something that lets the work of the app go on after the call that started it. */
  readonly waits: (at: Place) => void;
  /** That a list may hold more than was told. */
  readonly partial: (...lists: readonly string[]) => void;
  /** That a list of which nothing is told is empty. */
  readonly whole: (list: "integrations" | "parts", at: Place) => void;
  readonly hint: (hint: Hint) => void;
  /** Whether a name is met for the first time: what it suggests is said once. */
  readonly isNew: (name: string) => boolean;
  readonly unresolved: (kind: UnresolvedKind, what: string, at: Place) => void;
  readonly problem: (code: ProblemCode, message: string, at: Place) => void;
  readonly done: () => Adapted;
}

const half = /[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g;

/** A text as a profile may hold it: in one line, not endless, without halves of characters. */
export const asName = (text: string): string =>
  [...text.replace(half, "\uFFFD").replace(/\s+/g, " ").trim()].slice(0, longestText / 2).join("");

/** A statement of an entrance, a part or the like. */
export const field = (name: string, value: Json, at: Place, basis: Basis = "stated"): ToldField => ({
  field: name,
  value,
  told: [[at, basis]],
});

type Container = Record<string, unknown>;

/** The uses of one system. The first use names it: two spellings mean one system. */
interface Uses {
  readonly system: string;
  readonly calls: Call[];
}

/** Sets a value in nested objects, making those that are missing. */
function set(container: Container, way: Way, value: unknown): void {
  const [key = "", ...rest] = way;
  if (rest.length === 0) container[key] = value;
  else {
    const inner = (container[key] ?? {}) as Container; // only objects are made on the way
    container[key] = inner;
    set(inner, rest, value);
  }
}

/** Begins to gather what an artifact tells. */
export function gather(source: Source): Gathering {
  const profile: Container = {};
  const evidence: Provenance[] = [];
  const members = new Map<string, string[]>();
  const entries = new Map<string, (readonly ToldField[])[]>();
  const calls = new Map<string, Uses>();
  const bySystem = new Map<string, Call[]>();
  const waits: Place[] = [];
  const partial = new Set<string>();
  const wholes = new Map<string, Place>();
  const hints: Hint[] = [];
  const unresolved: Unresolved[] = [];
  const problems: ArtifactProblem[] = [];
  const seen = new Set<string>();
  const names = new Set<string>();

  const proveAt = (pointer: Pointer, value: Json, told: Told): void => {
    for (const [at, basis] of told) evidence.push({ pointer, value, at, basis });
  };
  const prove = (way: Way, value: Json, told: Told): void => proveAt(toPointer(way), value, told);

  const putEntries = (way: readonly string[], list: readonly (readonly ToldField[])[]): void => {
    const pointer = toPointer(way);
    set(
      profile,
      way,
      list.map((fields, index) => {
        // The names of our fields need no escaping.
        for (const { field: name, value, told } of fields) proveAt(`${pointer}/${index}/${name}`, value, told);
        return Object.fromEntries(fields.map(({ field: name, value }) => [name, value]));
      }),
    );
  };

  const putIntegrations = (): void => {
    const list = [...calls.values()].map(({ system: name, calls: group }, index): readonly ToldField[] => {
      const system: ToldField = {
        field: "system",
        value: name,
        told: group.map(({ at }) => [at, "stated"] as const),
      };
      const operations = operationsTold(group);
      if (operations?.partial) partial.add(`/integrations/${index}/operations`);
      for (const [position, [operation, by]] of (operations?.told ?? []).entries()) {
        prove(
          ["integrations", index, "operations", position],
          operation,
          by.map(({ at, basis }) => [at, basis] as const),
        );
      }
      if (operations?.told.length === 0) {
        prove(
          ["integrations", index, "operations"],
          [],
          group.map(({ at, basis }) => [at, basis] as const),
        );
      }
      const named =
        operations === undefined
          ? []
          : [{ field: "operations", value: operations.told.map(([operation]) => operation), told: [] }];
      return [system, ...fieldsTold(group, waits), ...named];
    });
    putEntries(["integrations"], list);
  };

  const gathering: Gathering = {
    tell: (way, value, at, basis = "stated") => {
      set(profile, way, value);
      prove(way, value, [[at, basis]]);
    },
    member: (way, value, at, basis = "stated") => {
      const key = toPointer(way);
      const list = members.get(key) ?? [];
      members.set(key, list);
      if (!list.includes(value)) list.push(value);
      set(profile, way, list);
      prove([...way, list.indexOf(value)], value, [[at, basis]]);
    },
    entry: (list, fields) => {
      const others = entries.get(list);
      if (others === undefined) entries.set(list, [fields]);
      else others.push(fields);
    },
    call: (call) => {
      const known = bySystem.get(call.system);
      if (known !== undefined) {
        known.push(call);
        return;
      }
      const system = asName(call.system);
      const key = nameKey(system);
      if (key === "") return;
      const uses = calls.get(key) ?? { system, calls: [] };
      uses.calls.push(call);
      calls.set(key, uses);
      bySystem.set(call.system, uses.calls);
    },
    waits: (at) => {
      if (waits.length < 10) waits.push(at);
    },
    partial: (...lists) => {
      for (const list of lists) partial.add(list);
    },
    whole: (list, at) => {
      wholes.set(list, at);
    },
    hint: (hint) => {
      const key = `${hint.pointer} ${hint.question}`;
      if (seen.has(key)) return;
      seen.add(key);
      hints.push(hint);
    },
    isNew: (name) => {
      if (names.has(name)) return false;
      names.add(name);
      return true;
    },
    unresolved: (kind, what, at) => {
      unresolved.push({ kind, what: asName(what), at });
    },
    problem: (code, message, at) => {
      problems.push({ pointer: at.pointer ?? "", code, message, places: [at] });
    },
    done: () => {
      if (calls.size > 0) putIntegrations();
      for (const [list, told] of entries) putEntries([list], told);
      for (const [list, at] of wholes) {
        if (profile[list] === undefined && !partial.has(`/${list}`)) gathering.tell([list], [], at);
      }
      const file: Place = { file: source.file };
      const named = nameOfFile(source.file);
      if (source.name !== undefined) gathering.tell(["name"], asName(source.name), file);
      else if (profile.name === undefined) gathering.tell(["name"], asName(named), file, "file-name");
      if (source.id !== undefined) gathering.tell(["id"], source.id, file);
      else if (profile.id === undefined) gathering.tell(["id"], asName(named), file, "file-name");
      const inPart = [...partial].filter((list) => isList(profile, list)).sort();
      // Every statement was put where the shape of a profile has a place for it; a test reads each profile back.
      const read = { ...profile, ...(inPart.length > 0 && { partial: inPart }) } as unknown as AppProfile;
      return { profile: read, evidence, hints, unresolved, problems };
    },
  };
  return gathering;
}

/** Whether a list stands there: only those that are told can be told in part. */
const isList = (profile: Container, pointer: string): boolean =>
  Array.isArray(
    pointer
      .split("/")
      .slice(1)
      .reduce<unknown>((value, key) => Object(value)[key], profile),
  );
