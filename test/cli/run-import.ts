import { runOn } from "./a-terminal.js";

type Files = Readonly<Record<string, string | Uint8Array>>;

/** What import reads of files that exist only here, and how it ends. */
export async function runImport(files: Files, ...argv: readonly string[]) {
  const { code, printed, complained } = await runOn(files, ["import", ...argv]);
  const read: unknown[] = printed.split("\n").flatMap((line) => (line === "" ? [] : [JSON.parse(line)]));
  return { code, read, complained };
}

/** The names of what was read. */
export const named = (read: readonly unknown[]) => read.map((each) => Object(each).name);
