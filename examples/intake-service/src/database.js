import Sqlite from "better-sqlite3";
import { Kysely, Migrator, PostgresDialect, SqliteAdapter, SqliteDialect } from "kysely";
import pg from "pg";
import { migrations } from "./migrations.js";

/** How long a query may wait for others, and how long it may take, in milliseconds. */
const patience = 5_000;

/** A process that is killed while it brings the tables up to date leaves them as they were, since SQLite can undo that too. */
class AllOrNothing extends SqliteAdapter {
  get supportsTransactionalDdl() {
    return true;
  }
}

class SqliteFile extends SqliteDialect {
  createAdapter() {
    return new AllOrNothing();
  }
}

/** How many statements are kept prepared: more than the service has, but for the lists of some queries. */
const mostPrepared = 100;

/** Prepares each statement once, however often it is asked. */
function preparedOnce(database) {
  const prepared = new Map();
  return {
    prepare(text) {
      const known = prepared.get(text);
      if (known !== undefined) return known;
      const statement = database.prepare(text);
      if (prepared.size < mostPrepared) prepared.set(text, statement);
      return statement;
    },
    close: () => database.close(),
  };
}

/** SQLite in a file; it needs no server. `docs/decisions/0001-sqlite-driver.md` says why this driver, and these settings. */
function sqliteDialect(file) {
  const database = new Sqlite(file, { timeout: patience });
  // Readers and a writer do not wait for each other.
  database.pragma("journal_mode = wal");
  // A write is on the disk before it is acknowledged, so that it outlives a power cut.
  database.pragma("synchronous = full");
  database.pragma("foreign_keys = on");
  return new SqliteFile({ database: preparedOnce(database) });
}

const postgresDialect = (connectionString) =>
  new PostgresDialect({
    pool: new pg.Pool({ connectionString, connectionTimeoutMillis: patience, statement_timeout: patience }),
  });

/** Whether an address is that of PostgreSQL, and not a file. */
export const isPostgres = (url) => /^postgres(ql)?:/.test(url);

/**
 * Opens a database as it is.
 *
 * @param {string} url A connection string of PostgreSQL, or else a file for SQLite.
 */
export const connect = (url) => new Kysely({ dialect: isPostgres(url) ? postgresDialect(url) : sqliteDialect(url) });

/**
 * Opens a database, with its tables as this version needs them.
 *
 * @param {string} url A connection string of PostgreSQL, or else a file for SQLite.
 */
export async function openDatabase(url) {
  const database = connect(url);
  const migrator = new Migrator({ db: database, provider: { getMigrations: async () => migrations } });
  const { error } = await migrator.migrateToLatest();
  if (error === undefined) return database;
  await database.destroy();
  throw error;
}
