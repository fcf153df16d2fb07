import { pick } from "./random.js";

type Make = () => unknown;

class Instance {
  readonly field = 1;
}

/** An error is made where it is thrown, so that a complaint says where that was. */
function throwing(thrown: unknown): never {
  throw thrown instanceof Error ? new Error(thrown.message) : thrown;
}

/** What is thrown is not always an error, and not always something that can be shown. */
const thrown: readonly [unknown, ...unknown[]] = [
  new Error("no"),
  undefined,
  null,
  "no",
  Symbol("no"),
  Object.create(null),
  { toString: () => throwing("no") },
];

const getterThatThrows = (what: unknown) =>
  Object.defineProperty({}, "system", { enumerable: true, get: () => throwing(what) });

/** Reads well the first few times, and throws after that. */
function getterThatTurns(times: number, value: unknown, what: unknown): object {
  let reads = 0;
  const get = () => (reads++ < times ? value : throwing(what));
  return Object.defineProperties({}, { id: { enumerable: true, get }, system: { enumerable: true, get } });
}

const traps = ["get", "has", "ownKeys", "getPrototypeOf", "getOwnPropertyDescriptor"] as const;

const proxyThatThrows = (target: object, trap: (typeof traps)[number], what: unknown) =>
  new Proxy(target, { [trap]: () => throwing(what) });

function revokedProxy(): unknown {
  const { proxy, revoke } = Proxy.revocable({}, {});
  revoke();
  return proxy;
}

function cycle(inList: boolean): unknown {
  if (inList) {
    const list: unknown[] = [1];
    list.push(list);
    return list;
  }
  const object: { again?: unknown } = {};
  object.again = { data: [object] };
  return object;
}

function listWithHole(): unknown {
  const list = ["a", "b", "c"];
  delete list[1];
  return list;
}

const text: readonly [string, ...string[]] = [
  "",
  "\uD83D",
  "a\uDE00",
  "__proto__",
  "constructor",
  "read",
  "health",
  "/data",
  "2026-02-30",
  "\u0000",
  "a".repeat(3000),
];

const numbers: readonly [number, ...number[]] = [
  Number.NaN,
  Number.POSITIVE_INFINITY,
  Number.NEGATIVE_INFINITY,
  -1,
  -0,
  0.5,
  5e-324,
  2 ** 53,
  1e308,
  -1e308,
];

/** Any one hostile value of a small size. */
export function hostileValue(random: () => number): unknown {
  const what = pick(thrown, random);
  const makers: readonly [Make, ...Make[]] = [
    () => pick(text, random),
    () => pick(numbers, random),
    () => pick([undefined, null, true, false], random),
    () => pick([[], {}, [[]], [{}], [null], { length: 3 }], random),
    () =>
      pick<unknown>([() => 1, Symbol("a"), 12n, new Date(0), new Map(), new Set(["a"]), /a/, new Instance()], random),
    () => JSON.parse('{ "__proto__": { "polluted": true }, "system": "ERP" }'),
    () => JSON.parse('{ "constructor": { "prototype": { "polluted": true } } }'),
    () => Object.assign(Object.create(null), { system: "ERP", id: "a" }),
    () => Object.create({ system: "ERP", id: "a" }),
    () => cycle(random() < 0.5),
    listWithHole,
    () => new Array(9),
    () => getterThatThrows(what),
    () => getterThatTurns(Math.floor(random() * 6), pick(text, random), what),
    () => proxyThatThrows(random() < 0.5 ? {} : [{}], pick(traps, random), what),
    revokedProxy,
    () => ({ toJSON: () => throwing(what), valueOf: () => throwing(what) }),
    () => ({ toString: null, hasOwnProperty: 1, constructor: "read" }),
  ];
  return pick(makers, random)();
}

/** A value that is nested 10 000 levels deep, in lists or in the field of an object. */
export function deepValue(field: string | undefined): unknown {
  let value: unknown = "deep";
  for (let level = 0; level < 10_000; level++) value = field === undefined ? [value] : { [field]: value };
  return value;
}

/** A list of 100 000 entries. */
export function longList(entryAt: (index: number) => unknown): readonly unknown[] {
  return Array.from({ length: 100_000 }, (_, index) => entryAt(index));
}

/** Hostile keys; `__proto__` becomes an own field, as `JSON.parse` makes it. */
const keys: readonly [string, ...string[]] = [
  "__proto__",
  "constructor",
  "prototype",
  "toString",
  "\uD83D",
  "",
  "users",
];

/** Copies a value of a good shape, and spoils about one part of it in `rarity`. */
export function spoil(value: unknown, random: () => number, rarity: number): unknown {
  if (random() * rarity < 1) return hostileValue(random);
  if (typeof value !== "object" || value === null) return value;
  if (Array.isArray(value)) return value.map((entry) => spoil(entry, random, rarity));
  const entries = Object.entries(value).map(([key, part]) => [key, spoil(part, random, rarity)]);
  const copy: object = Object.fromEntries(entries);
  if (random() * rarity > 0.3) return copy;
  const stranger = { enumerable: true, configurable: true, writable: true, value: hostileValue(random) };
  return Object.defineProperty(copy, pick(keys, random), stranger);
}
