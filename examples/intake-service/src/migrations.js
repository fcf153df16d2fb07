/** How the tables came to be, in order: a change is a new entry, and an old one stays as it is. */
export const migrations = {
  "001-registry": {
    async up(database) {
      await database.schema
        .createTable("apps")
        .addColumn("id", "text", (column) => column.primaryKey())
        .addColumn("revision", "integer", (column) => column.notNull())
        .addColumn("submitted_at", "text", (column) => column.notNull())
        .addColumn("profile", "text", (column) => column.notNull())
        .execute();
      await database.schema
        .createTable("approvals")
        .addColumn("id", "text", (column) => column.primaryKey())
        .addColumn("app", "text", (column) => column.notNull().references("apps.id"))
        .addColumn("recorded_at", "text", (column) => column.notNull())
        .addColumn("approval", "text", (column) => column.notNull())
        .execute();
      await database.schema.createIndex("approvals_of_app").on("approvals").columns(["app", "recorded_at"]).execute();
      await database.schema
        .createTable("case_events")
        .addColumn("case_id", "text", (column) => column.notNull())
        .addColumn("revision", "integer", (column) => column.notNull())
        .addColumn("app", "text", (column) => column.notNull().references("apps.id"))
        .addColumn("event", "text", (column) => column.notNull())
        .addPrimaryKeyConstraint("case_events_key", ["case_id", "revision"])
        .execute();
      await database.schema.createIndex("cases_of_app").on("case_events").column("app").execute();
    },
  },
  "002-history": {
    async up(database) {
      await database.schema
        .createTable("submissions")
        .addColumn("app", "text", (column) => column.notNull().references("apps.id"))
        .addColumn("revision", "integer", (column) => column.notNull())
        .addColumn("submitted_at", "text", (column) => column.notNull())
        .addColumn("submitted_by", "text")
        .addColumn("profile", "text", (column) => column.notNull())
        .addPrimaryKeyConstraint("submissions_key", ["app", "revision"])
        .execute();
      // Of what was submitted before, the last is known, and not by whom.
      await database
        .insertInto("submissions")
        .columns(["app", "revision", "submitted_at", "profile"])
        .expression(database.selectFrom("apps").select(["id", "revision", "submitted_at", "profile"]))
        .execute();
    },
  },
};
