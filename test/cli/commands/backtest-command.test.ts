import { extendPolicy, standardPolicy } from "plimsoll";
import { backtest, compareBacktests, type Timeline } from "plimsoll/backtest";
import { stories } from "plimsoll/stories";
import { describe, expect, test } from "vitest";
import { growing } from "../../backtest/timelines.js";
import { runOn } from "../a-terminal.js";

const timeline: Timeline = {
  ...growing(["2025-01-01", 30], ["2025-02-01", 70], ["2025-03-01", 140]),
  incidentOn: "2025-04-01",
};

/** The standard policy with its line for many people somewhere else. */
const manyUsersFrom = (users: number) =>
  extendPolicy(standardPolicy, { id: "ours", version: "1.1.0", change: { "many-users": { lines: { users } } } });

const small = extendPolicy(standardPolicy, { id: "small", version: "1.0.0", remove: ["many-users"] });

const files: Readonly<Record<string, string>> = Object.fromEntries(
  Object.entries({
    "rota.json": timeline,
    "odd.json": { moments: [{ on: "2025-01-01", profile: { id: "odd", name: "R|D\n*hours*" } }] },
    "mixed.json": { moments: [...timeline.moments].reverse() },
    "ours.json": manyUsersFrom(50),
    "higher.json": manyUsersFrom(200),
    "same.json": manyUsersFrom(100),
    "small.json": small,
    "warehouse.json": stories[0],
  }).map(([name, value]) => [name, JSON.stringify(value)]),
);

const run = (...argv: readonly string[]) => runOn(files, ["backtest", ...argv]);

/** Lines of a text without the room between their columns. */
const linesOf = (text: string) => text.split("\n").map((line) => line.trim().replaceAll(/ {2,}/g, " · "));

describe("for people", () => {
  test("every line that was crossed stands on one line, oldest first, with the incident last", async () => {
    const { code, printed, complained } = await run("rota.json");
    expect(linesOf(printed)).toEqual([
      "Rota",
      "When · How early · What",
      "1 January 2025 · 90 days before · ○ could be IT review",
      "1 January 2025 · 90 days before · ○ could be Professional",
      "1 March 2025 · 31 days before · ◉ IT review",
      "1 March 2025 · 31 days before · Many users",
      "1 April 2025 · the incident",
      "",
      "There were 31 days to talk in. Calling IT early is good judgement.",
      "",
    ]);
    expect([code, complained]).toEqual([0, ""]);
  });

  test.each([
    {
      what: "afterwards",
      given: { ...timeline, incidentOn: "2025-02-27" },
      line: /2 days after +◉ IT review/,
      end: /No line was crossed before the incident/,
    },
    {
      what: "perhaps, on the day",
      given: growing(["2025-01-01", 30]),
      line: /on the day +○ could be IT review/,
      end: /No line was certainly crossed/,
    },
    {
      what: "a day before",
      given: { ...growing(["2025-03-01", 140]), incidentOn: "2025-03-02" },
      line: /1 day before +◉ IT review/,
      end: /There was 1 day to talk in/,
    },
  ])("a line that was crossed $what is said to be", async ({ given, line, end }) => {
    const { printed } = await runOn({ "-": JSON.stringify(given) }, ["backtest", "-"]);
    expect(printed).toMatch(line);
    expect(printed).toMatch(end);
  });

  test("a story is a timeline, and may come from standard input", async () => {
    const { printed } = await runOn({ "-": files["warehouse.json"] ?? "" }, ["backtest", "-"]);
    expect(printed).toMatch(/16 April 2025 +153 days before +Daily work depends on it/);
  });

  test("the lines may be one's own", async () => {
    const { printed } = await run("rota.json", "--policy", "ours.json");
    expect(printed).toMatch(/1 February 2025 +59 days before +◉ IT review/);
  });
});

describe("against another policy", () => {
  test.each([
    {
      policies: ["ours.json"],
      lines: [
        "By standard 1.0.0 · By ours 1.1.0 · Gained · What",
        "1 March 2025 · 1 February 2025 · 28 days earlier · ◉ IT review",
        "1 March 2025 · 1 February 2025 · 28 days earlier · Many users",
        "",
        "What is seen earlier leaves more time to talk.",
      ],
    },
    {
      policies: ["higher.json"],
      lines: [
        "By standard 1.0.0 · By ours 1.1.0 · Gained · What",
        "1 March 2025 · never · no longer seen · ◉ IT review",
        "1 March 2025 · never · no longer seen · Many users",
        "",
        "Look again at what is now seen later, or no longer.",
      ],
    },
    {
      policies: ["same.json", "--policy", "ours.json"],
      lines: [
        "By ours 1.1.0 · By ours 1.1.0 · Gained · What",
        "1 February 2025 · 1 March 2025 · 28 days later · ◉ IT review",
        "1 February 2025 · 1 March 2025 · 28 days later · Many users",
        "",
        "Look again at what is now seen later, or no longer.",
      ],
    },
    {
      policies: ["same.json", "--policy", "small.json"],
      lines: [
        "By small 1.0.0 · By ours 1.1.0 · Gained · What",
        "never · 1 March 2025 · seen now · ◉ IT review",
        "never · 1 March 2025 · seen now · Many users",
        "",
        "What is seen earlier leaves more time to talk.",
      ],
    },
    { policies: ["same.json"], lines: ["Both policies see the same on the same days."] },
  ])("$policies: what changes is said, and nothing else", async ({ policies, lines }) => {
    const { printed } = await run("rota.json", "--against", ...policies);
    expect(linesOf(printed)).toEqual(["Rota", ...lines, ""]);
  });
});

describe("in Markdown", () => {
  test("it is a table", async () => {
    const { printed } = await run("rota.json", "--against", "ours.json", "--format", "md");
    expect(printed).toBe(
      [
        "# Rota",
        "",
        "| By standard 1.0.0 | By ours 1.1.0 | Gained | What |",
        "| --- | --- | --- | --- |",
        "| 1 March 2025 | 1 February 2025 | 28 days earlier | ◉ IT review |",
        "| 1 March 2025 | 1 February 2025 | 28 days earlier | Many users |",
        "",
        "What is seen earlier leaves more time to talk.",
        "",
      ].join("\n"),
    );
  });

  test("a comparison without a change has no table", async () => {
    const { printed } = await run("rota.json", "--against", "same.json", "--format", "md");
    expect(printed).toBe("# Rota\n\nBoth policies see the same on the same days.\n");
  });

  test("a name stays a name", async () => {
    const { printed } = await run("odd.json", "--format", "md");
    expect(printed).toMatch(/^# R\\\|D \\\*hours\\\*\n/);
  });
});

describe("as JSON", () => {
  test.each([["--json"], ["--format", "json"]])("it is the backtest: %s %s", async (...flags) => {
    const { printed } = await run("rota.json", ...flags);
    expect(JSON.parse(printed)).toEqual(backtest(timeline));
  });

  test("it is the comparison, when there is another policy", async () => {
    const { printed } = await run("rota.json", "--against", "ours.json", "--json");
    expect(JSON.parse(printed)).toEqual(compareBacktests(timeline, standardPolicy, manyUsersFrom(50)));
  });
});

test.each([
  { argv: ["mixed.json"], complaint: "mixed.json, at /moments/1/on: This day, 2025-02-01, is before" },
  { argv: ["ours.json"], complaint: "ours.json, at /moments: This is needed here: a list." },
  { argv: ["rota.json", "--against", "rota.json"], complaint: "rota.json, at /tiers" },
  {
    argv: ["rota.json", "--format", "pdf"],
    complaint: 'There is no format "pdf" here. The formats are: text, md, json.',
  },
])("what cannot be used is refused: $argv", async ({ argv, complaint }) => {
  const { code, printed, complained } = await run(...argv);
  expect(complained).toContain(complaint);
  expect([code, printed]).toEqual([2, ""]);
});

test("two timelines in one file are refused", async () => {
  const { code, complained } = await runOn({ "-": "[]" }, ["backtest", "-"]);
  expect(complained).toContain("standard input must hold one timeline.");
  expect(code).toBe(2);
});
