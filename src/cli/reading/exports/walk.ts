import type { Terminal } from "../../terminal.js";
import { nameOf } from "../load.js";
import { type Budget, createBudget } from "./budget.js";
import { allOf, type Found, limits, type Unread, unreadBecause } from "./found.js";

const archives = /\.(?:zip|msapp)$/i;

/** What was found under a path. */
export interface Walk {
  readonly files: readonly Found[];
  readonly unread: readonly Unread[];
  readonly notes: readonly string[];
}

const together = (walks: readonly Walk[]): Walk => ({
  files: walks.flatMap(({ files }) => files),
  unread: walks.flatMap(({ unread }) => unread),
  notes: walks.flatMap(({ notes }) => notes),
});

const alone = (found: Found): Walk => ({ files: [found], unread: [], notes: [] });

const unreadable = (unread: Unread): Walk => ({ files: [], unread: [unread], notes: [] });

/** A file, or, where it is an archive, all files in it. */
async function unfold(found: Found, depth: number, budget: Budget): Promise<Walk> {
  if (!archives.test(found.path)) return alone(found);
  const { path } = found;
  if (depth === limits.depth) {
    return unreadable({ path, problem: "This is an archive in too many archives, and was not opened." });
  }
  try {
    const bytes = await found.read();
    // What unpacks archives is loaded when there is one.
    const { openArchive } = await import("./archive.js");
    const { files, unread, notes } = await openArchive(bytes, path, budget);
    const inner: Walk[] = [{ files: [], unread, notes }];
    for (const each of files) inner.push(await unfold(each, depth + 1, budget));
    return together(inner);
  } catch (error) {
    return unreadable(unreadBecause(path, error));
  }
}

const fileAt = (path: string, { read }: Terminal): Found => ({
  path: nameOf(path),
  pieces: () => read(path),
  read: () => allOf(read(path), archives.test(path) ? limits.archive : limits.file),
});

/** Finds all files under a path: itself, those in a folder, those in an archive, and those in archives among these. */
export async function filesUnder(path: string, terminal: Terminal): Promise<Walk> {
  const listed = await terminal.list(path);
  const paths = listed ?? [path];
  const walks: Walk[] = [];
  for (const each of paths) walks.push(await unfold(fileAt(each, terminal), 0, createBudget()));
  return together(walks);
}
