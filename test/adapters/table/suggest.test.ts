import { type Cell, fromTable, type MappedColumn, suggestMapping, tableMappings } from "plimsoll/adapters";
import { safeParseMapping } from "plimsoll/schema";
import { describe, expect, test } from "vitest";

const columnsFor = (...rows: readonly (readonly Cell[])[]): readonly MappedColumn[] =>
  suggestMapping(rows).mapping.columns;

const whyOf = (heading: string, ...cells: readonly Cell[]): string | undefined =>
  suggestMapping([["App name", heading], ...cells.map((cell) => ["A", cell])]).unplaced[0]?.why;

describe("headings that say what they are", () => {
  test.each<readonly [string, string]>([
    ["# users", "/audience/users"],
    ["Anzahl Nutzer", "/audience/users"],
    ["Owner (IT)", "/ownership/itOwner"],
    ["Business Owner", "/ownership/businessOwner"],
    ["Department(s)", "/audience/departments"],
    ["Connects to", "/integrations/-/system"],
    ["Schnittstellen", "/integrations/-/system"],
    ["Personal data?", "/data/-/class"],
    ["Personenbezogene Daten", "/data/-/class"],
    ["Business critical", "/criticality/dailyDependence"],
    ["Go-Live", "/lifecycle/productionSince"],
    ["App Last Launched On", "/lifecycle/lastUsedOn"],
    ["admin_appsharedusers", "/audience/canOpen"],
  ])("%j is placed at %s", (heading, to) => {
    const [, column] = columnsFor(["App name", heading]);
    expect(column).toMatchObject({ column: heading, to });
  });

  test("a maker is asked for, and not copied", () => {
    expect(columnsFor(["App name", "Built by"])[1]).toMatchObject({ ask: "/ownership/builderPresent" });
  });
});

describe("headings that could mean two things", () => {
  test.each(["Owner", "Criticality", "Dependencies", "Status", "Usage", "Environment", "Type", "Direction"])(
    "%j is not placed, and says what could be written",
    (heading) => {
      expect(columnsFor(["App name", heading]).length).toBe(1);
      expect(whyOf(heading)).toMatch(/ (?:can be|does not say|are told together).*(?:"to"|"\/|"values")/);
    },
  );

  test("a heading that nobody knows says what there is to do", () => {
    expect(whyOf("Colour")).toBe('Nothing is known of this heading. Place it, with "to", or list it in "ignore".');
  });

  test("a second heading for the same place is not placed", () => {
    const { unplaced } = suggestMapping([["App name", "Users", "Number of users"]]);
    expect(unplaced).toMatchObject([{ heading: "Number of users", could: { to: "/audience/users" } }]);
    expect(unplaced[0]?.why).toContain('"Users" seems to tell the same');
  });

  test("headings of one program for the same place are read in its order", () => {
    const headings = ["App Display Name", "App Shared Users", "Colour", "Total Shared", "admin_totalshared"];
    const { mapping, unplaced } = suggestMapping([headings]);
    expect(mapping.columns[1]).toEqual({
      column: "admin_totalshared",
      or: ["Total Shared", "App Shared Users"],
      to: "/audience/canOpen",
      atLeast: true,
    });
    expect(unplaced.map(({ heading }) => heading)).toEqual(["Colour"]);
    expect(safeParseMapping(mapping).ok).toBe(true);
  });

  test("nor is one that two columns have", () => {
    expect(suggestMapping([["App name", "Users", "users"]]).unplaced.length).toBe(2);
  });
});

describe("what stands below a heading", () => {
  test("says in which order days are written, where only one is possible", () => {
    const goLive = (...cells: readonly Cell[]) =>
      columnsFor(["App name", "Go-live"], ...cells.map((cell) => ["A", cell]))[1];
    expect(goLive("2026-01-31")).toEqual({ column: "Go-live", to: "/lifecycle/productionSince" });
    expect(goLive("31.01.2026", "01.02.2026")).toMatchObject({ dates: "day-first" });
    expect(goLive("01/31/2026")).toMatchObject({ dates: "month-first" });
    expect(goLive("01/02/2026")).toBeUndefined();
    expect(whyOf("Go-live", "01/02/2026")).toContain('"dates": "day-first" or "month-first"');
  });

  test("takes a place back, where most of it does not fit", () => {
    expect(whyOf("Business critical", 1, 5, 3)).toContain("which is neither yes nor no");
    expect(whyOf("Users", "Sales team", "HR")).toContain("which is not a number");
    expect(columnsFor(["App name", "Users"], ["A", 1], ["B", 2], ["C", "many"]).length).toBe(2);
  });

  test("leaves it open whether commas part names", () => {
    const { unplaced } = suggestMapping([
      ["App name", "Connects to"],
      ["A", "SAP, Jira"],
    ]);
    expect(unplaced).toMatchObject([{ heading: "Connects to", could: { to: "/integrations/-/system", split: [","] } }]);
    expect(columnsFor(["App name", "Connects to"], ["A", "SAP; Jira, Inc."]).length).toBe(2);
  });

  test("is looked at below titles, and notes are no apps", () => {
    const { mapping } = suggestMapping([["Our apps"], [], ["App name", "Users"], ["REQUIRED", "Optional"], ["A", 12]]);
    expect(mapping).toEqual({
      skipRows: 1,
      columns: [
        { column: "App name", to: "/name" },
        { column: "Users", to: "/audience/users" },
      ],
    });
  });
});

test("nothing is made of nothing", () => {
  expect(suggestMapping([])).toEqual({ mapping: { columns: [] }, unplaced: [] });
});

test("what is suggested is a mapping, and reads the table that it was made for", () => {
  const rows: readonly (readonly Cell[])[] = [
    [
      "App name",
      "Owner (IT)",
      "# users",
      "Personal data?",
      "Connects to",
      "Business critical",
      "Go-live",
      "Department(s)",
    ],
    ["Rota", "K. Weber", "50-100", "ja", "SAP; Jira", "x", { day: "2024-03-01" }, "HR; Sales"],
  ];
  const { mapping, unplaced } = suggestMapping(rows);
  expect(unplaced).toEqual([]);
  expect(safeParseMapping(mapping)).toEqual({ ok: true, value: mapping });
  const { apps, problems } = fromTable(rows, mapping, { file: "register.csv" });
  expect(problems).toEqual([]);
  expect(apps[0]?.problems).toEqual([]);
  expect(apps[0]?.profile).toMatchObject({
    audience: { users: { atLeast: 50, atMost: 100 }, departments: ["HR", "Sales"] },
    ownership: { itOwner: "K. Weber" },
    data: [{ class: "personal" }],
    criticality: { dailyDependence: true },
    lifecycle: { productionSince: "2024-03-01" },
  });
});

describe("mappings that come with the package", () => {
  test.each(Object.entries(tableMappings))("%s is one", (_, mapping) => {
    expect(safeParseMapping(mapping)).toEqual({ ok: true, value: mapping });
  });

  test("rows of the resource graph are read by their type", () => {
    const rows = [
      ["name", "type", "displayName", "environmentId"],
      ["1", "microsoft.powerapps/canvasapps", "Rooms", "Default-e1dd"],
      ["2", "microsoft.powerautomate/cloudflows", "Reminder", "e1dd"],
      ["3", "microsoft.powerplatform/environments", "Sandbox", ""],
    ];
    const { apps, problems } = fromTable(rows, tableMappings["power-platform-resources"], { file: "rows.csv" });
    expect(problems).toEqual([]);
    expect(apps.map(({ profile }) => profile)).toEqual([
      { id: "1", name: "Rooms", kind: "app", platform: "Power Apps", operation: { environment: "default" } },
      { id: "2", name: "Reminder", kind: "flow", platform: "Power Automate" },
    ]);
  });

  test("the kit's columns tell what the inventory adapter tells", () => {
    const rows = [
      [
        "admin_appidstring",
        "admin_displayname",
        "admin_appsharedgroups",
        "admin_requirement_6@OData.Community.Display.V1.FormattedValue",
        "admin_appowner",
      ],
      ["37ea", "Rooms", 2, "Internal", "A Person"],
    ];
    const [rooms] = fromTable(rows, tableMappings["coe-apps"], { file: "apps.csv" }).apps;
    expect(rooms?.profile.data).toEqual([{ label: "Internal" }]);
    expect(rooms?.hints.map(({ pointer }) => pointer).sort()).toEqual([
      "/audience/canOpen",
      "/ownership/builderPresent",
    ]);
    expect(JSON.stringify(rooms?.profile)).not.toContain("Person");
  });
});
