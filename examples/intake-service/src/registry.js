import { randomUUID } from "node:crypto";
import { parseApproval, parseProfile } from "plimsoll";
import { replay } from "plimsoll/escalation";

/** How many apps are read at once. */
const pageSize = 200;

const readApp = ({ revision, submitted_at: submittedAt, profile }) => ({
  revision,
  submittedAt,
  profile: parseProfile(JSON.parse(profile)),
});

/** What is stored: apps, the approvals that they were given, and their cases, each as its events. */
export function createRegistry(database) {
  async function findApp(id) {
    const row = await database.selectFrom("apps").selectAll().where("id", "=", id).executeTakeFirst();
    return row && readApp(row);
  }

  /** Stores an app that was last seen in a revision, 0 for one that is new; `false` when that is not what is stored. */
  async function saveApp(profile, seen, submittedAt) {
    const row = { revision: seen + 1, submitted_at: submittedAt, profile: JSON.stringify(profile) };
    if (seen === 0) {
      const { numInsertedOrUpdatedRows } = await database
        .insertInto("apps")
        .values({ id: profile.id, ...row })
        .onConflict((conflict) => conflict.doNothing())
        .executeTakeFirst();
      return numInsertedOrUpdatedRows === 1n;
    }
    const { numUpdatedRows } = await database
      .updateTable("apps")
      .set(row)
      .where("id", "=", profile.id)
      .where("revision", "=", seen)
      .executeTakeFirst();
    return numUpdatedRows === 1n;
  }

  /** So many apps, in the order of their ids, after one of them. */
  async function appsAfter(id, most) {
    const rows = await database.selectFrom("apps").selectAll().where("id", ">", id).orderBy("id").limit(most).execute();
    return rows.map(readApp);
  }

  async function approvalsOf(apps) {
    const rows = await database
      .selectFrom("approvals")
      .select("approval")
      .where("app", "in", apps)
      .orderBy("recorded_at")
      .execute();
    return rows.map(({ approval }) => parseApproval(JSON.parse(approval)));
  }

  /** Every app with its approvals, a page at a time, so that an audit takes no more memory for a larger portfolio. */
  async function* portfolio() {
    let last = "";
    while (true) {
      const apps = await appsAfter(last, pageSize);
      if (apps.length === 0) return;
      last = apps.at(-1).profile.id;
      const approvals = await approvalsOf(apps.map(({ profile }) => profile.id));
      for (const { profile } of apps) yield { profile, approvals: approvals.filter(({ app }) => app === profile.id) };
    }
  }

  async function addApproval(approval, recordedAt) {
    const row = { id: randomUUID(), app: approval.app, recorded_at: recordedAt, approval: JSON.stringify(approval) };
    await database.insertInto("approvals").values(row).execute();
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
    return [...histories.values()].map((events) => replay(events).case);
  }

  const findCase = async (id) => (await casesWhere("case_id", id)).at(0);

  const casesOf = (app) => casesWhere("app", app);

  /** Adds the last event of a case; `false` when somebody was quicker, and has taken its revision. */
  async function saveCase({ id, revision, app, events }) {
    const row = { case_id: id, revision, app: app.id, event: JSON.stringify(events.at(-1)) };
    const { numInsertedOrUpdatedRows } = await database
      .insertInto("case_events")
      .values(row)
      .onConflict((conflict) => conflict.doNothing())
      .executeTakeFirst();
    return numInsertedOrUpdatedRows === 1n;
  }

  return { findApp, saveApp, appsAfter, approvalsOf, portfolio, addApproval, findCase, saveCase, casesOf };
}
