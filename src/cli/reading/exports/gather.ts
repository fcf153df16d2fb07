import { type Adapted, mergeProfiles, type Place } from "plimsoll/adapters";
import type { Terminal } from "../../terminal.js";
import type { Unread } from "./found.js";
import { placeInWords } from "./place-in-words.js";
import { type ExportOptions, type Origin, readExports } from "./read.js";
import { isTable } from "./table.js";

/** One thing that was read: an app, or what could not be. */
export type Outcome = { readonly app: Adapted } | { readonly unread: Unread };

/** What else there is to say of what was read. */
export interface Besides {
  /** Documents of no format that is known. */
  readonly left: readonly string[];
  /** What is odd, and what is wrong with apps that were read, so many sentences at most. */
  readonly notes: readonly string[];
  /** How many times an app was read from each kind of source. */
  readonly origins: ReadonlyMap<Origin, number>;
  /** Connectors that no table has, those first that most apps use. */
  readonly unknownConnectors: readonly string[];
}

/** What there is under some paths. */
export interface Exports {
  readonly outcomes: AsyncIterable<Outcome>;
  /** Known in full when the outcomes were taken. */
  readonly besides: () => Besides;
}

/** What is wrong with an app that was read, or between its sources, each with its place. */
const problemsOf = ({ profile, problems }: Adapted): readonly string[] =>
  problems.map(({ message, places: [place] }) => {
    return `${profile.name} (${place === undefined ? profile.id : placeInWords(place)}): ${message}`;
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
function put(sources: readonly Sourced[]): { readonly apps: readonly Adapted[]; readonly notes: readonly string[] } {
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

/** So many sentences are kept to be told. */
const mostNotes = 1000;

/** Takes down what there is to say besides the apps. */
function createRecord() {
  const left: string[] = [];
  const notes: string[] = [];
  let unsaid = 0;
  const origins = new Map<Origin, number>();
  const connectors = new Map<string, number>();
  const note = (sentence: string): void => {
    if (notes.length < mostNotes) notes.push(sentence);
    else unsaid++;
  };
  return {
    note,
    leave: (path: string) => left.push(path),
    count: (origin: Origin, apps: number) => origins.set(origin, (origins.get(origin) ?? 0) + apps),
    look: (app: Adapted): void => {
      for (const sentence of problemsOf(app)) note(sentence);
      const names = app.unresolved.flatMap(({ kind, what }) => (kind === "unknown-connector" ? [what] : []));
      for (const name of new Set(names)) connectors.set(name, (connectors.get(name) ?? 0) + 1);
    },
    besides: (): Besides => ({
      left,
      notes: unsaid === 0 ? notes : [...notes, `${unsaid} more are not told.`],
      origins,
      unknownConnectors: [...connectors].sort(([, one], [, other]) => other - one).map(([name]) => name),
    }),
  };
}

/** So many apps are read before it is said again how far the command has come. */
const stride = 100;

/** One table is read row by row, however long it is: its apps have nothing to be put together with. */
const isStream = (paths: readonly string[]): boolean => paths.length === 1 && paths.every(isTable);

/** Reads everything under some paths, and puts together what belongs together. */
export function openExports(paths: readonly string[], options: ExportOptions, terminal: Terminal): Exports {
  const { note, leave, count, look, besides } = createRecord();
  const streams = isStream(paths);
  const outcomes = async function* (): AsyncIterable<Outcome> {
    const sources: Sourced[] = [];
    let seen = 0;
    for await (const step of readExports(paths, options, terminal)) {
      if (step.kind === "unread") yield { unread: step.unread };
      if (step.kind === "left") leave(step.path);
      if (step.kind === "note") note(step.sentence);
      if (step.kind !== "apps") continue;
      count(step.origin, step.apps.length);
      for (const app of step.apps) {
        seen++;
        if (terminal.showsProgress && seen % stride === 0) await terminal.showProgress(seen);
        if (!streams) sources.push({ origin: step.origin, app });
        else {
          look(app);
          yield { app };
        }
      }
    }
    if (terminal.showsProgress) await terminal.showProgress();
    const { apps, notes } = put(sources);
    for (const sentence of notes) note(sentence);
    for (const app of apps) {
      look(app);
      yield { app };
    }
  };
  return { outcomes: outcomes(), besides };
}
