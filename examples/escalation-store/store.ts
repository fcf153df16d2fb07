import { createRequire } from "node:module";
import { type EscalationCase, type EscalationEvent, replay, type Transition, transition } from "plimsoll/escalation";

/** The driver is CommonJS, whose names Node does not see from outside. */
const { Database }: typeof import("node-sqlite3-wasm") = createRequire(import.meta.url)("node-sqlite3-wasm");

const table = `
  create table if not exists events (
    case_id  text    not null,
    revision integer not null,
    event    text    not null,
    primary key (case_id, revision)
  ) without rowid`;

/** Escalation cases in a database: nothing but their events, which are never changed and never deleted. */
export interface CaseStore {
  /** Stores a case that was just opened; `false` when there is one of that id already. */
  readonly open: (opened: EscalationCase) => boolean;
  /** Lets an event happen to the case as it was last seen, and stores it; a stale or impossible event is refused. */
  readonly append: (id: string, event: EscalationEvent, expectedRevision: number) => Transition;
  /** The case that its events tell. */
  readonly load: (id: string) => Transition;
  readonly close: () => void;
}

export function openStore(file: string): CaseStore {
  const database = new Database(file);
  // Another process that writes is waited for, five seconds at most.
  database.exec("pragma busy_timeout = 5000");
  database.exec(table);

  /** Adds the last event of a case. One statement is a transaction of its own: whoever comes second finds the revision taken. */
  const insert = ({ id, revision, events }: EscalationCase): boolean => {
    const row = [id, revision, JSON.stringify(events.at(-1))];
    return database.run("insert into events values (?, ?, ?) on conflict do nothing", row).changes === 1;
  };

  const load = (id: string): Transition => {
    const rows = database.all("select event from events where case_id = ? order by revision", [id]);
    return replay(rows.map(({ event }) => JSON.parse(String(event))));
  };

  const append = (id: string, event: EscalationEvent, expectedRevision: number): Transition => {
    const loaded = load(id);
    if (!loaded.ok) return loaded;
    const result = transition(loaded.case, event, { expectedRevision });
    if (!result.ok || insert(result.case)) return result;
    // Somebody was quicker between our reading and our writing: the case has moved on, and the event is stale.
    return append(id, event, expectedRevision);
  };

  return {
    open: insert,
    append,
    load,
    close: () => database.close(),
  };
}
