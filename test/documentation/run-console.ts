import { existsSync, readFileSync } from "node:fs";
import { run } from "../../src/cli/run.js";
import { root } from "./blocks.js";

/** Runs the command lines of a console session, each after a `$`, and gives the session as it would look. */
export async function runConsole(session: string, files: Readonly<Record<string, string>>): Promise<string> {
  const lines: string[] = [];
  for (const line of session.split("\n").filter((each) => each.startsWith("$ "))) {
    const [command, name, ...argv] = line.slice(2).split(" ");
    if (command !== "npx" || name !== "plimsoll") throw new Error(`"${line}" does not run plimsoll.`);
    const write = (text: string) => lines.push(text);
    lines.push(`${line}\n`);
    const read = async (file: string) =>
      files[file] ?? (existsSync(`${root}/${file}`) ? readFileSync(`${root}/${file}`, "utf8") : "");
    await run(argv, "0.0.0", {
      read,
      readLines: async function* (file) {
        yield* (await read(file)).split("\n");
      },
      print: write,
      complain: write,
      ask: async () => undefined,
      showsColours: false,
      showsProgress: false,
      today: () => "2026-03-31",
    });
  }
  return lines.join("");
}
