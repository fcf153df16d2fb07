import { inShort, type Pointer, toPointer } from "../problems/index.js";
import type { AddedRow, PolicyChanges } from "./changes.js";
import { idsOf, placed } from "./placed.js";
import type { Policy } from "./policy.js";
import { type Report, reportUnknown } from "./report.js";
import type { DecisionTable } from "./rules.js";
import { rowIds } from "./tables.js";

/** Checks which table a row comes to, and where in it. */
function checkAddedRow(row: AddedRow, pointer: Pointer, tables: readonly DecisionTable[], report: Report): void {
  const table = tables.find(({ id }) => id === row.table);
  if (table === undefined) {
    reportUnknown("table", row.table, idsOf(tables), `${pointer}/table`, report);
    return;
  }
  const rows = new Set(rowIds(table));
  if (row.before !== undefined && !rows.has(row.before))
    reportUnknown("row", row.before, rows, `${pointer}/before`, report);
  if (typeof row.id === "string") return;
  const message = "A row that is added needs an id, so that it can be changed later.";
  report({ pointer: `${pointer}/id`, code: "missing", message });
}

/** Where rows of a table change, go or come. */
function changesOfRows(
  table: DecisionTable,
  { change = {}, remove = [], add = {} }: PolicyChanges,
): readonly Pointer[] {
  const rows = new Set(rowIds(table));
  return [
    ...Object.keys(change).flatMap((id) => (rows.has(id) ? [toPointer(["change", id])] : [])),
    ...placed(remove, "/remove").flatMap(({ item, pointer }) => (rows.has(item) ? [pointer] : [])),
    ...placed(add.rows, "/add/rows").flatMap(({ item, pointer }) => (item.table === table.id ? [pointer] : [])),
  ];
}

/** Checks the rows of tables that change, go or come: one by one, or all of them with their table, and never both. */
export function checkRowChanges({ tables = [] }: Policy, changes: PolicyChanges, report: Report): void {
  for (const { item, pointer } of placed(changes.add?.rows, "/add/rows")) checkAddedRow(item, pointer, tables, report);
  for (const table of tables) {
    const changed = changes.tables?.[table.id];
    if (changed === undefined || (changed !== null && changed.rows === undefined)) continue;
    const other = toPointer(changed === null ? ["tables", table.id] : ["tables", table.id, "rows"]);
    const message = `The change at "${other}" leaves nothing of the rows that "${inShort(table.id)}" has. Change the table, or its rows.`;
    for (const pointer of changesOfRows(table, changes))
      report({ pointer, code: "contradiction", message, related: [other] });
  }
}
