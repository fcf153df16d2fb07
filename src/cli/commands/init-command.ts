import { join } from "node:path";
import { defineCommand } from "../command.js";
import { notAmong } from "../nearest-name.js";
import { exitCodes, UsageError } from "../terminal.js";
import { shownIn } from "../writing/format.js";
import { type FirstFile, firstCalls, firstFiles, gates } from "./first-files.js";

/** Names with what they are beside them. */
function beside(rows: readonly (readonly [name: string, about: string])[]): readonly string[] {
  const width = Math.max(...rows.map(([name]) => name.length)) + 2;
  return rows.map(([name, about]) => `  ${name.padEnd(width)}${about}`);
}

const listed = (heading: string, files: readonly FirstFile[]) =>
  files.length === 0 ? [] : [heading, ...beside(files.map(({ name, about }) => [name, about])), ""];

/** What was done, and what comes next. */
function inText(folder: string, written: readonly FirstFile[], left: readonly FirstFile[]): string {
  const calls = firstCalls.map(([argv, why]) => [`npx plimsoll ${argv}`, why] as const);
  return [
    ...listed(folder === "" ? "Written:" : `Written in ${folder}:`, written),
    ...listed("There already, and left unchanged:", left),
    "Next:",
    ...(folder === "" ? [] : [`  cd ${folder}`]),
    ...beside(calls),
    "",
    "Editors check the files as they are written once plimsoll is installed beside them, as a development",
    "dependency.",
    "",
  ].join("\n");
}

/** Writes what a folder begins with. */
export const initCommand = defineCommand({
  name: "init",
  summary: "write the first files: a policy that extends the standard one, its tests, an app, a gate",
  files: {
    written: "[FOLDER]",
    atLeast: 0,
    atMost: 1,
    hold: "FOLDER is where the files go; this folder when left out. Files that are there already stay as they are.",
  },
  options: {
    gate: { kind: "name", help: "for which pipeline the gate is: github, gitlab or none; github when left out" },
  },
  formats: { text: "" },
  fails: "",
  run: async ({ files: [folder = ""], options: { gate = "github" }, version }, terminal) => {
    if (folder === "-") throw new UsageError("plimsoll init takes a folder, not standard input.");
    const filesOfGate = Object.hasOwn(gates, gate) ? gates[gate] : undefined;
    if (filesOfGate === undefined) throw new UsageError(notAmong("gate", gate, Object.keys(gates)));
    const written: FirstFile[] = [];
    const left: FirstFile[] = [];
    for (const file of [...firstFiles, ...filesOfGate(version)]) {
      const isNew = await terminal.create(join(folder, file.name), file.content);
      (isNew ? written : left).push(file);
    }
    await terminal.print(inText(shownIn("text")(folder), written, left));
    return exitCodes.done;
  },
});
