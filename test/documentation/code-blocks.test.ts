import { existsSync, mkdirSync, rmSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import {
  extendPolicy,
  type Policy,
  parsePolicy,
  parseProfile,
  safeExtendPolicy,
  safeParsePolicyChanges,
  standardPolicy,
} from "plimsoll";
import { connectors, detectFormat, extendConnectors } from "plimsoll/adapters";
import { safeParseTimeline } from "plimsoll/backtest";
import { packs } from "plimsoll/packs";
import { parseMapping } from "plimsoll/schema";
import { parsePolicyTests } from "plimsoll/testing";
import { describe, expect, test } from "vitest";
import { blocks, fencedBlocks, filesIn, pages, read, root } from "./blocks.js";
import { complaintsOfCompiler } from "./compiler.js";
import { runnable } from "./runnable.js";

const folder = `${root}.cache/examples`;
rmSync(folder, { recursive: true, force: true });
mkdirSync(folder, { recursive: true });

/** Those that a test runs or reads; `text` and `mermaid` are pictures. */
const languages = ["ts", "json", "console", "sh", "text", "mermaid"];

const inLanguage = (language: string) => blocks.filter(({ info }) => info.split(" ")[0] === language);

const programs = inLanguage("ts").map(({ file, line, code }) => {
  const path = `${folder}/${file.replaceAll(/[^a-z]/gi, "-")}-${line}.ts`;
  const { program, claims } = runnable(code);
  writeFileSync(path, program);
  return { file, line, path, claims };
});

const typeTests = filesIn("test", ".test-d.ts").map((file) => `${root}${file}`);

describe("an example in TypeScript", () => {
  test.each(programs)("does what it says: $file, line $line", async ({ path, claims }) => {
    expect.assertions(claims);
    await import(path);
  });

  // The project of the compiler has the examples and the tests of types in one, so that the source is read once for both.
  test("compiles, and the tests of types hold", async () => {
    const { files, complaints } = await complaintsOfCompiler("tsconfig.types.json");
    expect(complaints).toBe("");
    expect(files).toEqual(expect.arrayContaining([...programs.map(({ path }) => path), ...typeTests]));
  });
});

/** What an example in JSON is held to, by the word after `json`. */
const readers: Readonly<Record<string, (value: unknown) => unknown>> = {
  profile: parseProfile,
  policy: (value) => parsePolicy(value),
  changes: (value) => {
    const result = safeParsePolicyChanges(value);
    const names = result.ok ? (result.value.with ?? []) : [];
    const base = packs
      .filter(({ pack }) => names.includes(pack))
      .reduce<Policy>((policy, pack) => extendPolicy(policy, pack), standardPolicy);
    return result.ok && safeExtendPolicy(base, result.value).ok ? result.value : expect.fail("It changes nothing.");
  },
  tests: (value) => parsePolicyTests(value),
  export: detectFormat,
  // What a file holds is refused where it is none.
  connectors: (value) => extendConnectors(connectors, value as Parameters<typeof extendConnectors>[1]),
  // What a service answers, which the tests of its own folder hold it to.
  answer: (value) => value,
  mapping: parseMapping,
  timeline: (value) => {
    const result = safeParseTimeline(value);
    return result.ok ? result.value : expect.fail(result.problems[0]?.message);
  },
  condition: (when) =>
    parsePolicy({
      id: "example",
      version: "1.0.0",
      title: "Example",
      tiers: ["low", "high"].map((id) => ({ id, title: id, advice: "Go on." })),
      criteria: [{ id: "example", tier: "high", title: "Example", when, why: "It is an example." }],
      signs: [{ id: "sensitive-data", title: "Sign", severity: "low", when: { fact: "users", above: 1 }, why: "So." }],
      rubrics: [{ id: "exposure", title: "Exposure", items: [{ points: 1, when: { fact: "users", above: 1 } }] }],
    }),
};

describe("an example in JSON", () => {
  test.each(inLanguage("json"))("is read as what it is: $file, line $line", ({ info, code }) => {
    const value: unknown = JSON.parse(code);
    const [, kind = ""] = info.split(" ");
    expect(Object.keys(readers)).toContain(kind);
    expect(readers[kind]?.(value)).toBeDefined();
  });
});

/** The scripts that a page may name: the project's own, and on the page of an example those of the example. */
function scriptsFor(page: string): readonly string[] {
  const packages = ["package.json", `${dirname(page)}/package.json`].filter((file) => existsSync(`${root}/${file}`));
  return packages.flatMap((file) => Object.keys(JSON.parse(read(file)).scripts ?? {}));
}

test("the commands to set up are those that are checked on a clean checkout", () => {
  const checked = read(".ci/run");
  // A request is sent by the tests of its own folder.
  const setUp = inLanguage("sh").filter(({ info }) => info !== "sh request");
  const commands = setUp.flatMap(({ file, code }) =>
    code
      .trim()
      .split("\n")
      .map((command) => ({ file, command })),
  );
  expect(commands.length).toBeGreaterThan(0);
  for (const { file, command } of commands) {
    const [, script = ""] = /^(?:npm ci && )?npm (?:run )?(\S+)$/.exec(command) ?? [];
    const known =
      checked.includes(command) ||
      command === "npm install plimsoll" ||
      command === `cd ${dirname(file)}` ||
      scriptsFor(file).includes(script);
    expect([file, command, known]).toEqual([file, command, true]);
  }
});

test.each(pages)("every block of %s says in which language it is", (page) => {
  const fences = read(page).match(/^```/gm) ?? [];
  const known = fencedBlocks(read(page), page).filter(({ info }) => languages.includes(info.split(" ")[0] ?? ""));
  expect(known).toHaveLength(fences.length / 2);
});
