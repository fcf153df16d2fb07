import { join, resolve } from "node:path";
import { filesIn, piecesOf } from "../../src/cli/reading/files.js";
import { runModule } from "../../src/cli/reading/modules.js";
import { findUpwards } from "../../src/cli/reading/upwards.js";
import { run } from "../../src/cli/run.js";
import { createFile } from "../../src/cli/writing/new-file.js";
import type { Ending } from "./a-terminal.js";

async function* nothing(): AsyncIterable<Uint8Array> {}

/** Runs the command in a folder that there is, as it would run there. */
export async function runIn(folder: string, argv: readonly string[]): Promise<Ending> {
  const printed: string[] = [];
  const complained: string[] = [];
  const code = await run(argv, "9.8.7", {
    read: (file) => piecesOf(resolve(folder, file), nothing()),
    find: (names) => findUpwards(names, folder, join(folder, "..")),
    list: (path) => filesIn(resolve(folder, path)),
    create: (file, text) => createFile(resolve(folder, file), text),
    load: (file) => runModule(resolve(folder, file)),
    print: async (text) => {
      printed.push(text);
    },
    complain: async (sentence) => {
      complained.push(sentence);
    },
    showProgress: async () => {},
    ask: async () => undefined,
    showsColours: false,
    showsProgress: false,
    today: () => "2026-03-31",
  });
  return { code, printed: printed.join(""), complained: complained.join("") };
}
