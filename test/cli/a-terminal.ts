import { run } from "../../src/cli/run.js";
import type { Terminal } from "../../src/cli/terminal.js";

/** How a command ended, and what it wrote. */
export interface Ending {
  readonly code: number;
  readonly printed: string;
  readonly complained: string;
}

/** What a test may say of the terminal. */
interface Circumstances extends Pick<Terminal, "showsColours" | "showsProgress"> {
  /** After so many lines, a file that is read line by line is gone. */
  readonly breaksOffAfter: number;
  /** What is answered, question by question. */
  readonly answers: readonly string[];
  /** What is answered to a question; the answers in a row when left out. */
  readonly answer: (question: string) => string | undefined;
}

/** Runs the command on files that exist only here; "-" is standard input. */
export async function runOn(
  files: Readonly<Record<string, string>>,
  argv: readonly string[],
  {
    showsColours = false,
    showsProgress = false,
    breaksOffAfter = Number.POSITIVE_INFINITY,
    answers = [],
    answer,
  }: Partial<Circumstances> = {},
): Promise<Ending> {
  const printed: string[] = [];
  const complained: string[] = [];
  const left = [...answers];
  const read = async (file: string) => files[file] ?? Promise.reject(new Error(`There is no file ${file}.`));
  const code = await run(argv, "9.8.7", {
    read,
    readLines: async function* (file) {
      const lines = (await read(file)).split("\n");
      yield* lines.slice(0, breaksOffAfter);
      if (breaksOffAfter < lines.length) throw new Error("The file is gone.");
    },
    print: (text) => printed.push(text),
    complain: (text) => complained.push(text),
    ask: async (question) => {
      complained.push(question);
      return answer === undefined ? left.shift() : answer(question);
    },
    showsColours,
    showsProgress,
    today: () => "2026-03-31",
  });
  return { code, printed: printed.join(""), complained: complained.join("") };
}
