#!/usr/bin/env node
import { createReadStream } from "node:fs";
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { text } from "node:stream/consumers";
import { linesOf } from "./lines.js";
import { run } from "./run.js";
import { type Terminal, UsageError } from "./terminal.js";

function unreadable(file: string, error: unknown): UsageError {
  return new UsageError(`${file} cannot be read: ${error instanceof Error ? error.message : String(error)}`);
}

async function read(file: string): Promise<string> {
  try {
    return file === "-" ? await text(process.stdin) : await readFile(file, "utf8");
  } catch (error) {
    throw unreadable(file, error);
  }
}

async function* readLines(file: string): AsyncIterable<string> {
  try {
    const input = file === "-" ? process.stdin : createReadStream(file);
    yield* linesOf(input.setEncoding("utf8"));
  } catch (error) {
    throw unreadable(file, error);
  }
}

/** Asks on standard error, so that what is printed can be redirected. */
function asker(): Terminal["ask"] {
  let lines: AsyncIterator<string> | undefined;
  return async (question) => {
    process.stderr.write(question);
    // Standard input is opened when it is first needed: other commands read it whole.
    lines ??= linesOf(process.stdin.setEncoding("utf8"))[Symbol.asyncIterator]();
    const { value, done } = await lines.next();
    return done === true ? undefined : value;
  };
}

const terminal: Terminal = {
  read,
  readLines,
  print: (written) => process.stdout.write(written),
  complain: (written) => process.stderr.write(written),
  ask: asker(),
  // `hasColors` also heeds NO_COLOR.
  showsColours: process.stdout.isTTY && process.stdout.hasColors(),
  showsProgress: process.stderr.isTTY,
  today: () => new Date().toISOString().slice(0, 10),
};

// Whoever reads the output may have seen enough, as `head` does.
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code !== "EPIPE") throw error;
});

const manifest: { readonly version: string } = createRequire(import.meta.url)("plimsoll/package.json");
process.exitCode = await run(process.argv.slice(2), manifest.version, terminal);
// Whoever was asked need not end the input.
process.stdin.destroy();
