import fc from "fast-check";
import { type Policy, standardPolicy } from "plimsoll";
import { describe, expect, test } from "vitest";
import { commands } from "../../src/cli/commands.js";
import { runOn } from "./a-terminal.js";
import { dangerous, hostileName } from "./hostile-text.js";
import { readPage } from "./page-reader.js";

/** The colours that reports are painted with. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: colours begin with one.
const painted = /\u001b\[(?:1|2|22|31|32|33|36|39)m/g;

/** An app in which every text is what somebody likes. */
const profileOf = (text: string) => ({
  id: text,
  name: text,
  description: text,
  audience: { users: 600, builtFor: 20, departments: [text, `${text}2`], outsideUsers: true },
  integrations: [
    { system: text, direction: "write" },
    { system: `${text}2`, direction: "bidirectional" },
  ],
  data: [{ name: text, class: "health" }],
  compliance: [text],
  performance: { symptoms: ["slow"] },
  lifecycle: { stage: "production" },
});

const policyOf = (text: string): Policy => ({
  ...standardPolicy,
  title: text,
  tiers: standardPolicy.tiers.map((tier) => ({ ...tier, title: text, advice: text })),
  signs: (standardPolicy.signs ?? []).map((sign) => ({ ...sign, title: text, why: text, advice: text })),
  criteria: (standardPolicy.criteria ?? []).map((criterion) => ({ ...criterion, title: text, why: text })),
  reviews: (standardPolicy.reviews ?? []).map((review) => ({ ...review, title: text, why: text, approvers: [text] })),
});

/** A small policy: what is asked of it is worked out for all possible apps. */
const smallOf = (text: string, users: number): Policy => ({
  id: "small",
  version: "1.0.0",
  title: text,
  tiers: [
    { id: "low", title: text, advice: text },
    { id: "high", title: `${text}2`, advice: text },
  ],
  criteria: [
    { id: "many", tier: "high", title: text, when: { fact: "users", atLeast: users }, why: text },
    { id: "more", tier: "high", title: text, when: { fact: "users", atLeast: 2 * users }, why: text },
  ],
});

function filesOf(text: string): Readonly<Record<string, string>> {
  const profile = profileOf(text);
  const expected = { name: text, profile, expect: { tier: "low" } };
  return Object.fromEntries(
    Object.entries({
      "app.json": profile,
      "before.json": [{ ...profile, audience: { users: 12 }, integrations: [] }, { id: `${text}2`, name: text }, text],
      "apps.json": [profile, { ...profile, [text]: text }, text],
      "policy.json": policyOf(text),
      "small.json": smallOf(text, 10),
      "other.json": smallOf(text, 700),
      "approvals.json": [{ app: text, review: text, by: text }],
      "timeline.json": { moments: [{ on: "2026-01-01", profile }], incidentOn: "2026-02-01" },
      "tests.json": { tests: [expected] },
      "flow.json": { name: text, nodes: [{ type: text, name: text, parameters: { [text]: text } }], connections: {} },
      "broken.json": { [text]: { [text]: text } },
    }).map(([name, value]) => [name, JSON.stringify(value)]),
  );
}

/** Calls of every command in every format, and calls that are refused. */
const calls = [
  ...["text", "md", "html", "csv", "json", "sarif"].flatMap((format) => [
    ["classify", "apps.json", "--policy", "policy.json", "--max-tier", "citizen", "--format", format],
    ["audit", "apps.json", "--policy", "policy.json", "--format", format],
    ["audit", "apps.json", "--policy", "policy.json", "--previous", "before.json", "--format", format],
  ]),
  ["import", "flow.json", "apps.json", "broken.json", "none.json"],
  ["import", "flow.json", "--evidence"],
  ["classify", "flow.json", "app.json", "--policy", "policy.json"],
  ...["text", "md", "json", "sarif"].map((format) => ["lint", "small.json", "--format", format]),
  ...["text", "md", "json"].flatMap((format) => [
    ["review", "app.json", "--milestone", "connect", "--policy", "policy.json", "--format", format],
    ["guide", "--policy", "small.json", "--format", format],
    ["backtest", "timeline.json", "--policy", "policy.json", "--format", format],
    ["backtest", "timeline.json", "--policy", "small.json", "--against", "other.json", "--format", format],
    ["diff", "small.json", "other.json", "--portfolio", "apps.json", "--format", format],
  ]),
  ...["text", "json"].flatMap((format) => [
    ["explain", "app.json", "--to", "low", "--policy", "small.json", "--format", format],
    ["ask", "app.json", "--policy", "small.json", "--format", format],
  ]),
  ...["json", "csv"].map((format) => ["facts", "apps.json", "--policy", "policy.json", "--format", format]),
  ...["text", "json"].map((format) => ["sql", "--policy", "small.json", "--table", "facts", "--format", format]),
  ...["text", "json", "lcov"].map((format) => [
    "test",
    "tests.json",
    "--policy",
    "small.json",
    "--coverage",
    "--format",
    format,
  ]),
  ["test", "tests.json", "--policy", "small.json", "--mutation"],
  ["init", "ours"],
  ["demo"],
  ["review", "app.json", "--milestone", "start", "--approvals", "approvals.json"],
  ...["broken.json", "apps.json"].flatMap((file) => [
    ["classify", file],
    ["lint", file],
    ["test", file],
    ["backtest", file],
  ]),
];

/** Calls in which what somebody likes is a word of the command line. */
const saying = (text: string) => [
  [text],
  ["init", text],
  ["init", "--gate", text],
  ["classify", text],
  ["classify", "app.json", `--${text}`],
  ["classify", "app.json", "--format", text],
  ["classify", "app.json", "--max-tier", text],
  ["classify", "app.json", "--policy", text],
  ["review", "app.json", "--milestone", text],
  ["explain", "app.json", "--to", text],
  ["sql", "--table", text],
  ["sql", "--table", "facts", "--dialect", text],
  ["audit", "app.json", "--as-of", text],
  ["audit", "app.json", "--capacity", text],
];

/** A table begins with the mark of UTF-8, and its lines end with two characters: nothing that moves what stands before them. */
const withoutMarksOfCsv = (table: string) => table.replace(/^\ufeff/, "").replaceAll("\r\n", "\n");

async function assertHarmless(text: string, argv: readonly string[], showsColours: boolean) {
  const { printed, complained } = await runOn(filesOf(text), argv, { showsColours, answers: ["no", text] });
  const plain = showsColours ? printed.replaceAll(painted, "") : printed;
  expect(argv.at(-1) === "csv" ? withoutMarksOfCsv(plain) : plain).not.toMatch(dangerous);
  expect(complained).not.toMatch(dangerous);
  // No line begins with what a name made look like one.
  expect(`${printed}${complained}`).not.toMatch(/^Rota: No review is due/m);
  return printed;
}

test("there is a call of every command in each of its formats here", () => {
  const onlyFormatOf = (name: string | undefined) => {
    const formats = commands.find((command) => command.name === name)?.formats ?? [];
    return formats.length === 1 ? formats[0] : "text";
  };
  const formatOf = (argv: readonly string[]) => (argv.includes("--format") ? argv.at(-1) : onlyFormatOf(argv[0]));
  const called = new Set(calls.map((argv) => `${argv[0]} as ${formatOf(argv)}`));
  const known = commands.flatMap(({ name, formats }) => formats.map((format) => `${name} as ${format}`));
  expect([...called].sort()).toEqual(known.sort());
});

describe("nothing in a name reaches the terminal but what can be seen", () => {
  test.each(calls.map((argv) => [argv]))("%j", async (argv) => {
    await fc.assert(
      fc.asyncProperty(hostileName, fc.boolean(), async (text, showsColours) => {
        const printed = await assertHarmless(text, argv, showsColours);
        if (argv.at(-1) === "html") readPage(printed);
        if (printed !== "" && /^(json|sarif)$/.test(argv.at(-1) ?? "")) JSON.parse(printed);
      }),
      { numRuns: 5, examples: [["R\u001b[31m\r\nRota: No review is due.\u202e\u001b]8;;x\u0007\u009b2J\u2028", true]] },
    );
  });

  test("nor from the command line", async () => {
    await fc.assert(
      fc.asyncProperty(hostileName, async (text) => {
        for (const argv of saying(text)) await assertHarmless(text, argv, true);
      }),
      { numRuns: 20 },
    );
  });
});
