import { existsSync, readFileSync } from "node:fs";
import { relative } from "node:path";
import { filesIn } from "../../src/cli/reading/files.js";
import { run } from "../../src/cli/run.js";
import { root } from "./blocks.js";

/** What was answered in a session, each after the choices. */
const answersIn = (session: string) => [...session.matchAll(/you do not know\) (.*)$/gm)].map(([, answer]) => answer);

/** A command line: what plimsoll is called with, and the file that its output goes to. */
function callIn(line: string) {
  const [, words = "", into] = /^\$ npx plimsoll ([^>]+?)(?: > (\S+))?$/.exec(line) ?? [];
  if (words === "") throw new Error(`"${line}" does not run plimsoll.`);
  return { argv: words.split(" "), into };
}

/**
 * Runs the command lines of a console session, each after a `$`, and gives the session as it would look. Nothing is written: a file that one
 * line makes is there for those after it.
 *
 * @param shown The files that the page shows.
 * @param folder Where the session is, from the root.
 * @param page The folder of the page. Elsewhere the files of an example stand for the reader's own, who has no configuration beside them.
 */
export async function runConsole(
  session: string,
  shown: Readonly<Record<string, string>>,
  folder = ".",
  page = folder,
): Promise<string> {
  const here = `${root}/${folder}`;
  const files = { ...shown };
  const lines: string[] = [];
  const answers = answersIn(session);
  for (const line of session.split("\n").filter((each) => each.startsWith("$ "))) {
    const { argv, into } = callIn(line);
    const write = async (text: string) => {
      lines.push(text);
    };
    const made: string[] = [];
    const keep = async (text: string) => {
      made.push(text);
    };
    lines.push(`${line}\n`);
    await run(argv, "0.0.0", {
      read: async function* (file) {
        yield Buffer.from(files[file] ?? readFileSync(`${here}/${file}`));
      },
      list: async (path) => {
        const inside = Object.keys(files).filter((file) => file.startsWith(`${path}/`));
        if (inside.length > 0) return inside;
        return path in files ? undefined : (await filesIn(`${here}/${path}`))?.map((file) => relative(here, file));
      },
      find: async (names) => names.find((name) => name in files || (page === folder && existsSync(`${here}/${name}`))),
      create: async () => true,
      // From here, since what it imports is found as in tests: the package need not be built.
      load: (file) => import(`${here}/${file}`),
      print: into === undefined ? write : keep,
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
    if (into !== undefined) files[into] = made.join("");
  }
  return lines.join("");
}
