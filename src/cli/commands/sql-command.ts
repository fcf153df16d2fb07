import { type DialectName, dialectNames, safeToSql } from "plimsoll/sql";
import { match } from "ts-pattern";
import { defineCommand } from "../command.js";
import { notAmong } from "../nearest-name.js";
import { policyOptions } from "../options.js";
import { loadPolicy } from "../reading/policy.js";
import { exitCodes, InputError, UsageError } from "../terminal.js";
import { jsonOf } from "../writing/json.js";
import { visible } from "../writing/visible.js";

function dialectNamed(name: string): DialectName {
  const found = dialectNames.find((each) => each === name);
  if (found !== undefined) return found;
  throw new UsageError(notAmong("dialect", name, dialectNames));
}

const isVisible = (text: string) => text.split("\n").every((line) => visible(line) === line);

/** Prints a policy as a query over the table that `plimsoll facts` writes. */
export const sqlCommand = defineCommand({
  name: "sql",
  summary: "print a policy as a SQL query over the facts of apps",
  files: { written: "", atLeast: 0, atMost: 0, hold: "" },
  options: {
    ...policyOptions,
    dialect: { kind: "name", help: `the engine: ${dialectNames.join(", ")}; duckdb when left out` },
    table: { kind: "id", help: "the table that holds the facts; facts when left out" },
  },
  formats: { text: "", json: "with the columns of the answer, and those of the table" },
  fails: "",
  run: async ({ options, format }, terminal) => {
    const { facts, dialect = "duckdb", table = "facts" } = options;
    const known = dialectNamed(dialect);
    const policy = await loadPolicy(options, terminal);
    const result = safeToSql(policy, { dialect: known, table, facts });
    if (!result.ok)
      throw new InputError(result.problems.map(({ pointer, message }) => `${pointer || "The policy"}: ${message}`));
    const { sql } = result.value;
    const written = match(format)
      .with("text", () => {
        if (isVisible(sql)) return sql;
        throw new InputError(["The query holds letters that a terminal does not show. --json has it as it is."]);
      })
      .with("json", () => jsonOf(result.value))
      .exhaustive();
    await terminal.print(written);
    return exitCodes.done;
  },
});
