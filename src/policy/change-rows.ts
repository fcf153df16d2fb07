import { inShort, toPointer } from "../problems/index.js";
import type { AddedRow, PolicyChanges, RuleChange } from "./changes.js";
import type { Report } from "./report.js";
import type { DecisionTable, TableRow } from "./rules.js";
import { rowId } from "./tables.js";

/** A row that says by what it is known: its place may be another once rows come and go. */
type NamedRow = TableRow & { readonly id: string };

const namedRows = (table: DecisionTable): readonly NamedRow[] =>
  table.rows.map((row, index) => ({ ...row, id: rowId(table, index) }));

/** What a row asks, with its lines moved; each input has one line, whatever its operator. */
function redrawn(row: NamedRow, lines: Readonly<Record<string, unknown>>, report: Report): TableRow["when"] {
  const moved = Object.entries(row.when).map(([name, line]) => {
    const operators = Object.keys(line);
    const isMoved = Object.hasOwn(lines, name) && operators.length === 1;
    return [name, isMoved ? Object.fromEntries(operators.map((operator) => [operator, lines[name]])) : line];
  });
  for (const name of Object.keys(lines)) {
    const count = Object.keys((Object.hasOwn(row.when, name) && row.when[name]) || {}).length;
    if (count === 1) continue;
    const pointer = toPointer(["change", row.id, "lines", name]);
    const message = `The row "${inShort(row.id)}" draws ${count} lines through "${inShort(name)}", not one. Change its "when" instead.`;
    report({ pointer, code: "unknown-reference", message });
  }
  return Object.fromEntries(moved);
}

function changedRow(row: NamedRow, { lines = {}, ...rest }: RuleChange, report: Report): NamedRow {
  // What a change may hold are fields of a row.
  const changed = { ...row, ...rest } as NamedRow;
  return { ...changed, when: redrawn(changed, lines, report) };
}

/** Puts a row before the one that it names; at the end, where it names none. */
function withRow(rows: readonly NamedRow[], { table: _, before, ...row }: AddedRow): readonly NamedRow[] {
  const at = before === undefined ? rows.length : rows.findIndex(({ id }) => id === before);
  return [...rows.slice(0, at), row, ...rows.slice(at)];
}

/**
 * A table whose rows change by id, go and come. A row that had no id of its own keeps the one that its place gave it, so that
 * what names it still means it.
 */
export function changeRows(
  table: DecisionTable,
  { change = {}, remove = [], add = {} }: PolicyChanges,
  report: Report,
): DecisionTable {
  const rows = namedRows(table);
  const added = (add.rows ?? []).filter((row) => row.table === table.id);
  const isNamed = ({ id }: NamedRow) => Object.hasOwn(change, id) || remove.includes(id);
  if (added.length === 0 && !rows.some(isNamed)) return table;
  const changed = rows.map((row) => {
    const own = Object.hasOwn(change, row.id) ? change[row.id] : undefined;
    return own === undefined ? row : changedRow(row, own, report);
  });
  // A row may stand before one that goes.
  return { ...table, rows: added.reduce(withRow, changed).filter(({ id }) => !remove.includes(id)) };
}
