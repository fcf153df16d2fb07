// The standard policy on a Spark cluster that loses a worker on the way: node run.mjs [APPS], after a build and set-up.sh.
import { spawn, spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { DuckDBInstance } from "@duckdb/node-api";
import { createClassifier, safeParseProfile, standardPolicy } from "plimsoll";
import { toSql } from "plimsoll/sql";
import { profilesFrom } from "../../bench/profiles.mjs";
import { startCluster } from "./cluster.mjs";
import { buildModel } from "./dbt.mjs";
import { writePortfolio } from "./portfolio.mjs";

const python = fileURLToPath(new URL("../../.cache/warehouse-scale/bin/python", import.meta.url));
const missing = [
  ...(existsSync(python) ? [] : ["Spark is not there: examples/warehouse-scale/set-up.sh brings it."]),
  ...(spawnSync("java", ["-version"]).error === undefined ? [] : ["Java is not there: Spark takes Java 17."]),
];
if (missing.length > 0) {
  for (const sentence of missing) console.warn(sentence);
  console.warn("NOTHING WAS RUN on Spark.");
  process.exit(process.env.ALL_ENGINES === "1" ? 1 : 0);
}

const apps = Number(process.argv[2] ?? 200_000);
const folder = mkdtempSync(join(tmpdir(), "plimsoll-scale-"));
const [facts, verdicts, query] = ["facts", "verdicts", "query.sql"].map((name) => join(folder, name));
const profiles = profilesFrom(20_260_331, 2_000).filter((profile) => safeParseProfile(profile).ok);
const { columns } = toSql(standardPolicy, { dialect: "spark", table: "facts" });

function refuse(message) {
  throw new Error(message);
}

/** Judges on the cluster; a worker is taken away as soon as the job is in the middle. */
async function judgeOnSpark() {
  writeFileSync(query, toSql(standardPolicy, { dialect: "spark", table: "facts" }).sql);
  const cluster = await startCluster(python, { workers: 2, folder: join(folder, "work") });
  try {
    const driver = spawn(python, [join(import.meta.dirname, "verdicts.py"), cluster.url, "2", facts, query, verdicts], {
      env: { ...process.env, SPARK_LOCAL_IP: "127.0.0.1" },
      stdio: ["pipe", "pipe", "ignore"],
    });
    const told = {};
    for await (const line of createInterface({ input: driver.stdout })) {
      const said = JSON.parse(line);
      Object.assign(told, said.middle ? { middle: said } : said.taken ? { taken: said } : { ended: said });
      if (!said.middle) continue;
      cluster.killWorker();
      driver.stdin.write("A worker is gone.\n");
    }
    return told;
  } finally {
    cluster.stop();
  }
}

/** Holds the answers of two engines to one another: none may have one that the other does not have, in any column. */
async function refuseDifferences(connection, one, other) {
  const names = columns.map(({ name }) => name).join(", ");
  const only = (these, those) => `(SELECT ${names} FROM ${these} EXCEPT ALL SELECT ${names} FROM ${those})`;
  const sql = `SELECT count(*) AS n FROM (${only(one, other)} UNION ALL ${only(other, one)})`;
  const different = Number((await connection.runAndReadAll(sql)).getRowObjectsJS()[0].n);
  if (different > 0) refuse(`${different} answers differ between ${one} and ${other}.`);
}

/** Holds one app of each profile to what the library says of it. */
async function heldToClassify(connection) {
  const classify = createClassifier(standardPolicy);
  const sample = await connection.runAndReadAll("SELECT * FROM by_spark WHERE app LIKE '%-0'");
  const rows = sample.getRowObjectsJS();
  if (rows.length !== profiles.length) refuse(`The sample has ${rows.length} apps, not ${profiles.length}.`);
  let judgements = 0;
  for (const row of rows) {
    const said = classify(profiles[Number(row.app.split("-")[0])]);
    for (const { name, of, rule } of columns) {
      if (of === "app") continue;
      const expected = of === "rule" ? (said.findings.find(({ id }) => id === rule)?.status ?? null) : said[of];
      if (row[name] !== expected) refuse(`${row.app}: ${name} is ${row[name]}, and classify says ${expected}.`);
      judgements++;
    }
  }
  return judgements;
}

const instance = await DuckDBInstance.create(":memory:");
const connection = await instance.connect();
try {
  const count = await writePortfolio(connection, profiles, { folder: facts, apps, files: 40 });
  console.log(`${count} apps as a facts table, in 40 files of Parquet.`);
  const { middle, taken, ended } = await judgeOnSpark();
  if (ended === undefined) refuse("Spark did not come to an end.");
  if (middle?.workers !== 2 || taken === undefined || taken.done >= taken.tasks)
    refuse("The job was over before a worker could be taken away: ask about more apps.");
  if (ended.workers !== 1) refuse(`One worker should be left, and there are ${ended.workers}.`);
  console.log(`A worker was taken away after ${taken.done} of ${taken.tasks} files, and one was left at the end.`);
  const counted = ended.counts.reduce((total, row) => total + row.count, 0);
  if (counted !== count) refuse(`Spark has judged ${counted} apps.`);
  console.log(`Spark has judged ${counted} apps nevertheless, each once.`);

  await connection.run(`CREATE VIEW facts AS FROM '${facts}/*.parquet'`);
  const { sql } = toSql(standardPolicy, { dialect: "duckdb", table: "facts" });
  await connection.run(`CREATE TABLE by_duckdb AS ${sql}`);
  await connection.run(`CREATE TABLE by_spark AS FROM '${verdicts}/*.parquet'`);
  await refuseDifferences(connection, "by_spark", "by_duckdb");
  console.log("DuckDB says the same of every app, in every column.");
  console.log(`classify says the same of a sample: ${await heldToClassify(connection)} judgements, 0 wrong.`);
  await connection.run(`CREATE TABLE by_dbt AS FROM '${buildModel(python, facts, folder)}'`);
  await refuseDifferences(connection, "by_dbt", "by_duckdb");
  console.log("The model of dbt says the same.");
} finally {
  connection.closeSync();
  instance.closeSync();
  rmSync(folder, { recursive: true, force: true });
}
