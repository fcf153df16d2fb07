import { type Cell, mappingFor, tableMappings } from "plimsoll/adapters";
import { describe, expect, test } from "vitest";

describe("which of the mappings of the package a table is for", () => {
  const tables: readonly (readonly [title: string, headings: readonly Cell[], found: string | undefined])[] = [
    [
      "apps of the CoE kit, by their labels",
      ["AppIDString", "App Display Name", "App Shared Users", "App is Orphaned", "App Created On"],
      "coe-apps",
    ],
    [
      "who apps are shared with",
      ["AppName", "DisplayName", "PrincipalDisplayName", "PrincipalEmail", "PrincipalType", "RoleType", "Environment"],
      "power-apps-shares",
    ],
    ["a register of one's own", ["App", "Owner", "# users", "Go-live", "Connects to"], undefined],
    ["one that shares two headings with an export", ["Application Name", "Usage", "Owner"], undefined],
    [
      "one of which an export knows less than most",
      ["AppName", "DisplayName", "RoleType", "Environment", "a", "b", "c", "d", "e"],
      undefined,
    ],
    ["nothing", [], undefined],
  ];
  test.each(tables)("%s", (_, headings, found) => {
    expect(mappingFor([headings])).toBe(found);
    expect(mappingFor([["Export of today"], [], headings, ["x", "y"]])).toBe(found);
  });

  test("of two that know the same headings, the one that names the sheet", () => {
    const { columns, ignore } = tableMappings["application-assessment"];
    const headings = [...columns.map(({ column }) => column), ...ignore];
    expect(mappingFor([headings])).toBe("application-assessment");
    expect(mappingFor([headings], "Application Data")).toBe("application-assessment-workbook");
    expect(mappingFor([headings], "Notes")).toBe("application-assessment");
  });
});
