import { factsOf } from "plimsoll";
import { type FactsTable, factsTable } from "plimsoll/sql";
import { match } from "ts-pattern";
import { defineCommand } from "../command.js";
import { asOfOption, exportOptions, pathsOfApps, policyOptions } from "../options.js";
import { allowEmpty, complainOf, noApp, readApps } from "../reading/apps.js";
import { nameOf } from "../reading/load.js";
import { loadPolicy } from "../reading/policy.js";
import { exitCodes, InputError, type Terminal } from "../terminal.js";
import { csv, isWrittenAsItIs } from "../writing/csv.js";
import { printAll } from "../writing/format.js";
import { visibleJson } from "../writing/visible.js";

type Row = ReturnType<FactsTable["row"]>;

/** Rows that a table for spreadsheets can hold as they are; of the others it is complained. */
async function* withoutOdd(rows: AsyncIterable<Row>, { complain }: Terminal, onLeft: () => void): AsyncIterable<Row> {
  for await (const row of rows) {
    const odd = Object.entries(row).find(([, value]) => !isWrittenAsItIs(value));
    if (odd === undefined) {
      yield row;
      continue;
    }
    onLeft();
    const [name, value] = odd;
    await complain(`${row.app}: A spreadsheet would not take "${value}" in ${name} as it is. --format json writes it.`);
  }
}

async function* lines(rows: AsyncIterable<Row>): AsyncIterable<string> {
  for await (const row of rows) yield `${visibleJson(JSON.stringify(row))}\n`;
}

/** Writes what is known of the facts of apps as a table, for the query that `plimsoll sql` prints. */
export const factsCommand = defineCommand({
  name: "facts",
  summary: "write the facts of apps as a table, for a database",
  files: pathsOfApps,
  options: { ...policyOptions, ...exportOptions, "as-of": asOfOption, "allow-empty": allowEmpty },
  formats: { json: "a row a line", csv: "with a row for its columns" },
  fails: "there was no app to read",
  run: async ({ files, options, format }, terminal) => {
    const { facts, connectors, map, "as-of": asOf, "allow-empty": isEmptyAllowed } = options;
    const policy = await loadPolicy(options, terminal);
    const reading = { facts: factsOf(policy, { facts }), connectors, map };
    const { layout, profiles, notes, seen } = await readApps(files, reading, terminal);
    if (layout === "none" && !isEmptyAllowed)
      throw new InputError([`${files.map(nameOf).join(", ")}: There is nothing in it.`]);
    const table = factsTable(policy, { facts });
    const rowsOf = async function* () {
      for await (const profile of profiles) yield table.row(profile, { asOf });
    };
    let left = 0;
    const columns = ["app", ...table.columns.map(({ name }) => name)];
    const written = match(format)
      .with("json", () => lines(rowsOf()))
      .with("csv", () =>
        csv(
          withoutOdd(rowsOf(), terminal, () => left++),
          columns.map((name) => ({ name, of: (row: Row) => row[name] })),
        ),
      )
      .exhaustive();
    await printAll(written, terminal);
    await complainOf(notes(), terminal);
    if (seen().unreadable + left > 0) return exitCodes.badInput;
    if (seen().apps > 0 || isEmptyAllowed) return exitCodes.done;
    await terminal.complain(noApp(files));
    return exitCodes.failed;
  },
});
