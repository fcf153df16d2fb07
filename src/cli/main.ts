#!/usr/bin/env node
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { text } from "node:stream/consumers";
import { run } from "./run.js";
import { type Terminal, UsageError } from "./terminal.js";

async function read(file: string): Promise<string> {
  try {
    return file === "-" ? await text(process.stdin) : await readFile(file, "utf8");
  } catch (error) {
    throw new UsageError(`${file} cannot be read: ${error instanceof Error ? error.message : String(error)}`);
  }
}

const terminal: Terminal = {
  read,
  print: (written) => process.stdout.write(written),
  complain: (written) => process.stderr.write(written),
  // `hasColors` also heeds NO_COLOR.
  showsColours: process.stdout.isTTY && process.stdout.hasColors(),
};

// Whoever reads the output may have seen enough, as `head` does.
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code !== "EPIPE") throw error;
});

const manifest: { readonly version: string } = createRequire(import.meta.url)("plimsoll/package.json");
process.exitCode = await run(process.argv.slice(2), manifest.version, terminal);
