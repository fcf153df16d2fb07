import { type Adapted, mergeProfiles, type Place } from "plimsoll/adapters";
import type { Terminal } from "../../terminal.js";
import type { Unread } from "./found.js";
import { type ExportOptions, type Origin, readExports } from "./read.js";

/** All that was read under some paths. */
export interface Gathered {
  /** One for each app, with what all sources tell of it. */
  readonly apps: readonly Adapted[];
  readonly unread: readonly Unread[];
  /** Documents of no format that is known. */
  readonly left: readonly string[];
  readonly notes: readonly string[];
  /** How many times an app was read from each kind of source. */
  readonly origins: ReadonlyMap<Origin, number>;
}

/** What is wrong with an app that was read, or between its sources, each with its place. */
export const problemsOf = ({ profile, problems }: Adapted): readonly string[] =>
  problems.map(({ message, places: [{ file, pointer = "", line } = { file: profile.id }] }) => {
    const where = line === undefined ? pointer && `, at ${pointer}` : `, line ${line}`;
    return `${profile.name} (${file}${where}): ${message}`;
  });

interface Sourced {
  readonly origin: Origin;
  readonly app: Adapted;
}

/** The place of an id that nothing but the name of a file has told. */
const placeOfName = ({ evidence }: Adapted): Place | undefined => {
  const told = evidence.filter(({ pointer }) => pointer === "/id");
  return told.every(({ basis }) => basis === "file-name") ? told[0]?.at : undefined;
};

/** Ids under which there are several apps: two definitions of one format with two names, as it is where several servers count alike. */
function sharedIds(sources: readonly Sourced[]): ReadonlySet<string> {
  const names = new Map<string, string>();
  const shared = new Set<string>();
  for (const { origin, app } of sources) {
    const { id, name } = app.profile;
    const key = JSON.stringify([origin, id]);
    const known = names.get(key) ?? name;
    if (known !== name) shared.add(id);
    names.set(key, known);
  }
  return shared;
}

/** Calls an app by the path of its file, without the ending: its name alone is that of another file, too. */
function calledByPath(app: Adapted): Adapted {
  const path = placeOfName(app)?.file.replace(/\.[A-Za-z0-9]{1,8}$/, "");
  if (path === undefined) return app;
  const evidence = app.evidence.map((each) => (each.pointer === "/id" ? { ...each, value: path } : each));
  return { ...app, profile: { ...app.profile, id: path }, evidence };
}

/** Puts together what several sources tell of one app; of apps that only share an id, each is kept. */
function put(sources: readonly Sourced[]): Pick<Gathered, "apps" | "notes"> {
  const shared = sharedIds(sources);
  const apart = sources.map(({ app }) => (shared.has(app.profile.id) ? calledByPath(app) : app));
  const apps = mergeProfiles(apart, {
    key: ({ profile: { id, name } }) => (shared.has(id) ? JSON.stringify([id, name]) : id),
  });
  const left = [...shared].filter((id) => apps.some(({ profile }) => profile.id === id));
  return {
    apps,
    notes: left.map((id) => `Several apps have the id "${id}". Each is kept, and approvals count for all of them.`),
  };
}

/** So many apps are read before it is said again how far the command has come. */
const stride = 100;

/** Reads everything under some paths, and puts together what belongs together. */
export async function gatherExports(
  paths: readonly string[],
  options: ExportOptions,
  terminal: Terminal,
): Promise<Gathered> {
  const sources: Sourced[] = [];
  const unread: Unread[] = [];
  const left: string[] = [];
  const notes: string[] = [];
  const origins = new Map<Origin, number>();
  for await (const step of readExports(paths, options, terminal)) {
    if (step.kind === "unread") unread.push(step.unread);
    if (step.kind === "left") left.push(step.path);
    if (step.kind === "note") notes.push(step.sentence);
    if (step.kind !== "apps") continue;
    const { origin, apps } = step;
    for (const app of apps) sources.push({ origin, app });
    origins.set(origin, (origins.get(origin) ?? 0) + apps.length);
    if (terminal.showsProgress && sources.length % stride < apps.length) await terminal.showProgress(sources.length);
  }
  if (terminal.showsProgress) await terminal.showProgress();
  const { apps, notes: said } = put(sources);
  return { apps, unread, left, notes: [...notes, ...said], origins };
}
