import { describe, expect, test } from "vitest";
import { runOn } from "../a-terminal.js";

const identity = { id: "ours", version: "1.0.0" };
const fifty = { "many-users": { lines: { users: 50 } } };
const rota = { id: "rota", name: "Rota", audience: { users: 60 } };

/** Runs the command where there is an app, and files that hold what is said. */
const run = (files: Readonly<Record<string, unknown>>, ...argv: readonly string[]) =>
  runOn(
    Object.fromEntries(
      Object.entries({ "rota.json": rota, ...files }).map(([name, held]) => [name, JSON.stringify(held)]),
    ),
    argv,
  );

const classify = (files: Readonly<Record<string, unknown>>, policy = "ours.json") =>
  run(files, "classify", "rota.json", "--policy", policy);

describe("a file of changes is a policy", () => {
  test("that extends one of the package by its name", async () => {
    const { code, printed } = await classify({ "ours.json": { extends: "standard", ...identity, change: fifty } });
    expect([code, printed]).toEqual([0, expect.stringContaining("60 people; the line is 50 or more")]);
  });

  test("that extends another file, from the folder that it stands in", async () => {
    const files = {
      "house.json": { extends: "standard", ...identity, change: fifty },
      "teams/north/ours.json": { extends: "../../house.json", ...identity, title: "North", remove: ["many-reads"] },
    };
    const { printed } = await run(files, "guide", "--policy", "teams/north/ours.json");
    expect(printed).toMatch(/^North\n/);
    expect(printed).toContain("50 people or more");
    expect(printed).not.toContain("Reads many systems");
  });

  test("wherever a command takes one", async () => {
    const files = {
      "ours.json": { extends: "standard", ...identity, change: fifty },
      "tests.json": { tests: [{ name: "many", profile: rota, expect: { because: ["many-users"] } }] },
    };
    expect((await run(files, "test", "tests.json", "--policy", "ours.json")).printed).toMatch(/^1 test of 1 passed/m);
    expect((await run(files, "lint", "ours.json")).code).toBe(0);
  });
});

describe("changes that make no policy are refused", () => {
  const of = (changes: object) => ({ "ours.json": { extends: "standard", ...identity, ...changes } });

  test.each<readonly [why: string, files: Readonly<Record<string, unknown>>, said: string]>([
    [
      "of a form that is none",
      of({ chnge: {} }),
      'ours.json, at /chnge: "chnge" is not a field here. Did you mean "change"?',
    ],
    [
      "of a rule that there is not",
      of({ change: { "many-user": {} } }),
      'ours.json, at /change/many-user: This policy has no rule "many-user". Did you mean "many-users"?',
    ],
    [
      "that do not fit together",
      of({ change: { "many-users": { tier: "it-revue" } } }),
      "ours.json, in the policy that it makes, at /criteria/0/tier: ",
    ],
    [
      "of a policy that nobody ships",
      { "ours.json": { extends: "standrd", ...identity } },
      'ours.json, at /extends: There is no policy "standrd" to extend. Did you mean "standard"? The policies are: standard, recommended. ' +
        "A file is named by its path, such as ./standrd.json.",
    ],
    [
      "of a file that there is not",
      { "ours.json": { extends: "./base.json", ...identity } },
      "There is no file base.json.",
    ],
    [
      "of themselves",
      { "ours.json": { extends: "./ours.json", ...identity } },
      "ours.json, at /extends: These files extend one another in a circle: ours.json, ours.json.",
    ],
    [
      "of one another",
      {
        "ours.json": { extends: "./others/base.json", ...identity },
        "others/base.json": { extends: "../ours.json", ...identity },
      },
      "others/base.json, at /extends: These files extend one another in a circle: ours.json, others/base.json, ours.json.",
    ],
    [
      "in a row without an end",
      Object.fromEntries(
        Array.from({ length: 30 }, (_, at) => [
          at === 0 ? "ours.json" : `${at}.json`,
          { extends: `./${at + 1}.json`, ...identity },
        ]),
      ),
      "20.json, at /extends: More than 20 files extend one another, and no more are read.",
    ],
  ])("%s", async (_, files, said) => {
    const { code, printed, complained } = await classify(files);
    expect([code, printed]).toEqual([2, ""]);
    expect(complained).toContain(said);
  });
});
