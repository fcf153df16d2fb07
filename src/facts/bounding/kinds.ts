import { keysOf, type Pointer } from "../../problems/index.js";
import { type AppProfile, profileShape } from "../../profile/index.js";
import { type Shape, shapeAt } from "../../shapes/index.js";
import type { Domain } from "../domain.js";
import type { Fact } from "../fact.js";
import { fieldLines } from "../field-truth.js";
import type { EachForm, FactForm, FieldLine, TakeForm } from "../form.js";
import { isExact, type Known, untold } from "../known.js";
import { fieldPointer, shapeOfThings, unlessRefused } from "../place.js";
import { formReader } from "../read-form.js";
import { tallyOf } from "../tally.js";
import { type Asked, type Candidate, toldApart } from "./told-apart.js";

/** How a fact is read from one thing: an entry of a list, or a profile. */
export interface View {
  readonly name: string;
  readonly fact: Fact;
  /** The list that the things are entries of; nothing, for a fact that is read from the profile itself. */
  readonly list: Pointer | undefined;
  /** What it asks of which fields. */
  readonly fields: ReadonlyMap<Pointer, Pick<Asked, "lines" | "taken">>;
  readonly read: (thing: unknown) => Known;
  /** What is read where there is no thing. */
  readonly none: Known;
}

/** Things that no fact tells apart, shown by one of them. */
export interface Kind {
  readonly thing: unknown;
  /** The fields in which any name may stand. */
  readonly names: readonly Pointer[];
  /** What each view reads of it. */
  readonly read: readonly Known[];
}

/** All kinds of things there are. */
export interface Kinds {
  readonly shape: Shape;
  readonly fields: readonly Pointer[];
  readonly kinds: readonly Kind[];
}

/** Which kinds of things are looked for. */
interface KindsSought {
  /** Texts that matter besides those that facts ask for. */
  readonly texts?: readonly string[];
  /** So many kinds at most. */
  readonly most?: number;
  /** Only things that are like this one, as far as it says. */
  readonly told?: unknown;
  /** Whether lists of which no more is asked than their members have one at most: what is always so with a member is so with more. */
  readonly isByMember?: boolean;
}

/** So many kinds are told apart. */
const mostKinds = 20_000;

/** A form with the list whose entries it is read from; a set that stands at a place is taken from what the list there holds. */
function listForm(domain: Domain, form: FactForm): EachForm | TakeForm | undefined {
  if ("each" in form) return form;
  if (!("read" in form) || "where" in form || domain.kind !== "set") return undefined;
  return { each: form.read, take: "", ...(form.as && { as: form.as }) };
}

function fieldsOf(lines: readonly FieldLine[], root: Pointer) {
  const fields = new Map<Pointer, Asked>();
  for (const line of lines) {
    const at = `${root}${fieldPointer(line.field)}`;
    const { lines: others = [] } = fields.get(at) ?? {};
    fields.set(at, { lines: [...others, line], taken: [], texts: [] });
  }
  return fields;
}

function listView(name: string, fact: Fact, form: EachForm | TakeForm): View {
  const { domain } = fact;
  const tally = tallyOf(domain, form);
  const fields = fieldsOf(form.where === undefined ? [] : fieldLines(form.where), "");
  if ("take" in form) {
    const at = fieldPointer(form.take);
    const taken = [{ domain, as: form.as }];
    fields.set(at, { lines: fields.get(at)?.lines ?? [], taken, texts: [] });
  }
  const read = (thing: unknown) => tally.known([{ said: [tally.saidBy(thing)] }], 0, false);
  return { name, fact, list: form.each, fields, read, none: tally.known([], 0, false) };
}

/** How a fact is read, when its form says it; how long ago a date was follows from the day as well, by how much it is more than another fact from that, and neither is a kind of a thing. */
export function viewOf(name: string, fact: Fact): View | undefined {
  const { domain, from } = fact;
  if (from === undefined) return undefined;
  const each = listForm(domain, from);
  if (each !== undefined) return listView(name, fact, each);
  if (!("read" in from)) return undefined;
  const { read: place } = from;
  const fields =
    "where" in from
      ? fieldsOf(fieldLines(from.where), place)
      : new Map([[place, { lines: [], taken: [{ domain, as: from.as }] }]]);
  // What other places say of a number, and what it is divided by, is no kind.
  const reader = formReader(domain, "where" in from || domain.kind !== "number" ? from : { read: place });
  // What is asked is a profile as far as it is read.
  const read = (thing: unknown) => reader.read(thing as AppProfile, undefined);
  return { name, fact, list: undefined, fields, read, none: untold(domain) };
}

const isAbove = (one: Pointer, other: Pointer) => other.startsWith(`${one}/`);

/** Whether something stands inside of something else that is asked for. */
export const areNested = (fields: readonly Pointer[]): boolean =>
  fields.some((one) => fields.some((other) => isAbove(one, other)));

type Fields = Readonly<Record<string, unknown>>;

/** The value at a place inside another. */
export function valueIn(value: unknown, [key, ...deeper]: readonly string[]): unknown {
  if (key === undefined) return value;
  if (typeof value !== "object" || value === null || !Object.hasOwn(value, key)) return undefined;
  return valueIn((value as Fields)[key], deeper); // an object is read by name
}

/** A value with another at a place inside it. */
export function withValueIn(value: unknown, [key, ...deeper]: readonly string[], inside: unknown): unknown {
  if (key === undefined) return inside;
  const own: Fields = typeof value === "object" && value !== null && !Array.isArray(value) ? (value as Fields) : {}; // as said
  return { ...own, [key]: withValueIn(Object.hasOwn(own, key) ? own[key] : undefined, deeper, inside) };
}

/** What stands in a field is what stands deeper inside. */
const deeper: Candidate = { value: undefined };

interface Field {
  readonly pointer: Pointer;
  readonly keys: readonly string[];
  readonly candidates: readonly Candidate[];
  /** Whether it means something also where nothing stands there. */
  readonly isMeant: boolean;
  /** Places, among the fields, of those that it is inside of. */
  readonly above: readonly number[];
}

/** Prepares the fields of some views, those outside before those inside of them. */
function preparedFields(
  shape: Shape,
  views: readonly View[],
  texts: readonly string[],
  isByMember: boolean,
): readonly Field[] | undefined {
  const asked = new Map<Pointer, Asked>();
  for (const { fields } of views) {
    for (const [pointer, { lines, taken }] of fields) {
      const before = asked.get(pointer);
      asked.set(pointer, {
        lines: [...(before?.lines ?? []), ...lines],
        taken: [...(before?.taken ?? []), ...taken],
        texts: taken.length > 0 ? texts : (before?.texts ?? []),
        isByMember,
      });
    }
  }
  const pointers = [...asked.keys()].sort((one, other) => keysOf(one).length - keysOf(other).length);
  const fields: Field[] = [];
  for (const pointer of pointers) {
    const found = shapeAt(shape, pointer);
    const own = asked.get(pointer);
    const candidates = "shape" in found && own !== undefined ? toldApart(found.shape, own) : undefined;
    if (candidates === undefined) return undefined;
    const isOuter = pointers.some((other) => isAbove(pointer, other));
    const above = [...pointers.entries()].filter(([, other]) => isAbove(other, pointer)).map(([place]) => place);
    const { lines, taken } = own ?? { lines: [], taken: [] };
    const isMeant = lines.length > 0 && taken.length === 0 && lines.every(({ unsaid }) => unsaid !== undefined);
    const all = isOuter ? [deeper, ...candidates] : candidates;
    fields.push({ pointer, keys: keysOf(pointer), candidates: all, isMeant, above });
  }
  return fields;
}

/**
 * All kinds of things that some views tell apart, of which every view reads just one value; nothing, where there are too many.
 *
 * @param sought Texts that matter where members are taken, besides those that forms name; how many kinds are too many; and what
 * is told of a thing already.
 */
export function kindsOf(
  views: readonly View[],
  { texts = [], most = mostKinds, told, isByMember = false }: KindsSought = {},
): Kinds | undefined {
  const list = views[0]?.list;
  const shape = list === undefined ? profileShape : shapeOfThings(list);
  const fields = shape === undefined ? undefined : preparedFields(shape, views, texts, isByMember);
  if (shape === undefined || fields === undefined) return undefined;
  const isSettled = ({ keys, isMeant }: Field) => isMeant || valueIn(told, keys) !== undefined;
  const chosen = fields.map((field) =>
    told !== undefined && isSettled(field) ? { ...field, candidates: [deeper] } : field,
  );
  if (chosen.reduce((product, { candidates }) => product * candidates.length, 1) > most) return undefined;
  const kinds: Kind[] = [];
  const keep = (thing: unknown, names: readonly Pointer[]) => {
    // What cannot be read stands in no profile that can.
    const read = unlessRefused(() => views.map((view) => view.read(thing)));
    if (read?.every(isExact)) kinds.push({ thing, names, read });
  };
  const isInside: boolean[] = [];
  const choose = (place: number, thing: unknown, names: readonly Pointer[]): void => {
    const field = chosen[place];
    if (field === undefined) {
      keep(thing, names);
      return;
    }
    const { pointer, keys, candidates, above } = field;
    if (above.some((outer) => !isInside[outer])) {
      isInside[place] = false;
      choose(place + 1, thing, names);
      return;
    }
    for (const candidate of candidates) {
      const { value, isAnyName } = candidate;
      const next = candidate === deeper ? thing : withValueIn(thing, keys, value);
      isInside[place] = candidate === deeper;
      choose(place + 1, next, isAnyName ? [...names, pointer] : names);
    }
  };
  choose(0, told, []);
  return { shape, fields: fields.map(({ pointer }) => pointer), kinds };
}
