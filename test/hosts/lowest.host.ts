import { execFileSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { describe, expect, test } from "vitest";
import { lowestConsumer } from "./engines.js";
import { golden } from "./golden.js";

const compiler = createRequire(import.meta.url).resolve("typescript/lib/tsc.js");

const printedBy = (...argv: readonly string[]) =>
  execFileSync(process.execPath, argv, { cwd: lowestConsumer, encoding: "utf8" });

const manifestOf = (name: string) =>
  JSON.parse(readFileSync(`${lowestConsumer}/node_modules/${name}/package.json`, "utf8"));

describe("with the lowest run-time dependencies that it allows, the package", () => {
  test.each(Object.entries<string>(manifestOf("plimsoll").dependencies))("is installed with %s %s", (name, range) => {
    expect(`^${manifestOf(name).version}`).toBe(range);
  });

  test.each(["modules.js", "require.cjs"])("answers as the source does, by %s", (file) => {
    expect(JSON.parse(printedBy(file))).toEqual(golden);
  });

  test("has types that know each other", () => {
    const compilerOptions = {
      ...{ module: "node16", target: "es2022", lib: ["es2022", "dom"], types: [], strict: true, noEmit: true },
      exactOptionalPropertyTypes: true,
    };
    writeFileSync(`${lowestConsumer}/tsconfig.json`, JSON.stringify({ compilerOptions, files: ["consumer.ts"] }));
    expect(printedBy(compiler, "-p", ".")).toBe("");
  });
});
