// The same query as a model of dbt, on DuckDB.
import { spawnSync } from "node:child_process";
import { cpSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { standardPolicy } from "plimsoll";
import { toSql } from "plimsoll/sql";

/** Has dbt build and test its model over a facts table, and gives the file of Parquet that it comes to. */
export function buildModel(python, facts, folder) {
  const project = join(folder, "dbt");
  const verdicts = join(folder, "verdicts-by-dbt.parquet");
  cpSync(join(import.meta.dirname, "dbt"), project, { recursive: true });
  const { sql } = toSql(standardPolicy, { dialect: "duckdb", table: "facts_of_apps" });
  const model = sql.replaceAll("facts_of_apps", "{{ source('inventory', 'facts') }}");
  writeFileSync(join(project, "models", "verdicts.sql"), model);
  const own = { FACTS: facts, VERDICTS: verdicts, DO_NOT_TRACK: "1" };
  const { status, stdout } = spawnSync(python.replace(/python$/, "dbt"), ["build", "--profiles-dir", "."], {
    cwd: project,
    env: { ...process.env, ...own },
    encoding: "utf8",
  });
  if (status !== 0) throw new Error(`dbt did not build its model.\n${stdout}`);
  return verdicts;
}
