// A policy as SQL against the classifier, over the same apps in one run: `npm run bench:sql`, and `node bench/sql.mjs APPS` after a build.
import { DuckDBInstance } from "@duckdb/node-api";
import { createClassifier, safeParseProfile, standardPolicy } from "plimsoll";
import { factsTable, toSql } from "plimsoll/sql";
import { profilesFrom } from "./profiles.mjs";

const count = Number(process.argv[2] ?? 1_000_000);
const profiles = profilesFrom(20_260_331, 2_000).filter((profile) => safeParseProfile(profile).ok);
const classify = createClassifier(standardPolicy);
const { sql } = toSql(standardPolicy, { dialect: "duckdb", table: "facts" });
const table = factsTable(standardPolicy);

/** The quickest of some runs, in milliseconds: what else the machine does only makes them longer. */
async function quickest(run, runs = 5) {
  const times = [];
  for (let each = 0; each < runs; each++) {
    const start = performance.now();
    await run();
    times.push(performance.now() - start);
  }
  return Math.min(...times);
}

const instance = await DuckDBInstance.create(":memory:");
const connection = await instance.connect();
const types = { number: "DOUBLE", text: "VARCHAR", boolean: "BOOLEAN" };
const columns = [{ name: "app", type: "text" }, ...table.columns];
await connection.run(`CREATE TABLE few (${columns.map(({ name, type }) => `${name} ${types[type]}`).join(", ")})`);
const appender = await connection.createAppender("few");
for (const profile of profiles) {
  const row = table.row(profile);
  for (const { name } of columns) {
    const value = row[name];
    if (value === null) appender.appendNull();
    else if (typeof value === "number") appender.appendDouble(value);
    else if (typeof value === "boolean") appender.appendBoolean(value);
    else appender.appendVarchar(value);
  }
  appender.endRow();
}
appender.closeSync();
await connection.run(`CREATE TABLE facts AS SELECT few.* FROM few, range(${Math.ceil(count / profiles.length)})`);

// Every column of the answer is counted, so that none of it is left out.
const answers = toSql(standardPolicy, { dialect: "duckdb", table: "facts" }).columns.map(({ name }) => name);
const counted = `SELECT tier, ceiling, settled, count(*) AS apps, ${answers
  .filter((name) => name.endsWith("_rule"))
  .map((name) => `count(${name}) AS ${name}`)
  .join(", ")} FROM (${sql}) GROUP BY tier, ceiling, settled`;

const expected = new Map();
for (const profile of profiles) {
  const { tier, ceiling } = classify(profile);
  expected.set(`${tier} ${ceiling}`, (expected.get(`${tier} ${ceiling}`) ?? 0) + 1);
}
const copies = Math.ceil(count / profiles.length);
for (const { tier, ceiling, apps } of (await connection.runAndReadAll(counted)).getRowObjectsJS()) {
  if (Number(apps) !== (expected.get(`${tier} ${ceiling}`) ?? 0) * copies)
    throw new Error("The two say different things.");
}

const perApp = (milliseconds) => (milliseconds * 1e6) / (copies * profiles.length);
const byClassify = await quickest(() => {
  for (let copy = 0; copy < copies; copy++) for (const profile of profiles) classify(profile);
}, 3);
const byTier = await quickest(() => {
  for (let copy = 0; copy < copies; copy++) for (const profile of profiles) classify.tierOf(profile);
}, 3);
console.log(`${copies * profiles.length} apps, the standard policy; the quickest of a few runs`);
console.log(`classify, prepared, one thread   ${perApp(byClassify).toFixed(0)} ns an app`);
console.log(`tierOf, prepared, one thread     ${perApp(byTier).toFixed(0)} ns an app`);
for (const threads of [1, 2]) {
  await connection.run(`SET threads = ${threads}`);
  const time = await quickest(() => connection.runAndReadAll(counted));
  const ratio = (byClassify / time).toFixed(1);
  console.log(
    `DuckDB, ${threads} thread${threads > 1 ? "s" : " "}                ${perApp(time).toFixed(0)} ns an app, ${ratio} times classify`,
  );
}
connection.closeSync();
instance.closeSync();
