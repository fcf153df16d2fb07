import { runInNewContext } from "node:vm";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { toJson } from "../../src/json/index.js";

class Ship {
  readonly draught = 7;
}

const cyclic: { inner: { root?: unknown } } = { inner: {} };
cyclic.inner.root = cyclic;

const selfContaining: unknown[] = [];
selfContaining.push(selfContaining);

const throwingGetter = {
  get users(): number {
    throw new Error("no");
  },
};
const throwingProxy = (trap: keyof ProxyHandler<object>, target: object = {}) =>
  new Proxy(target, {
    [trap]: () => {
      throw new Error("no");
    },
  });
const revoked = () => {
  const { proxy, revoke } = Proxy.revocable({}, {});
  revoke();
  return proxy;
};
const nested = (levels: number) => {
  let value: unknown = 1;
  for (let level = 0; level < levels; level++) value = level % 2 ? { in: value } : [value];
  return value;
};
/** A few objects that spell out as two to the power of `levels` values. */
const shared = (levels: number) => {
  let value: unknown = 1;
  for (let level = 0; level < levels; level++) value = [value, value];
  return value;
};
const withHole = ["a", "b"];
delete withHole[0];
/** An array whose length says something else than what it holds. */
const claimingLength = (length: unknown) => new Proxy([], { get: (_, key) => (key === "length" ? length : undefined) });

describe("toJson refuses", () => {
  test.each<[string, unknown, string, string]>([
    ["undefined", undefined, "not-json", ""],
    ["a function", { users: () => 1 }, "not-json", "/users"],
    ["a method called toJSON", { toJSON: () => 1 }, "not-json", "/toJSON"],
    ["a symbol", { users: Symbol("many") }, "not-json", "/users"],
    ["a bigint", { users: 12n }, "not-json", "/users"],
    ["NaN", { users: Number.NaN }, "not-json", "/users"],
    ["Infinity", { users: Number.POSITIVE_INFINITY }, "not-json", "/users"],
    ["minus Infinity", [1, Number.NEGATIVE_INFINITY], "not-json", "/1"],
    ["a Date", { lifecycle: { startedOn: new Date(0) } }, "not-json", "/lifecycle/startedOn"],
    ["a Map", { extensions: new Map() }, "not-json", "/extensions"],
    ["a Set", { departments: new Set(["Sales"]) }, "not-json", "/departments"],
    ["a regular expression", [/a/], "not-json", "/0"],
    ["a boxed number", [Object(1)], "not-json", "/0"],
    ["a typed array", [new Uint8Array(2)], "not-json", "/0"],
    ["an instance of a class", { ship: new Ship() }, "not-json", "/ship"],
    ["an object that inherits fields", Object.create({ users: 1 }), "not-json", ""],
    ["a Map of another realm", runInNewContext("[new Map()]"), "not-json", "/0"],
    ["a cycle", cyclic, "not-json", "/inner/root"],
    ["a list in itself", selfContaining, "not-json", "/0"],
    ["a getter that throws", { audience: throwingGetter }, "unreadable", "/audience/users"],
    ["an entry with a getter that throws", [{}, throwingGetter], "unreadable", "/1/users"],
    ["a proxy that throws when read", throwingProxy("get", { users: 1 }), "unreadable", "/users"],
    ["a proxy that throws when its keys are asked for", throwingProxy("ownKeys"), "unreadable", ""],
    ["a proxy that throws when its prototype is asked for", throwingProxy("getPrototypeOf"), "unreadable", ""],
    [
      "a proxy that throws when a field is described",
      throwingProxy("getOwnPropertyDescriptor", { a: 1 }),
      "unreadable",
      "",
    ],
    ["a list whose length throws", throwingProxy("get", []), "unreadable", ""],
    ["a list whose length is no number", claimingLength(Symbol("many")), "unreadable", ""],
    ["a list whose length is endless", claimingLength(Number.POSITIVE_INFINITY), "too-large", ""],
    ["a revoked proxy", { audience: revoked() }, "unreadable", ""],
    [
      "an own field called __proto__",
      JSON.parse('{ "extensions": { "__proto__": 1 } }'),
      "unknown-key",
      "/extensions/__proto__",
    ],
    ["half a character in a text", { name: "\uD83D" }, "not-json", "/name"],
    ["the other half of a character", { name: "a\uDE00b" }, "not-json", "/name"],
    ["half a character in a key", { extensions: { "\uD83D": 1 } }, "not-json", "/extensions/\uD83D"],
    ["a hole in a list", { departments: withHole }, "not-json", "/departments/0"],
    ["undefined in a list", { departments: ["Sales", undefined] }, "not-json", "/departments/1"],
    ["a list with more than a million places", { data: new Array(1_000_001) }, "too-large", "/data"],
    ["more than a million values", [new Array(600_000).fill(0), new Array(600_000).fill(0)], "too-large", "/1/399997"],
  ])("%s", (_, value, code, pointer) => {
    expect(toJson(value)).toEqual({
      ok: false,
      problems: [{ pointer, code, message: expect.stringMatching(/^[A-Z].*\.$/) }],
    });
  });

  test("a few objects that spell out as more than a million values", () => {
    expect(toJson(shared(20))).toMatchObject({ ok: false, problems: [{ code: "too-large" }] });
  });

  test("what is nested more than a hundred levels deep", () => {
    expect(toJson(nested(100)).ok).toBe(true);
    expect(toJson(nested(101))).toMatchObject({ problems: [{ code: "too-large" }] });
    expect(toJson(nested(10_000))).toMatchObject({ problems: [{ code: "too-large" }] });
  });
});

describe("toJson copies", () => {
  test.each<[string, unknown, unknown]>([
    ["null", null, null],
    ["booleans", [true, false], [true, false]],
    ["numbers", [0, -1.5, 1e300], [0, -1.5, 1e300]],
    ["text of every kind", ["", "größe", "😀", "\u0000"], ["", "größe", "😀", "\u0000"]],
    ["empty lists and objects", [[], {}], [[], {}]],
    ["fields that are undefined as absent", { users: undefined, id: "a" }, { id: "a" }],
    ["minus zero as zero", { users: -0 }, { users: 0 }],
    ["objects without a prototype", Object.assign(Object.create(null), { users: 1 }), { users: 1 }],
    ["objects of another realm", runInNewContext('({ list: [1, { a: "b" }] })'), { list: [1, { a: "b" }] }],
    ["what a well-behaved proxy shows", new Proxy({ users: 1 }, {}), { users: 1 }],
    [
      "what a getter gives",
      {
        get users() {
          return 3;
        },
      },
      { users: 3 },
    ],
    ["fields called after what objects inherit", { constructor: 1, toString: "a" }, { constructor: 1, toString: "a" }],
    ["own and enumerable fields alone", Object.defineProperty({ a: 1, [Symbol("b")]: 2 }, "c", { value: 3 }), { a: 1 }],
  ])("%s", (_, value, expected) => {
    expect(toJson(value)).toStrictEqual({ ok: true, value: expected });
  });

  test("what is shared without a cycle, once for each place", () => {
    const part = { users: 1 };
    const result = toJson([part, part]);
    if (!result.ok || !Array.isArray(result.value)) throw new Error("A list was expected.");
    expect(result.value).toEqual([part, part]);
    expect(result.value[0]).not.toBe(result.value[1]);
  });

  test("a million values", () => {
    expect(toJson(new Array(999_999).fill(null)).ok).toBe(true);
  });

  const json = fc.jsonValue().filter((value) => !JSON.stringify(value).includes("__proto__"));

  test("any JSON as it is, sharing nothing with the input, which stays as it was", () => {
    const objectsIn = (value: unknown): object[] =>
      typeof value === "object" && value !== null ? [value, ...Object.values(value).flatMap(objectsIn)] : [];
    fc.assert(
      fc.property(json, (value) => {
        const before = JSON.stringify(value);
        const result = toJson(freezeAll(value));
        expect(JSON.stringify(value)).toBe(before);
        expect(JSON.stringify(result)).toBe(`{"ok":true,"value":${before}}`);
        const originals = new Set(objectsIn(value));
        expect(objectsIn(result).filter((object) => originals.has(object))).toEqual([]);
      }),
    );
  });

  function freezeAll(value: unknown): unknown {
    if (typeof value === "object" && value !== null) Object.values(Object.freeze(value)).forEach(freezeAll);
    return value;
  }
});
