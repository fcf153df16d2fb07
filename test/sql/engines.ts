import { execFileSync, spawn } from "node:child_process";
import { chownSync, existsSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { DuckDBInstance } from "@duckdb/node-api";
import sqlite from "node-sqlite3-wasm";
import type { DialectName } from "plimsoll/sql";

/** A column of a table, by what it holds. */
export interface TableColumn {
  readonly name: string;
  readonly type: keyof Types;
}

/** How an engine calls what a column holds; also of a text in which capitals are no other letters. */
interface Types {
  readonly number: string;
  readonly text: string;
  readonly boolean: string;
  readonly loose: string;
}

type Value = string | number | boolean | null;
export type TableRow = Readonly<Record<string, Value>>;

/** A database that a table is put into, and that is asked something of it. */
export interface Engine {
  readonly dialect: DialectName;
  /** Makes the table "facts" anew. */
  readonly fill: (columns: readonly TableColumn[], rows: readonly TableRow[]) => Promise<void>;
  /** Answers a query over it. */
  readonly ask: (sql: string) => Promise<readonly TableRow[]>;
  readonly stop: () => Promise<void>;
}

const definition = (columns: readonly TableColumn[], types: Types) =>
  `CREATE TABLE facts (${columns.map(({ name, type }) => `${name} ${types[type]}`).join(", ")})`;

export async function startDuckdb(): Promise<Engine> {
  const instance = await DuckDBInstance.create(":memory:");
  const connection = await instance.connect();
  return {
    dialect: "duckdb",
    fill: async (columns, rows) => {
      await connection.run("DROP TABLE IF EXISTS facts");
      await connection.run(
        definition(columns, { number: "DOUBLE", text: "VARCHAR", boolean: "BOOLEAN", loose: "VARCHAR COLLATE NOCASE" }),
      );
      const appender = await connection.createAppender("facts");
      for (const row of rows) {
        for (const { name } of columns) {
          const value = row[name] ?? null;
          if (value === null) appender.appendNull();
          else if (typeof value === "number") appender.appendDouble(value);
          else if (typeof value === "boolean") appender.appendBoolean(value);
          else appender.appendVarchar(value);
        }
        appender.endRow();
      }
      appender.closeSync();
    },
    ask: async (sql) => {
      const result = await connection.runAndReadAll(sql);
      // They are texts and flags.
      return result.getRowObjectsJS() as readonly TableRow[];
    },
    stop: async () => {
      connection.closeSync();
      instance.closeSync();
    },
  };
}

const yesOrNo = (value: Value): Value => (typeof value === "boolean" ? Number(value) : value);

async function startSqlite(): Promise<Engine> {
  const database = new sqlite.Database(":memory:");
  return {
    dialect: "sqlite",
    fill: async (columns, rows) => {
      database.exec("DROP TABLE IF EXISTS facts");
      database.exec(
        definition(columns, { number: "REAL", text: "TEXT", boolean: "INTEGER", loose: "TEXT COLLATE NOCASE" }),
      );
      const insert = database.prepare(`INSERT INTO facts VALUES (${columns.map(() => "?").join(", ")})`);
      database.exec("BEGIN");
      for (const row of rows) insert.run(columns.map(({ name }) => yesOrNo(row[name] ?? null)));
      database.exec("COMMIT");
      insert.finalize();
    },
    ask: async (sql) => {
      // They are texts and numbers.
      const answers = database.all(sql) as readonly TableRow[];
      return answers.map((row) => ({ ...row, settled: row.settled === 1 }));
    },
    stop: async () => database.close(),
  };
}

/** Where PostgreSQL's own programs are: where Debian puts them, or where a variable says. */
function findPostgres(): string | undefined {
  const debian = "/usr/lib/postgresql";
  const versions = existsSync(debian) ? readdirSync(debian).map((version) => join(debian, version, "bin")) : [];
  return [process.env.POSTGRES_BIN ?? "", ...versions].find((folder) => existsSync(join(folder, "initdb")));
}

const hasPostgres = findPostgres() !== undefined;

/** PostgreSQL does not run as root; there, it runs as the user that its package made. */
function unprivileged(): { readonly uid?: number; readonly gid?: number } {
  if (process.getuid?.() !== 0) return {};
  const idOf = (flag: string) => Number(execFileSync("id", [flag, "postgres"], { encoding: "utf8" }));
  return { uid: idOf("-u"), gid: idOf("-g") };
}

const escapes: Readonly<Record<string, string>> = { "\\": "\\\\", "\t": "\\t", "\n": "\\n", "\r": "\\r" };
const copied = (value: Value) =>
  value === null ? "\\N" : String(value).replaceAll(/[\\\t\n\r]/g, (letter) => escapes[letter] ?? letter);

async function startPostgres(): Promise<Engine> {
  const programs = findPostgres() ?? "";
  const folder = mkdtempSync(join(tmpdir(), "plimsoll-postgres-"));
  const user = unprivileged();
  if (user.uid !== undefined && user.gid !== undefined) chownSync(folder, user.uid, user.gid);
  const data = join(folder, "data");
  const run = (program: string, ...given: readonly string[]) =>
    execFileSync(join(programs, program), given, { ...user, cwd: folder, stdio: "ignore" });
  run("initdb", "--pgdata", data, "--username", "plimsoll", "--auth", "trust", "--encoding", "UTF8", "--no-sync");
  const settings = `-c listen_addresses= -c unix_socket_directories=${folder} -c fsync=off`;
  run("pg_ctl", "start", "--wait", "--pgdata", data, "--log", join(folder, "log"), "--options", settings);
  const session = ["-X", "-A", "-t", "-q", "-v", "ON_ERROR_STOP=1", "-h", folder, "-U", "plimsoll", "postgres"];
  const psql = (input: readonly string[]) =>
    execFileSync(join(programs, "psql"), session, {
      ...user,
      cwd: folder,
      input: `${input.join("\n")}\n`,
      encoding: "utf8",
      maxBuffer: 1 << 30,
    });
  return {
    dialect: "postgresql",
    fill: async (columns, rows) => {
      const lines = rows.map((row) => columns.map(({ name }) => copied(row[name] ?? null)).join("\t"));
      psql([
        "SET client_min_messages = warning;",
        "DROP TABLE IF EXISTS facts;",
        "CREATE COLLATION IF NOT EXISTS loose (provider = icu, locale = 'und-u-ks-level2', deterministic = false);",
        `${definition(columns, { number: "double precision", text: "text", boolean: "boolean", loose: "text COLLATE loose" })};`,
        "COPY facts FROM STDIN;",
        ...lines,
        "\\.",
      ]);
    },
    ask: async (sql) =>
      psql([`SELECT row_to_json(answer) FROM (${sql}) answer;`])
        .split("\n")
        .filter(Boolean)
        .map((line): TableRow => JSON.parse(line)),
    stop: async () => {
      run("pg_ctl", "stop", "--wait", "--mode", "immediate", "--pgdata", data);
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** Whether a program is installed. */
const isThere = (program: string) =>
  (process.env.PATH ?? "").split(":").some((folder) => existsSync(join(folder, program)));

const hasMariadb = ["mariadbd", "mariadb", "mariadb-install-db"].every(isThere);

const inMariadb = (value: Value) => {
  if (value === null) return "NULL";
  return typeof value === "string" ? `CONVERT(X'${Buffer.from(value).toString("hex")}' USING utf8mb4)` : String(value);
};

/** MariaDB does not run as root; there, it runs as the user that its package made. */
const mariadbUser = process.getuid?.() === 0 ? ["--user=mysql"] : [];

async function startMariadb(): Promise<Engine> {
  const folder = mkdtempSync(join(tmpdir(), "plimsoll-mariadb-"));
  if (mariadbUser.length > 0) execFileSync("chown", ["mysql", folder]);
  const [data, socket] = [join(folder, "data"), join(folder, "socket")];
  const own = ["--no-defaults", ...mariadbUser, `--datadir=${data}`];
  execFileSync("mariadb-install-db", [...own, "--skip-test-db", "--auth-root-authentication-method=normal"], {
    stdio: "ignore",
  });
  const server = spawn(
    "mariadbd",
    [...own, `--socket=${socket}`, "--skip-networking", `--pid-file=${join(folder, "pid")}`],
    { stdio: "ignore" },
  );
  const client = [
    "--no-defaults",
    `--socket=${socket}`,
    "-uroot",
    "--default-character-set=utf8mb4",
    "-N",
    "-B",
    "--raw",
  ];
  const mariadb = (input: string) => execFileSync("mariadb", client, { input, encoding: "utf8", maxBuffer: 1 << 30 });
  while (!existsSync(socket)) await new Promise((resolve) => setTimeout(resolve, 100));
  mariadb("CREATE DATABASE plimsoll");
  return {
    dialect: "mariadb",
    fill: async (columns, rows) => {
      const loose = "text CHARACTER SET utf8mb4 COLLATE utf8mb4_general_ci";
      const types = { number: "double", text: "text CHARACTER SET utf8mb4", boolean: "boolean", loose };
      const values = rows.map((row) => `(${columns.map(({ name }) => inMariadb(row[name] ?? null)).join(",")})`);
      mariadb(
        [
          "USE plimsoll; DROP TABLE IF EXISTS facts;",
          `${definition(columns, types)};`,
          ...values.map((each) => `INSERT INTO facts VALUES ${each};`),
        ].join("\n"),
      );
    },
    ask: async (sql) => {
      const names =
        sql
          .split(/\nSELECT\n/)
          .at(-1)
          ?.match(/(?<= AS )\w+(?=,?\n)/g) ?? [];
      const fields = ["app", ...names].flatMap((name) => [`'${name}'`, name]).join(", ");
      const output = mariadb(`USE plimsoll; SELECT JSON_OBJECT(${fields}) FROM (${sql}) answer;`);
      const rows = output.split("\n").filter(Boolean);
      return rows.map((line): TableRow => {
        const row: TableRow = JSON.parse(line);
        return { ...row, settled: Boolean(row.settled) };
      });
    },
    stop: async () => {
      const isOver = new Promise((resolve) => server.once("exit", resolve));
      server.kill();
      await isOver;
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** A Python that has "chdb" and "pyspark", where a variable says so: ClickHouse and Spark come with them. */
const { PLIMSOLL_PYTHON: python = "" } = process.env;

/** Starts an engine in Python, which answers a line for each line that it is given. */
const startIn = (dialect: "clickhouse" | "spark") => async (): Promise<Engine> => {
  const own = spawn(python, ["test/sql/elsewhere.py", dialect], { stdio: ["pipe", "pipe", "inherit"] });
  const lines = createInterface({ input: own.stdout })[Symbol.asyncIterator]();
  const next = async (): Promise<string> => (await lines.next()).value ?? "";
  if ((await next()) !== "ready") throw new Error(`${dialect} did not start.`);
  let table: object = {};
  return {
    dialect,
    fill: async (columns, rows) => {
      table = { columns, rows };
    },
    ask: async (sql) => {
      own.stdin.write(`${JSON.stringify({ ...table, sql })}\n`);
      const rows: readonly TableRow[] = JSON.parse(await next());
      return rows.map((row) => ({ ...row, settled: Boolean(row.settled) }));
    },
    stop: async () => {
      const isOver = new Promise((resolve) => own.once("exit", resolve));
      own.stdin.end();
      await isOver;
    },
  };
};

/** Starting some of them takes a while, and so does stopping. */
export const startingTakes = 120_000;

/** Every engine that can be had here; of those that are not installed it is said so. */
export const engines: readonly (readonly [name: string, start: () => Promise<Engine>])[] = [
  ["DuckDB", startDuckdb],
  ["SQLite", startSqlite],
  ...(hasPostgres ? [["PostgreSQL", startPostgres] as const] : []),
  ...(hasMariadb ? [["MariaDB", startMariadb] as const] : []),
  ...(python === "" ? [] : [["ClickHouse", startIn("clickhouse")] as const, ["Spark", startIn("spark")] as const]),
];

if (python === "") {
  console.warn('ClickHouse and Spark are not tried: PLIMSOLL_PYTHON names a Python that has "chdb" and "pyspark".');
}

for (const [name, isInstalled, pack] of [
  ["PostgreSQL", hasPostgres, "postgresql"],
  ["MariaDB", hasMariadb, "mariadb-server"],
] as const) {
  if (!isInstalled) console.warn(`${name} is not installed: its SQL is not tried. Debian's package ${pack} brings it.`);
}
