import { run } from "../../src/cli/run.js";

/** How a command ended, and what it wrote. */
export interface Ending {
  readonly code: number;
  readonly printed: string;
  readonly complained: string;
}

/** Runs the command on files that exist only here; "-" is standard input. */
export async function runOn(
  files: Readonly<Record<string, string>>,
  argv: readonly string[],
  { showsColours = false }: { readonly showsColours?: boolean } = {},
): Promise<Ending> {
  const printed: string[] = [];
  const complained: string[] = [];
  const code = await run(argv, "9.8.7", {
    read: async (file) => files[file] ?? Promise.reject(new Error(`There is no file ${file}.`)),
    print: (text) => printed.push(text),
    complain: (text) => complained.push(text),
    showsColours,
  });
  return { code, printed: printed.join(""), complained: complained.join("") };
}
