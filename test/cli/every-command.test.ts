import { existsSync, readFileSync } from "node:fs";
import { stories } from "plimsoll/stories";
import { harmlessApp } from "plimsoll/testing";
import { describe, expect, test } from "vitest";
import type { Command } from "../../src/cli/command.js";
import { commands } from "../../src/cli/commands.js";
import type { Format } from "../../src/cli/writing/format.js";
import { read } from "../documentation/blocks.js";
import { frozenPolicy } from "../frozen/frozen-policy.js";
import { policyOf } from "../policy/a-policy.js";
import { runOn } from "./a-terminal.js";
import { readCsv } from "./csv-reader.js";
import { readPage } from "./page-reader.js";
import { readSarif } from "./sarif-schema.js";

const crowd = harmlessApp("Rota").usedBy(140).build();
const lower = policyOf({ fact: "users", atLeast: 50 });
const test140 = { name: "many", profile: crowd, expect: { tier: "central" } };
const files: Readonly<Record<string, string>> = Object.fromEntries(
  Object.entries({
    "rota.json": crowd,
    "story.json": stories[0],
    "frozen.json": frozenPolicy,
    "lower.json": lower,
    "higher.json": policyOf({ fact: "users", atLeast: 100 }),
    "lower.policy-test.json": { tests: [test140] },
  }).map(([name, value]) => [name, JSON.stringify(value)]),
);

const byFrozen = ["--policy", "frozen.json"];

/** What stands in each format of a command, and nowhere in its others. */
interface Call {
  readonly argv: readonly string[];
  readonly says: Readonly<Partial<Record<Format, RegExp>>>;
}

/** Every command, called once in each of its formats: a command or a format that is missing here fails below. */
const calls: Readonly<Record<string, Call>> = {
  init: { argv: ["ours"], says: { text: /^Written in ours:\n {2}policy\.json / } },
  import: { argv: ["rota.json"], says: { json: /^\{"id":"[^"]*","name":"Rota"/ } },
  classify: {
    argv: ["rota.json", ...byFrozen],
    says: {
      text: /^Rota\n.*Alone .* ◉ TOGETHER/,
      md: /^# Rota\n/,
      html: /<h1>Where each app sits<\/h1>/,
      csv: /\r\nrota,Rota,together,1,/,
      json: /"tier": "together"/,
      sarif: /"ruleId"/,
    },
  },
  review: {
    argv: ["rota.json", "--milestone", "start", ...byFrozen],
    says: { text: /^Rota, before start\n/, md: /^# Rota, before start\n/, json: /"review": "architecture"/ },
  },
  audit: {
    argv: ["rota.json", ...byFrozen],
    says: {
      text: /^Audit of 31 March 2026/,
      md: /^# Audit of 31 March/,
      html: /<h1>Audit of 31 March 2026<\/h1>/,
      csv: /\r\n1,rota,Rota,together,1,/,
      json: /"ranked": \[/,
      sarif: /"ruleId"/,
    },
  },
  guide: {
    argv: byFrozen,
    says: { text: /^The frozen load line\n/, md: /^# .*\n/, json: /"practice": \{/ },
  },
  backtest: {
    argv: ["story.json", ...byFrozen],
    says: { text: /the incident/, md: /^# Warehouse inventory\n/, json: /"incidentOn": "2025-09-16"/ },
  },
  ask: {
    argv: ["rota.json", ...byFrozen],
    says: { text: /^\nRota: Together\n/, json: /"classification": \{/ },
  },
  explain: {
    argv: ["rota.json", "--to", "alone", ...byFrozen],
    says: { text: /^Rota: Together\nTo get to Alone, /, json: /"verdict": "found"/ },
  },
  lint: {
    argv: ["lower.json"],
    says: {
      text: /^Nothing to fix\.\n$/,
      md: /^# .*\n\nNothing to fix/,
      json: /"findings": \[\]/,
      sarif: /"results": \[\]/,
    },
  },
  diff: {
    argv: ["lower.json", "higher.json"],
    says: { text: /^From central to team, /, md: /^# .* → .*\n/, json: /"verdict": "different"/ },
  },
  facts: {
    argv: ["rota.json", ...byFrozen],
    says: { json: /^\{"app":"rota",.*"users_at_least":140,"users_at_most":140,/, csv: /^\ufeffapp,.*\r\nrota,/ },
  },
  sql: {
    argv: ["--table", "facts", ...byFrozen],
    says: { text: /^WITH facts_0 AS \(\n {2}SELECT\n {4}app,\n/, json: /"needs": \[/ },
  },
  test: {
    argv: ["lower.policy-test.json", "--policy", "lower.json"],
    says: { text: /^1 test of 1 passed/, json: /"passed": true/, lcov: /^SF:lower\.json\n/ },
  },
  demo: { argv: [], says: { text: /^◉ is where an app sits/ } },
};

/** What holds of everything in a format, whatever it says. */
const forms: Readonly<Record<Format, (printed: string) => void>> = {
  text: (printed) => expect(printed).not.toMatch(/^[{[#]/),
  md: (printed) => expect(printed).toMatch(/^# .*\n\n/),
  html: (printed) => expect(readPage(printed).title).not.toBe(""),
  csv: (printed) => expect(readCsv(printed).length).toBeGreaterThan(0),
  json: (printed) => expect(JSON.parse(printed)).toBeTypeOf("object"),
  sarif: (printed) => expect(readSarif(printed)).toBeDefined(),
  lcov: (printed) => expect(printed).toMatch(/end_of_record\n$/),
};

const everyFormat = commands.flatMap((command) => command.formats.map((format) => [command.name, format] as const));

describe("a command", () => {
  test("and each of its formats has a row in the table, and no other", () => {
    const said = Object.entries(calls).flatMap(([name, { says }]) => Object.keys(says).map((format) => [name, format]));
    expect(said.sort()).toEqual([...everyFormat].sort());
  });

  test.each(everyFormat)("%s answers as %s", async (name, format) => {
    const { argv = [], says = {} } = calls[name] ?? {};
    const asked = (commands.find((command) => command.name === name)?.formats.length ?? 0) > 1;
    const { code, printed, complained } = await runOn(files, [name, ...argv, ...(asked ? ["--format", format] : [])]);
    expect([code, complained]).toEqual([0, ""]);
    expect(printed).toMatch(says[format] ?? expect.fail("It has no row."));
    forms[format](printed);
  });

  test.each(commands)("$name has tests of its own, which run it", ({ name }: Command) => {
    const file = new URL(`commands/${name}-command.test.ts`, import.meta.url);
    expect([name, existsSync(file)]).toEqual([name, true]);
    expect(readFileSync(file, "utf8")).toMatch(new RegExp(`run\\w*\\([^;]*"${name}"`));
  });

  test.each(commands)("$name has a section on its page, with what it is called by", ({ name }: Command) => {
    expect(read("docs/command.md")).toMatch(new RegExp(`^## \`plimsoll ${name}[ \`]`, "m"));
  });
});
