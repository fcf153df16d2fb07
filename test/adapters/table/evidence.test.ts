import fc from "fast-check";
import { safeParseProfile } from "plimsoll";
import { type Cell, fromTable, type Mapping } from "plimsoll/adapters";
import { expect, test } from "vitest";
import { evidenceIsInCells } from "./evidence-in-cells.js";

const source = { file: "register.csv" };

const mapping: Mapping = {
  rowsOfOneApp: "anywhere",
  dates: "day-first",
  whole: ["/data"],
  always: { "/platform": "Excel" },
  columns: [
    { column: "Name", to: "/name" },
    { column: "Users", to: "/audience/users" },
    { column: "Units", to: "/audience/departments", split: [";"] },
    { column: "Reads", to: "/integrations/-/system", split: [";"], with: { direction: "read" } },
    { column: "Writes", to: "/integrations/-/system", split: [";"], with: { direction: "write" } },
    { column: "Pays", to: "/integrations/pay/system" },
    { column: "How", to: "/integrations/pay/operations", split: [";"] },
    { column: "Personal", to: "/data/-/class", values: { yes: ["personal", "general"], no: [] } },
    { column: "Live", or: ["Planned"], to: "/lifecycle/productionSince" },
    { column: "Planned", to: "/lifecycle/startedOn" },
    { column: "Law", to: "/compliance/-/regime", split: [";"] },
    { column: "Cost", to: "/extensions/register/cost" },
  ],
};

const headings = [...new Set(mapping.columns.map(({ column }) => column))];

const words = fc.constantFrom<Cell>(
  ...[
    "",
    "A",
    "B",
    " a ",
    "SAP; Jira",
    "SAP",
    "none",
    "yes",
    "no",
    "tbd",
    "12",
    "50-100",
    "<20",
    "31.12.2024",
    "2024-01-01",
  ],
  ...[
    12,
    0,
    -1,
    1.5,
    true,
    false,
    null,
    { day: "2024-03-01" },
    { fault: "the error #N/A" },
    "=1",
    "create; pay",
    "pay",
  ],
  ...["\u202e", "​", "x".repeat(3000), "😀\ud800", "__proto__", "constructor"],
);

const cells = fc.oneof(words, fc.string({ unit: "binary" }), fc.double());

test("whatever stands in a table: what is told is a profile, and each statement leads back to a cell", () => {
  fc.assert(
    fc.property(fc.array(fc.array(cells, { maxLength: headings.length + 1 }), { maxLength: 6 }), (body) => {
      const rows: readonly (readonly Cell[])[] = [headings, ...body];
      const { apps } = fromTable(rows, mapping, source);
      for (const app of apps) {
        const read = safeParseProfile(app.profile);
        // Names that are not what they look like are for whoever reads the profile to tell.
        const others = read.ok ? [] : read.problems.filter(({ code }) => code !== "look-alike");
        expect(others).toEqual([]);
        evidenceIsInCells(app, [{ source, rows }]);
        for (const { places } of app.problems) expect(places.every(({ row = 0 }) => row > 1)).toBe(true);
      }
    }),
  );
});

test("a cell that says something is told, asked, rejected or of a known word: none is lost", () => {
  fc.assert(
    fc.property(fc.array(cells, { minLength: headings.length, maxLength: headings.length }), (row) => {
      const rows = [headings, ["App", ...row.slice(1)]];
      const { apps, problems } = fromTable(rows, mapping, source);
      const spoken = [
        ...apps.flatMap((app) => [
          ...app.evidence.map(({ at }) => at),
          ...app.problems.flatMap(({ places }) => places),
        ]),
        ...problems.flatMap(({ places }) => places),
      ];
      const heard = new Set(spoken.map(({ column }) => column));
      for (const [index, cell] of row.entries()) {
        const isOdd = typeof cell === "number" || (typeof cell === "string" && /^(?:12|50-100|SAP|B)$/.test(cell));
        if (index > 0 && isOdd) expect(heard, headings[index]).toContain(String.fromCharCode(65 + index));
      }
    }),
  );
});
