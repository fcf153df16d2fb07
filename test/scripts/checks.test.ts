import { describe, expect, test } from "vitest";
import { fencedBlocks, filesIn, pages, read } from "../documentation/blocks.js";

/** What dbt reads is no workflow. */
const workflows = [...filesIn(".github/workflows", ".yml"), ...filesIn("examples", ".yml")].filter(
  (file) => !file.includes("/dbt/"),
);

/** An action by its commit, with its version beside it: a tag can be moved to other code, a commit can't. */
const byCommit = /^[\w-]+\/[\w./-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/;

/** The actions that a text uses, each up to the end of its line. */
const actionsIn = (text: string) => [...text.matchAll(/^\s*(?:- )?uses:\s*(.*)$/gm)].map(([, action = ""]) => action);

const used = [...workflows, ...pages].flatMap((file) => actionsIn(read(file)).map((action) => ({ file, action })));

describe("an action of a workflow", () => {
  test("is found in every workflow", () => {
    expect(used.map(({ file }) => file)).toEqual(expect.arrayContaining(workflows));
  });

  test.each(used)("is named by its commit, with its version beside it: $action in $file", ({ action }) => {
    expect(action).toMatch(byCommit);
  });

  test("is the same wherever it is used", () => {
    const different = new Set(used.map(({ action }) => action));
    expect(different.size).toBe(new Set(used.map(({ action }) => action.split("@")[0])).size);
  });

  test.each([
    ["a tag", "actions/checkout@v5"],
    ["a branch", "actions/checkout@main"],
    ["a commit without its version", `actions/checkout@${"0".repeat(40)}`],
    ["a shortened commit", "actions/checkout@08c6903 # v5.0.0"],
  ])("would be refused by %s", (_, action) => {
    expect(actionsIn(`      - uses: ${action}\n`)).toEqual([action]);
    expect(action).not.toMatch(byCommit);
  });
});

describe("what a clean checkout is checked with", () => {
  const run = read(".ci/run").split("\n");

  test("installs once", () => {
    expect(run.filter((line) => /\bnpm ci\b/.test(line) && !line.includes("--prefix"))).toEqual(["npm ci"]);
  });

  test.each(["README.md", "CONTRIBUTING.md"])("has the commands of %s", (page) => {
    const commands = fencedBlocks(read(page), page)
      .filter(({ info }) => info === "sh")
      .flatMap(({ code }) => code.trim().split("\n"))
      // Users install the package, and figures are compared by hand.
      .filter((command) => !["npm install plimsoll", "npm run bench"].includes(command));
    const known = run.map((line) => line.replace(/^[A-Z_]+=1 /, ""));
    expect(commands.length).toBeGreaterThan(0);
    expect(commands.filter((command) => !known.includes(command))).toEqual([]);
  });
});

describe("the versions of the run-time dependencies", () => {
  const ranges: Readonly<Record<string, string>> = JSON.parse(read("package.json")).dependencies;
  const locked = (folder: string, name: string): string =>
    JSON.parse(read(`${folder}package-lock.json`)).packages[`node_modules/${name}`].version;

  test.each(Object.entries(ranges))("that are tested begin with the lowest of %s, %s", (name, range) => {
    expect(range).toBe(`^${locked("test/hosts/lowest/", name)}`);
  });

  // That the project's own are in the range is held by `npm ci`.
  test.each(Object.keys(ranges))(
    "that are tested end with that of %s which the project has, not the lowest",
    (name) => {
      expect(locked("", name)).not.toBe(locked("test/hosts/lowest/", name));
    },
  );

  test("that are tested at the lowest are all that there are", () => {
    const { dependencies } = JSON.parse(read("test/hosts/lowest/package.json"));
    expect(Object.keys(dependencies)).toEqual(Object.keys(ranges));
  });
});
