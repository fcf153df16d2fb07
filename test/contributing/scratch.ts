import { spawnSync } from "node:child_process";
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join, relative, sep } from "node:path";
import { expect } from "vitest";
import { pages, root } from "../documentation/blocks.js";
import type { Edit } from "./recipe.js";

/** What is made, is not the project's own, or would follow the recipes in the copy of a copy. */
const leftOut = ["node_modules", ".git", ".cache", "dist", "site", "coverage", "contributing"];

/** Everything that this process was told by its test runner, which the one inside a copy is not to hear. */
const environment = Object.fromEntries(Object.entries(process.env).filter(([name]) => !/^VITEST|^TEST$/.test(name)));

/** A copy of the project, on which a recipe can be followed. */
export interface Scratch {
  readonly follow: (edits: readonly Edit[]) => void;
  /** The test files that fail, of those whose path has one of some parts in it; of all when there are none. */
  readonly failing: (parts?: readonly string[], options?: readonly string[]) => readonly string[];
  /** Does as `npm run docs` does, and gives the pages that are not as they were. */
  readonly bringDocsUpToDate: () => readonly string[];
  /** What the compiler has to say. */
  readonly complaints: () => string;
  readonly remove: () => void;
}

interface Report {
  readonly numTotalTests: number;
  readonly testResults: readonly { readonly name: string; readonly status: string }[];
}

/** Copies the project as it stands, with what is not committed yet. It is not below `node_modules`, whose files no test runner transforms. */
export function makeScratch(): Scratch {
  const folder = mkdtempSync(join(tmpdir(), "plimsoll-recipe-"));
  cpSync(root, folder, { recursive: true, filter: (path) => !leftOut.includes(basename(path)) });
  symlinkSync(join(root, "node_modules"), join(folder, "node_modules"), "junction");

  const path = (file: string) => join(folder, file);
  const node = [process.execPath, { cwd: folder, env: environment, encoding: "utf8" }] as const;

  function failing(parts: readonly string[] = [], options: readonly string[] = []): readonly string[] {
    const [program, settings] = node;
    const report = path("report.json");
    const argv = ["run", ...parts, ...options, "--reporter=json", `--outputFile=${report}`];
    rmSync(report, { force: true });
    const { stderr } = spawnSync(program, [path("node_modules/vitest/vitest.mjs"), ...argv], settings);
    const { numTotalTests, testResults }: Report = JSON.parse(readReport(report, stderr));
    // Without a test nothing fails.
    expect(numTotalTests).toBeGreaterThan(0);
    return testResults
      .filter(({ status }) => status !== "passed")
      .map(({ name }) => relative(folder, name).split(sep).join("/"))
      .sort();
  }

  function follow(edits: readonly Edit[]): void {
    for (const { file, from, to } of edits) {
      const text = from === undefined ? "" : readFileSync(path(file), "utf8");
      if (from !== undefined) expect([file, from, text.split(from).length - 1]).toEqual([file, from, 1]);
      writeFileSync(path(file), from === undefined ? to : text.replace(from, () => to));
    }
  }

  const readPages = () => pages.map((page) => [page, readFileSync(path(page), "utf8")] as const);

  function bringDocsUpToDate(): readonly string[] {
    const before = new Map(readPages());
    expect(failing(["test/documentation/generated.test.ts"], ["-u"])).toEqual([]);
    return readPages().flatMap(([page, text]) => (before.get(page) === text ? [] : [page]));
  }

  function complaints(): string {
    const [program, settings] = node;
    return spawnSync(program, [path("node_modules/typescript/bin/tsc"), "-p", "."], settings).stdout;
  }

  return {
    follow,
    failing,
    bringDocsUpToDate,
    complaints,
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}

function readReport(file: string, otherwise: string): string {
  try {
    return readFileSync(file, "utf8");
  } catch {
    throw new Error(`The tests did not run: ${otherwise}`);
  }
}
