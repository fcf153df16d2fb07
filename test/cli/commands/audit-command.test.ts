import { type AppProfile, type Approval, audit, standardFacts, standardPolicy, type UnreadableApp } from "plimsoll";
import { describe, expect, test } from "vitest";
import { auditInMarkdown, rankedInWords } from "../../../src/cli/commands/audit-report.js";
import { emptyPolicy, words } from "../../policy/a-policy.js";
import { runOn } from "../a-terminal.js";

const dock: AppProfile = {
  id: "dock",
  name: "Dock | plan",
  audience: { users: 60, builtFor: 50 },
  performance: { symptoms: ["slow"] },
  lifecycle: { stage: "production", productionSince: "2026-03-02" },
};
const tags: AppProfile = { id: "tags", name: "Price tags", performance: { symptoms: ["slow", "errors"] } };

const approval: Approval = {
  app: "dock",
  review: "architecture",
  policy: { id: "standard", version: "1.0.0" },
  by: "IT architect",
  on: "2025-12-20",
  expiresOn: "2026-12-20",
  scope: { users: 40, systems: [], data: [] },
};

const lines = (...apps: readonly unknown[]) => apps.map((app) => `${JSON.stringify(app)}\n`).join("");
const files: Readonly<Record<string, string>> = {
  "apps.ndjson": lines(tags, dock),
  "apps.json": JSON.stringify([tags, dock], null, 2),
  "marked.ndjson": `\uFEFF\n${lines(tags, dock)}`,
  "one.json": JSON.stringify(dock, null, 2),
  "broken.ndjson": `${lines(dock)}{ "id":\n\n${lines({ id: "tags" })}`,
  "broken.json": JSON.stringify([dock, { id: "tags" }]),
  "odd.ndjson": `[]\n${lines(dock)}`,
  "texts.json": JSON.stringify(["dock", dock]),
  "empty.ndjson": "\n\n",
  "empty.json": "[]",
  "retired.json": JSON.stringify({ ...dock, lifecycle: { stage: "retired" } }),
  "approvals.json": JSON.stringify([approval]),
};

const run = (...argv: readonly string[]) => runOn(files, ["audit", ...argv]);

/** What the library says of the same apps. */
const expected = (given: object = {}) => audit([tags, dock], { asOf: "2026-03-31", ...given });

describe("for people", () => {
  test("the riskiest stand first, with what was seen and what to do next", async () => {
    const { code, printed, complained } = await run(
      "apps.ndjson",
      "--approvals",
      "approvals.json",
      "--since",
      "2025-12-01",
    );
    expect(printed.split("\n").slice(0, 31)).toEqual([
      "Audit of 31 March 2026, by standard 1.0.0",
      "  2 apps: 2 with findings, 2 with open questions, 0 retired.",
      "  New since 1 December 2025: findings about 1 app.",
      "  This audit was due on 3 March 2026.",
      "  Look at these 2 first, the riskiest before the others.",
      "",
      "  Tier          For certain  At worst",
      "  Citizen       2            0",
      "  IT review     0            0",
      "  Professional  0            2",
      "",
      "  What was found               By       Apps",
      "  Outgrown its approval        a check  1",
      "  Performance problems         a check  2",
      "  Not looked at for a quarter  a check  1",
      "",
      "Dock | plan",
      "  ◉ CITIZEN ╌╌╌╌╌╌╌╌ ○ IT review ╌╌╌╌╌╌╌╌ ○ Professional",
      "  7 points: Outgrown its approval (3), Performance problems (3), Not looked at for a quarter (1).",
      "",
      "  Why",
      "  Outgrown its approval. More people use it than anybody planned for.",
      "    Beyond the approval: 60 people. The approval covers up to 40 people.",
      "    → Review it again for the people who use it now.",
      "  Performance problems. What is slow today may stop tomorrow.",
      "    Which performance problems does it have? Slow; the line is any.",
      "    → Let IT measure where the time goes.",
      "  Not looked at for a quarter. Apps change faster than people remember.",
      "    Last looked at on 2025-12-20, 101 days ago.",
      "    New: it began on 22 March 2026.",
      "    → Go through its profile together, and update it.",
    ]);
    expect([code, complained]).toEqual([0, ""]);
  });

  test("when there is nothing to look at, it says so", async () => {
    const { printed } = await run("retired.json");
    expect(printed).toBe(
      "Audit of 31 March 2026, by standard 1.0.0\n  1 app: 0 with findings, 0 with open questions, 1 retired.\n  No app needs a look now.\n",
    );
  });

  test("one app is one, and comes with its first question", async () => {
    const { printed } = await run("apps.ndjson", "--capacity", "1");
    expect(printed).toContain("Look at this one first");
    expect(printed).toContain("? ");
    expect(printed).not.toContain("Price tags");
  });

  test("what is in no list is told, and what criteria found", async () => {
    const crowd = (id: string) => ({ id, name: id, audience: { users: 3000 } });
    const apps = { "crowds.ndjson": lines(...["a", "b", "c"].map(crowd)) };
    const told = async (capacity: string) =>
      (await runOn(apps, ["audit", "crowds.ndjson", "--capacity", capacity])).printed;
    expect(await told("2")).toContain(
      "Look at these 2 first, the riskiest before the others. 1 more deserves a look.\n",
    );
    expect(await told("1")).toContain(
      "Look at this one first, the riskiest before the others. 2 more deserve a look.\n",
    );
    expect(await told("3")).toContain("  Very many users  a criterion  3\n");
  });

  test.each([
    [["rota"], undefined],
    [["rota", "leave", "rota"], '1 app with the id of another: "rota" is number 1 and number 3 of the portfolio. Give'],
    [["rota", "rota", "rota"], "2 apps with the id of another"],
  ])("apps of one id are told: %j", async (ids, told) => {
    const apps = { "ids.ndjson": lines(...ids.map((id) => ({ id, name: id }))) };
    const { printed } = await runOn(apps, ["audit", "ids.ndjson"]);
    expect(printed.includes("with the id of another")).toBe(told !== undefined);
    expect(printed).toContain(told ?? "");
  });

  test("as Markdown it is a page, and names stay names", async () => {
    const { printed } = await run("apps.ndjson", "--format", "md");
    expect(printed).toMatch(/^# Audit of 31 March 2026, by standard 1\.0\.0\n\n- 2 apps: /);
    expect(printed).toContain("\n| Professional | 0 | 2 |\n");
    expect(printed).toContain("\n| Performance problems | a check | 2 |\n");
    expect(printed).toContain("\n# Dock \\| plan\n");
    const empty = (await run("retired.json", "--format", "md")).printed;
    expect([empty.includes("What was found"), empty.includes("At worst")]).toEqual([false, false]);
  });
});

describe("whatever a policy asks", () => {
  const when = { users: { atLeast: 100 } };
  const table = (id: string, rows: readonly object[]) => ({ ...words, id, title: `Table ${id}`, hit: "first", rows });
  const policy = {
    ...emptyPolicy,
    audit: {
      everyDays: 90,
      points: { low: 1, medium: 2, high: 3 },
      checks: [{ ...words, id: "long", advice: "Split it.", severity: "low", when: { fact: "users", atLeast: 900 } }],
    },
    tables: [
      table("named", [{ id: "crowd", title: "Crowd", when, tier: "central" }]),
      table("plain", [
        { when: { users: { atMost: 5 } }, tier: "team" },
        { when, tier: "central" },
      ]),
    ],
  };
  const held = {
    "policy.json": JSON.stringify(policy),
    "apps.ndjson": lines({ id: "a", name: "A", audience: { users: 300 } }),
  };

  test("rows of tables are found by their titles, or those of their tables", async () => {
    const { printed } = await runOn(held, ["audit", "apps.ndjson", "--policy", "policy.json"]);
    expect(printed).toContain("  Crowd           a row of a table  1\n  Table plain     a row of a table  1\n");
  });

  test("apps that are not remembered, and apps that are not listed, are told", async () => {
    const report = await expected();
    const many = { ...report, summary: { ...report.summary, forgotten: 2 } };
    const told = (audited: typeof report) =>
      [
        ...auditInMarkdown(audited, standardPolicy, (ranked) =>
          rankedInWords(ranked, standardPolicy, standardFacts, undefined),
        ),
      ].join("");
    expect(told(many)).toContain("\n- Among the last 2 apps, two apps with one id may go unnoticed.\n");
    expect(told(report)).not.toContain("go unseen");
    expect(told(await expected({ capacity: 0 }))).toContain("\n- None is listed. 2 more deserve a look.\n");
  });
});

describe("for programs", () => {
  test.each(["apps.ndjson", "apps.json", "marked.ndjson"])("as JSON it is what the library says: %s", async (file) => {
    const { code, printed } = await run(file, "--json");
    expect(JSON.parse(printed)).toEqual(await expected());
    expect(code).toBe(0);
  });

  test("what is no JSON is told in it as a sentence, with the line that it stands in", async () => {
    const { printed } = await run("broken.ndjson", "--json");
    const told = JSON.parse(printed).unreadable.map(({ position, problems }: UnreadableApp) => [
      position,
      problems[0]?.message,
    ]);
    expect(told).toEqual([
      [2, "This is not JSON: A value is missing before the end, or a comma is too many."],
      [4, expect.stringContaining("text")],
    ]);
  });

  test("the days, the approvals and the capacity are those that were given", async () => {
    const given = { asOf: "2026-04-30", since: "2026-01-31", approvals: [approval], capacity: 1 };
    const { printed } = await run(
      "apps.ndjson",
      ...["--as-of", given.asOf, "--since", given.since, "--approvals", "approvals.json", "--capacity", "1", "--json"],
    );
    expect(JSON.parse(printed)).toEqual(await expected(given));
  });

  test("as SARIF it has a result for every finding of a ranked app", async () => {
    const { printed } = await run("apps.ndjson", "--format", "sarif");
    const { ranked } = await expected();
    const found = ranked.flatMap(({ findings }) => findings.map(({ id }) => id));
    const results: readonly { readonly ruleId: string }[] = JSON.parse(printed).runs[0].results;
    expect(results.map(({ ruleId }) => ruleId)).toEqual(found);
  });

  test("one app alone is a portfolio, and may come from standard input", async () => {
    const { printed } = await runOn({ "-": files["one.json"] ?? "" }, ["audit", "-", "--json"]);
    expect(JSON.parse(printed).summary.apps).toBe(1);
  });
});

describe("what cannot be read is complained of, and the others are audited", () => {
  test.each([
    [
      "broken.ndjson",
      [
        "broken.ndjson, line 2, column 8: This is not JSON: A value is missing before the end",
        "broken.ndjson, line 4 (tags), at /name: ",
      ],
    ],
    ["broken.json", ["broken.json, entry 2 (tags), at /name: "]],
    ["odd.ndjson", ["odd.ndjson, line 2, column 1: The list ended before this; what follows is read line by line."]],
    ["texts.json", ['texts.json, entry 1: Expected an object, but saw "dock".']],
  ])("%s", async (file, complaints) => {
    const { code, printed, complained } = await run(file);
    for (const complaint of complaints) expect(complained).toContain(complaint);
    expect(printed).toContain("could not be read.");
    expect(printed).toContain("Dock | plan");
    expect(code).toBe(2);
  });

  test("a file that breaks off is reported as far as it was read", async () => {
    const { code, printed, complained } = await runOn(files, ["audit", "apps.ndjson"], { breaksOffAfter: 1 });
    expect(complained).toBe("apps.ndjson, after line 1: nothing more could be read. The file is gone.\n");
    expect(printed).toContain("This audit is not complete: the portfolio broke off.");
    expect(printed).toContain("Price tags");
    expect(code).toBe(2);
  });
});

test("a list that ends before its end is no whole portfolio", async () => {
  const cut = { "cut.json": `[${JSON.stringify(dock)},\n` };
  const { code, printed, complained } = await runOn(cut, ["audit", "cut.json"]);
  expect(complained).toBe(
    "cut.json, after entry 1: nothing more could be read. cut.json, line 2, column 1: The file ends before its list does: some of it is missing.\n",
  );
  expect(printed).toContain("1 app: ");
  expect(printed).toContain("This audit is not complete: the portfolio broke off.");
  expect(code).toBe(2);
});

describe("an audit that saw no app has found nothing out", () => {
  test.each(["empty.ndjson", "empty.json"])("and ends with 1: %s", async (file) => {
    const { code, printed, complained } = await run(file);
    expect(code).toBe(1);
    expect(printed).toContain("No app could be looked at, so there is nothing to report.");
    expect(complained).toBe(
      `${file}: There is no app in it, so nothing was looked at. If that is intended, say --allow-empty.\n`,
    );
  });

  test("but where that is meant, it ends with 0", async () => {
    const { code, complained } = await run("empty.json", "--allow-empty");
    expect([code, complained]).toEqual([0, ""]);
  });

  test("and what cannot be read is no app that was not there", async () => {
    const unreadable = await runOn({ "apps.json": '["dock"]' }, ["audit", "apps.json"]);
    expect(unreadable.code).toBe(2);
    expect(unreadable.complained).not.toContain("--allow-empty");
  });
});

describe("how far it has come", () => {
  const many = {
    "many.ndjson": lines(...Array.from({ length: 2500 }, (_, index) => ({ ...tags, id: `app-${index}` }))),
  };

  test("is told to whoever is there to see it, and taken away at the end", async () => {
    const { complained } = await runOn(many, ["audit", "many.ndjson", "--json"], { showsProgress: true });
    expect(complained).toBe("\r1000 apps so far\r2000 apps so far\r\u001b[K");
  });

  test("is told to nobody else", async () => {
    expect((await runOn(many, ["audit", "many.ndjson", "--json"])).complained).toBe("");
  });
});

test.each([
  ["a day that is none", ["apps.ndjson", "--as-of", "soon"], '--as-of takes a day such as 2026-03-31, not "soon".'],
  ["a last audit that is still to come", ["apps.ndjson", "--since", "2026-04-01"], "2026-04-01"],
  [
    "a day that no month has",
    ["apps.ndjson", "--since", "2026-02-30"],
    '--since takes a day such as 2026-03-31, not "2026-02-30".',
  ],
  [
    "a capacity that is none",
    ["apps.ndjson", "--capacity", "some"],
    '--capacity takes a whole number of apps, 1 or more, not "some".',
  ],
  ["a capacity for nothing", ["apps.ndjson", "--capacity", "0"], 'not "0"'],
  ["a format that is none", ["apps.ndjson", "--format", "pdf"], "text, md, html, csv, json, sarif"],
])("%s is refused with a word of help", async (_, argv, words) => {
  const { code, printed, complained } = await run(...argv);
  expect([code, printed]).toEqual([2, ""]);
  expect(complained).toContain(words);
});

test("an error of its own making is not taken for bad input", async () => {
  const today = () => {
    throw new TypeError("Our own fault.");
  };
  await expect(runOn(files, ["audit", "apps.ndjson"], { today })).rejects.toThrow("Our own fault.");
});
