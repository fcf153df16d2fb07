import { createClassifier, type DecisionTable, type Policy, safeParsePolicy } from "plimsoll";
import { canReach, independencePairs, lintPolicy } from "plimsoll/analysis";
import { policyCoverage } from "plimsoll/testing";
import { describe, expect, test } from "vitest";
import { emptyPolicy } from "../policy/a-policy.js";

const tiers = ["free", "noted", "reviewed", "built"].map((id) => ({ id, title: id, advice: "Go on." }));
const tierIds = tiers.map(({ id }) => id);

describe("a table of which data, for whom", () => {
  const table: DecisionTable = {
    id: "reach",
    title: "Which data, for whom",
    why: "What outsiders read cannot be called back.",
    hit: "first",
    rows: [
      { when: { dataSensitivity: { atMost: "none" } }, tier: "free", title: "No data" },
      { when: { outsideUsers: { is: true }, dataSensitivity: { atLeast: "sensitive" } }, tier: "built" },
      { id: "crowd", when: { users: { atLeast: 100 } }, tier: "reviewed" },
      { when: { users: { atLeast: 500 } }, tier: "noted" },
      { when: {}, tier: "noted" },
    ],
  };
  const policy: Policy = { ...emptyPolicy, tiers, tables: [table] };
  const app = {
    id: "app",
    name: "App",
    audience: { users: 600, outsideUsers: false },
    data: [{ class: "general" as const }],
  };

  test("names its rows, and says why by the lines of their inputs", () => {
    const { findings } = createClassifier(policy)(app);
    expect(findings.map(({ id, kind, status, title }) => [id, kind, status, title])).toEqual([
      ["crowd", "criterion", "holds", "Which data, for whom"],
      ["reach-4", "criterion", "holds", "Which data, for whom"],
      ["reach-5", "criterion", "holds", "Which data, for whom"],
    ]);
    expect(findings[0]?.evidence.map(({ fact }) => fact)).toContain("users");
  });

  test("tells a row that others hide, and none that hides others", () => {
    const told = lintPolicy(policy).findings.filter(({ id }) => id === "never-decides");
    expect(told.map(({ pointer }) => pointer)).toEqual(["/tables/0/rows/3"]);
  });

  test("is told of with what each row asks by itself, and not with what hides it", () => {
    const rubrics = [
      { id: "care", title: "Care", items: [{ points: 1, when: { fact: "monitoring", is: true } }] },
    ] as const;
    const rows = [
      { when: { care: { below: 1 }, users: { atLeast: 100 } }, tier: "noted" },
      { when: { users: { atLeast: 50 } }, tier: "built" },
    ];
    const asked = { ...policy, rubrics, tables: [{ ...table, rows }] };
    const told = independencePairs(asked);
    expect(told.verdict === "exact" && told.conditions.map(({ rule, pointer }) => [rule, pointer])).toEqual([
      ["reach-1", "/rubrics/0/items/0/when"],
      ["reach-1", "/tables/0/rows/0/when/users"],
      ["reach-2", "/tables/0/rows/1/when/users"],
    ]);
    const always = {
      ...asked,
      tables: [{ ...table, rows: [{ when: { care: { below: 2 }, users: { atLeast: 100 } }, tier: "noted" }] }],
    };
    // What is asked of the points is one part, however it is put.
    expect(lintPolicy(always).findings.map(({ id, pointer }) => [id, pointer])).toEqual([
      ["unreachable-tier", "/tiers/2"],
      ["unreachable-tier", "/tiers/3"],
      ["redundant-part", "/tables/0/rows/0/when/care"],
      ["redundant-part", "/rubrics/0/items/0/when"],
    ]);
  });

  test("has a witness for each tier that it leads to", () => {
    expect(tierIds.map((id) => canReach(policy, id).verdict)).toEqual(Array(4).fill("reachable"));
  });

  test("is covered row by row, and cell by cell", () => {
    const { rules, conditions } = policyCoverage(policy, [app]);
    expect(rules.map(({ pointer, held }) => [pointer, held])).toEqual([
      ["/tables/0/rows/0", 0],
      ["/tables/0/rows/1", 0],
      ["/tables/0/rows/2", 1],
      ["/tables/0/rows/3", 1],
      ["/tables/0/rows/4", 1],
    ]);
    expect(conditions.map(({ pointer }) => pointer)).toEqual([
      "/tables/0/rows/0/when/dataSensitivity",
      "/tables/0/rows/1/when/outsideUsers",
      "/tables/0/rows/1/when/dataSensitivity",
      "/tables/0/rows/2/when/users",
      "/tables/0/rows/3/when/users",
    ]);
  });

  test.each<readonly [what: string, rows: readonly object[], pointer: string, word: string]>([
    ["an unknown input", [{ when: { user: { atLeast: 1 } }, tier: "noted" }], "/tables/0/rows/0/when/user", '"users"'],
    ["an unfit line", [{ when: { users: { is: true } }, tier: "noted" }], "/tables/0/rows/0/when/users/is", "a number"],
    ["an unknown tier", [{ when: {}, tier: "note" }], "/tables/0/rows/0/tier", '"noted"'],
    [
      "two rows of one id",
      [
        { id: "a", when: {}, tier: "free" },
        { id: "a", when: {}, tier: "noted" },
      ],
      "/tables/0/rows/1/id",
      "/tables/0/rows/0",
    ],
    ["no rows", [], "/tables/0/rows", "at least 1"],
  ])("%s is a mistake with its pointer", (_, rows, pointer, word) => {
    const result = safeParsePolicy({ ...policy, tables: [{ ...table, rows }] });
    expect(result.ok).toBe(false);
    const [problem] = result.ok ? [] : result.problems;
    expect(problem?.pointer).toBe(pointer);
    expect(problem?.message).toContain(word);
  });
});
