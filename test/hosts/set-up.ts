import { execFileSync } from "node:child_process";
import { copyFileSync, mkdirSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { consumer } from "./engines.js";

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/** Installs the packed package into a fresh folder, from its tarball, with what runs in it. */
export default function setUp(): void {
  rmSync(consumer, { recursive: true, force: true });
  mkdirSync(consumer, { recursive: true });
  writeFileSync(`${consumer}/package.json`, '{ "name": "consumer", "private": true, "type": "module" }\n');
  const cache = here("../../.cache");
  const tarballs = readdirSync(cache).filter((name) => name.endsWith(".tgz"));
  const [tarball] = tarballs;
  if (tarball === undefined || tarballs.length > 1) throw new Error("Run `npm run pack` first: one tarball is needed.");
  execFileSync("npm", ["install", "--silent", "--no-audit", "--no-fund", `${cache}/${tarball}`], { cwd: consumer });
  for (const name of readdirSync(here("consumer"))) copyFileSync(here(`consumer/${name}`), `${consumer}/${name}`);
  copyFileSync(here("answers.js"), `${consumer}/answers.js`);
}
