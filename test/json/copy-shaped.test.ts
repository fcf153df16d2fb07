import fc from "fast-check";
import { describe, expect, test } from "vitest";
import * as z from "zod/mini";
import { approvalSchema } from "../../src/formats/approval.js";
import { profileSchema } from "../../src/formats/profile/schema.js";
import { copierOf, copyWith } from "../../src/json/copy-shaped.js";
import { toJson } from "../../src/json/index.js";
import { copierOfSchema } from "../../src/json/schema-of.js";
import { profileShape } from "../../src/profile/index.js";
import type { Shape } from "../../src/shapes/index.js";
import { completeProfileArbitrary, profileArbitrary } from "../arbitraries/profile.js";
import { draws } from "../prove/draws.js";

const copy = copierOf(profileShape);
const plenty = { entries: 1000, values: 50_000 };

/** What the schema makes of a value: the reader that words the mistakes. */
function bySchema(value: unknown, most = plenty): unknown {
  const json = toJson(value, most);
  if (!json.ok) return undefined;
  const read = z.safeParse(profileSchema, json.value);
  return read.success ? read.data : undefined;
}

const odd: fc.Arbitrary<unknown> = fc.oneof(
  fc.anything({ withBigInt: true, withDate: true, withMap: true, withNullPrototype: true, withSparseArray: true }),
  fc.constantFrom<unknown>(
    null,
    undefined,
    "",
    "x".repeat(2000),
    "x".repeat(2001),
    "\ud800",
    "2024-02-29",
    "2026-02-29",
    "1900-02-29",
    "2026-04-31",
    "2026-13-01",
    "2026-00-10",
    "2026-01-00",
    "2026-1-1",
    "2026-01-01T00:00:00Z",
    0,
    -0,
    -1,
    0.5,
    2 ** 53,
    Number.NaN,
    { atLeast: 3 },
    { atMost: 3 },
    { atLeast: 3, atMost: 5 },
    { atLeast: 3, atMost: undefined },
    { atLeast: 3, about: 4 },
    {},
    [],
    [undefined],
    Object.create({ id: "inherited" }),
    JSON.parse('{ "__proto__": 1 }'),
  ),
);

/** A value as JSON has it, or nothing of it. */
function textOf(value: unknown): string {
  const json = toJson(value);
  return json.ok ? JSON.stringify(json.value) : "null";
}

/** A copy in which something else stands at some place, old or new. */
function spoiled(value: unknown, way: readonly string[], other: unknown): unknown {
  const [key, ...deeper] = way;
  if (key === undefined) return other;
  if (Array.isArray(value)) return value.map((entry) => spoiled(entry, deeper, other));
  if (typeof value !== "object" || value === null) return other;
  const fields: Record<string, unknown> = { ...value };
  return { ...fields, [key]: spoiled(fields[key], deeper, other) };
}

/** Every field that a profile can have, each as the way to it; entries of lists all at once. */
function waysOf(shape: Shape): readonly (readonly string[])[] {
  if (typeof shape !== "object") return [[]];
  if ("list" in shape) return [[], ...waysOf(shape.list).map((way) => ["*", ...way])];
  if (!("object" in shape)) return [[]];
  return [[], ...Object.entries(shape.object).flatMap(([name, own]) => waysOf(own).map((way) => [name, ...way]))];
}

const way = fc.oneof(
  fc.constantFrom(...waysOf(profileShape)),
  fc.constantFrom(["extra"], ["audience", "extra"], ["data", "*", "extra"], ["extensions", "deep", "deeper"]),
);

describe("a profile that is as its shape has it", () => {
  test("is copied as the schema would give it, field for field and in the same order", () => {
    fc.assert(
      fc.property(fc.oneof(profileArbitrary, completeProfileArbitrary), (profile) => {
        const copied = copyWith(copy, profile, plenty);
        expect(JSON.stringify(copied)).toBe(JSON.stringify(bySchema(profile)));
        expect(copied).not.toBe(profile);
      }),
      draws(1000),
    );
  });

  test("is copied in the order of the shape, however it was written", () => {
    const backwards = { lifecycle: { stage: "pilot" }, audience: { builtFor: 1, users: 2 }, name: "Rota", id: "rota" };

    expect(JSON.stringify(copyWith(copy, backwards, plenty))).toBe(
      '{"id":"rota","name":"Rota","audience":{"users":2,"builtFor":1},"lifecycle":{"stage":"pilot"}}',
    );
  });

  test("is copied so that nothing of what was given is kept", () => {
    const given = { id: "rota", name: "Rota", data: [{ class: "health" }], extensions: { sites: [1] } };
    const copied = copyWith(copy, given, plenty);
    given.data[0] = { class: "general" };
    given.extensions.sites.push(2);

    expect(copied).toEqual({ id: "rota", name: "Rota", data: [{ class: "health" }], extensions: { sites: [1] } });
  });
});

test("what is copied is what the schema takes, whatever stands wherever", () => {
  fc.assert(
    fc.property(profileArbitrary, way, odd, (profile, place, other) => {
      const value = spoiled(profile, place, other);
      const copied = copyWith(copy, value, plenty);
      if (copied !== undefined) expect(JSON.stringify(copied)).toBe(JSON.stringify(bySchema(value)));
    }),
    draws(3000),
  );
});

test("what the schema takes is copied, as long as it is what JSON can write", () => {
  const plain = fc.oneof(fc.jsonValue(), odd).map((value): unknown => JSON.parse(textOf(value)));
  fc.assert(
    fc.property(profileArbitrary, way, plain, (profile, place, other) => {
      const value = spoiled(profile, place, other);
      expect(copyWith(copy, value, plenty)).toEqual(bySchema(value));
    }),
    draws(3000),
  );
});

describe("what is more than is taken is left to the reader that says so", () => {
  const rota = { id: "rota", name: "Rota" };
  const deep = (levels: number): unknown => (levels === 0 ? 1 : [deep(levels - 1)]);

  test.each<[string, unknown, { entries: number; values: number }, boolean]>([
    ["as many entries as there may be", { ...rota, data: [{}, {}] }, { entries: 2, values: 100 }, true],
    ["one entry more", { ...rota, data: [{}, {}, {}] }, { entries: 2, values: 100 }, false],
    ["as many values as there may be", { ...rota, data: [{}, {}] }, { entries: 2, values: 6 }, true],
    ["one value more", { ...rota, data: [{}, {}] }, { entries: 2, values: 5 }, false],
    [
      "as many values of one's own as there may be",
      { ...rota, extensions: { a: [1, 2] } },
      { entries: 2, values: 7 },
      true,
    ],
    ["one of one's own more", { ...rota, extensions: { a: [1, 2] } }, { entries: 2, values: 6 }, false],
    ["what is nested a little", { ...rota, extensions: { a: deep(30) } }, plenty, true],
    ["what is nested deep", { ...rota, extensions: { a: deep(60) } }, plenty, false],
  ])("%s", (_, value, most, isCopied) => {
    expect(copyWith(copy, value, most) !== undefined).toBe(isCopied);
    if (isCopied) expect(bySchema(value, most)).toEqual(value);
  });
});

test("a value that throws when it is looked at is left to the reader that says so", () => {
  const value = {
    id: "rota",
    get name(): string {
      throw new Error("no");
    },
  };

  expect(copyWith(copy, value, plenty)).toBeUndefined();
});

test("a schema that asks for more than its shape is not read by its shape alone", () => {
  expect(copierOfSchema(profileSchema)).toBe(copy);
  expect(copierOfSchema(approvalSchema)).toBeDefined();
  expect(copierOfSchema(profileSchema.check(z.refine(() => false)))).toBeUndefined();
});
