import assert from "node:assert/strict";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { Migrator, sql } from "kysely";
import { connect, openDatabase } from "../src/database.js";
import { keyOf } from "../src/keys.js";
import { migrations } from "../src/migrations.js";
import { createWriter } from "../src/writes.js";
import { temporaryFolder } from "./api.mjs";

let place;
let database;
let write;

before(async () => {
  place = temporaryFolder();
  database = await openDatabase(join(place.folder, "intake.db"));
  write = createWriter(database, false);
});
after(async () => {
  await database.destroy();
  place.remove();
});

const insert = (id) => (transaction) =>
  transaction.insertInto("apps").values({ id, revision: 1, submitted_at: "2026-01-12", profile: "{}" }).execute();

const ids = async () => (await database.selectFrom("apps").select("id").orderBy("id").execute()).map(({ id }) => id);

test("writes that arrive together are all stored, and each is told what it came to", async () => {
  const results = await Promise.all(
    Array.from({ length: 250 }, (_, index) =>
      write(async (transaction) => (await insert(`a-${index}`)(transaction)) && index),
    ),
  );
  assert.deepEqual(
    results,
    Array.from({ length: 250 }, (_, index) => index),
  );
  assert.equal((await ids()).length, 250);
});

test("a write that fails takes none of the others along", async () => {
  const [one, same, broken, other] = await Promise.allSettled([
    write(insert("b-1")),
    write(insert("b-1")),
    write(async (transaction) => {
      await insert("b-2")(transaction);
      throw new Error("broken");
    }),
    write(insert("b-3")),
  ]);
  assert.deepEqual(
    [one, same, broken, other].map(({ status }) => status),
    ["fulfilled", "rejected", "rejected", "fulfilled"],
  );
  assert.equal(broken.reason.message, "broken");
  assert.deepEqual(
    (await ids()).filter((id) => id.startsWith("b")),
    ["b-1", "b-3"],
  );
});

test("the database waits for the disk, and keeps readers and writers apart", async () => {
  const pragma = async (name) => Object.values((await sql.raw(`pragma ${name}`).execute(database)).rows[0])[0];
  assert.deepEqual(
    [await pragma("journal_mode"), await pragma("synchronous"), await pragma("foreign_keys")],
    ["wal", 2, 1],
  );
});

test("tables that could not be made wholly are not there", async () => {
  const half = connect(join(place.folder, "half.db"));
  const broken = { up: () => Promise.reject(new Error("killed half-way")) };
  const migrator = (given) => new Migrator({ db: half, provider: { getMigrations: async () => given } });
  const { error } = await migrator({ ...migrations, "999-broken": broken }).migrateToLatest();
  assert.equal(error.message, "killed half-way");
  assert.equal((await migrator(migrations).migrateToLatest()).error, undefined);
  await half.destroy();
});

test("an id is its own key, and a long one has a key that no other id has", () => {
  for (const id of ["a", "€".repeat(300)]) assert.equal(keyOf(id), id);
  const long = ["€".repeat(2_000), `${"€".repeat(1_999)}$`, "€".repeat(301), "😀".repeat(160)];
  const keys = long.map(keyOf);
  assert.equal(new Set(keys).size, long.length);
  for (const key of keys) {
    assert.ok(key.length > 300 && key.isWellFormed());
  }
});
