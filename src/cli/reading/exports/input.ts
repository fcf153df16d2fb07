import { type Adapted, detectFormat, type Place } from "plimsoll/adapters";
import type { Terminal } from "../../terminal.js";
import { type Input, readEntries } from "../entries.js";
import type { Entry } from "../entry.js";
import { nameOf } from "../load.js";
import { type Exports, openExports } from "./gather.js";
import type { ExportOptions } from "./read.js";
import { isTable } from "./table.js";

/** Where a statement of an app's profile was read: the places for a pointer into it. */
export type PlacesIn = (app: string, pointer: string) => readonly Place[];

/** The apps that some paths hold, and what else is to be said of them. */
export interface AppsInput extends Input {
  /** Nothing where profiles were handed in, which are their own evidence. */
  readonly placesIn: PlacesIn | undefined;
  /** What to say once the apps were taken. */
  readonly notes: () => readonly string[];
}

async function* of<Item>(...items: readonly Item[]): AsyncIterable<Item> {
  yield* items;
}

/** The places for a pointer: what was told of it or of what stands below, or else of what it stands in. */
function placesFor({ evidence }: Adapted, pointer: string): readonly Place[] {
  const below = evidence.filter((each) => each.pointer === pointer || each.pointer.startsWith(`${pointer}/`));
  const above = evidence.filter((each) => pointer.startsWith(`${each.pointer}/`));
  const places = (below.length > 0 ? below : above).map(({ at }) => at);
  return [...new Map(places.map((place) => [JSON.stringify(place), place])).values()];
}

/** Of so many apps it is kept where each statement was read; only a table can have more. */
const mostLocated = 10_000;

function inputOf({ outcomes, besides }: Exports): AppsInput {
  const located = new Map<string, Adapted>();
  const entries = async function* (): AsyncIterable<Entry> {
    let position = 0;
    for await (const outcome of outcomes) {
      position++;
      if ("unread" in outcome) {
        yield { position, label: outcome.unread.path, problem: outcome.unread.problem };
        continue;
      }
      const { app } = outcome;
      if (located.size < mostLocated) located.set(app.profile.id, app);
      yield { position, label: app.profile.name, value: app.profile };
    }
  };
  return {
    layout: "array",
    entries: entries(),
    placesIn: (app, pointer) => {
      const found = located.get(app);
      return found === undefined ? [] : placesFor(found, pointer);
    },
    notes: () => besides().notes,
  };
}

const packed = /\.(?:zip|msapp)$/i;

/** What a file holds, with its first value looked at: an export where it is of a format that an adapter reads. */
async function sniff(path: string, terminal: Terminal): Promise<{ readonly input: Input; readonly isExport: boolean }> {
  const { layout, entries } = await readEntries(terminal.read(path), nameOf(path));
  const rest = entries[Symbol.asyncIterator]();
  // What a file that breaks off has told before is told, and that it breaks off when its turn comes.
  const next = await rest.next().catch((failure: unknown) => ({ failure }));
  const all = async function* () {
    if ("failure" in next) throw next.failure;
    if (next.done === true) return;
    yield next.value;
    yield* { [Symbol.asyncIterator]: () => rest };
  };
  const first = "failure" in next || next.done === true || !("value" in next.value) ? undefined : next.value.value;
  return {
    input: { layout, entries: all() },
    isExport: detectFormat(layout === "one" ? first : [first]) !== undefined,
  };
}

/** The same terminal, of which the input was read already. */
async function withInput({ layout, entries }: Input, terminal: Terminal): Promise<Terminal> {
  const values: unknown[] = [];
  for await (const entry of entries) if ("value" in entry) values.push(entry.value);
  const text = JSON.stringify(layout === "one" ? values[0] : values);
  return { ...terminal, read: (file) => (file === "-" ? of(Buffer.from(text)) : terminal.read(file)) };
}

/**
 * Reads the apps of some paths: profiles as a stream, where one file holds them; exports, folders and archives as a whole.
 *
 * @throws {InputError} when the only path cannot be read.
 */
export async function readInput(
  paths: readonly string[],
  options: ExportOptions,
  terminal: Terminal,
): Promise<AppsInput> {
  const [path = "-"] = paths;
  const isOne = paths.length === 1 && !packed.test(path) && (await terminal.list(path)) === undefined;
  if (!isOne || isTable(path)) return inputOf(openExports(paths, options, terminal));
  const { input, isExport } = await sniff(path, terminal);
  if (!isExport) return { ...input, placesIn: undefined, notes: () => [] };
  const known = path === "-" ? await withInput(input, terminal) : terminal;
  return inputOf(openExports(paths, options, known));
}
