import { type Json, longestText, type ObjectShape, type Shape, type SingleShape } from "../shapes/index.js";
import { isDay, isInstant } from "../time/index.js";
import { isWellFormed } from "./well-formed.js";

/** How much of an input is still taken. */
interface Room {
  readonly entries: number;
  values: number;
}

/** Copies a value that is as its shape has it; `undefined`, where it is not, or is not plain enough to tell. */
export type Copy = (value: unknown, room: Room) => Json | undefined;

/** What is nested deeper is left to the reader that says what is wrong. */
const mostLevels = 32;

const isText = (value: unknown): value is string => typeof value === "string" && isWellFormed(value);
const isNumber = (value: unknown): value is number => typeof value === "number" && Number.isFinite(value);

/** A number as JSON has it, without a sign at zero. */
const withoutSign = (value: number) => value + 0;

function isPlainObject(value: unknown): value is Readonly<Record<string, unknown>> {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
}

function copyEntries(list: readonly unknown[], room: Room, copy: Copy): Json | undefined {
  if (list.length > room.entries || list.length > room.values) return undefined;
  room.values -= list.length;
  const copied: Json[] = [];
  for (let index = 0; index < list.length; index++) {
    const entry = copy(list[index], room);
    if (entry === undefined) return undefined;
    copied.push(entry);
  }
  return copied;
}

function copyRecord(record: Readonly<Record<string, unknown>>, room: Room, copy: Copy): Json | undefined {
  const copied: Record<string, Json> = {};
  for (const key of Object.keys(record)) {
    const value = record[key];
    if (key === "__proto__" || !isWellFormed(key) || --room.values < 0) return undefined;
    if (value === undefined) continue;
    const part = copy(value, room);
    if (part === undefined) return undefined;
    copied[key] = part;
  }
  return copied;
}

/** Copies whatever JSON can hold, as deep as some levels. */
function copyJson(levels: number): Copy {
  const copy: Copy = levels === 0 ? () => undefined : copyJson(levels - 1);
  return (value, room) => {
    if (value === null || typeof value === "boolean" || isText(value)) return value;
    if (isNumber(value)) return withoutSign(value);
    if (Array.isArray(value)) return copyEntries(value, room, copy);
    return isPlainObject(value) ? copyRecord(value, room, copy) : undefined;
  };
}

const singles: Readonly<Record<SingleShape, Copy>> = {
  text: (value) => (isText(value) && value !== "" && value.length <= longestText ? value : undefined),
  string: (value) => (isText(value) ? value : undefined),
  flag: (value) => (typeof value === "boolean" ? value : undefined),
  count: (value) => (isNumber(value) && Number.isSafeInteger(value) && value >= 0 ? withoutSign(value) : undefined),
  positive: (value) => (isNumber(value) && value > 0 ? value : undefined),
  amount: (value) => (isNumber(value) && value >= 0 ? withoutSign(value) : undefined),
  date: (value) => (typeof value === "string" && isDay(value) ? value : undefined),
  instant: (value) => (typeof value === "string" && isInstant(value) ? value : undefined),
  json: /* @__PURE__ */ copyJson(mostLevels),
};

/** The same fields, in the order in which a shape has them. */
const inOrder = (names: readonly string[], fields: Readonly<Record<string, Json>>) =>
  Object.fromEntries(names.flatMap((name) => (name in fields ? [[name, fields[name] ?? null] as const] : [])));

function copyFields({ object, needs = [] }: ObjectShape): Copy {
  const names = Object.keys(object);
  const fields = new Map(
    Object.entries(object).map(([name, shape], place) => [
      name,
      { place, copy: copierOf(shape), need: Number(needs.includes(name)) },
    ]),
  );
  return (value, room) => {
    if (!isPlainObject(value)) return undefined;
    const copied: Record<string, Json> = {};
    let [needed, last, isInOrder] = [0, -1, true];
    for (const name of Object.keys(value)) {
      const part = value[name];
      if (part === undefined) continue;
      const field = fields.get(name);
      const own = field?.copy(part, room);
      if (field === undefined || own === undefined) return undefined;
      if (field.place < last) isInOrder = false;
      last = field.place;
      needed += field.need;
      room.values--;
      copied[name] = own;
    }
    if (needed < needs.length) return undefined;
    return isInOrder ? copied : inOrder(names, copied);
  };
}

/** Of a number that is not known exactly, one end at least has to be there. */
function copyBounded(number: Copy): Copy {
  return (value, room) => {
    if (typeof value !== "object") return number(value, room);
    if (!isPlainObject(value)) return undefined;
    const { atLeast, atMost, ...others } = value;
    if (Object.keys(others).length > 0) return undefined;
    room.values -= 2;
    const [least, most] = [atLeast, atMost].map((end) => (end === undefined ? null : number(end, room)));
    if (least === undefined || most === undefined || (least === null && most === null)) return undefined;
    return { ...(least !== null && { atLeast: least }), ...(most !== null && { atMost: most }) };
  };
}

function makeCopier(shape: Shape): Copy {
  if (typeof shape === "string") return singles[shape];
  if ("object" in shape) return copyFields(shape);
  if ("list" in shape) {
    const copy = copierOf(shape.list);
    return (value, room) => (Array.isArray(value) ? copyEntries(value, room, copy) : undefined);
  }
  if ("record" in shape) {
    const copy = copierOf(shape.record);
    return (value, room) => (isPlainObject(value) ? copyRecord(value, room, copy) : undefined);
  }
  if ("bounded" in shape) return copyBounded(singles[shape.bounded]);
  if ("nullable" in shape) {
    const copy = copierOf(shape.nullable);
    return (value, room) => (value === null ? null : copy(value, room));
  }
  const values = new Set<unknown>(shape);
  // One of the values is a value.
  return (value) => (values.has(value) ? (value as Json) : undefined);
}

const prepared = new WeakMap<object, Copy>();

/** What copies values of a shape, prepared when it is first asked for. */
export function copierOf(shape: Shape): Copy {
  if (typeof shape === "string") return makeCopier(shape);
  const copier = prepared.get(shape) ?? makeCopier(shape);
  prepared.set(shape, copier);
  return copier;
}

/** What copies values that are told apart by their kind. */
export function copierOfKinds(kinds: readonly { readonly kind: string; readonly shape: Shape }[]): Copy {
  const copiers = new Map<unknown, Copy>(kinds.map(({ kind, shape }) => [kind, copierOf(shape)]));
  return (value, room) => (isPlainObject(value) ? copiers.get(value.kind)?.(value, room) : undefined);
}

/**
 * Copies a value that is as it should be, in one walk; `undefined`, where it is not, is larger than is taken, or is not plain enough to
 * tell. Whoever wants to know why reads it with the schema, which words every mistake and takes much longer.
 */
export function copyWith(
  copy: Copy,
  value: unknown,
  { entries, values }: { readonly entries: number; readonly values: number },
): Json | undefined {
  const room: Room = { entries, values: values - 1 };
  try {
    const copied = copy(value, room);
    return room.values < 0 ? undefined : copied;
  } catch {
    // It throws when it is looked at, which the other reader says.
    return undefined;
  }
}
