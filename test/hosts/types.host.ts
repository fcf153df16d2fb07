import { execFileSync } from "node:child_process";
import { copyFileSync, writeFileSync } from "node:fs";
import { describe, expect } from "vitest";
import { consumer, engines, hostTest } from "./engines.js";

const ways = [
  { how: "as an ES module", file: "consumer.mts", module: "node16", moduleResolution: "node16" },
  { how: "as CommonJS", file: "consumer.cts", module: "node16", moduleResolution: "node16" },
  { how: "through a bundler", file: "consumer.ts", module: "esnext", moduleResolution: "bundler" },
] as const;

/** What a compiler complains about in a program that uses every door of the package. */
function complaintsOf(compiler: string, { file, module, moduleResolution }: (typeof ways)[number]): string {
  const compilerOptions = {
    ...{ module, moduleResolution, target: "es2022", lib: ["es2022"], types: [], strict: true, noEmit: true },
    exactOptionalPropertyTypes: true,
    // The declarations of zod speak of browsers and Node.
    skipLibCheck: true,
  };
  if (file !== "consumer.ts") copyFileSync(`${consumer}/consumer.ts`, `${consumer}/${file}`);
  writeFileSync(`${consumer}/tsconfig.json`, JSON.stringify({ compilerOptions, files: [file] }));
  try {
    return execFileSync(process.execPath, [compiler, "-p", "."], { cwd: consumer, encoding: "utf8" });
  } catch (error) {
    return String(Object(error).stdout);
  }
}

describe.each(engines.compilers)("TypeScript $version", ({ version, path }) => {
  for (const way of ways) {
    hostTest(`TypeScript ${version} knows every export ${way.how}`, [path], () => {
      expect(complaintsOf(path, way)).toBe("");
    });
  }
});
