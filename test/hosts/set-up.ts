import { execFileSync } from "node:child_process";
import { copyFileSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { consumer, lowestConsumer } from "./engines.js";

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/** The run-time dependencies of the package in the versions that a folder has locked. */
function lockedIn(folder: string): Readonly<Record<string, string>> {
  const { packages } = JSON.parse(readFileSync(here(`${folder}/package-lock.json`), "utf8"));
  const names: readonly string[] = Object.keys(packages[""].dependencies);
  return Object.fromEntries(names.map((name) => [name, packages[`node_modules/${name}`].version]));
}

const read = (path: string) => readFileSync(here(path), "utf8");
const [script, frozenPolicy] = [read("answers.js"), read("../frozen/frozen-policy.json")];

/** Installs the packed package into a fresh folder, from its tarball, with what runs in it. */
function install(folder: string, dependencies: Readonly<Record<string, string>>, tarball: string): void {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const manifest = { name: "consumer", private: true, type: "module", dependencies };
  writeFileSync(`${folder}/package.json`, JSON.stringify(manifest));
  execFileSync("npm", ["install", "--silent", "--no-audit", "--no-fund", tarball], { cwd: folder });
  for (const name of readdirSync(here("consumer"))) copyFileSync(here(`consumer/${name}`), `${folder}/${name}`);
  writeFileSync(`${folder}/answers.js`, `globalThis.frozenPolicy = ${frozenPolicy};\n${script}`);
}

/** Once with the dependencies that the project has, once with the lowest that the package allows. */
export default function setUp(): void {
  const cache = here("../../.cache");
  const [tarball, ...others] = readdirSync(cache).filter((name) => name.endsWith(".tgz"));
  if (tarball === undefined || others.length > 0) throw new Error("Run `npm run pack` first: one tarball is needed.");
  install(consumer, lockedIn("../.."), `${cache}/${tarball}`);
  install(lowestConsumer, lockedIn("lowest"), `${cache}/${tarball}`);
}
