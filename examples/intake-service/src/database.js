import { Kysely, Migrator, PostgresDialect } from "kysely";
import { buildQueryFn, GenericSqliteDialect, parseBigInt } from "kysely-generic-sqlite";
import sqlite from "node-sqlite3-wasm";
import pg from "pg";
import { migrations } from "./migrations.js";

/** SQLite in a file, or in memory when it is called `:memory:`; it needs no server and no compiler. */
const sqliteDialect = (file) =>
  new GenericSqliteDialect(() => {
    const db = new sqlite.Database(file);
    // Another process that writes is waited for, five seconds at most.
    db.exec("pragma busy_timeout = 5000");
    return {
      db,
      query: buildQueryFn({
        all: (sql, parameters) => db.all(sql, parameters),
        run: (sql, parameters) => {
          const { changes, lastInsertRowId } = db.run(sql, parameters);
          return { numAffectedRows: parseBigInt(changes), insertId: parseBigInt(lastInsertRowId) };
        },
      }),
      close: () => db.close(),
    };
  });

const postgresDialect = (connectionString) => new PostgresDialect({ pool: new pg.Pool({ connectionString }) });

/**
 * Opens a database, with its tables as this version needs them.
 *
 * @param {string} url A connection string of PostgreSQL, or else a file for SQLite.
 */
export async function openDatabase(url) {
  const dialect = /^postgres(ql)?:/.test(url) ? postgresDialect(url) : sqliteDialect(url);
  const database = new Kysely({ dialect });
  const migrator = new Migrator({ db: database, provider: { getMigrations: async () => migrations } });
  const { error } = await migrator.migrateToLatest();
  if (error === undefined) return database;
  await database.destroy();
  throw error;
}
