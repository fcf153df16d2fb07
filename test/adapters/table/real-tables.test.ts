import { createReadStream } from "node:fs";
import { safeParseProfile } from "plimsoll";
import {
  type Adapted,
  fromTable,
  type Inventory,
  type Mapping,
  suggestMapping,
  tableMappings,
} from "plimsoll/adapters";
import { describe, expect } from "vitest";
import { readTables } from "../../../src/cli/reading/tables/read-table.js";
import { onSharedData, pathOf } from "../shared-data.js";
import { evidenceIsInCells, type Sheet } from "./evidence-in-cells.js";

const folder = "app-inventories/files";

async function sheetsOf(file: string): Promise<readonly Sheet[]> {
  const tables = await readTables(createReadStream(pathOf(`${folder}/${file}`)), file);
  const sheets: Sheet[] = [];
  for (const { sheet, rows } of tables) {
    const read: Sheet["rows"][number][] = [];
    for await (const cells of rows) read.push(cells);
    sheets.push({ source: { file, ...(sheet !== undefined && { sheet }) }, rows: read });
  }
  return sheets;
}

async function read(file: string, mapping: Mapping): Promise<Inventory> {
  const sheets = await sheetsOf(file);
  const inventories = sheets.map(({ source, rows }) => fromTable(rows, mapping, source));
  for (const { apps } of inventories)
    for (const app of apps) {
      expect(safeParseProfile(app.profile)).toEqual({ ok: true, value: app.profile });
      evidenceIsInCells(app, sheets);
    }
  return { apps: inventories.flatMap(({ apps }) => apps), problems: inventories.flatMap(({ problems }) => problems) };
}

const named = (apps: readonly Adapted[], name: string) =>
  apps.find(({ profile }) => profile.name === name) ?? expect.fail(`There is no ${name}.`);

describe("real tables", () => {
  onSharedData("an assessment of applications in CSV", async () => {
    const { apps, problems } = await read("application-assessment.csv", tableMappings["application-assessment"]);
    expect(problems).toEqual([]);
    expect(apps.length).toBe(211);
    expect(named(apps, "Email Archive Platform").profile.audience).toEqual({ users: 170 });
    expect(apps.flatMap((app) => app.problems)).toEqual([]);
  });

  onSharedData("the same in a workbook with other sheets, and a second row of headings", async () => {
    const mapping = tableMappings["application-assessment-workbook"];
    const { apps, problems } = await read("application-data-input-template.xlsx", mapping);
    // Its last rows wait for somebody to fill them in.
    expect(problems.map(({ places }) => places.map(({ row }) => row))).toEqual([[8], [9], [10]]);
    const sap = named(apps, "SAP ERP");
    expect(sap.profile.audience).toEqual({ users: 500 });
    expect(sap.evidence.find(({ pointer }) => pointer === "/audience/users")?.at).toEqual({
      file: "application-data-input-template.xlsx",
      sheet: "Application Data",
      row: 3,
      column: "F",
    });
  });

  onSharedData("an import of applications, with quotes behind blanks", async () => {
    const { apps, problems } = await read("application-import-template.csv", tableMappings["konveyor-applications"]);
    expect(problems).toEqual([]);
    expect(apps.map(({ profile }) => profile.name)).toEqual([
      "Customer Management",
      "Inventory Tracker",
      "API Gateway Service",
    ]);
    expect(JSON.stringify(apps)).not.toContain("A Person");
  });

  onSharedData("rows of shares, several of one app, with names that contradict each other", async () => {
    const { apps } = await read("app-role-assignments.csv", tableMappings["power-apps-shares"]);
    expect(apps.map(({ profile }) => [profile.name, profile.audience?.canOpen])).toEqual([
      ["PowerApps-1", { atLeast: 5 }],
      ["PowerApps-1", { atLeast: 2 }],
      ["Temp Issue Solving", { atLeast: 1 }],
      ["PenInputDemo", { atLeast: 1 }],
    ]);
    expect(apps[0]?.problems.map(({ code }) => code)).toEqual(["contradiction"]);
  });

  onSharedData("every label and column of the kit's app form is placed or known not to be", async () => {
    const [list] = await sheetsOf("coe-columns.csv");
    const forApps = (list?.rows ?? []).filter(([table]) => table === "admin_app");
    const labels = [
      ...new Set(forApps.flatMap(([, label]) => (typeof label === "string" && label !== "" ? [label] : []))),
    ];
    const { mapping, unplaced } = suggestMapping([labels]);
    expect(mapping.columns.map(({ column }) => column)).toEqual(
      expect.arrayContaining([
        "AppIDString",
        "App Display Name",
        "App Description",
        "App Created On",
        "App Modified On",
        "Total Shared",
        "App is Orphaned",
        "Business Impact",
        "Data Classification",
        "App Owner",
      ]),
    );
    const placed = mapping.columns.flatMap(({ column, or = [] }) => [column, ...or]);
    expect([...placed, ...unplaced.map(({ heading }) => heading)].sort()).toEqual([...labels].sort());
  });

  onSharedData("headings of an assessment are not guessed", async () => {
    const [sheet] = await sheetsOf("application-assessment.csv");
    const { mapping, unplaced } = suggestMapping(sheet?.rows.slice(0, 100) ?? []);
    expect(mapping.columns).toEqual([{ column: "Application Name", to: "/name" }]);
    expect(unplaced.map(({ heading }) => heading)).toContain("Owner");
  });
});
