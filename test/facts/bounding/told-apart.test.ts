import type { FieldCondition } from "plimsoll";
import { expect, test } from "vitest";
import { toldApart } from "../../../src/facts/bounding/told-apart.js";
import type { Shape } from "../../../src/shapes/index.js";
import { truthOf } from "../naive.js";

type Line = Extract<FieldCondition, { readonly field: string }>;

const line = (drawn: object): Line => ({ field: "", ...drawn }) as Line; // one operator with its operand

const numbers = [0, 0.25, 0.5, 1, 1.5, 2, 2.5, 3, 4, 5, 7, 100];
const whole = numbers.filter(Number.isInteger);
const texts = ["red", " RED", "blue", "green", "2026-03-31", "2025-01-01"];
const sets = [
  [],
  ["red"],
  ["blue"],
  ["red", "blue"],
  ["green"],
  ["red", "green"],
  ["a", "b"],
  ["a", "b", "red"],
  ["a", "b", "c"],
];

type Row = readonly [says: string, shape: Shape, lines: readonly object[], values: readonly unknown[]];

const rows: readonly Row[] = [
  ["counts", "count", [{ atLeast: 2 }, { below: 5 }], whole],
  ["counts of which nothing is asked", "count", [], whole],
  ["counts with a line between two of them", "count", [{ above: 1.5 }, { between: [3, 4] }], whole],
  ["numbers above nothing", "positive", [{ atMost: 1.5 }, { above: 2.5 }], numbers.filter((value) => value > 0)],
  ["numbers above nothing of which nothing is asked", "positive", [], [1]],
  ["numbers that may be bounds", { bounded: "count" }, [{ atLeast: 100 }], whole],
  ["yes and no", "flag", [{ is: true }], [true, false]],
  ["values that are listed", ["red", "blue"], [{ is: "red" }], ["red", "blue"]],
  ["texts", "text", [{ is: ["red", "blue"] }], texts],
  ["texts that may be empty", "string", [{ is: "" }], [...texts, ""]],
  ["days", "date", [{ is: "2026-03-31" }, { is: "2026-01-01" }], ["2026-03-31", "2026-01-01", "2025-01-01"]],
  ["what may be null", { nullable: "text" }, [{ is: "red" }, { is: null }], [...texts, null]],
  ["lists of names", { list: "text" }, [{ includesAny: ["red"] }, { includesAll: ["red", "blue"] }], sets],
  ["sizes of lists", { list: "text" }, [{ size: { atLeast: 3 } }, { isEmpty: true }, { includesAny: ["red"] }], sets],
  ["lists of values that are listed", { list: ["red", "blue", "green"] }, [{ includesAny: ["red"] }], sets.slice(0, 6)],
  ["numbers that may be anything", "json", [{ atLeast: 2 }, { below: -1.5 }], [-3, -2, -1.5, ...numbers]],
  ["whatever may be anything", "json", [{ is: ["red", 2, true, null] }], [...texts, 2, 3, true, false, null]],
];

test.each(rows)("of %s there is one for everything that lines say of any", (_, shape, drawn, values) => {
  const lines = drawn.map(line);
  const saidOf = (value: unknown) => lines.map((each) => truthOf(each, value)).join();
  const candidates = toldApart(shape, { lines, taken: [], texts: [] }) ?? expect.fail();
  const said = candidates.map(({ value }) => saidOf(value));
  for (const value of values) expect([value, said]).toEqual([value, expect.arrayContaining([saidOf(value)])]);
});

test.each<
  readonly [
    says: string,
    domain: object,
    as: Readonly<Record<string, string | null>> | undefined,
    values: readonly unknown[],
  ]
>([
  ["levels", { kind: "ordinal", levels: ["red", "blue"] }, undefined, ["red", "blue"]],
  ["what means levels", { kind: "ordinal", levels: ["red"] }, { 3: "red", none: null }, ["red", "3", "none"]],
  ["yes and no", { kind: "boolean" }, undefined, [true, false]],
  ["numbers with ends", { kind: "number", min: 1, max: 3, whole: true, unit: "things" }, undefined, [1, 2, 3]],
])("where anything can stand, there are %s of a fact that is taken from there", (_, domain, as, values) => {
  const taken = [{ domain: domain as never, as }]; // a domain
  const found = (toldApart("json", { lines: [], taken, texts: [] }) ?? expect.fail()).map(({ value }) => value);
  expect(found).toEqual(expect.arrayContaining([...values, null]));
});

test("too many members of a list are not told apart", () => {
  const many = Array.from({ length: 9 }, (_, index) => `Name ${index}`);
  const asked = (drawn: object) => ({ lines: [line(drawn)], taken: [], texts: [] });
  expect(toldApart({ list: "text" }, asked({ includesAny: many }))).toBeUndefined();
  expect(toldApart("json", asked({ includesAny: many }))).toBeUndefined();
  expect(toldApart({ list: "text" }, asked({ size: { atLeast: 50 } }))).toBeUndefined();
});
