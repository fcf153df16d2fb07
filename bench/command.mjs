/**
 * Runs the built command on 60,000 and on 600,000 apps, one per line and in one list, and prints the most memory that each run
 * ever held, and how much more the longer one took. Ends with 1 when ten times as many apps took half as much memory again.
 * Other numbers of apps can be given: node bench/command.mjs 6000 60000.
 */
import { spawn } from "node:child_process";
import { createWriteStream, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { finished } from "node:stream/promises";
import { fileURLToPath } from "node:url";
import { profilesFrom } from "./profiles.mjs";

const [fewest = 60_000, most = 600_000] = process.argv.slice(2).map(Number);
const sizes = [fewest, most];
const perBatch = 500;
const mostGrowth = 1.5;
const command = fileURLToPath(new URL("../dist/cli.js", import.meta.url));
const folder = mkdtempSync(join(tmpdir(), "plimsoll-"));

/** What a child says of itself when it ends: the most memory that it held. */
const watch = join(folder, "watch.mjs");
writeFileSync(watch, 'process.on("exit", () => console.error("maxRSS", process.resourceUsage().maxRSS));\n');

/** Writes so many apps to a file. */
async function write(file, apps, [before, between, after]) {
  const stream = createWriteStream(file);
  let separator = before;
  for (let made = 0; made < apps; made += perBatch) {
    const text = profilesFrom(made + 1, perBatch)
      .map((profile, index) => {
        const written = `${separator}${JSON.stringify({ ...profile, id: `app-${made + index}` })}`;
        separator = between;
        return written;
      })
      .join("");
    if (!stream.write(text)) await new Promise((resolve) => stream.once("drain", resolve));
  }
  stream.end(after);
  await finished(stream);
}

/** Runs the command, and gives its code, the megabytes that it held and those that it printed. */
function run(...argv) {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, ["--import", watch, command, ...argv], { stdio: ["ignore", "pipe", "pipe"] });
    let printed = 0;
    let complained = "";
    child.stdout.on("data", (piece) => {
      printed += piece.length;
    });
    child.stderr.on("data", (piece) => {
      complained = (complained + piece).slice(-200);
    });
    child.on("close", (code) => {
      const [, kilobytes] = /maxRSS (\d+)/.exec(complained) ?? [];
      resolve({ code, held: Number(kilobytes) / 1024, printed: printed / 1024 / 1024 });
    });
  });
}

const layouts = { "apps.ndjson": ["", "\n", "\n"], "apps.json": ["[", ",", "]"] };
const calls = [
  ["apps.ndjson", "classify", "--json"],
  ["apps.json", "classify", "--json"],
  ["apps.ndjson", "classify"],
  ["apps.ndjson", "classify", "--format", "md"],
  ["apps.ndjson", "classify", "--format", "sarif"],
  ["apps.ndjson", "audit", "--as-of", "2026-03-31", "--json"],
  ["apps.json", "audit", "--as-of", "2026-03-31", "--format", "sarif"],
];

try {
  for (const [name, layout] of Object.entries(layouts)) {
    for (const size of sizes) await write(join(folder, `${size}-${name}`), size, layout);
  }
  for (const [name, ...argv] of calls) {
    const [fewer, more] = [
      await run(...argv, join(folder, `${sizes[0]}-${name}`)),
      await run(...argv, join(folder, `${sizes[1]}-${name}`)),
    ];
    const growth = more.held / fewer.held;
    const told = [fewer, more].map(
      ({ code, held, printed }) => `${held.toFixed(0)} MB for ${printed.toFixed(0)} MB printed (${code})`,
    );
    console.log(`${argv.join(" ")} ${name}: ${told.join(", then ")}; ${growth.toFixed(2)} times the memory.`);
    if (growth >= mostGrowth || fewer.code !== 0 || more.code !== 0) process.exitCode = 1;
  }
} finally {
  rmSync(folder, { recursive: true });
}
