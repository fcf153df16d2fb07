import type { Mapping } from "../../mapping/index.js";
import { inventoryColumns, inventoryMapping } from "./derived.js";

const types = {
  app: [
    "microsoft.powerapps/canvasapps",
    "microsoft.powerapps/modeldrivenapps",
    "microsoft.powerapps/codeapps",
    "microsoft.powerapps/apps",
    "Canvas app",
    "Model driven app",
    "Model-driven app",
    "Power app",
  ],
  flow: ["microsoft.powerautomate/*", "microsoft.processsimple/environments/flows", "Cloud flow", "Flow"],
  agent: ["microsoft.copilotstudio/agents"],
} as const;

const byType = (meanings: Readonly<Record<keyof typeof types, string>>): Readonly<Record<string, string>> =>
  Object.fromEntries([
    ...types.app.map((type) => [type, meanings.app]),
    ...types.flow.map((type) => [type, meanings.flow]),
    ...types.agent.map((type) => [type, meanings.agent]),
  ]);

/** Scores from 1 to 10 say by themselves neither what is good nor what they are about; an owner is a department in one table, a person in another. */
const assessment = {
  title: "Assessment of applications, with scores",
  columns: [
    { column: "Application Name", to: "/name" },
    { column: "Usage", to: "/audience/users" },
  ],
  ignore: [
    ...["Owner", "Category", "Business Value", "Tech Health", "Cost", "Security", "Strategic Fit", "Redundancy"],
    ...["Vendor", "Last Updated", "Dependencies", "Composite Score", "Action Recommendation", "Comments"],
  ],
} as const satisfies Mapping;

const allMappings = () =>
  ({
    "coe-apps": inventoryMapping("Apps of the CoE kit", "Power Apps", "app"),
    "coe-flows": inventoryMapping("Flows of the CoE kit", "Power Automate", "flow"),
    "coe-agents": inventoryMapping("Agents of the CoE kit", "Copilot Studio", "agent"),
    "power-platform-resources": {
      title: "Resources of the Power Platform, as the resource graph or the lake of the CoE kit lists them",
      when: { type: [...types.app, ...types.flow, ...types.agent] },
      columns: [
        ...inventoryColumns(),
        { column: "type", to: "/kind", values: byType({ app: "app", flow: "flow", agent: "agent" }) },
        {
          column: "type",
          to: "/platform",
          values: byType({ app: "Power Apps", flow: "Power Automate", agent: "Copilot Studio" }),
        },
      ],
    },
    "power-apps-shares": {
      title: "Who apps are shared with, one row for each",
      rowsOfOneApp: "anywhere",
      when: { RoleType: ["CanView", "CanViewWithShare", "CanEdit", "Owner"] },
      columns: [
        { column: "AppName", to: "/id" },
        { column: "DisplayName", to: "/name" },
        { column: "PrincipalEmail", to: "/audience/canOpen", count: true },
        {
          column: "Environment",
          to: "/operation/environment",
          values: { "Default-*": "default", "*": null },
        },
      ],
      ignore: ["PrincipalDisplayName", "PrincipalType"],
    },
    "application-assessment": assessment,
    "application-assessment-workbook": { ...assessment, sheets: ["Application Data"], skipRows: 1 },
    "konveyor-applications": {
      title: "Import of applications of Konveyor",
      rowsOfOneApp: "anywhere",
      columns: [
        { column: "Application Name", to: "/name" },
        { column: "Description", to: "/description" },
        { column: "Dependency", to: "/otherApps/needs", when: { "Dependency Direction": ["southbound"] } },
        { column: "Dependency", to: "/otherApps/neededBy", when: { "Dependency Direction": ["northbound"] } },
      ],
      ignore: [
        "Record Type*",
        "Comments",
        "Business Service",
        "Binary *",
        "Repository *",
        "Owner",
        "Contributors",
        "Tag*",
      ],
    },
  }) as const satisfies Readonly<Record<string, Mapping>>;

/**
 * Mappings of tables that programs write: the tables of apps, flows and agents of the CoE kit, by the names of their columns or their labels; rows of
 * the resource graph of the Power Platform; rows of who an app is shared with; an assessment of applications; the import of applications of
 * Konveyor.
 *
 * @example
 * ```ts
 * import { fromTable, tableMappings } from "plimsoll/adapters";
 *
 * const rows = [["AppIDString", "App Display Name", "App Shared Users", "App is Orphaned"], ["37ea6004", "Rooms", 40, "yes"]];
 * const [rooms] = fromTable(rows, tableMappings["coe-apps"], { file: "apps.csv" }).apps;
 *
 * rooms?.profile.audience?.canOpen; // → { atLeast: 40 }
 * rooms?.profile.ownership?.builderPresent; // → false
 * ```
 */
export const tableMappings = /* @__PURE__ */ allMappings();
