import { nameKey } from "../../names/index.js";
import { keysOf, type Pointer } from "../../problems/index.js";
import type { Shape } from "../../shapes/index.js";
import { type Kind, type Kinds, type View, withValueIn } from "../bounding/kinds.js";
import { unlessRefused } from "../place.js";
import { nounFor, nounOf } from "./nouns.js";
import { without } from "./without.js";

/** A kind of entries, and how many of them there are. */
interface Taken {
  readonly kind: Kind;
  readonly count: number;
}

const isObjectShape = (shape: Shape) => typeof shape === "object" && "object" in shape;

const textsIn = (value: unknown): readonly string[] => {
  if (typeof value === "string") return [value];
  return typeof value === "object" && value !== null ? Object.values(value).flatMap(textsIn) : [];
};

/** What all views read of something, to be compared. */
const readingOf = (thing: unknown, views: readonly View[]): string | undefined =>
  unlessRefused(() => JSON.stringify(views.map(({ read }) => read(thing))));

/** A kind of entries without what matters to no fact, when the rest of it is as it is. */
function inShort({ thing, names }: Kind, { shape, fields }: Kinds, views: readonly View[]) {
  const needed = typeof shape === "object" && "object" in shape ? (shape.needs ?? []).map((field) => `/${field}`) : [];
  const read = readingOf(thing, views);
  let rest = thing;
  let named = names;
  for (const field of [...fields].reverse()) {
    if (field === "" || needed.includes(field)) continue;
    const less = without(rest, keysOf(field));
    if (readingOf(less, views) !== read) continue;
    rest = less;
    named = named.filter((other) => other !== field);
  }
  return { thing: rest, names: named };
}

const short = /* @__PURE__ */ new WeakMap<Kind, ReturnType<typeof inShort>>();

function shortOf(kind: Kind, all: Kinds, views: readonly View[]) {
  const made = short.get(kind) ?? inShort(kind, all, views);
  short.set(kind, made);
  return made;
}

const texts = /* @__PURE__ */ new WeakMap<Kinds, ReadonlySet<string>>();

/** All texts that matter to some fact, by what they mean. */
function textsOf(all: Kinds): ReadonlySet<string> {
  const found = texts.get(all) ?? new Set([...new Set(all.kinds.flatMap(({ thing }) => textsIn(thing)))].map(nameKey));
  texts.set(all, found);
  return found;
}

/** Fields that an entry must have, and no fact asks for. */
function missing(shape: Shape, thing: unknown): readonly Pointer[] {
  if (!isObjectShape(shape)) return thing === undefined ? [""] : [];
  const { needs = [] } = shape as Extract<Shape, { readonly object: unknown }>; // as seen above
  const own = typeof thing === "object" && thing !== null ? thing : {};
  return needs.filter((field) => !Object.hasOwn(own, field)).map((field) => `/${field}`);
}

/** The entries of some kinds, each with what it needs, and with names that differ. */
export function entriesOf(
  list: Pointer,
  views: readonly View[],
  all: Kinds,
  taken: readonly Taken[],
): readonly unknown[] {
  const { shape } = all;
  if (taken.length === 0) return [];
  const avoided = textsOf(all);
  const counts = new Map<string, number>();
  const nameFor = (noun: string): string => {
    for (;;) {
      const count = (counts.get(noun) ?? 0) + 1;
      counts.set(noun, count);
      const name = `${noun} ${count}`;
      if (!avoided.has(nameKey(name))) return name;
    }
  };
  return taken.flatMap(({ kind, count }) => {
    const { thing, names } = shortOf(kind, all, views);
    const needed = missing(shape, thing);
    const open = [...new Set([...needed, ...names])].map((field) => ({
      keys: keysOf(field),
      noun: field === "" ? nounFor(list, views) : nounOf(keysOf(field).at(-1) ?? ""),
    }));
    // What an entry needs stands before what else is said of it.
    const bare = needed.reduce<unknown>((entry, field) => withValueIn(entry, keysOf(field), ""), undefined);
    const whole = isObjectShape(shape) ? { ...Object(bare), ...Object(thing) } : (thing ?? bare);
    return Array.from({ length: count }, () =>
      open.reduce<unknown>((entry, { keys, noun }) => withValueIn(entry, keys, nameFor(noun)), whole),
    );
  });
}
