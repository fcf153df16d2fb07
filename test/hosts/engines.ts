import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { test } from "vitest";

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/** Where the packed package was installed, as its users would, with the run-time dependencies that the project has. */
export const consumer = here("../../.cache/hosts/consumer");

/** The same, with the lowest that the package allows. */
export const lowestConsumer = here("../../.cache/hosts/lowest");

const installed = (path: string) => here(`engines/node_modules/${path}`);

const nodes = ["20", "22", "24", "26"] as const;
const compilers = ["5.4", "5.9", "6", "7"] as const;

/** The engines and compilers, and where each is when it is installed. */
export const engines = {
  bun: installed("@oven/bun-linux-x64/bin/bun"),
  bundler: installed("esbuild/lib/main.js"),
  chromium: "/usr/bin/chromium",
  deno: installed("@deno/linux-x64-glibc/deno"),
  membrane: installed("@locker/near-membrane-dom/dist/index.mjs.js"),
  miniflare: installed("miniflare/dist/src/index.js"),
  playwright: installed("playwright-core/index.mjs"),
  quickjs: installed("quickjs-emscripten/dist/index.mjs"),
  nodes: nodes.map((version) => ({ version, path: installed(`node-${version}/bin/node`) })),
  compilers: compilers.map((version) => ({ version, path: installed(`typescript-${version}/bin/tsc`) })),
};

const howTo = "npm ci --prefix test/hosts/engines, and Debian's chromium, bring them all";

/**
 * A test in another engine. Where it is not installed the test is skipped, and says so; where all must be there
 * (ALL_HOSTS=1) it fails.
 */
export function hostTest(name: string, needed: readonly string[], run: () => Promise<void> | void): void {
  const missing = needed.filter((path) => !existsSync(path));
  const why = `${name}: not installed: ${missing.join(", ")} (${howTo})`;
  if (missing.length === 0) test(name, run);
  else if (process.env.ALL_HOSTS === undefined) test.skip(why);
  else
    test(name, () => {
      throw new Error(why);
    });
}
