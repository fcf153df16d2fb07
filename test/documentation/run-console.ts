import { readFileSync } from "node:fs";
import { filesIn } from "../../src/cli/reading/files.js";
import { run } from "../../src/cli/run.js";
import { root } from "./blocks.js";

/** What was answered in a session, each after the choices. */
const answersIn = (session: string) => [...session.matchAll(/you do not know\) (.*)$/gm)].map(([, answer]) => answer);

/** Runs the command lines of a console session, each after a `$`, and gives the session as it would look. */
export async function runConsole(session: string, files: Readonly<Record<string, string>>): Promise<string> {
  const lines: string[] = [];
  const answers = answersIn(session);
  for (const line of session.split("\n").filter((each) => each.startsWith("$ "))) {
    const [command, name, ...argv] = line.slice(2).split(" ");
    if (command !== "npx" || name !== "plimsoll") throw new Error(`"${line}" does not run plimsoll.`);
    const write = async (text: string) => {
      lines.push(text);
    };
    lines.push(`${line}\n`);
    await run(argv, "0.0.0", {
      read: async function* (file) {
        yield Buffer.from(files[file] ?? readFileSync(`${root}/${file}`, "utf8"));
      },
      list: async (path) => {
        const inside = Object.keys(files).filter((file) => file.startsWith(`${path}/`));
        return inside.length > 0 ? inside : filesIn(`${root}/${path}`);
      },
      find: async (names) => names.find((name) => name in files),
      create: async () => true,
      // From here, since what it imports is found as in tests: the package need not be built.
      load: (file) => import(`${root}/${file}`),
      print: write,
      complain: write,
      showProgress: async () => {},
      ask: async (question) => {
        const answer = answers.shift();
        await write(`${question}${answer ?? ""}\n`);
        return answer;
      },
      showsColours: false,
      showsProgress: false,
      today: () => "2026-03-31",
    });
  }
  return lines.join("");
}
