import { type Kind, readValue, type ValueOf } from "./option-kinds.js";
import type { Terminal } from "./terminal.js";
import { type Format, formatIn, formatOptions } from "./writing/format.js";

/** What may be said to a command besides its files. */
interface Option {
  readonly kind: Kind;
  /** What it does, as the help says it. */
  readonly help: string;
}

export type Options = Readonly<Record<string, Option>>;

/** Which files a command takes. */
interface Files {
  /** As the help writes them: "FILE|-". */
  readonly written: string;
  readonly atLeast: number;
  readonly atMost: number;
  /** What is in them, as the help says it; empty where there are none. */
  readonly hold: string;
  /** What of the configuration is read where none is named. */
  readonly otherwise?: "policy" | "portfolio";
}

/** What was said to a command: its files, and the texts behind its options; empty behind a flag. */
export interface Call {
  readonly files: readonly string[];
  readonly values: ReadonlyMap<string, string>;
}

/** What a command is to do: its files, the values of its options, and the format of its answer. */
export interface Given<Known extends Options, Answer extends Format> {
  readonly files: readonly string[];
  readonly options: { readonly [Name in keyof Known]: ValueOf<Known[Name]["kind"]> };
  readonly format: Answer;
  /** The version of the command. */
  readonly version: string;
}

interface Description {
  readonly name: string;
  /** What it does, in a line. */
  readonly summary: string;
  readonly files: Files;
  /** When it ends with 1, as a clause; empty where it never does. */
  readonly fails: string;
}

/** A command: what calls it, what its help says, and what runs it, all from one record. */
export interface Command extends Description {
  readonly options: Options;
  /** The formats that it answers in. */
  readonly formats: readonly Format[];
  readonly start: (call: Call, version: string, terminal: Terminal) => Promise<number>;
}

/** Makes a command of its record; with formats come the options that ask for one. */
export function defineCommand<const Known extends Options, const Answer extends Format>({
  options,
  formats,
  run,
  ...description
}: Description & {
  readonly options: Known;
  /** The formats that it answers in, each with what is to be said of it. */
  readonly formats: Readonly<Record<Answer, string>>;
  readonly run: (given: Given<Known, Answer>, terminal: Terminal) => Promise<number>;
}): Command {
  // The keys of an object that is typed by them.
  const names = Object.keys(formats) as Answer[];
  return {
    ...description,
    options: { ...options, ...formatOptions(formats) },
    formats: names,
    start: async ({ files, values }, version, terminal) => {
      const format = formatIn(values, names);
      const read: (readonly [name: string, value: unknown])[] = [];
      for (const [name, { kind }] of Object.entries(options)) {
        read.push([name, await readValue(name, kind, values.get(name), terminal)]);
      }
      const given = {
        files,
        version,
        format,
        // Each was read by the kind of its option, which is what types it.
        options: Object.fromEntries(read) as Given<Known, Answer>["options"],
      };
      return run(given, terminal);
    },
  };
}
