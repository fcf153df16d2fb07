import { nameKey } from "../../names/index.js";
import { type Pointer, toPointer } from "../../problems/index.js";
import { distinctNames } from "../../profile/index.js";
import type { Json } from "../../shapes/index.js";
import type { Basis, Place } from "../adapted.js";
import { canonical } from "../merge/join.js";

/** A value at a place, and where it was told. */
export interface Telling {
  readonly value: Json;
  readonly at: Place;
  readonly basis: Basis;
}

/** A field of an entry, or a member of a list in it. */
export interface EntryField extends Telling {
  readonly field: readonly string[];
  readonly isList: boolean;
}

/** All that was told of one field. */
export interface ToldField {
  readonly field: readonly string[];
  readonly isList: boolean;
  readonly told: Telling[];
}

const written = new WeakMap<readonly string[], Pointer>();

/** A way as a pointer. Ways are those of the mapping, and the same for every row: each is written out once. */
export const pointerOf = (way: readonly string[]): Pointer => {
  const known = written.get(way);
  if (known !== undefined) return known;
  const pointer = toPointer(way);
  written.set(way, pointer);
  return pointer;
};

/** What stands in a map, made where it is missing. */
export function inMap<Key, Value>(map: Map<Key, Value>, key: Key, make: () => Value): Value {
  const known = map.get(key);
  if (known !== undefined) return known;
  const made = make();
  map.set(key, made);
  return made;
}

/** The field by which entries of a list are told apart; none, where they have none. */
export const namingField = (list: Pointer): string | undefined =>
  (distinctNames as Readonly<Record<Pointer, string>>)[list];

/** What tells an entry apart: its name, where entries of the list have one; else all that it says. */
export function entryKey(list: Pointer, fields: readonly EntryField[]): string {
  const naming = namingField(list);
  const name = naming && fields.find(({ field }) => field.join() === naming)?.value;
  if (typeof name === "string") return nameKey(name);
  return canonical(fields.map(({ field, value }) => [field, value]));
}

/** Values that are the same together: names by what they mean. */
export function alike(told: readonly Telling[]): readonly (readonly [Telling, ...Telling[]])[] {
  const groups = new Map<string, [Telling, ...Telling[]]>();
  for (const each of told) {
    const key = typeof each.value === "string" ? nameKey(each.value) : canonical(each.value);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [each]);
    else group.push(each);
  }
  return [...groups.values()];
}

/** A system that one cell says is read, and another that it is written, is both. */
export function directions(told: readonly Telling[]): readonly Telling[] {
  const isOne = told.every(({ value }) => value === told[0]?.value);
  return isOne ? told : told.map((each) => ({ ...each, value: "bidirectional" }));
}
