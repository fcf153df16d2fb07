import { describe, expect, test } from "vitest";
import { runOn } from "../a-terminal.js";
import { named, runImport } from "../run-import.js";

describe("tables", () => {
  const register = "App,# users,Connects to\nRota,12,\nStock,many,SAP; Jira\n";
  const map = {
    columns: [
      { column: "App", to: "/name" },
      { column: "# users", to: "/audience/users" },
      { column: "Connects to", to: "/integrations/-/system", split: [";"] },
    ],
  };
  const files = {
    "apps.csv": register,
    "map.json": JSON.stringify(map),
    "wrong.json": '{ "columns": [{ "column": "App", "to": "/nam" }] }',
  };
  const roles =
    "AppName,DisplayName,PrincipalDisplayName,PrincipalEmail,PrincipalType,RoleType,Environment\n" +
    "a-1,Rooms,One,one@example.org,User,CanEdit,default-1\na-1,Rooms,Two,two@example.org,User,CanView,default-1\n";

  test("are read by a mapping, each app as it comes, and each cell that does not fit is told", async () => {
    const { code, read, complained } = await runImport(files, "apps.csv", "--map", "map.json");
    expect([code, read]).toEqual([
      0,
      [
        { id: "Rota", name: "Rota", audience: { users: 12 } },
        {
          id: "Stock",
          name: "Stock",
          integrations: [{ system: "SAP" }, { system: "Jira" }],
          partial: ["/integrations"],
        },
      ],
    ]);
    expect(complained).toBe(
      'Stock (apps.csv, B3): "# users" says "many", which is not a number. Write a number such as 12, or 50-100, 100+ or <20.\n',
    );
  });

  test("without one, those of known exports are read, and no others", async () => {
    const { read } = await runImport({ "roles.csv": roles }, "roles.csv");
    expect(read).toMatchObject([{ id: "a-1", name: "Rooms", audience: { canOpen: { atLeast: 2 } } }]);
    const { code, complained } = await runImport(files, "apps.csv");
    expect([code, complained]).toEqual([
      2,
      expect.stringMatching(/^apps\.csv: No mapping is known for this table\. .* --suggest/),
    ]);
  });

  test("in a folder are put together with what else there is, and those of one's own are passed over without a mapping", async () => {
    const all = {
      "e/apps.csv": register,
      "e/rota.json": '{ "id": "Rota", "name": "Rota", "kind": "app" }',
      "map.json": files["map.json"],
    };
    const { code, read } = await runImport(all, "e", "--map", "map.json");
    expect([code, read]).toEqual([
      0,
      [expect.objectContaining({ kind: "app", audience: { users: 12 } }), expect.objectContaining({ id: "Stock" })],
    ]);
    expect((await runImport(all, "e")).complained).toBe(
      "e/apps.csv: No mapping is known for this table. Write a first one with plimsoll import e/apps.csv --suggest, and say it with --map.\n",
    );
  });

  test("one mapping for a register leaves exports to those that are known for them", async () => {
    const all = { "e/apps.csv": register, "e/roles.csv": roles, "map.json": files["map.json"] };
    const { read } = await runImport(all, "e", "--map", "map.json");
    expect(named(read)).toEqual(["Rota", "Stock", "Rooms"]);
  });

  test("a mapping that is none is refused with its place", async () => {
    const { code, complained } = await runImport(files, "apps.csv", "--map", "wrong.json");
    expect([code, complained]).toEqual([2, expect.stringMatching(/^wrong\.json, at \/columns\/0\/to: /)]);
  });

  test("are told with their cells", async () => {
    const { printed } = await runOn({ ...files, "apps.csv": "App,# users,Connects to\nRota,140,\n" }, [
      "classify",
      "apps.csv",
      "--map",
      "map.json",
    ]);
    expect(printed).toContain("140 people; the line is 100 or more. (apps.csv, B2)");
  });

  test("that break off are told for as far as they were read", async () => {
    const cut = Buffer.concat([
      Buffer.from("App,# users,Connects to\nRota,12,\nWards,30,\nStock,"),
      Uint8Array.of(0xff, 0x0a),
    ]);
    const { code, read, complained } = await runImport({ ...files, "apps.csv": cut }, "apps.csv", "--map", "map.json");
    expect([code, named(read)[0]]).toEqual([2, "Rota"]);
    expect(complained).toMatch(/^apps\.csv: Line 4 is not written in UTF-8/);
  });

  test("a first mapping is suggested, which reads them, and what has no place is told", async () => {
    const table = { "apps.csv": "App name;# Users;Owner\nRota;12;Sales\n" };
    const { code, printed, complained } = await runOn(table, ["import", "apps.csv", "--suggest"]);
    expect([code, complained]).toEqual([0, expect.stringMatching(/^"Owner" is not placed\. .*\n$/)]);
    const { read } = await runImport({ ...table, "map.json": printed }, "apps.csv", "--map", "map.json");
    expect(read).toEqual([{ id: "Rota", name: "Rota", audience: { users: 12 } }]);
  });

  test.each([
    [["apps.csv", "map.json", "--suggest"], 2, "--suggest takes one table"],
    [["map.json", "--suggest"], 2, "--suggest takes one table"],
    [["odd.csv", "--suggest"], 1, "odd.csv: There is no table in it of which a column can be placed."],
  ] as const)("and of nothing else: %j", async (argv, code, complaint) => {
    const ending = await runOn({ ...files, "odd.csv": "x;y\n1;2\n" }, ["import", ...argv]);
    expect([ending.code, ending.printed]).toEqual([code, ""]);
    expect(ending.complained).toContain(complaint);
  });
});
