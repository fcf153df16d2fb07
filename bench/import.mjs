/**
 * Runs the built command on a mixed folder of real exports, and prints how long it takes from files to a page of HTML, beside a program that
 * only reads the same files and parses those that are JSON. It must stay below forty times that, in processor time. The files stand beside the
 * repository; where they do not, it says so and measures nothing. Other folders can be given: node bench/import.mjs FOLDER.
 */
import { spawnSync } from "node:child_process";
import { cpSync, existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const most = 40;
const rounds = 5;
const kinds = [
  "app-inventories/files",
  "copilot-studio/files",
  "n8n/files",
  "node-red/files",
  "power-apps-canvas/apps",
  "power-automate/files",
  "power-platform-inventory/files",
];
const command = fileURLToPath(new URL("../dist/cli.js", import.meta.url));
const beside = ["../../shared/data", "../../../shared/data"].map((path) =>
  fileURLToPath(new URL(path, import.meta.url)),
);
const data = beside.find((path) => existsSync(path));
const [given] = process.argv.slice(2);
const folder = mkdtempSync(join(tmpdir(), "plimsoll-"));

/** What there is to measure: real exports alone, without what is said about them. */
function exportsIn() {
  if (given !== undefined) return given;
  const mixed = join(folder, "exports");
  for (const kind of kinds) cpSync(join(data, kind), join(mixed, kind), { recursive: true });
  return mixed;
}

const plain = join(folder, "plain.mjs");
writeFileSync(
  plain,
  `import { readdirSync, readFileSync } from "node:fs";
let files = 0;
for (const entry of readdirSync(process.argv[2], { recursive: true, withFileTypes: true })) {
  if (!entry.isFile()) continue;
  files++;
  const text = readFileSync(entry.parentPath + "/" + entry.name, "utf8");
  try { if (entry.name.endsWith(".json")) JSON.parse(text); } catch {}
}
console.log(files);
`,
);

const watch = join(folder, "watch.mjs");
writeFileSync(
  watch,
  'process.on("exit", () => { const { user, system } = process.cpuUsage(); console.error("spent", (user + system) / 1e6); });\n',
);

/** Runs a program several times: the least seconds that it took, those of the processor, and what it printed. */
function best(...argv) {
  const runs = Array.from({ length: rounds }, () => {
    const start = performance.now();
    const { stdout, stderr, status } = spawnSync(process.execPath, ["--import", watch, ...argv], {
      encoding: "utf8",
      maxBuffer: 1024 ** 3,
    });
    const [, spent] = /^spent (.+)$/m.exec(stderr) ?? [];
    return { taken: (performance.now() - start) / 1000, spent: Number(spent), printed: stdout, status };
  });
  return {
    taken: Math.min(...runs.map(({ taken }) => taken)),
    spent: Math.min(...runs.map(({ spent }) => spent)),
    printed: runs[0].printed,
    status: runs[0].status,
  };
}

if (given === undefined && data === undefined) {
  console.log("SKIPPED: ../shared/data is not there, so that there are no real exports to measure.");
} else {
  try {
    const exports = exportsIn();
    const base = best(plain, exports);
    const page = best(command, "audit", exports, "--format", "html");
    const apps = best(command, "import", exports).printed.trim().split("\n").length;
    const share = page.spent / base.spent;
    console.log(
      `${base.printed.trim()} files, ${apps} apps: a page of ${(page.printed.length / 1024).toFixed(0)} kB in ${page.taken.toFixed(1)} s ` +
        `(${page.spent.toFixed(1)} s of processor time); only read and parsed in ${base.taken.toFixed(1)} s (${base.spent.toFixed(1)} s): ${share.toFixed(1)} times.`,
    );
    // What cannot be read among them ends it with 2.
    if (share > most || ![0, 2].includes(page.status)) process.exitCode = 1;
  } finally {
    rmSync(folder, { recursive: true });
  }
}
