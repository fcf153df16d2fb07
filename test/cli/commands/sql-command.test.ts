import { standardPolicy } from "plimsoll";
import { toSql } from "plimsoll/sql";
import { expect, test } from "vitest";
import { policyOf } from "../../policy/a-policy.js";
import { runOn } from "../a-terminal.js";

const hidden = policyOf({ fact: "complianceRegimes", includesAny: ["x"] });
const odd = JSON.stringify(hidden).replaceAll('"central"', '"cen\\u202etral"');
const files = { "odd.json": odd };
const run = (...argv: readonly string[]) => runOn(files, ["sql", ...argv]);

test("it prints what toSql makes of a policy, for DuckDB and a table of facts", async () => {
  const { code, printed, complained } = await run();
  expect([code, complained]).toEqual([0, ""]);
  expect(printed).toBe(toSql(standardPolicy, { dialect: "duckdb", table: "facts" }).sql);
});

test("another engine, another table, and what the table needs", async () => {
  const { printed } = await run("--dialect", "postgresql", "--table", "governance.facts", "--json");
  expect(JSON.parse(printed)).toEqual(toSql(standardPolicy, { dialect: "postgresql", table: "governance.facts" }));
});

test("an engine that is none is said to be none", async () => {
  const { code, complained } = await run("--dialect", "postgres");
  expect(code).toBe(2);
  expect(complained).toMatch(
    /^There is no dialect "postgres"\. Did you mean "postgresql"\? The dialects are: duckdb, /,
  );
});

test("a query that no terminal shows as it is is not shown as another", async () => {
  const { code, printed, complained } = await run("--policy", "odd.json");
  expect([code, printed, complained]).toEqual([
    2,
    "",
    "The query holds letters that a terminal does not show. --json has it as it is.\n",
  ]);
  expect(JSON.parse((await run("--policy", "odd.json", "--json")).printed).sql).toContain("cen\u202etral");
});
