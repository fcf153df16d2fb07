import { type Condition, type Policy, standardPolicy } from "plimsoll";
import { type DialectName, dialectNames, safeToSql, toSql } from "plimsoll/sql";
import { describe, expect, test } from "vitest";
import { criterion, emptyPolicy } from "../policy/a-policy.js";

const ruled = (when: Condition, rest: Partial<Policy> = {}): Policy => ({
  ...emptyPolicy,
  criteria: [criterion(when, { id: "rule" })],
  ...rest,
});
const answer = (from: object, domain: object) =>
  ({ question: "What is it?", from, domain }) as NonNullable<Policy["facts"]>[string];
const members = Array.from({ length: 9 }, (_, index) => `member-${index}`);
const places = { places: answer({ read: "/extensions/places" }, { kind: "set", members, open: false }) };
const signs = Array.from({ length: 101 }, (_, index) => ({
  ...{ id: `sign-${index}`, title: "A sign", why: "It is one.", severity: "low" as const },
  when: (index === 0 ? { fact: "users", atLeast: 1 } : { sign: `sign-${index - 1}` }) as Condition,
}));

describe("what cannot be said in SQL is refused, with its place and what to do", () => {
  test.each<readonly [what: string, policy: Policy, pointer: string, message: RegExp]>([
    [
      "five components that cover one rule on conditions",
      ruled(
        { fact: "systemsWritten", atLeast: 1 },
        {
          components: ["a", "b", "c", "d", "e"].map((id) => {
            return { id, title: id, covers: ["rule"], when: { fact: "support", is: true } };
          }),
        },
      ),
      "/criteria/0",
      /^5 components cover this on conditions; in SQL it can be 4 at most\.$/,
    ],
    [
      "sizes of a set with many members that points tell apart",
      ruled(
        {
          score: [
            { fact: "places", pointsEach: Object.fromEntries(members.map((each) => [each, 1])) },
            { points: 1, when: { fact: "places", size: { atLeast: 3 } } },
          ],
          atLeast: 2,
        },
        { facts: places },
      ),
      "/criteria/0",
      /^Its points tell more than 256 sets of "places" apart\./,
    ],
    [
      "points that cannot be added up exactly",
      ruled({
        score: Array.from({ length: 1200 }, () => ({ points: 8e9, when: { fact: "support", is: true } as const })),
        atLeast: 2,
      }),
      "/criteria/0",
      /^Its points come to more than can be added up exactly\./,
    ],
    [
      "points that cannot be multiplied exactly",
      ruled({
        product: [
          [{ points: 1e6, when: { fact: "support", is: true } }],
          [{ points: 1e6, when: { fact: "monitoring", is: true } }],
        ],
        atLeast: 2,
      }),
      "/criteria/0",
      /^Its points, multiplied, come to more than can be held exactly\./,
    ],
    [
      "a ratio with a greatest value",
      ruled(
        { fact: "growth", atLeast: 2 },
        {
          facts: {
            growth: answer(
              { read: "/audience/users", per: "/audience/builtFor" },
              { kind: "number", min: 0, max: 9, whole: false, unit: "times" },
            ),
          },
        },
      ),
      "/facts/growth",
      /^"growth" is divided by another number, and may leave the ends of its domain\./,
    ],
    [
      "a level that not every database can hold",
      ruled(
        { fact: "level", is: "b\0" },
        { facts: { level: answer({ read: "/extensions/level" }, { kind: "ordinal", levels: ["a", "b\0"] }) } },
      ),
      "/facts/level",
      /^"level" has values with letters that not every database can hold\./,
    ],
    [
      "a tier that not every database can hold",
      {
        ...emptyPolicy,
        tiers: [
          { id: "a\ud800", title: "A", advice: "A." },
          { id: "central", title: "B", advice: "B." },
        ],
      },
      "/tiers/0/id",
      /^This id has letters that not every database can hold\./,
    ],
    [
      "signs that rest on one another without an end",
      { ...emptyPolicy, signs },
      "",
      /^Its rules rest on one another 102 deep; in SQL it can be 100 at most\.$/,
    ],
    ["a policy with a mistake", ruled({ fact: "user", atLeast: 1 }), "/criteria/0/when/fact", /Did you mean "users"\?/],
  ])("%s", (_, policy, pointer, message) => {
    const result = safeToSql(policy, { dialect: "duckdb", table: "facts" });
    expect(result).toMatchObject({ ok: false, problems: [{ pointer, message: expect.stringMatching(message) }] });
    expect(() => toSql(policy, { dialect: "duckdb", table: "facts" })).toThrow(
      expect.objectContaining({ code: "invalid-policy" }),
    );
  });

  test("a dialect that is none, and no table", () => {
    const given = { dialect: "postgres" as DialectName, table: "" };
    expect(() => toSql(standardPolicy, given)).toThrow(
      expect.objectContaining({
        code: "invalid-option",
        problems: [
          expect.objectContaining({ pointer: "/dialect", suggestion: "postgresql" }),
          { pointer: "/table", code: "missing", message: "Say which table holds the facts." },
        ],
      }),
    );
  });
});

describe("what comes close to that is said", () => {
  test.each<readonly [what: string, policy: Policy]>([
    ["signs a hundred deep, less what answers", { ...emptyPolicy, signs: signs.slice(0, 99) }],
    [
      "points for each of many members",
      ruled(
        { score: [{ fact: "places", pointsEach: Object.fromEntries(members.map((each) => [each, 1])) }], atLeast: 2 },
        { facts: places },
      ),
    ],
  ])("%s", (_, policy) => {
    expect(safeToSql(policy, { dialect: "duckdb", table: "facts" })).toMatchObject({ ok: true });
  });
});

const text = "it's 5 o'clock \\ `now`";
const hostile: Policy = {
  ...emptyPolicy,
  tiers: [
    { id: text, title: "A", advice: "A." },
    { id: "central", title: "B", advice: "B." },
  ],
  signs: signs.slice(0, 1),
};
const backslashed = "'it\\'s 5 o\\'clock \\\\ \\`now\\`'";

test.each<readonly [DialectName, string]>([
  ["duckdb", "'it''s 5 o''clock \\ `now`'"],
  ["postgresql", "'it''s 5 o''clock \\ `now`'"],
  ["sqlite", "'it''s 5 o''clock \\ `now`'"],
  ["trino", "'it''s 5 o''clock \\ `now`'"],
  ["mariadb", `_utf8mb4 X'${Buffer.from(text).toString("hex")}'`],
  ["clickhouse", backslashed],
  ["spark", backslashed],
  ["bigquery", backslashed],
  ["snowflake", "'it''s 5 o''clock \\\\ `now`'"],
  ["tsql", "N'it''s 5 o''clock \\ `now`'"],
])("in %s a text is written as %s", (dialect, written) => {
  expect(toSql(hostile, { dialect, table: "facts" }).sql).toContain(`THEN ${written} `);
});

test.each(dialectNames)("in %s nothing is asked that the table does not hold", (dialect) => {
  const { sql, needs } = toSql(standardPolicy, { dialect, table: "facts" });
  const asked = [...sql.matchAll(/\b[a-z_0-9]+_(?:at_least|at_most|is|certain|possible)\b/g)].map(([name]) => name);
  expect([...new Set(asked)].sort()).toEqual(needs.map(({ name }) => name).sort());
});
