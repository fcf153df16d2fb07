import { standardPolicy } from "plimsoll";
import { type FactsColumn, factsTable, toSql } from "plimsoll/sql";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { criterion, emptyPolicy } from "../policy/a-policy.js";
import { type Engine, engines, startingTakes, type TableRow } from "./engines.js";
import { everyPart } from "./every-part.js";

const policy = {
  ...emptyPolicy,
  facts: {
    level: {
      question: "How high?",
      domain: { kind: "ordinal", levels: ["low", "high"] },
      from: { read: "/extensions/level" },
    },
    kinds: {
      question: "Which?",
      domain: { kind: "set", members: ["a", "b"], open: false },
      from: { read: "/extensions/kinds" },
    },
    place: {
      question: "Where?",
      domain: { kind: "enum", values: ["here", "there"] },
      from: { read: "/extensions/place" },
    },
  },
  criteria: [
    criterion({ fact: "level", is: "high" }, { id: "high" }),
    criterion({ fact: "kinds", includesAny: ["a"] }, { id: "kinds" }),
    criterion({ fact: "place", is: "here" }, { id: "here" }),
  ],
} as const;

describe.each(engines)("on %s", (_, start) => {
  let engine: Engine;
  beforeAll(async () => {
    engine = await start();
  }, startingTakes);
  afterAll(() => engine.stop(), startingTakes);

  const { needs } = toSql(policy, { dialect: "duckdb", table: "facts" });
  const answer = async (row: TableRow, typeOf: (column: FactsColumn) => "text" | "loose") => {
    const columns = needs.map((column) => ({ name: column.name, type: typeOf(column) }));
    await engine.fill([{ name: "app", type: "text" }, ...columns], [{ app: "a", ...row }]);
    const [given] = await engine.ask(toSql(policy, { dialect: engine.dialect, table: "facts" }).sql);
    return [given?.high_rule, given?.kinds_rule, given?.here_rule];
  };
  const row = (level: string, kinds: string, place: string) => ({
    ...{ level_at_least: level, level_at_most: level, kinds_certain: kinds, kinds_possible: kinds, place_is: place },
  });

  test.each<readonly [what: string, row: TableRow, answers: readonly (string | null)[]]>([
    ["values that there are decide", row("high", "|a|", "here"), ["holds", "holds", "holds"]],
    ["and other ones, too", row("low", "|b|", "there"), [null, null, null]],
    ["what is not told leaves it open", {}, ["possible", "possible", "possible"]],
    ["a value that there is not leaves it open", row("higher", "|", "elsewhere"), ["possible", null, "possible"]],
    ["so does one with a space behind it", row("high ", "|a |", "here "), ["possible", null, "possible"]],
  ])("%s", async (__, given, answers) => {
    expect(await answer(given, () => "text")).toEqual(answers);
  });

  test("capitals are other letters, also in columns that take them for the same", async () => {
    const shouted = row("HIGH", "|A|", "HERE");
    expect(await answer(shouted, () => "loose")).toEqual(["possible", null, "possible"]);
    expect(await answer(row("high", "|a|", "here"), () => "loose")).toEqual(["holds", "holds", "holds"]);
  });
});

describe("names of columns", () => {
  const long = "howManyPeopleOfOtherDepartmentsThanThatOfItsMakerUseItEveryDayOrWeek";
  const odd = [
    "select",
    "Größe",
    "größe",
    "a-b",
    "a_b",
    "数",
    "users ",
    "x".repeat(90),
    long,
    `${long}s`,
    "7up",
    "drop table;",
  ];
  const facts = Object.fromEntries(
    odd.map((name) => [
      name,
      { question: "How many?", domain: { kind: "boolean" }, from: { read: "/extensions/a" } } as const,
    ]),
  );
  const { columns } = factsTable({ ...everyPart, facts: { ...everyPart.facts, ...facts } });
  const names = columns.map(({ name }) => name);

  test("are all different, also where capitals are no other letters", () => {
    expect(new Set(names.map((name) => name.toLowerCase())).size).toBe(names.length);
  });

  test("need no quotes, are cut by no engine, and end as no reserved word does", () => {
    const unfit = names.filter(
      (name) => !/^[a-z][a-z0-9_]{0,62}$/.test(name) || !/_(at_least|at_most|is|certain|possible)$/.test(name),
    );
    expect(unfit).toEqual([]);
  });

  test("are the facts' own names, where these can be told apart", () => {
    const ofStandard = factsTable(standardPolicy).columns.filter(({ fact }) => fact === "systemsWritten");
    expect(ofStandard.map(({ name }) => name)).toEqual([
      "systems_written_at_least",
      "systems_written_at_most",
      "systems_written__without__data_synchronisation_at_least",
      "systems_written__without__data_synchronisation_at_most",
      ...["payment_processing", "integration_connector"].flatMap((id) => [
        `systems_written__without__${id}_at_least`,
        `systems_written__without__${id}_at_most`,
      ]),
    ]);
  });
});

test.each([
  ["facts", "FROM facts\n"],
  ["lake.governance.facts", "FROM lake.governance.facts\n"],
  ["my.order", 'FROM "my"."order"\n'],
  ['a"; DROP TABLE apps', 'FROM "a""; DROP TABLE apps"\n'],
])("the table %s stands in the query as %s", (table, written) => {
  expect(toSql(standardPolicy, { dialect: "duckdb", table }).sql).toContain(written);
});
