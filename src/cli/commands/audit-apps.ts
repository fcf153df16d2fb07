import type { Input } from "../reading/entries.js";
import type { Entry } from "../reading/entry.js";
import type { Terminal } from "../terminal.js";

/** The apps of a file as an audit takes them, and what it cannot know of them. */
export interface AuditApps {
  readonly counted: "line" | "entry";
  readonly apps: AsyncIterable<unknown>;
  readonly seenAny: () => boolean;
  /** What is wrong with the entry at a position, and its place in the file, where it is no JSON. */
  readonly problemAt: (position: number) => Extract<Entry, { readonly problem: string }> | undefined;
}

/** So many unreadable entries an audit tells of. */
const mostTold = 100;

/** After so many apps it is said again how far the command has come. */
const stride = 1000;

/** Stands for an entry that is no JSON, and is none itself. */
const noJson = "{";

/** An entry as an audit takes it: a text would be read as JSON. */
function asTaken(entry: Entry): unknown {
  if ("problem" in entry) return noJson;
  return typeof entry.value === "string" ? JSON.stringify(entry.value) : entry.value;
}

/** Hands on the apps of a file to an audit, and says on the way how far it has come. */
export function auditApps({ layout, entries }: Input, terminal: Terminal): AuditApps {
  const problems = new Map<number, Extract<Entry, { readonly problem: string }>>();
  let position = 0;
  let seen = 0;
  const apps = async function* () {
    for await (const entry of entries) {
      // Of lines, the empty ones count too, so that a position is a line.
      for (; layout === "lines" && position < entry.position - 1; position++) yield "";
      position++;
      if ("problem" in entry && problems.size < mostTold) problems.set(position, entry);
      yield asTaken(entry);
      seen++;
      if (terminal.showsProgress && seen % stride === 0) await terminal.showProgress(seen);
    }
    if (terminal.showsProgress) await terminal.showProgress();
  };
  return {
    counted: layout === "lines" ? "line" : "entry",
    apps: apps(),
    seenAny: () => seen > 0,
    problemAt: (at) => problems.get(at),
  };
}
