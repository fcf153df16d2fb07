import { describe, expect, test } from "vitest";
import { commands } from "../../src/cli/commands.js";
import { policyOf } from "../policy/a-policy.js";
import { runOn } from "./a-terminal.js";

const app = { id: "rota", name: "Rota", lifecycle: { reviewedOn: "2025-01-01" } };
const tests = { tests: [{ name: "old", profile: app, expect: { tier: "central" } }] };
const files = Object.fromEntries(
  Object.entries({
    "rota.json": app,
    "year.json": policyOf({ fact: "daysSinceReview", atLeast: 365 }),
    "decade.json": policyOf({ fact: "daysSinceReview", atLeast: 3650 }),
    "undated.policy-test.json": tests,
    "dated.policy-test.json": { ...tests, asOf: "2026-01-01" },
  }).map(([name, value]) => [name, JSON.stringify(value)]),
);
const run = (argv: string, today = "2025-12-31") => runOn(files, argv.split(" "), { today: () => today });

describe("apps are looked at as of today, or of another day", () => {
  test.each<[argv: string, before: RegExp, after: RegExp]>([
    ["classify rota.json --policy year.json", /^Rota\n.*◉ TEAM/, /^Rota\n.*◉ CENTRAL/],
    ["classify rota.json --policy year.json --json", /"asOf": "2025-12-31"/, /"asOf": "2026-01-01"/],
    [
      "explain rota.json --to team --policy year.json",
      /It is at Team already/,
      /Let IT review it again, so that the last time is 364 days ago/,
    ],
    ["ask rota.json --policy year.json", /Rota: Team\n/, /Rota: Central\n/],
    [
      "diff year.json decade.json --portfolio rota.json",
      /^(?!.*Rota).*Fewer than 3650 days/s,
      /- Rota: central → team/,
    ],
  ])("plimsoll %s", async (argv, before, after) => {
    expect((await run(argv)).printed).toMatch(before);
    expect((await run(argv, "2026-01-01")).printed).toMatch(after);
    expect((await run(`${argv} --as-of 2026-01-01`)).printed).toMatch(after);
  });

  test("what is no day is refused", async () => {
    expect(await run("classify rota.json --as-of soon")).toMatchObject({
      code: 2,
      complained: expect.stringContaining('--as-of takes a day such as 2026-03-31, not "soon".'),
    });
  });

  test("by every command that looks at apps on its own; a timeline and tests have days of theirs", () => {
    const taking = commands.filter(({ options }) => options["as-of"]?.kind === "today").map(({ name }) => name);
    expect(taking).toEqual(["classify", "review", "audit", "ask", "explain", "diff", "facts"]);
  });
});

test("tests come out tomorrow as they do today: a test that says no day is held on none, unless one is said", async () => {
  const codes = async (argv: string) => [(await run(argv)).code, (await run(argv, "2040-01-01")).code];
  expect(await codes("test undated.policy-test.json --policy year.json")).toEqual([1, 1]);
  expect(await codes("test undated.policy-test.json --policy year.json --as-of 2026-01-01")).toEqual([0, 0]);
  expect(await codes("test dated.policy-test.json --policy year.json --as-of 2025-01-01")).toEqual([0, 0]);
  const { printed } = await run("test dated.policy-test.json --policy year.json --coverage");
  expect(printed).toContain("1 test of 1 passed");
});
