import { tableMappings } from "plimsoll/adapters";
import { parseMapping, safeParseMapping } from "plimsoll/schema";
import { describe, expect, test } from "vitest";

const name = { column: "App", to: "/name" };

/** The problems of a mapping with one column beside the name, and whatever else. */
function problemsOf(column: object, rest: object = {}) {
  const result = safeParseMapping({ columns: [name, { column: "It", ...column }], ...rest });
  return result.ok ? [] : result.problems;
}

describe("a column", () => {
  test.each<readonly [what: string, column: object, pointer: string, code: string, part: string]>([
    ["that tells nothing", {}, "", "missing", '"ignore"'],
    ["that tells and asks", { to: "/name", ask: "/name", question: "Who?" }, "", "contradiction", "write it twice"],
    ["that leads nowhere", { to: "/audience/user" }, "/to", "unknown-reference", 'Did you mean "/audience/users"?'],
    ["that leads to no top", { to: "/audince/users" }, "/to", "unknown-reference", 'Did you mean "/audience/users"?'],
    ["without a slash", { to: "audience/users" }, "/to", "unknown-reference", '"/audience/users"'],
    ["that leads to a part", { to: "/audience" }, "/to", "unknown-reference", "Name one of them: users, builtFor"],
    ["that leads to all", { to: "" }, "/to", "unknown-reference", "Name one of them: schemaVersion"],
    ["that leads to entries", { to: "/integrations" }, "/to", "unknown-reference", '"/integrations/-/system"'],
    ["that leads to an entry", { to: "/integrations/-" }, "/to", "unknown-reference", '"/integrations/-/system"'],
    ["that leads to no field", { to: "/data/-/clas" }, "/to", "unknown-reference", 'Did you mean "/data/-/class"?'],
    ["that leads to a component", { to: "/integrations/-/component" }, "/to", "unknown-reference", "id, version"],
    ["that leads into texts", { to: "/audience/departments/-/name" }, "/to", "unknown-reference", "end it there"],
    ["that leads to extensions", { to: "/extensions" }, "/to", "unknown-reference", "/extensions/costCentre"],
    ["about the profile", { to: "/partial" }, "/to", "unknown-reference", "not a place"],
    ["about its version", { to: "/schemaVersion" }, "/to", "unknown-reference", "not a place"],
    ["that parts a number", { to: "/size", split: [";"] }, "/split", "contradiction", '"split" is for a list'],
    ["that counts texts", { to: "/description", count: true }, "/count", "contradiction", "may be told as bounds"],
    ["that orders numbers", { to: "/size", dates: "day-first" }, "/dates", "contradiction", "a day"],
    ["that marks days", { to: "/lifecycle/startedOn", decimal: "," }, "/decimal", "contradiction", "a number"],
    ["with entries of texts", { to: "/size", with: { a: 1 } }, "/with", "contradiction", "entries of a list"],
    [
      "with no value of it",
      { to: "/criticality/outage", values: { x: "hgih" } },
      "/values/x",
      "unknown-value",
      '"high"',
    ],
    [
      "with a number for a flag",
      { to: "/audience/outsideUsers", values: { x: 1 } },
      "/values/x",
      "unknown-value",
      "true",
    ],
    [
      "with a text for a number",
      { to: "/audience/users", values: { x: "1" } },
      "/values/x",
      "wrong-type",
      "whole number",
    ],
    ["with a list for one", { to: "/kind", values: { x: ["app"] } }, "/values/x", "unknown-value", "app"],
    [
      "with a wrong member",
      { to: "/data/-/class", values: { x: ["helth"] } },
      "/values/x/0",
      "unknown-value",
      "health",
    ],
    [
      "with no field",
      { to: "/data/-/class", with: { nmae: "x" } },
      "/with/nmae",
      "unknown-reference",
      '"/data/-/name"',
    ],
    [
      "with no value of a field",
      { to: "/integrations/-/system", with: { direction: "in" } },
      "/with/direction",
      "unknown-value",
      "read",
    ],
    [
      "with a list as a field",
      { to: "/integrations/-/system", with: { operations: [] } },
      "/with/operations",
      "unknown-reference",
      "single field",
    ],
    [
      "of an entry without its name",
      { to: "/integrations/-/direction" },
      "/to",
      "missing",
      "/integrations/main/system",
    ],
    [
      "that asks nowhere",
      { ask: "/ownership/builderPresnt", question: "?" },
      "/ask",
      "unknown-reference",
      "builderPresent",
    ],
    ["that asks nothing", { ask: "/ownership/builderPresent" }, "/question", "missing", "asked"],
    ["with a field that nobody knows", { to: "/size", splitt: [";"] }, "/splitt", "unknown-key", '"split"'],
  ])("%s is told", (_, column, pointer, code, part) => {
    const problems = problemsOf(column);
    expect(problems.map((each) => [each.pointer, each.code])).toEqual([[`/columns/1${pointer}`, code]]);
    expect(problems[0]?.message).toContain(part);
  });

  test("for the place of another is told with both", () => {
    expect(problemsOf({ to: "/name" })).toEqual([
      {
        pointer: "/columns/1/to",
        code: "contradiction",
        message:
          '"App" tells "/name" already. If "It" is read where the other is empty, list it there, in "or"; else take one of them.',
        related: ["/columns/0"],
      },
    ]);
  });

  test.each<readonly [string, object]>([
    ["a list of words", { to: "/audience/departments" }],
    ["its own entries", { to: "/integrations/-/system" }],
    ["what is of an organisation", { to: "/extensions/register/costCentre" }],
    ["bounds", { to: "/audience/users", values: { many: { atLeast: 100 } } }],
    ["nobody", { to: "/ownership/itOwner", values: { none: null } }],
    ["nothing", { to: "/criticality/outage", values: { "*": null } }],
    ["a part of an entry", { to: "/integrations/-/system", with: { "component/id": "bridge" } }],
  ])("that tells %s is fine", (_, column) => {
    expect(problemsOf(column)).toEqual([]);
  });

  test("of a label has its name in another column of it", () => {
    const columns = [
      name,
      { column: "System", to: "/integrations/1/system" },
      { column: "Direction", to: "/integrations/1/direction" },
    ];
    expect(safeParseMapping({ columns }).ok).toBe(true);
    const others = columns.map((each) => ({ ...each, to: each.to.replace("1/direction", "2/direction") }));
    expect(safeParseMapping({ columns: others })).toMatchObject({ problems: [{ pointer: "/columns/2/to" }] });
  });

  test("may tell a place under conditions that another tells under others", () => {
    const columns = [
      name,
      { column: "A", to: "/platform", when: { Kind: ["a"] } },
      { column: "B", to: "/platform", when: { Kind: ["b"] } },
    ];
    expect(safeParseMapping({ columns }).ok).toBe(true);
  });
});

describe("a mapping", () => {
  test.each<readonly [what: string, rest: object, pointer: string, code: string]>([
    [
      "with a value for every app at no place",
      { always: { "/platfrom": "x" } },
      "/always/~1platfrom",
      "unknown-reference",
    ],
    ["with no value of it", { always: { "/kind": "apps" } }, "/always/~1kind", "unknown-value"],
    [
      "with a list for every app",
      { always: { "/audience/departments": ["HR"] } },
      "/always/~1audience~1departments",
      "wrong-type",
    ],
    ["with a whole list that no column tells", { whole: ["/integrations"] }, "/whole/0", "unknown-reference"],
    ["that ignores all", { ignore: ["*"] }, "/ignore/0", "unknown-value"],
    ["with a heading row before the first", { headingRow: 0 }, "/headingRow", "out-of-range"],
    ["in an encoding that is not known", { encoding: "ebcdic" }, "/encoding", "unknown-value"],
  ])("%s is told", (_, rest, pointer, code) => {
    const problems = problemsOf({ to: "/description" }, rest);
    expect(problems.map((each) => [each.pointer, each.code])).toEqual([[pointer, code]]);
  });

  test("that names no app is told", () => {
    const result = safeParseMapping({ columns: [{ column: "Users", to: "/audience/users" }] });
    expect(result).toMatchObject({ ok: false, problems: [{ pointer: "/columns", code: "missing" }] });
  });

  test.each([null, 12, "x", [], { columns: {} }, { columns: [7] }])("%j is none", (value) => {
    expect(safeParseMapping(value).ok).toBe(false);
  });

  test("is thrown out with all that is wrong in it", () => {
    expect(() => parseMapping({ columns: [{ column: "A", to: "/a" }, { column: "B" }] })).toThrow(
      expect.objectContaining({ code: "invalid-mapping", problems: expect.objectContaining({ length: 3 }) }),
    );
  });

  test("is read as it stands in a file", () => {
    const mapping = JSON.parse(JSON.stringify(tableMappings["coe-apps"]));
    expect(parseMapping(mapping)).toEqual(mapping);
  });
});
