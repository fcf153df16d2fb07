import { safeParseProfile } from "plimsoll";
import { type Cell, fromTable, type MappedColumn, type Mapping } from "plimsoll/adapters";
import { describe, expect, test } from "vitest";
import { readCell, source } from "./a-table.js";

const systems = { to: "/integrations/-/system", split: [";"] } as const;

/** Reads a table of one app. */
function readRow(cells: Readonly<Record<string, Cell>>, columns: readonly MappedColumn[], rest: Partial<Mapping> = {}) {
  const mapping: Mapping = { columns: [{ column: "App", to: "/name" }, ...columns], ...rest };
  const { apps } = fromTable(
    [
      ["App", ...Object.keys(cells)],
      ["Rota", ...Object.values(cells)],
    ],
    mapping,
    source,
  );
  return apps[0] ?? expect.fail("The row was not read.");
}

describe("a list in one cell", () => {
  test("is parted by what the mapping says, and told in part", () => {
    const { profile } = readCell("SAP; Jira;; sap ", systems);
    expect(profile.integrations).toEqual([{ system: "SAP" }, { system: "Jira" }]);
    expect(profile.partial).toEqual(["/integrations"]);
  });

  test("is one name, where the mapping says nothing", () => {
    expect(readCell("SAP; Jira", { to: "/integrations/-/system" }).profile.integrations).toEqual([
      { system: "SAP; Jira" },
    ]);
  });

  test("leaves out what is not known, and keeps the rest", () => {
    expect(readCell("SAP; tbd", systems).profile.integrations).toEqual([{ system: "SAP" }]);
  });

  test.each(["yes", "x", "ja"])("%j names nothing, and is told", (cell) => {
    const { profile, problems } = readCell(cell, systems);
    expect(profile.integrations).toBeUndefined();
    expect(problems[0]?.message).toContain("which says that there is one, and not which");
  });

  test.each(["no", "none", "keine", "nein"])("%j says that there is none, which alone tells nothing", (cell) => {
    const { profile, problems } = readCell(cell, systems);
    expect(profile).toEqual({ id: "App 1", name: "App 1" });
    expect(problems).toEqual([]);
  });

  test("is not endless", () => {
    const cell = Array.from({ length: 2000 }, (_, index) => `System ${index}`).join(";");
    const { profile, problems } = readCell(cell, systems);
    expect(profile.integrations?.length).toBe(500);
    expect(problems.map(({ code }) => code)).toEqual(["too-large"]);
  });

  test("says what else is known of each entry", () => {
    const { profile, evidence } = readCell("SAP;Jira", { ...systems, with: { direction: "read" } });
    expect(profile.integrations).toEqual([
      { system: "SAP", direction: "read" },
      { system: "Jira", direction: "read" },
    ]);
    expect(evidence.filter(({ basis }) => basis === "mapping").map(({ pointer }) => pointer)).toEqual([
      "/integrations/0/direction",
      "/integrations/1/direction",
    ]);
  });

  test("of words is a list of words", () => {
    const { profile } = readCell("Sales\nHR", { to: "/audience/departments", split: ["\n"] });
    expect(profile.audience?.departments).toEqual(["Sales", "HR"]);
  });
});

describe("a whole list", () => {
  const whole = { whole: ["/integrations"] };

  test("is not told in part", () => {
    expect(readCell("SAP", systems, whole).profile).toMatchObject({ integrations: [{ system: "SAP" }] });
    expect(readCell("SAP", systems, whole).profile.partial).toBeUndefined();
  });

  test("is empty where a cell says so", () => {
    const { profile, evidence } = readCell("none", systems, whole);
    expect(profile.integrations).toEqual([]);
    expect(evidence.at(-1)).toEqual({
      pointer: "/integrations",
      value: [],
      at: { file: "register.csv", row: 2, column: "B" },
      basis: "stated",
    });
  });

  test.each(["", "tbd", "yes", { fault: "the error #REF!" }])("is not known where a cell says %j", (cell) => {
    expect(readCell(cell, systems, whole).profile.integrations).toBeUndefined();
  });

  test("is told in part in the rows where a cell could not be read", () => {
    expect(readCell("SAP; tbd", systems, whole).profile.partial).toEqual(["/integrations"]);
  });
});

describe("yes and no of a class of data", () => {
  const personal = { to: "/data/-/class", values: { yes: ["personal", "general"], no: null } };

  test.each(["yes", "Ja", true, "x"])("%j means what the mapping says of yes", (cell) => {
    expect(readCell(cell, personal).profile.data).toEqual([{ class: "personal" }, { class: "general" }]);
  });

  test.each(["no", "nein", false, "?"])("%j tells nothing, since others may be there", (cell) => {
    expect(readCell(cell, personal).profile.data).toBeUndefined();
  });
});

describe("columns that belong together", () => {
  const pair = (label: string): readonly MappedColumn[] => [
    { column: `System ${label}`, to: `/integrations/${label}/system`, split: [";"] },
    { column: `Direction ${label}`, to: `/integrations/${label}/direction`, split: [";"], values: { in: "read" } },
  ];
  // A direction is one value; `split` is for the case that it stands beside several systems.
  const columns = [...pair("1"), ...pair("2")];

  test("make entries of a list", () => {
    const { profile } = readRow(
      { "System 1": "SAP", "Direction 1": "in", "System 2": "Jira", "Direction 2": "" },
      columns,
    );
    expect(profile.integrations).toEqual([{ system: "SAP", direction: "read" }, { system: "Jira" }]);
  });

  test("and one direction is that of all systems beside it", () => {
    const { profile } = readRow({ "System 1": "SAP; Jira", "Direction 1": "read" }, pair("1"));
    expect(profile.integrations).toEqual([
      { system: "SAP", direction: "read" },
      { system: "Jira", direction: "read" },
    ]);
  });

  test("as many directions as systems belong to each other in order", () => {
    const { profile } = readRow({ "System 1": "SAP; Jira", "Direction 1": "read; write" }, pair("1"));
    expect(profile.integrations).toEqual([
      { system: "SAP", direction: "read" },
      { system: "Jira", direction: "write" },
    ]);
  });

  test("other numbers of them are told", () => {
    const { profile, problems } = readRow({ "System 1": "SAP; Jira; Box", "Direction 1": "read; write" }, pair("1"));
    expect(profile.integrations).toBeUndefined();
    expect(problems).toMatchObject([
      {
        code: "contradiction",
        places: [
          { row: 2, column: "B" },
          { row: 2, column: "C" },
        ],
      },
    ]);
  });

  test("a direction without a system is told", () => {
    const { profile, problems } = readRow({ "System 1": "", "Direction 1": "in" }, pair("1"));
    expect(profile.integrations).toBeUndefined();
    expect(problems).toMatchObject([{ code: "missing", places: [{ column: "C" }] }]);
  });
});

describe("one system in several cells", () => {
  const both: readonly MappedColumn[] = [
    { column: "Reads", to: "/integrations/-/system", with: { direction: "read" } },
    { column: "Writes", to: "/integrations/-/system", with: { direction: "write" } },
  ];

  test("is one entry, and read and written is both", () => {
    const { profile, evidence } = readRow({ Reads: "SAP", Writes: "sap" }, both);
    expect(profile.integrations).toEqual([{ system: "SAP", direction: "bidirectional" }]);
    expect(
      evidence.filter(({ pointer }) => pointer === "/integrations/0/direction").map(({ at }) => at.column),
    ).toEqual(["B", "C"]);
  });

  test("what contradicts itself is left open", () => {
    const columns: readonly MappedColumn[] = [
      { column: "A", to: "/integrations/-/system", with: { role: "channel" } },
      { column: "B", to: "/integrations/-/system", with: { role: "own-store" } },
    ];
    const { profile, problems } = readRow({ A: "SAP", B: "SAP" }, columns);
    expect(profile.integrations).toEqual([{ system: "SAP" }]);
    expect(problems).toMatchObject([{ code: "contradiction", places: [{ column: "B" }, { column: "C" }] }]);
  });
});

test("one column tells several places", () => {
  const { profile } = readRow({ Critical: "yes" }, [
    { column: "Critical", to: "/criticality/dailyDependence" },
    { column: "Critical", to: "/criticality/outage", values: { yes: "high", no: "low" } },
  ]);
  expect(profile.criticality).toEqual({ dailyDependence: true, outage: "high" });
});

test("several columns tell one list", () => {
  const { profile } = readRow({ HR: "yes", Sales: "no" }, [
    { column: "HR", to: "/audience/departments", values: { yes: "HR", no: null } },
    { column: "Sales", to: "/audience/departments", values: { yes: "Sales", no: null } },
  ]);
  expect(profile.audience?.departments).toEqual(["HR"]);
});

test("a list inside an entry has its members in it, and is told in part", () => {
  const { profile } = readRow({ System: "SAP", Does: "create, pay" }, [
    { column: "System", to: "/integrations/main/system" },
    { column: "Does", to: "/integrations/main/operations", split: [","] },
  ]);
  expect(profile.integrations).toEqual([{ system: "SAP", operations: ["create", "pay"] }]);
  expect(profile.partial).toEqual(["/integrations", "/integrations/0/operations"]);
  expect(safeParseProfile(profile).ok).toBe(true);
});

test("a column is read where another tells nothing", () => {
  const columns = [{ column: "Live", or: ["Planned"], to: "/lifecycle/productionSince" }];
  expect(readRow({ Live: "tbd", Planned: "2026-01-01" }, columns).profile.lifecycle).toEqual({
    productionSince: "2026-01-01",
  });
  expect(readRow({ Live: "2025-01-01", Planned: "2026-01-01" }, columns).profile.lifecycle).toEqual({
    productionSince: "2025-01-01",
  });
});

test("days in the wrong order are both left open, and told", () => {
  const { profile, problems } = readRow({ Begun: "2026-01-01", Live: "2025-01-01" }, [
    { column: "Begun", to: "/lifecycle/startedOn" },
    { column: "Live", to: "/lifecycle/productionSince" },
  ]);
  expect(profile.lifecycle).toBeUndefined();
  expect(problems.map(({ code }) => code)).toEqual(["contradiction"]);
});

test("a column can only word a question", () => {
  const columns = [{ column: "Maker", ask: "/ownership/builderPresent", question: "Is the maker still there?" }];
  const { profile, hints } = readRow({ Maker: "A Person" }, columns);
  expect(JSON.stringify(profile)).not.toContain("A Person");
  expect(hints).toEqual([
    {
      pointer: "/ownership/builderPresent",
      question: "Is the maker still there?",
      at: { file: "register.csv", row: 2, column: "B" },
    },
  ]);
  expect(readRow({ Maker: "none" }, columns).hints).toEqual([]);
});
