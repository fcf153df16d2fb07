import { type SuggestedMapping, suggestMapping } from "plimsoll/adapters";
import { complainOf } from "../reading/apps.js";
import { isTable, lookAhead } from "../reading/exports/table.js";
import { readTables } from "../reading/tables/read-table.js";
import { exitCodes, type Terminal, UsageError } from "../terminal.js";
import { visibleJson } from "../writing/visible.js";

/** Where an editor finds the schema of a mapping, once the package is installed beside it. */
const $schema = "./node_modules/plimsoll/schemas/mapping.schema.json";

const onALine = (value: unknown): string => JSON.stringify(value, null, 1).replaceAll(/\n */g, " ");

/** A mapping as JSON, as people would write it: a column on each line, so that it can be looked through. */
function columnByColumn({ columns, ...others }: SuggestedMapping["mapping"]): string {
  const fields = [
    `"$schema": ${onALine($schema)}`,
    ...Object.entries(others).map(([name, value]) => `${onALine(name)}: ${onALine(value)}`),
    `"columns": [\n${columns.map((column) => `    ${onALine(column)}`).join(",\n")}\n  ]`,
  ];
  return visibleJson(`{\n${fields.map((field) => `  ${field}`).join(",\n")}\n}\n`);
}

/** The headings that have no place yet, each with what could be written for it. */
const unplacedInWords = ({ unplaced }: SuggestedMapping): readonly string[] =>
  unplaced.map(({ heading, why, could }) => {
    const written = could === undefined ? "" : ` For example: ${JSON.stringify(could)}`;
    return `"${heading}" is not placed. ${why}${written}`;
  });

/** Of the sheets of a file, what the one comes to that most can be placed of. */
async function suggestionFor(path: string, terminal: Terminal): Promise<SuggestedMapping | undefined> {
  let best: SuggestedMapping | undefined;
  for (const table of await readTables(terminal.read(path), path)) {
    const { first } = await lookAhead(table);
    const suggested = suggestMapping(first);
    if (suggested.mapping.columns.length > (best?.mapping.columns.length ?? 0)) best = suggested;
  }
  return best;
}

/**
 * Writes a first mapping of a table, to be looked through and kept.
 *
 * @throws {UsageError} when it was given something else than one table.
 */
export async function suggest(paths: readonly string[], terminal: Terminal): Promise<number> {
  const [path = "", ...others] = paths;
  if (others.length > 0 || !isTable(path)) {
    throw new UsageError("--suggest takes one table: a file that ends with .csv, .tsv, .xlsx or .xlsm.");
  }
  const suggested = await suggestionFor(path, terminal);
  if (suggested === undefined) {
    await terminal.complain(`${path}: There is no table in it of which a column can be placed.`);
    return exitCodes.failed;
  }
  await terminal.print(columnByColumn(suggested.mapping));
  await complainOf(unplacedInWords(suggested), terminal);
  return exitCodes.done;
}
