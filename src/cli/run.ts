import { PlimsollError } from "plimsoll";
import { assertFiles, readCall } from "./call.js";
import { commands } from "./commands.js";
import { withConfig } from "./config.js";
import { helpOf, helpOfAll } from "./help.js";
import { complainOf } from "./reading/apps.js";
import { exitCodes, InputError, OutputError, type Terminal, UsageError } from "./terminal.js";
import { harmless } from "./writing/visible.js";

async function dispatch(argv: readonly string[], version: string, terminal: Terminal): Promise<number> {
  const asked = readCall(argv, commands);
  if (asked.kind === "call") {
    const call = await withConfig(asked.command, asked.call, terminal);
    assertFiles(asked.command, call);
    return asked.command.start(call, version, terminal);
  }
  if (asked.kind === "version") await terminal.print(`${version}\n`);
  else await terminal.print(asked.command === undefined ? helpOfAll(commands) : helpOf(asked.command));
  return exitCodes.done;
}

/** Where to read how what was called is used. */
function whereToRead([name]: readonly string[]): string {
  const command = commands.find((each) => each.name === name);
  return `${command === undefined ? "plimsoll" : `plimsoll ${command.name}`} --help says how to use it.`;
}

/** What to tell whoever gave what cannot be used; nothing, when the fault is not theirs. */
function complaintsAbout(error: unknown, argv: readonly string[]): readonly string[] | undefined {
  if (error instanceof UsageError) return [error.message, whereToRead(argv)];
  if (error instanceof InputError) return error.sentences;
  if (error instanceof OutputError) return [error.message];
  // Everything that the library is asked comes from the command line and its files.
  return error instanceof PlimsollError ? error.problems.map(({ message }) => message) : undefined;
}

/** Runs the command, and gives the code to end with. */
export async function run(argv: readonly string[], version: string, outside: Terminal): Promise<number> {
  const terminal = harmless(outside);
  try {
    return await dispatch(argv, version, terminal);
  } catch (error) {
    const complaints = complaintsAbout(error, argv);
    if (complaints === undefined) throw error;
    await complainOf(complaints, terminal);
    return exitCodes.badInput;
  }
}
