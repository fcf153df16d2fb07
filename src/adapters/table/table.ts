import { assertMapping, isLike, type Mapping } from "../../mapping/index.js";
import type { Adapted, ArtifactProblem } from "../adapted.js";
import type { Inventory } from "../inventory/index.js";
import type { Cell } from "./cell.js";
import { begin, type TableEntry, type TableSource } from "./reading.js";

/** Whether a mapping is for a sheet: it names it, or names none. */
const isMeant = ({ sheets }: Mapping, { sheet }: TableSource): boolean =>
  sheets === undefined || sheet === undefined || sheets.some((name) => isLike(sheet, name));

/**
 * Reads a table of apps, one by one, as a mapping says: rows are asked for when the app before was taken, so that a table of any length is
 * read in the memory of one app (or, where `rowsOfOneApp` is `anywhere`, of all of them).
 *
 * @param rows The rows from the top of the table, with those above its headings.
 * @throws {PlimsollError} with code `invalid-mapping`, when the mapping is none.
 *
 * @example
 * ```ts
 * import { eachOfTable } from "plimsoll/adapters";
 *
 * const rows = [["App", "Users"], ["Rota", 40], ["Stock", "many"]];
 * const mapping = { columns: [{ column: "App", to: "/name" }, { column: "Users", to: "/audience/users" }] };
 * const names: string[] = [];
 *
 * for await (const entry of eachOfTable(rows, mapping, { file: "apps.csv" })) if ("app" in entry) names.push(entry.app.profile.name);
 *
 * names; // → ["Rota", "Stock"]
 * ```
 */
export async function* eachOfTable(
  rows: AsyncIterable<readonly Cell[]> | Iterable<readonly Cell[]>,
  mapping: Mapping,
  source: TableSource,
): AsyncGenerator<TableEntry> {
  assertMapping(mapping);
  if (!isMeant(mapping, source)) return;
  const reading = begin(mapping, source);
  try {
    for await (const cells of rows) yield* reading.row(cells);
  } catch (error) {
    // What was read before the rows broke off is an app as well.
    yield* reading.end();
    throw error;
  }
  yield* reading.end();
}

/**
 * Reads a table of apps, as a mapping says. Each app is a partial profile, with the cell behind every statement. A cell that does not fit is a
 * problem with its row and column, and the rest of the row is kept; nothing is guessed.
 *
 * @param rows The rows from the top of the table, with those above its headings.
 * @throws {PlimsollError} with code `invalid-mapping`, when the mapping is none.
 *
 * @example
 * ```ts
 * import { fromTable } from "plimsoll/adapters";
 *
 * const rows = [["App", "# Users", "Connects to"], ["Rota", "many", "SAP; Jira"]];
 * const mapping = {
 *   columns: [
 *     { column: "App", to: "/name" },
 *     { column: "# users", to: "/audience/users" },
 *     { column: "Connects to", to: "/integrations/-/system", split: [";"] },
 *   ],
 * };
 * const { apps } = fromTable(rows, mapping, { file: "register.csv" });
 *
 * apps[0]?.profile.integrations; // → [{ system: "SAP" }, { system: "Jira" }]
 * apps[0]?.problems[0]?.places; // → [{ file: "register.csv", row: 2, column: "B" }]
 * apps[0]?.problems[0]?.message; // → '"# Users" says "many", which is not a number. Write a number such as 12, or 50-100, 100+ or <20.'
 * ```
 */
export function fromTable(rows: Iterable<readonly Cell[]>, mapping: Mapping, source: TableSource): Inventory {
  assertMapping(mapping);
  if (!isMeant(mapping, source)) return { apps: [], problems: [] };
  const reading = begin(mapping, source);
  const apps: Adapted[] = [];
  const problems: ArtifactProblem[] = [];
  const take = (entries: readonly TableEntry[]): void => {
    for (const entry of entries) {
      if ("app" in entry) apps.push(entry.app);
      else problems.push(entry.problem);
    }
  };
  for (const cells of rows) take(reading.row(cells));
  take(reading.end());
  return { apps, problems };
}
