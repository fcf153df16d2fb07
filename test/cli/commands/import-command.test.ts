import { classify, safeParseProfile } from "plimsoll";
import { describe, expect, test } from "vitest";
import { onSharedData, readShared, sharedFiles } from "../../adapters/shared-data.js";
import { runOn } from "../a-terminal.js";
import { archiveOf } from "../reading/exports/an-archive.js";
import { row, workbook } from "../reading/tables/a-workbook.js";
import { named, runImport } from "../run-import.js";
import { readSarif } from "../sarif-schema.js";

type Files = Readonly<Record<string, string | Uint8Array>>;

const workflow = (id: string, name: string, type = "postgres") =>
  JSON.stringify(
    {
      ...(id !== "" && { id }),
      name,
      nodes: [
        { type: "n8n-nodes-base.webhook", name: "Order", parameters: { path: "orders" } },
        { type: `n8n-nodes-base.${type}`, typeVersion: 2, name: "Save", parameters: { operation: "insert" } },
      ],
      connections: { Order: { main: [[{ node: "Save", type: "main", index: 0 }]] } },
    },
    null,
    1,
  );

const answers = JSON.stringify({ id: "7", name: "Orders", audience: { users: 12 } });

test("nothing but profiles is printed, one a line", async () => {
  const { code, printed } = await runOn({ "apps.json": `[${answers}, ${answers.replace('"7"', '"8"')}]` }, [
    "import",
    "apps.json",
  ]);
  expect(code).toBe(0);
  expect(printed).toMatch(/^\{"id":"7".*\}\n\{"id":"8".*\}\n$/);
});

describe("what paths there are", () => {
  const orders = workflow("7", "Orders");
  test.each([
    ["a file", { "orders.json": orders }, "orders.json"],
    ["a file without an ending", { orders }, "orders"],
    ["a folder", { "exports/deep/orders.json": orders, "exports/logo.png": "?" }, "exports"],
    ["standard input", { "-": orders }, "-"],
    ["profiles as YAML", { "apps.yaml": "id: o\nname: Orders\n" }, "apps.yaml"],
  ])("%s", async (_, files, path) => {
    const { code, read, complained } = await runImport(files, path);
    expect([code, named(read), complained]).toEqual([0, ["Orders"], ""]);
  });

  test("an archive, and an archive in it", async () => {
    const inner = await archiveOf({ "Src/Home.pa.yaml": "Screens:\n  Home:\n", "References/DataSources.json": "{}" });
    const files = { "all.zip": await archiveOf({ "w/orders.json": orders, "CanvasApps/rooms.msapp": inner }) };
    const { code, read } = await runImport(files, "all.zip");
    expect([code, named(read)]).toEqual([0, ["Orders", "rooms"]]);
  });

  test("archives in too many archives are told", async () => {
    let packed: string | Uint8Array = orders;
    for (let depth = 0; depth < 5; depth++)
      packed = await archiveOf({ [depth === 0 ? "orders.json" : "in.zip"]: packed });
    const { code, read, complained } = await runImport({ "a.zip": packed }, "a.zip");
    expect([code, read]).toEqual([2, []]);
    expect(complained).toContain("a.zip/in.zip/in.zip/in.zip: This is an archive in too many archives");
  });
});

describe("what several sources tell of one app", () => {
  test("is put together, by its id", async () => {
    const { read } = await runImport(
      { "orders.json": workflow("7", "Orders"), "answers.json": answers },
      "orders.json",
      "answers.json",
    );
    expect(read).toEqual([expect.objectContaining({ id: "7", name: "Orders", audience: { users: 12 } })]);
    expect(read[0]).toHaveProperty("integrations.0.direction", "write");
  });

  test("and each statement keeps its place: a pointer into the file, and a line", async () => {
    const files = {
      "orders.json": workflow("7", "Orders"),
      "answers.ndjson": `{"id":"8","name":"Rota"}\n${answers}\n`,
    };
    const { read } = await runImport(files, "orders.json", "answers.ndjson", "--evidence");
    const evidence: readonly { readonly pointer: string; readonly at: unknown }[] = Object(
      read.find((each) => Object(each).profile.id === "7"),
    ).evidence;
    const at = (pointer: string) => evidence.filter((each) => each.pointer === pointer).map((each) => each.at);
    expect(at("/audience/users")).toEqual([{ file: "answers.ndjson", line: 2, pointer: "/audience/users" }]);
    expect(at("/integrations/0/direction")).toEqual([{ file: "orders.json", line: 12, pointer: "/nodes/1" }]);
  });

  test("but two workflows with one id and two names are two apps", async () => {
    const files = { "x/1.json": workflow("1", "Orders"), "y/1.json": workflow("1", "Invoices") };
    const { read, complained } = await runImport(files, "x", "y");
    expect(named(read)).toEqual(["Invoices", "Orders"]);
    expect(complained).toBe('Several apps have the id "1". Each is kept, and approvals count for all of them.\n');
  });

  test("and without ids they have those of their files", async () => {
    const files = { "x/flow.json": workflow("", "Orders"), "y/flow.json": workflow("", "Invoices") };
    const { read, complained } = await runImport(files, "x", "y");
    expect(read.map((each) => Object(each).id)).toEqual(["x/flow", "y/flow"]);
    expect(complained).toBe("");
  });

  test("contradictions are told with their places", async () => {
    const two = (users: number) => JSON.stringify({ id: "7", name: "Orders", audience: { users } });
    const { code, read, complained } = await runImport({ "a.json": two(3), "b.json": two(4) }, "a.json", "b.json");
    expect([code, read]).toEqual([0, [{ id: "7", name: "Orders" }]]);
    expect(complained).toBe(
      "Orders (a.json, /audience/users): The sources contradict each other: 4 at b.json/audience/users, and 3 at a.json/audience/users. Find out which is right; until then the fact stays open.\n",
    );
  });
});

describe("what cannot be read stops nothing else", () => {
  const orders = workflow("7", "Orders");
  const bad: readonly (readonly [title: string, files: Files, complaint: string])[] = [
    ["a file that is cut off", { "e/cut.json": '{ "nodes": [' }, "e/cut.json: This is not JSON"],
    [
      "a file in another encoding",
      { "e/cut.json": Uint8Array.of(0x7b, 0xff, 0x7d) },
      "e/cut.json: This is not written in UTF-8.",
    ],
    ["an archive that is none", { "e/a.zip": "PK" }, "e/a.zip: This is no archive, or it is damaged."],
    [
      "a profile with a mistake",
      { "e/p.json": '{ "id": "p", "name": "P", "audience": { "users": -1 } }' },
      "e/p.json: At /audience/users: ",
    ],
    ["a line that is no profile", { "e/p.ndjson": `${answers}\n{` }, "e/p.ndjson, line 2"],
    ["lines in another encoding", { "e/p.ndjson": Uint8Array.of(0xff, 0xfe, 0x7b, 0) }, "e/p.ndjson: "],
    [
      "a row of something else",
      { "e/i.json": '[{ "type": "microsoft.powerapps/x", "properties": {} }]' },
      "e/i.json: At /0: ",
    ],
  ];
  test.each(bad)("%s", async (_, files, complaint) => {
    const { code, read, complained } = await runImport({ "e/orders.json": orders, ...files }, "e");
    expect([code, named(read).includes("Orders")]).toEqual([2, true]);
    expect(complained).toContain(complaint);
  });

  test("what is no export is passed over in a folder, and told", async () => {
    const files = { "e/orders.json": orders, "e/menu.json": '{ "soup": "leek" }', "e/list.json": "[1]" };
    expect(await runImport(files, "e")).toMatchObject({
      code: 0,
      complained: "2 files are in no format that plimsoll reads: e/list.json, e/menu.json.\n",
    });
  });

  test("and refused where it was named", async () => {
    const { code, complained } = await runImport({ "menu.json": '{ "soup": "leek" }' }, "menu.json");
    expect([code, complained]).toEqual([
      2,
      "menu.json: This is in no format that plimsoll reads, and holds no app profile.\n",
    ]);
  });

  test("a path that is not there is told", async () => {
    expect(await runImport({ "orders.json": orders }, "orders.json", "gone")).toMatchObject({
      code: 2,
      complained: "gone: There is no file gone.\n",
    });
  });

  test("where there is no app, that is no success, unless it is meant", async () => {
    const files = { "e/menu.json": "{}" };
    expect((await runImport(files, "e")).code).toBe(1);
    expect((await runImport(files, "e", "--allow-empty")).code).toBe(0);
  });
});

test("agents are read with their YAML", async () => {
  const files = {
    "w/settings.mcs.yml": "schemaName: helper\ndisplayName: Helper\n",
    "w/agent.mcs.yml": "kind: GptComponentMetadata\ninstructions: Help.\n",
    "w/icon.png": Uint8Array.of(0xff),
  };
  const { code, read } = await runImport(files, "w");
  expect([code, named(read)]).toEqual([0, ["Helper"]]);
});

test("connectors that no table has are named, and can be said", async () => {
  const files = {
    "own.json": workflow("7", "Books", "acmeLedger"),
    "ours.json": JSON.stringify({ n8n: { add: [{ id: "acmeLedger", title: "Ledger", does: { create: "insert" } }] } }),
    "wrong.json": JSON.stringify({ n8n: { ad: [] } }),
  };
  expect((await runImport(files, "own.json")).complained).toBe(
    "1 connector is not known: acmeLedger. Say with --connectors what it does.\n",
  );
  expect((await runImport(files, "own.json", "--connectors", "ours.json")).complained).toBe("");
  const { code, complained } = await runImport(files, "own.json", "--connectors", "wrong.json");
  expect([code, complained]).toEqual([2, expect.stringMatching(/^wrong\.json, at \/n8n\/ad: .*Did you mean "add"/)]);
});

describe("the commands that look at apps", () => {
  const files = { "e/orders.json": workflow("7", "Orders"), "e/answers.json": answers };

  test("classify and audit take the same paths, and say where in the export each thing was seen", async () => {
    for (const argv of [
      ["classify", "e"],
      ["audit", "e"],
      ["classify", "e", "--format", "md"],
      ["audit", "e", "--format", "md"],
    ]) {
      const { code, printed } = await runOn(files, argv);
      expect([argv, code]).toEqual([argv, 0]);
      expect(printed.replaceAll("\\", "")).toContain("(e/orders.json, line 12)");
    }
  });

  test("as JSON there is what the library says of what was read", async () => {
    const { read } = await runImport(files, "e");
    const { printed } = await runOn(files, ["classify", "e", "--json"]);
    const profiles = read.map((each) => safeParseProfile(each)).flatMap((each) => (each.ok ? [each.value] : []));
    expect(JSON.parse(printed)).toEqual(
      profiles.map((profile) => classify(profile, undefined, { asOf: "2026-03-31" })),
    );
  });

  test("a log of findings leads to the lines of the export", async () => {
    const { printed } = await runOn(files, ["audit", "e", "--format", "sarif"]);
    const [result] = readSarif(printed).runs[0]?.results ?? [];
    expect(result?.locations?.[0]?.physicalLocation).toEqual({
      artifactLocation: { uri: "e/orders.json" },
      region: { startLine: 12 },
    });
  });

  test("what cannot be read is a part of the audit", async () => {
    const { code, printed } = await runOn({ ...files, "e/cut.json": "{" }, ["audit", "e", "--json"]);
    expect([code, JSON.parse(printed).summary.unreadable]).toEqual([2, 1]);
  });

  test("an export may come from standard input, and a portfolio may be exports", async () => {
    const { printed } = await runOn({ "-": workflow("7", "Orders") }, ["classify", "-"]);
    expect(printed).toContain("standard input");
    const policy = (atLeast: number) =>
      JSON.stringify({
        id: "p",
        version: "1.0.0",
        title: "P",
        tiers: ["low", "high"].map((id) => ({ id, title: id, advice: "Go on." })),
        criteria: [{ id: "c", tier: "high", title: "C", why: "So.", when: { fact: "systemsWritten", atLeast } }],
      });
    const diff = await runOn({ ...files, "a.json": policy(1), "b.json": policy(2) }, [
      "diff",
      "a.json",
      "b.json",
      "--portfolio",
      "e",
    ]);
    expect(diff.printed).toContain("- Orders: high → low");
  });
});

onSharedData("a folder of real files is an audit, every app of which leads to its file", async () => {
  const folders = [
    "n8n/files",
    "power-automate/files",
    "node-red/files",
    "power-apps-canvas/apps",
    "copilot-studio/files",
  ];
  const files = Object.fromEntries(
    folders.flatMap((folder) =>
      sharedFiles(folder).map((file) => [`data/${folder}/${file}`, readShared(`${folder}/${file}`)]),
    ),
  );
  const { read } = await runImport(files, "data", "--evidence");
  expect(read.length).toBeGreaterThan(150);
  for (const each of read) {
    const { profile, evidence } = Object(each);
    expect(safeParseProfile(profile)).toMatchObject({ ok: true });
    for (const { at } of evidence) {
      const lines = String(files[at.file] ?? "").split("\n").length;
      const isThere = at.file in files || Object.keys(files).some((file) => file.startsWith(`${at.file}/`));
      expect([at, isThere, (at.line ?? 1) <= lines || !(at.file in files)]).toEqual([at, true, true]);
    }
  }
});

test("a workbook of which no sheet can be read is named once", async () => {
  const sheets = { Notes: row(1, "Dear all"), More: row(1, "See below") };
  const { complained } = await runImport(
    { "e/orders.json": workflow("7", "Orders"), "e/notes.xlsx": workbook({ sheets }) },
    "e",
  );
  expect(complained.match(/notes\.xlsx: No mapping is known/g)).toHaveLength(1);
});
