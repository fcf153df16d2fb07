import { randomUUID } from "node:crypto";
import { safeParseProfile } from "plimsoll";
import { replay } from "plimsoll/escalation";
import { parseApproval } from "plimsoll/governance";
import { keyOf } from "./keys.js";
import { readingStored, unreadableNow } from "./problems.js";

/** How many apps are read at once. */
const pageSize = 200;

/** What is kept of one app at most: more than anybody needs, and little enough to be read at once. */
export const most = { approvals: 200, cases: 100, events: 500 };

const isChanged = ({ numUpdatedRows, numInsertedOrUpdatedRows }) => (numUpdatedRows ?? numInsertedOrUpdatedRows) === 1n;

/** A submission as it is stored, read by what a profile is today: an older one may be none any more. */
function readSubmission({ revision, submitted_at: submittedAt, submitted_by: by, profile }) {
  const read = safeParseProfile(JSON.parse(profile));
  return { revision, submittedAt, by, ...(read.ok ? { profile: read.value } : { problems: read.problems }) };
}

/**
 * What is stored: apps with all that was submitted of them, the approvals that they were given, and their cases, each as its events.
 *
 * @param database What it is read from.
 * @param write What carries out writes, as `createWriter` makes it.
 */
export function createRegistry(database, write) {
  const appsFrom = () => database.selectFrom("apps").select(["id as key", "revision", "submitted_at", "profile"]);

  /** The app as it was submitted last; nothing when nobody has submitted it. */
  async function findApp(id) {
    const row = await appsFrom().where("id", "=", keyOf(id)).executeTakeFirst();
    if (row === undefined) return undefined;
    const { by, ...app } = readSubmission(row);
    if (app.problems) throw unreadableNow(id, app.problems);
    return app;
  }

  async function revisionOf(id) {
    return (await database.selectFrom("apps").select("revision").where("id", "=", keyOf(id)).executeTakeFirst())
      ?.revision;
  }

  /** Stores an app that was last seen in a revision, 0 for one that is new; `false` when that is not what is stored. */
  function saveApp(profile, seen, { at, by }) {
    const key = keyOf(profile.id);
    const row = { revision: seen + 1, submitted_at: at, profile: JSON.stringify(profile) };
    const insert = (transaction) =>
      transaction
        .insertInto("apps")
        .values({ id: key, ...row })
        .onConflict((conflict) => conflict.doNothing());
    const update = (transaction) =>
      transaction.updateTable("apps").set(row).where("id", "=", key).where("revision", "=", seen);
    return write(async (transaction) => {
      const change = seen === 0 ? insert(transaction) : update(transaction);
      if (!isChanged(await change.executeTakeFirst())) return false;
      const submission = { app: key, submitted_by: by, ...row };
      await transaction.insertInto("submissions").values(submission).execute();
      return true;
    });
  }

  /** So many apps, in the order of their ids, after one of them. One that cannot be read any more says its problems. */
  async function appsAfter(id, count) {
    const rows = await appsFrom().where("id", ">", keyOf(id)).orderBy("id").limit(count).execute();
    return rows.map((row) => ({ id: JSON.parse(row.profile).id, ...readSubmission(row) }));
  }

  /** So many submissions of an app, the last one first, before a revision. */
  async function historyOf(id, { before, count }) {
    const rows = await database
      .selectFrom("submissions")
      .select(["revision", "submitted_at", "submitted_by", "profile"])
      .where("app", "=", keyOf(id))
      .where("revision", "<", before)
      .orderBy("revision", "desc")
      .limit(count)
      .execute();
    return rows.map(readSubmission);
  }

  const approvalRows = (keys) =>
    database
      .selectFrom("approvals")
      .select(["app", "approval"])
      .where("app", "in", keys)
      .orderBy("recorded_at")
      .execute();

  async function approvalsOf(id) {
    const rows = await approvalRows([keyOf(id)]);
    return readingStored(id, () => rows.map(({ approval }) => parseApproval(JSON.parse(approval))));
  }

  /**
   * Every app with its approvals, a page at a time, so that an audit takes no more memory for a larger portfolio. As it is stored:
   * the audit reads it, and counts what cannot be read.
   */
  async function* portfolio() {
    let last = "";
    while (true) {
      const apps = await appsFrom().where("id", ">", last).orderBy("id").limit(pageSize).execute();
      if (apps.length === 0) return;
      last = apps.at(-1).key;
      const approvals = await approvalRows(apps.map(({ key }) => key));
      for (const { key, profile } of apps) {
        const given = approvals.filter(({ app }) => app === key).map(({ approval }) => JSON.parse(approval));
        yield { profile: JSON.parse(profile), approvals: given };
      }
    }
  }

  /** How many rows of an app there are; their number comes as text from some databases. */
  async function countOf(rows) {
    const { count } = await rows.select(({ fn }) => fn.countAll().as("count")).executeTakeFirstOrThrow();
    return Number(count);
  }

  /** Adds an approval; `false` when the app has as many as are kept. */
  function addApproval(approval, recordedAt) {
    const app = keyOf(approval.app);
    const row = { id: randomUUID(), app, recorded_at: recordedAt, approval: JSON.stringify(approval) };
    return write(async (transaction) => {
      if ((await countOf(transaction.selectFrom("approvals").where("app", "=", app))) >= most.approvals) return false;
      await transaction.insertInto("approvals").values(row).execute();
      return true;
    });
  }

  /** The cases of which something is so, each as its events tell it. */
  async function casesWhere(column, value) {
    const rows = await database
      .selectFrom("case_events")
      .select(["case_id", "event"])
      .where(column, "=", value)
      .orderBy("case_id")
      .orderBy("revision")
      .execute();
    const histories = new Map(rows.map((row) => [row.case_id, []]));
    for (const row of rows) histories.get(row.case_id).push(JSON.parse(row.event));
    return readingStored(value, () => [...histories.values()].map((events) => replay(events).case));
  }

  const findCase = async (id) => (await casesWhere("case_id", id)).at(0);

  const casesOf = (app) => casesWhere("app", keyOf(app));

  const eventRow = ({ id, revision, app, events }) => {
    return { case_id: id, revision, app: keyOf(app.id), event: JSON.stringify(events.at(-1)) };
  };

  /** Keeps a case that was opened; `false` when the app has as many as are kept. */
  const addCase = (opened) =>
    write(async (transaction) => {
      const row = eventRow(opened);
      const cases = transaction.selectFrom("case_events").where("app", "=", row.app).where("revision", "=", 1);
      if ((await countOf(cases)) >= most.cases) return false;
      await transaction.insertInto("case_events").values(row).execute();
      return true;
    });

  /** Adds the last event of a case; `false` when somebody was quicker, and has taken its revision. */
  const saveCase = (given) =>
    write(async (transaction) => {
      const insert = transaction
        .insertInto("case_events")
        .values(eventRow(given))
        .onConflict((conflict) => conflict.doNothing());
      return isChanged(await insert.executeTakeFirst());
    });

  return {
    findApp,
    revisionOf,
    saveApp,
    appsAfter,
    historyOf,
    approvalsOf,
    portfolio,
    addApproval,
    findCase,
    addCase,
    saveCase,
    casesOf,
  };
}
