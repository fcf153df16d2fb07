import { classify, extendPolicy, type Policy, type PolicyChanges, parsePolicy, safeExtendPolicy } from "plimsoll";
import { describe, expect, test } from "vitest";
import { emptyPolicy, words } from "./a-policy.js";
import { extendWith } from "./extend-with.js";
import { deepFreeze } from "./frozen.js";

const identity = { id: "ours", version: "2.0.0" };
const [team, central] = emptyPolicy.tiers;
const base = deepFreeze<Policy>({
  ...emptyPolicy,
  tiers: [team, { id: "noted", title: "Noted", advice: "Note it." }, central],
  rubrics: [{ id: "care", title: "Care", items: [{ fact: "documentation", points: { partial: 1, complete: 2 } }] }],
  tables: [
    {
      id: "reach",
      ...words,
      hit: "first",
      rows: [
        { when: { users: { atMost: 5 } }, tier: "team" },
        { id: "many", when: { users: { atLeast: 100 }, care: { atLeast: 1, below: 2 } }, tier: "noted" },
        { when: { departments: { atLeast: 2 } }, tier: "central" },
      ],
    },
  ],
  components: [{ id: "rota", title: "Rota", covers: ["many", "reach-3"] }],
});

const extend = (changes: Partial<PolicyChanges>) => extendWith(base, { ...identity, ...changes });
const rowsOf = ({ tables = [] }: Policy) => tables.flatMap(({ rows }) => rows);
const idsOf = (policy: Policy) => rowsOf(policy).map(({ id }) => id);
const large = { id: "large", when: { users: { atLeast: 1000 } }, tier: "central" };

describe("the rows of a table", () => {
  test("stay as they are where none changes", () => {
    expect(extend({ title: "Ours" }).tables).toEqual(base.tables);
  });

  test("change by their ids, their lines by the input", () => {
    const extended = extend({
      change: {
        many: { lines: { users: 50 }, tier: "central", title: "Fifty" },
        "reach-3": { when: { care: { below: 1 } }, why: "Nobody knows how." },
      },
    });
    expect(rowsOf(extended)).toEqual([
      { id: "reach-1", when: { users: { atMost: 5 } }, tier: "team" },
      {
        id: "many",
        when: { users: { atLeast: 50 }, care: { atLeast: 1, below: 2 } },
        tier: "central",
        title: "Fifty",
      },
      { id: "reach-3", when: { care: { below: 1 } }, tier: "central", why: "Nobody knows how." },
    ]);
    expect(parsePolicy(JSON.parse(JSON.stringify(extended)))).toEqual(extended);
  });

  test("go by their ids, those that stay are known as before, and no component covers what went", () => {
    const extended = extend({ remove: ["reach-1", "many"] });
    expect(idsOf(extended)).toEqual(["reach-3"]);
    expect(extended.components?.map(({ covers }) => covers)).toEqual([["reach-3"]]);
  });

  test("come at the end, or before another, in the order in which they stand", () => {
    const rows = [
      { table: "reach", ...large },
      { table: "reach", before: "many", ...large, id: "first" },
      { table: "reach", before: "many", ...large, id: "second" },
    ];
    expect(idsOf(extend({ add: { rows } }))).toEqual(["reach-1", "first", "second", "many", "reach-3", "large"]);
    expect(rowsOf(extend({ add: { rows } })).at(-1)).toEqual(large);
  });

  test("come before one that goes", () => {
    const extended = extend({ remove: ["many"], add: { rows: [{ table: "reach", before: "many", ...large }] } });
    expect(idsOf(extended)).toEqual(["reach-1", "large", "reach-3"]);
  });

  test("decide as changed", () => {
    const crowded = { id: "a", name: "A", audience: { users: 2000, departments: ["Sales"] } };
    const ours = extend({ add: { rows: [{ table: "reach", before: "reach-1", ...large }] } });
    expect([classify(crowded, base).tier, classify(crowded, ours).tier]).toEqual(["team", "central"]);
    const { findings } = classify(crowded, ours);
    expect(findings.map(({ id, status }) => [id, status])).toContainEqual(["large", "holds"]);
  });

  test("change again in what was changed", () => {
    const once = extend({ add: { rows: [{ table: "reach", ...large }] } });
    const twice = extendWith(once, { ...identity, change: { large: { lines: { users: 500 } } }, remove: ["reach-3"] });
    expect(idsOf(twice)).toEqual(["reach-1", "many", "large"]);
    expect(rowsOf(twice).at(-1)?.when).toEqual({ users: { atLeast: 500 } });
  });

  test("are among the rules that the compiler knows, where they have ids", () => {
    const rows = [{ table: "reach", before: "many", ...large, tier: "noted" }] as const;
    // The base, as a policy that the compiler knows.
    const typed = base as Policy<"team" | "noted" | "central", "many", never>;
    const ours = extendPolicy(typed, { ...identity, change: { many: { lines: { users: 5 } } }, add: { rows } });
    expect(idsOf(ours)).toContain("large");
    // @ts-expect-error A row that changes is one of the base.
    expect(() => extendPolicy(typed, { ...identity, change: { mani: { title: "Other" } } })).toThrow("many");
  });
});

describe("what rows cannot become", () => {
  test.each<readonly [what: string, changes: object, pointer: string, code: string, says: string]>([
    ["an unknown row", { change: { "reach-2": {} } }, "/change/reach-2", "unknown-reference", "reach-1"],
    ["an unknown row that goes", { remove: ["manny"] }, "/remove/0", "unknown-reference", '"many"'],
    [
      "a field that rows have not",
      { change: { many: { severity: "low" } } },
      "/change/many/severity",
      "unknown-key",
      "row",
    ],
    [
      "two lines",
      { change: { many: { lines: { care: 2 } } } },
      "/change/many/lines/care",
      "unknown-reference",
      "2 lines",
    ],
    [
      "no line",
      { change: { many: { lines: { departments: 2 } } } },
      "/change/many/lines/departments",
      "unknown-reference",
      "0 lines",
    ],
    [
      "no line of every object",
      { change: { many: { lines: { toString: 2 } } } },
      "/change/many/lines/toString",
      "unknown-reference",
      "0 lines",
    ],
    [
      "an unfit line",
      { change: { many: { lines: { users: "a" } } } },
      "/tables/0/rows/1/when/users/atLeast",
      "wrong-type",
      "number",
    ],
    ["an unknown tier", { change: { many: { tier: "moon" } } }, "/tables/0/rows/1/tier", "unknown-reference", "moon"],
    [
      "an unknown table",
      { add: { rows: [{ table: "reich", ...large }] } },
      "/add/rows/0/table",
      "unknown-reference",
      '"reach"',
    ],
    [
      "an unknown place",
      { add: { rows: [{ table: "reach", before: "mani", ...large }] } },
      "/add/rows/0/before",
      "unknown-reference",
      '"many"',
    ],
    ["no id", { add: { rows: [{ table: "reach", when: {}, tier: "noted" }] } }, "/add/rows/0/id", "missing", "id"],
    [
      "an id that is taken",
      { add: { rows: [{ table: "reach", ...large, id: "reach-1" }] } },
      "/tables/0/rows/3/id",
      "duplicate",
      "reach-1",
    ],
    ["no list of rows", { add: { rows: large } }, "/add/rows", "wrong-type", "list"],
    [
      "rows that are written anew",
      { change: { many: {} }, tables: { reach: { rows: [large] } } },
      "/change/many",
      "contradiction",
      "/tables/reach/rows",
    ],
    [
      "rows of a table that goes",
      { remove: ["many"], tables: { reach: null } },
      "/remove/0",
      "contradiction",
      "/tables/reach",
    ],
    [
      "rows for a table that goes",
      { add: { rows: [{ table: "reach", ...large }] }, tables: { reach: null } },
      "/add/rows/0",
      "contradiction",
      "/tables/reach",
    ],
  ])("%s", (_, changes, pointer, code, says) => {
    // As it comes from a file, where no compiler has seen it.
    const result = safeExtendPolicy(base, { ...identity, ...changes } as PolicyChanges);
    const [problem] = result.ok ? [] : result.problems;
    expect([problem?.pointer, problem?.code]).toEqual([pointer, code]);
    expect(problem?.message).toContain(says);
  });
});
