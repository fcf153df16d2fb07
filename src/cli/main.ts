#!/usr/bin/env node
import { createRequire } from "node:module";
import { homedir } from "node:os";
import { inspect } from "node:util";
import { linesOf } from "./reading/cut.js";
import { filesIn, piecesOf } from "./reading/files.js";
import { runModule } from "./reading/modules.js";
import { findUpwards } from "./reading/upwards.js";
import { run } from "./run.js";
import { exitCodes, OutputError, type Terminal } from "./terminal.js";
import { createFile } from "./writing/new-file.js";
import { createOutput } from "./writing/output.js";
import { visible } from "./writing/visible.js";

const printed = createOutput(process.stdout);
const complained = createOutput(process.stderr);

/** Writes to standard error, after what was printed before; where nobody can see it, nobody needs to be told. */
async function writeAside(text: string): Promise<void> {
  await printed.flush();
  await complained
    .write(text)
    .then(complained.flush)
    .catch(() => {});
}

/** Asks on standard error, so that what is printed can be redirected. */
function asker(): Terminal["ask"] {
  let lines: AsyncIterator<{ readonly bytes: Uint8Array }> | undefined;
  return async (question) => {
    await writeAside(question);
    // Standard input is opened when it is first needed: other commands read it whole.
    lines ??= linesOf(process.stdin)[Symbol.asyncIterator]();
    const { value, done } = await lines.next();
    return done === true ? undefined : new TextDecoder().decode(value.bytes);
  };
}

const terminal: Terminal = {
  read: (file) => piecesOf(file, process.stdin),
  list: filesIn,
  find: (names) => findUpwards(names, ".", homedir()),
  create: createFile,
  load: runModule,
  print: printed.write,
  complain: writeAside,
  showProgress: (apps) => writeAside(apps === undefined ? "\r\u001b[K" : `\r${apps} apps so far`),
  ask: asker(),
  // `hasColors` also heeds NO_COLOR.
  showsColours: process.stdout.isTTY && process.stdout.hasColors(),
  showsProgress: process.stderr.isTTY,
  today: () => new Date().toISOString().slice(0, 10),
};

async function main(version: string): Promise<number> {
  try {
    const code = await run(process.argv.slice(2), version, terminal);
    await printed.flush();
    return code;
  } catch (error) {
    if (error instanceof OutputError) {
      await writeAside(`${error.message}\n`);
      return exitCodes.badInput;
    }
    const lines = ["This is a mistake in plimsoll, not yours. Please report it, with what follows.", ""];
    const trace = inspect(error).split("\n").map(visible);
    await writeAside([...lines, ...trace, ""].join("\n"));
    return exitCodes.atFault;
  }
}

const manifest: { readonly version: string } = createRequire(import.meta.url)("plimsoll/package.json");
process.exitCode = await main(manifest.version);
// Whoever was asked need not end the input.
process.stdin.destroy();
