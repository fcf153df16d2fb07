// A portfolio as a facts table in Parquet, written by DuckDB: some profiles, each of them many times, with an id for each.
import { mkdirSync, rmSync } from "node:fs";
import { standardPolicy } from "plimsoll";
import { factsTable } from "plimsoll/sql";

const types = { number: "DOUBLE", text: "VARCHAR", boolean: "BOOLEAN" };

function append(appender, value) {
  if (value === null) appender.appendNull();
  else if (typeof value === "number") appender.appendDouble(value);
  else if (typeof value === "boolean") appender.appendBoolean(value);
  else appender.appendVarchar(value);
}

/** Writes a portfolio into a folder, in so many files that no engine has it in one piece. */
export async function writePortfolio(connection, profiles, { folder, apps, files }) {
  const { columns, row } = factsTable(standardPolicy);
  const all = [{ name: "app", type: "text" }, ...columns];
  const definition = all.map(({ name, type }) => `${name} ${types[type]}`).join(", ");
  await connection.run(`CREATE OR REPLACE TABLE few (${definition})`);
  const appender = await connection.createAppender("few");
  profiles.forEach((profile, index) => {
    const facts = row({ ...profile, id: String(index) });
    for (const { name } of all) append(appender, facts[name]);
    appender.endRow();
  });
  appender.closeSync();

  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const copies = Math.ceil(apps / profiles.length / files);
  for (let file = 0; file < files; file++) {
    const [first, next] = [file * copies, (file + 1) * copies];
    await connection.run(
      `COPY (SELECT few.* REPLACE (few.app || '-' || copy AS app) FROM few, range(${first}, ${next}) copies(copy)) ` +
        `TO '${folder}/part-${file}.parquet' (FORMAT parquet)`,
    );
  }
  return profiles.length * copies * files;
}
