import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { parse } from "yaml";
import { firstFiles, gates } from "../../../src/cli/commands/first-files.js";
import { read } from "../../documentation/blocks.js";
import { complaints, schemas } from "../../schemas/files.js";
import { runOn } from "../a-terminal.js";
import { runIn } from "../in-folder.js";

let folder = "";

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "plimsoll-"));
});

afterEach(() => rmSync(folder, { recursive: true }));

const run = (...argv: readonly string[]) => runIn(folder, ["init", ...argv]);
const held = (file: string) => readFileSync(join(folder, file), "utf8");
const names = firstFiles.map(({ name }) => name);
const documents = names.filter((name) => name.endsWith(".json"));

/** The command lines in a text, each as it would be typed behind `plimsoll`. */
const callsIn = (text: string) =>
  [...text.matchAll(/npx (?:--yes )?plimsoll(?:@\S+)? (.*?)(?: {2}|$)/gm)].map(([, argv = ""]) =>
    argv.trim().split(" "),
  );

describe("a folder begins with", () => {
  test("files of which each is told, and what to run next", async () => {
    const { code, printed, complained } = await run();
    expect([code, complained]).toEqual([0, ""]);
    for (const name of [...names, ".github/workflows/plimsoll.yml"]) {
      expect([name, existsSync(join(folder, name)), printed.includes(`  ${name} `)]).toEqual([name, true, true]);
    }
    expect(callsIn(printed)).toHaveLength(4);
  });

  test("whatever it says to run next, which works", async () => {
    const { printed } = await run();
    for (const argv of callsIn(printed)) expect([argv, (await runIn(folder, argv)).code]).toEqual([argv, 0]);
  });

  test.each(["github", "gitlab"])("a gate for %s that lets it through, run by run", async (gate) => {
    await run("--gate", gate);
    const [file] = gates[gate]?.("9.8.7") ?? expect.fail("There is no such gate.");
    const calls = callsIn(held(file?.name ?? ""));
    expect(calls.map(([name]) => name)).toEqual(["test", "lint", "classify"]);
    for (const argv of calls) expect([argv, (await runIn(folder, argv)).code]).toEqual([argv, 0]);
  });

  test("a gate that stops what is above the line, and a policy that does not do what it promised", async () => {
    await run();
    const calls = callsIn(held(".github/workflows/plimsoll.yml"));
    writeFileSync(join(folder, "app.json"), held("app.json").replace('"general"', '"health"'));
    writeFileSync(join(folder, "policy.json"), held("policy.json").replace('"users": 50', '"users": 60'));
    const codes = await Promise.all(calls.map(async (argv) => [argv[0], (await runIn(folder, argv)).code]));
    expect(codes).toEqual([
      ["test", 1],
      ["lint", 0],
      ["classify", 1],
    ]);
  });

  test("a line of its own, which the example has crossed", async () => {
    await run();
    const { printed, complained } = await runIn(folder, ["classify"]);
    expect(printed).toContain("60 people; the line is 50 or more.");
    expect(complained).toBe("From plimsoll.config.json: --policy policy.json, app.json, --map map.json\n");
  });

  test("a table of which every cell can be read", async () => {
    await run();
    const { code, printed } = await runIn(folder, ["import", "register.csv"]);
    expect([code, printed.trim().split("\n").length]).toEqual([0, 3]);
    expect(JSON.parse(printed.split("\n")[1] ?? "")).toMatchObject({
      name: "Invoice check",
      audience: { users: { atLeast: 50, atMost: 100 } },
      integrations: [{ system: "SAP" }, { system: "SharePoint" }],
      lifecycle: { productionSince: "2023-09-15" },
    });
  });

  test.each(documents)("%s, as its schema says, which it names where the package has it", async (name) => {
    await run();
    const document: unknown = JSON.parse(held(name));
    const { $schema } = Object(document);
    const [, schema = ""] = /^\.\/node_modules\/plimsoll\/schemas\/(.+)\.schema\.json$/.exec($schema) ?? [];
    expect(Object.keys(schemas)).toContain(schema);
    expect(complaints(schema, document)).toEqual([]);
  });
});

describe("a gate", () => {
  const written = (name: string) => gates[name]?.("9.8.7").map(({ content }) => content) ?? [];

  test("names its actions by the commits that the other gate names", () => {
    const [content = ""] = written("github");
    const used = [...content.matchAll(/uses: (.*)/g)].map(([, action = ""]) => action);
    expect(used).toHaveLength(2);
    for (const action of used) expect(read("examples/deployment-gate/deployment-gate.yml")).toContain(action);
  });

  test.each(["github", "gitlab"])("of %s is YAML, and runs the release that wrote it", (name) => {
    const [content = ""] = written(name);
    expect(parse(content)).toBeTypeOf("object");
    expect(content.match(/plimsoll@9\.8\.7 /g)).toHaveLength(3);
  });

  test("is left out where none is wanted", async () => {
    await run("--gate", "none");
    expect(existsSync(join(folder, ".github"))).toBe(false);
    expect(existsSync(join(folder, "policy.json"))).toBe(true);
  });

  test("that is none is refused with the nearest that there is, and nothing is written", async () => {
    const { code, complained } = await run("--gate", "githup");
    expect([code, complained]).toEqual([
      2,
      expect.stringContaining('There is no gate "githup". Did you mean "github"?'),
    ]);
    expect(existsSync(join(folder, "policy.json"))).toBe(false);
  });
});

describe("what is there already is left as it is", () => {
  test("and said to be", async () => {
    writeFileSync(join(folder, "policy.json"), "mine");
    const { code, printed } = await run();
    expect([code, held("policy.json")]).toEqual([0, "mine"]);
    expect(printed).toMatch(/There already, and left unchanged:\n {2}policy\.json /);
    expect(printed.match(/ policy\.json /g)).toHaveLength(1);
  });

  test("all of it, the second time", async () => {
    await run();
    const { code, printed } = await run();
    expect([code, printed]).toEqual([0, expect.stringMatching(/^There already, /)]);
  });

  test("even where it is a link that leads nowhere", async () => {
    symlinkSync(join(folder, "absent.json"), join(folder, "policy.json"));
    await run();
    expect(existsSync(join(folder, "absent.json"))).toBe(false);
  });
});

describe("the folder", () => {
  test("is made where it is not there, and is gone into before anything is run", async () => {
    const { printed } = await run("apps/ours");
    expect(existsSync(join(folder, "apps/ours/policy.json"))).toBe(true);
    expect(printed).toMatch(/^Written in apps\/ours:\n/);
    expect(printed).toContain("Next:\n  cd apps/ours\n");
  });

  test("is no standard input", async () => {
    expect(await run("-")).toMatchObject({ code: 2, printed: "" });
  });

  test.each<readonly [why: string, prepare: () => string, said: string]>([
    ["a file is in the way", () => join(folder, "policy.json", "ours"), "a part of the way to it is no folder."],
    ["its name is too long", () => "a".repeat(5000), "no name is that long."],
  ])("cannot be written to where %s", async (_, prepare, said) => {
    writeFileSync(join(folder, "policy.json"), "mine");
    const { code, complained } = await run(prepare());
    expect([code, complained]).toEqual([2, expect.stringContaining(said)]);
  });

  test.skipIf(process.getuid?.() === 0)("cannot be written to without permission", async () => {
    mkdirSync(join(folder, "closed"));
    chmodSync(join(folder, "closed"), 0o500);
    expect((await run("closed")).complained).toContain("you have no permission to.");
  });
});

test("it runs where there is nothing but names, too", async () => {
  const created = new Map<string, string>();
  await runOn({}, ["init", basename(folder)], { created });
  expect([...created.keys()]).toEqual(
    [...names, ".github/workflows/plimsoll.yml"].map((name) => join(basename(folder), name)),
  );
});
