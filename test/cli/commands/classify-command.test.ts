import { classify, type Policy, parseProfile, standardPolicy } from "plimsoll";
import { describe, expect, test } from "vitest";
import { runOn } from "../a-terminal.js";
import { readSarif } from "../sarif-schema.js";

/** The day on which these commands run. */
const asOf = "2026-03-31";

const rota = { id: "rota", name: "Rota", audience: { users: 140 } };
const list = { id: "list", name: "Reading list", audience: { users: 3 } };

const policy: Policy = {
  id: "two",
  version: "1.0.0",
  title: "Two tiers",
  tiers: [
    { id: "low", title: "Low", advice: "Go on." },
    { id: "high", title: "High", advice: "Come and see us." },
  ],
  criteria: [
    {
      id: "many",
      tier: "high",
      title: "Many",
      when: { fact: "users", atLeast: 10 },
      why: "They are many.",
      source: "Us",
    },
  ],
};

const lines = (...values: unknown[]) => values.map((value) => `${JSON.stringify(value)}\n`).join("");

/** The same two profiles in every layout, with the JSON that comes back. */
const layouts = [
  {
    layout: "one profile",
    text: JSON.stringify(rota, null, 2),
    profiles: [rota],
    read: (text: string) => [JSON.parse(text)],
  },
  {
    layout: "an array",
    text: JSON.stringify([rota, list]),
    profiles: [rota, list],
    read: (text: string) => JSON.parse(text),
  },
  { layout: "an empty array", text: "[]", profiles: [], read: (text: string) => (text === "" ? [] : JSON.parse(text)) },
  {
    layout: "one per line",
    text: lines(rota, list),
    profiles: [rota, list],
    read: (text: string) =>
      text
        .trimEnd()
        .split("\n")
        .map((line) => JSON.parse(line)),
  },
  {
    layout: "one per line, with empty lines and Windows endings",
    text: `\uFEFF${JSON.stringify(rota)}\r\n\r\n${JSON.stringify(list)}`,
    profiles: [rota, list],
    read: (text: string) =>
      text
        .trimEnd()
        .split("\n")
        .map((line) => JSON.parse(line)),
  },
];

describe("what is classified", () => {
  test.each(layouts)("comes as $layout, and goes as JSON laid out the same way", async ({ text, profiles, read }) => {
    const { code, printed, complained } = await runOn({ "apps.json": text }, ["classify", "apps.json", "--json"]);
    expect(read(printed)).toEqual(profiles.map((profile) => classify(parseProfile(profile), standardPolicy, { asOf })));
    expect([code, complained]).toEqual([0, ""]);
  });

  test("comes from standard input too", async () => {
    const { code, printed } = await runOn({ "-": JSON.stringify(rota) }, ["classify", "-"]);
    expect(printed).toMatch(/^Rota\n {2}Citizen ━+ ◉ IT REVIEW/);
    expect(code).toBe(0);
  });

  test("is held against another policy", async () => {
    const files = { "rota.json": JSON.stringify(rota), "two.json": JSON.stringify(policy) };
    const { printed } = await runOn(files, ["classify", "rota.json", "--policy", "two.json", "--json"]);
    expect(JSON.parse(printed)).toEqual(classify(parseProfile(rota), policy, { asOf }));
  });
});

describe("what is said comes", () => {
  const files = { "apps.json": JSON.stringify([rota, list]), "none.json": "[]", "two.json": JSON.stringify(policy) };
  const inFormat = (format: string, file = "apps.json") =>
    runOn(files, ["classify", file, "--policy", "two.json", "--format", format], { showsColours: true });

  test("as text, which is also what comes when nothing is asked for", async () => {
    const { printed } = await inFormat("text");
    const unasked = await runOn(files, ["classify", "apps.json", "--policy", "two.json"], { showsColours: true });
    expect(printed).toBe(unasked.printed);
    expect(printed).toContain("\u001b[");
  });

  test("as Markdown, a page for each app, without colours", async () => {
    const { printed } = await inFormat("md");
    expect(printed).toBe(
      [
        "# Rota",
        "",
        "Low ━━━━━━━━ ◉ HIGH",
        "",
        "Come and see us.",
        "",
        "## Why",
        "",
        "- **Many.** They are many.",
        "  - How many people use it now? 140 people; the line is 10 or more.",
        "",
        "# Reading list",
        "",
        "◉ LOW ──────── High",
        "",
        "Go on.",
        "",
      ].join("\n"),
    );
  });

  test("as JSON, the same that --json gives", async () => {
    const { printed } = await inFormat("json");
    expect(JSON.parse(printed)).toEqual(
      [rota, list].map((profile) => classify(parseProfile(profile), policy, { asOf })),
    );
  });

  test("as SARIF, with the version of the command and the name of the file", async () => {
    const [{ tool, results }] = readSarif((await inFormat("sarif")).printed).runs;
    expect(tool.driver.version).toBe("9.8.7");
    expect(results.map(({ message, locations }) => [message.text, locations[0]?.physicalLocation])).toEqual([
      [
        "Rota: Many. They are many. How many people use it now? 140 people; the line is 10 or more. Come and see us.",
        { artifactLocation: { uri: "apps.json" } },
      ],
    ]);
  });

  test("as SARIF even of no apps", async () => {
    expect(readSarif((await inFormat("sarif", "none.json")).printed).runs[0].results).toEqual([]);
  });

  test("in no other format", async () => {
    const { code, printed, complained } = await inFormat("pdf");
    expect(complained).toContain('There is no format "pdf" here. The formats are: text, md, html, csv, json, sarif.');
    expect([code, printed]).toEqual([2, ""]);
  });
});

describe("the code that the command ends with", () => {
  const settled = { ...list, audience: { users: 12 } };
  const files = {
    "rota.json": JSON.stringify(rota),
    "open.json": JSON.stringify({ id: "open", name: "Open" }),
    "settled.json": JSON.stringify(settled),
    "two.json": JSON.stringify(policy),
  };
  test.each([
    { file: "settled.json", maxTier: "high", code: 0, complaint: /^$/ },
    { file: "settled.json", maxTier: "low", code: 1, complaint: /^Reading list is above "low"\. Talk to IT/ },
    { file: "open.json", maxTier: "low", code: 1, complaint: /^Open could be above "low"\. Answer/ },
    { file: "open.json", maxTier: "high", code: 0, complaint: /^$/ },
    {
      file: "rota.json",
      maxTier: "hihg",
      code: 2,
      complaint: /There is no tier "hihg"\. Did you mean "high"\? The tiers are: low, high\./,
    },
  ])("is $code for $file and --max-tier $maxTier", async ({ file, maxTier, code, complaint }) => {
    const ending = await runOn(files, ["classify", file, "--policy", "two.json", "--max-tier", maxTier]);
    expect(ending.code).toBe(code);
    expect(ending.complained).toMatch(complaint);
  });
});

describe("a gate that saw no app", () => {
  const files = {
    "empty.json": "",
    "blank.ndjson": "\n \r\n\t\n",
    "none.json": " [ ]\n",
    "two.json": JSON.stringify(policy),
  };
  const gate = (file: string, ...more: readonly string[]) =>
    runOn(files, ["classify", file, "--policy", "two.json", "--max-tier", "high", ...more]);

  test.each(["empty.json", "blank.ndjson", "none.json"])("lets nothing through: %s", async (file) => {
    const { code, complained } = await gate(file);
    expect(code).toBe(1);
    expect(complained).toBe(
      `${file}: There is no app in it, so nothing was looked at. If that is intended, say --allow-empty.\n`,
    );
  });

  test.each(["empty.json", "blank.ndjson", "none.json"])("lets it through where that is meant: %s", async (file) => {
    expect(await gate(file, "--allow-empty")).toEqual({ code: 0, printed: "", complained: "" });
  });

  test("is not the same as one that could not read what it saw", async () => {
    const { code } = await runOn({ ...files, "bad.json": "[{}]" }, ["classify", "bad.json", "--max-tier", "citizen"]);
    expect(code).toBe(2);
  });
});

describe("bad input", () => {
  test("in a list leaves what is printed a list", async () => {
    const { code, printed, complained } = await runOn({ "apps.json": '[{ "id": "a" }]' }, [
      "classify",
      "apps.json",
      "--json",
    ]);
    expect(complained).toContain("apps.json, entry 1, at /name:");
    expect([code, JSON.parse(printed)]).toEqual([2, []]);
  });

  test("ends what is printed where the file breaks off, and it still is what it should be", async () => {
    const files = { "apps.json": `[\n${JSON.stringify(rota)},\n${JSON.stringify(list)}\n]` };
    const { code, printed, complained } = await runOn(files, ["classify", "apps.json", "--json"], {
      breaksOffAfter: 2,
    });
    expect(complained).toBe("The file is gone.\n");
    expect(JSON.parse(printed)).toEqual([classify(parseProfile(rota), standardPolicy, { asOf })]);
    expect(code).toBe(2);
  });

  test.each([
    { what: "an empty file", text: "", complaint: "apps.json: There is nothing in it." },
    {
      what: "a text",
      text: "users: 3",
      complaint: "apps.json, line 1, column 1: This is not JSON: users means nothing here.",
    },
    {
      what: "a document that breaks off",
      text: '{\n  "id": "a",\n',
      complaint: "apps.json, line 2, column 13: This is not JSON: A field",
    },
    {
      what: "a misspelt field",
      text: '{ "id": "a", "nam": "A" }',
      complaint: 'apps.json, at /nam: "nam" is not a field here. Did you mean "name"?',
    },
  ])("says where it stands: $what", async ({ text, complaint }) => {
    const { code, printed, complained } = await runOn({ "apps.json": text }, ["classify", "apps.json", "--json"]);
    expect(complained).toContain(complaint);
    expect([code, printed]).toEqual([2, ""]);
  });

  test("on one line does not stop the others", async () => {
    const text = `${JSON.stringify(rota)}\n{"id": 3}\nnonsense\n${JSON.stringify(list)}\n`;
    const { code, printed, complained } = await runOn({ "apps.json": text }, ["classify", "apps.json"]);
    expect(printed).toContain("Rota");
    expect(printed).toContain("Reading list");
    expect(complained).toContain("apps.json, line 2, at /id:");
    expect(complained).toContain("apps.json, line 3, column 1: This is not JSON:");
    expect(code).toBe(2);
  });

  test.each([
    { what: "two policies", text: "[]", complaint: "two.json must hold one policy." },
    { what: "nothing", text: "\n", complaint: "two.json: There is nothing in it. It must hold one policy." },
    { what: "a mistake", text: JSON.stringify({ ...policy, tiers: [] }), complaint: "two.json, at /tiers:" },
  ])("is a policy with $what", async ({ text, complaint }) => {
    const files = { "rota.json": JSON.stringify(rota), "two.json": text };
    const { code, complained } = await runOn(files, ["classify", "rota.json", "--policy", "two.json"]);
    expect(complained).toContain(complaint);
    expect(code).toBe(2);
  });
});
