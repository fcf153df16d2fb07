import { type Pointer, toPointer } from "../problems/index.js";
import type { Place } from "./adapted.js";

/** A value in a document, and the way to it. The way is only written out where it is asked for. */
export interface Spot {
  readonly file: string;
  readonly value: unknown;
  readonly key?: string | number;
  readonly above?: Spot;
  /** Its pointer, once somebody asked for it: most ways are never written out, and those that are share their beginnings. */
  pointer?: Pointer;
}

/** The whole of a document. */
export const root = (file: string, value: unknown): Spot => ({ file, value });

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** What stands one step below a value. */
function valueBelow(value: unknown, key: string | number): unknown {
  if (Array.isArray(value)) return typeof key === "number" ? value[key] : undefined;
  return isObject(value) && Object.hasOwn(value, key) ? value[key] : undefined;
}

const step = (spot: Spot, key: string | number): Spot => ({
  file: spot.file,
  value: valueBelow(spot.value, key),
  key,
  above: spot,
});

/** What stands under a way of keys; `undefined`, where the way ends before. */
export const under = (spot: Spot, ...way: readonly (string | number)[]): Spot => way.reduce(step, spot);

/** The value under a way of keys, for whoever does not ask for its place. */
export function valueAt({ value }: Spot, key: string | number, ...more: readonly (string | number)[]): unknown {
  let found = valueBelow(value, key);
  for (const each of more) found = valueBelow(found, each);
  return found;
}

/** Whether something stands there at all. */
export const isThere = ({ value }: Spot): boolean => value !== undefined && value !== null;

/** The fields of an object, none of anything else. */
export const fieldsOf = (spot: Spot): readonly (readonly [key: string, field: Spot])[] =>
  isObject(spot.value) ? Object.keys(spot.value).map((key) => [key, step(spot, key)] as const) : [];

/** The names of the fields of an object, none of anything else. */
export const namesOf = ({ value }: Spot): readonly string[] => (isObject(value) ? Object.keys(value) : []);

/** The entries of a list, none of anything else. */
export const entriesOf = (spot: Spot): readonly Spot[] =>
  Array.isArray(spot.value) ? spot.value.map((_, index) => step(spot, index)) : [];

/** The entries of a list as they are, for whoever does not ask where they stand. */
export const itemsOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);

/** The text that stands there, if it is one with anything in it. */
export const textOf = ({ value }: Spot): string | undefined => textIn(value);

const textIn = (value: unknown): string | undefined =>
  typeof value === "string" && value.trim() !== "" ? value : undefined;

/** The text under a way of keys. */
export const textAt = (spot: Spot, key: string | number, ...more: readonly (string | number)[]): string | undefined =>
  textIn(more.length === 0 ? valueBelow(spot.value, key) : valueAt(spot, key, ...more));

/** Whether something stands under a way of keys. */
export function isThereAt(spot: Spot, key: string | number, ...more: readonly (string | number)[]): boolean {
  const value = valueAt(spot, key, ...more);
  return value !== undefined && value !== null;
}

/** The number that stands there, if it is one. */
export const numberOf = ({ value }: Spot): number | undefined =>
  typeof value === "number" && Number.isFinite(value) ? value : undefined;

/** The day that stands there, if it is one of the calendar; what lies before 1970 stands for none. */
export function dayOf(spot: Spot): string | undefined {
  const day = /^\d{4}-\d{2}-\d{2}(?=[T ]|$)/.exec(textOf(spot) ?? "")?.[0];
  if (day === undefined || day < "1970") return undefined;
  const parsed = new Date(`${day}T00:00:00Z`);
  return Number.isNaN(parsed.getTime()) || parsed.toISOString().slice(0, 10) !== day ? undefined : day;
}

const written = (key: string | number): Pointer =>
  typeof key === "string" && /[~/]/.test(key) ? toPointer([key]) : `/${key}`;

function pointerOf(spot: Spot): Pointer {
  const open: Spot[] = [];
  let at: Spot | undefined = spot;
  for (; at !== undefined && at.pointer === undefined; at = at.above) open.push(at);
  let pointer = at?.pointer ?? "";
  for (const each of open.reverse()) {
    if (each.key !== undefined) pointer += written(each.key);
    each.pointer = pointer;
  }
  return pointer;
}

/** The place of a spot, for evidence. */
export const placeOf = (spot: Spot): Place => ({ file: spot.file, pointer: pointerOf(spot) });
