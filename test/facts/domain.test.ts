import { describe, expect, test } from "vitest";
import { type Domain, isInDomain, valuesOf } from "../../src/facts/index.js";

const count: Domain = { kind: "number", min: 0, whole: true, unit: "people" };
const share: Domain = { kind: "number", min: 0, max: 1, whole: false, unit: "parts" };
const level: Domain = { kind: "ordinal", levels: ["low", "high"] };
const flag: Domain = { kind: "boolean" };
const colour: Domain = { kind: "enum", values: ["red", "green"] };
const closed: Domain = { kind: "set", members: ["a", "b"], open: false };
const open: Domain = { kind: "set", members: ["a", "b"], open: true };

const others = [undefined, null, Symbol("a"), {}, () => true];

describe("isInDomain", () => {
  test.each<[string, Domain, readonly unknown[], readonly unknown[]]>([
    ["a count", count, [0, 1, 1e15], [-1, 0.5, Number.NaN, Number.POSITIVE_INFINITY, "1", true, [], ...others]],
    ["a share", share, [0, 0.5, 1], [-0.1, 1.1, Number.NaN, "0.5", ...others]],
    ["a level", level, ["low", "high"], ["", "Low", "middle", 0, true, ["low"], ...others]],
    ["a flag", flag, [true, false], [0, 1, "true", [true], ...others]],
    ["one of several values", colour, ["red", "green"], ["blue", 0, ["red"], ...others]],
    ["a closed set", closed, [[], ["a"], ["b", "a"]], ["a", ["c"], ["a", 1], [undefined], [["a"]], ...others]],
    ["an open set", open, [[], ["a"], ["c", "a"]], ["a", [1], ["a", null], [["a"]], ...others]],
  ])("of %s", (_, domain, inside, outside) => {
    expect(inside.filter((value) => !isInDomain(domain, value))).toEqual([]);
    expect(outside.filter((value) => isInDomain(domain, value))).toEqual([]);
  });
});

describe("valuesOf", () => {
  test.each<[string, Domain, readonly unknown[]]>([
    ["no number", count, []],
    ["the levels in order", level, ["low", "high"]],
    ["false before true", flag, [false, true]],
    ["the values", colour, ["red", "green"]],
    ["the listed members", open, ["a", "b"]],
  ])("gives %s", (_, domain, values) => {
    expect(valuesOf(domain)).toEqual(values);
  });
});
