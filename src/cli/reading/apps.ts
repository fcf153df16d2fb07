import { type AppProfile, safeParseProfile } from "plimsoll";
import { InputError, type Terminal } from "../terminal.js";
import type { Layout } from "./entries.js";
import { type AppsInput, readInput } from "./exports/input.js";
import type { ExportOptions } from "./exports/read.js";
import { nameOf, readEntry } from "./load.js";

/** The apps of some paths. */
export interface Apps extends Pick<AppsInput, "placesIn" | "notes"> {
  readonly layout: Layout;
  /** Those that can be read, each when it is its turn; of the others it is complained. */
  readonly profiles: AsyncIterable<AppProfile>;
  /** How many there were so far, and of how many nothing can be said. */
  readonly seen: () => { readonly apps: number; readonly unreadable: number };
}

/** What to say where no app was seen: that is no reason to let anything through. */
export function noApp(paths: readonly string[]): string {
  return `${paths.map(nameOf).join(", ")}: There is no app in it, so nothing was looked at. If that is intended, say --allow-empty.`;
}

/** The option that goes with it. */
export const allowEmpty = { kind: "flag", help: "end with 0 even if there was no app to look at" } as const;

/** Says what is wrong with an input, a sentence at a time. */
export async function complainOf(sentences: readonly string[], { complain }: Terminal): Promise<void> {
  for (const sentence of sentences) await complain(sentence);
}

/** Reads the apps of some paths, as some facts look at them; one that cannot be read never stops the others. */
export async function readApps(paths: readonly string[], options: ExportOptions, terminal: Terminal): Promise<Apps> {
  const { layout, entries, placesIn, notes } = await readInput(paths, options, terminal);
  const { facts } = options;
  let apps = 0;
  let unreadable = 0;
  const profiles = async function* () {
    try {
      for await (const entry of entries) {
        apps++;
        const result = readEntry(entry, (input) => safeParseProfile(input, { facts }));
        if (result.ok) {
          yield result.value;
        } else {
          unreadable++;
          await complainOf(result.sentences, terminal);
        }
      }
    } catch (error) {
      // A file that breaks off is answered for as far as it was read.
      if (!(error instanceof InputError)) throw error;
      unreadable++;
      await complainOf(error.sentences, terminal);
    }
  };
  return { layout, placesIn, notes, profiles: profiles(), seen: () => ({ apps, unreadable }) };
}
