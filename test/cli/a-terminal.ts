import { runModule } from "../../src/cli/reading/modules.js";
import { run } from "../../src/cli/run.js";
import { InputError, type Terminal } from "../../src/cli/terminal.js";

/** How a command ended, and what it wrote. */
export interface Ending {
  readonly code: number;
  readonly printed: string;
  readonly complained: string;
}

/** What a test may say of the terminal. */
interface Circumstances extends Pick<Terminal, "showsColours" | "showsProgress" | "today"> {
  /** After so many lines, a file that is read line by line is gone. */
  readonly breaksOffAfter: number;
  /** Gets the files that are made. */
  readonly created: Map<string, string>;
  /** What is answered, question by question. */
  readonly answers: readonly string[];
  /** What is answered to a question; the answers in a row when left out. */
  readonly answer: (question: string) => string | undefined;
}

async function* inPieces(bytes: Uint8Array, length: number): AsyncIterable<Uint8Array> {
  for (let at = 0; at < bytes.length; at += length) yield bytes.subarray(at, at + length);
}

/** What a terminal reads of files that exist only here. */
function reader(files: Readonly<Record<string, string | Uint8Array>>, breaksOffAfter = Number.POSITIVE_INFINITY) {
  return async function* (file: string): AsyncIterable<Uint8Array> {
    const held = files[file];
    if (held === undefined) throw new InputError([`There is no file ${file}.`]);
    const bytes = typeof held === "string" ? Buffer.from(held) : held;
    const lines = Buffer.from(bytes).toString("latin1").split("\n");
    const isWhole = breaksOffAfter >= lines.length;
    const end = isWhole ? bytes.length : lines.slice(0, breaksOffAfter).join("\n").length + 1;
    // Small pieces, so that values and their characters come in several.
    yield* inPieces(bytes.subarray(0, end), 7);
    if (!isWhole) throw new InputError(["The file is gone."]);
  };
}

/** Runs the command on files that exist only here; "-" is standard input. */
export async function runOn(
  files: Readonly<Record<string, string | Uint8Array>>,
  argv: readonly string[],
  {
    showsColours = false,
    showsProgress = false,
    breaksOffAfter,
    created = new Map(),
    answers = [],
    answer,
    today = () => "2026-03-31",
  }: Partial<Circumstances> = {},
): Promise<Ending> {
  const printed: string[] = [];
  const complained: string[] = [];
  const left = [...answers];
  const complain = async (text: string) => {
    complained.push(text);
  };
  const code = await run(argv, "9.8.7", {
    read: reader(files, breaksOffAfter),
    list: async (path) => {
      const inside =
        path === "." ? Object.keys(files) : Object.keys(files).filter((file) => file.startsWith(`${path}/`));
      return inside.length === 0 ? undefined : inside.sort();
    },
    find: async (names) =>
      ["", "../", "../../"].flatMap((above) => names.map((name) => `${above}${name}`)).find((file) => file in files),
    create: async (file, text) => {
      if (file in files) return false;
      created.set(file, text);
      return true;
    },
    load: runModule,
    print: async (text) => {
      printed.push(text);
    },
    complain,
    showProgress: (apps) => complain(apps === undefined ? "\r\u001b[K" : `\r${apps} apps so far`),
    ask: async (question) => {
      complained.push(question);
      return answer === undefined ? left.shift() : answer(question);
    },
    showsColours,
    showsProgress,
    today,
  });
  return { code, printed: printed.join(""), complained: complained.join("") };
}
