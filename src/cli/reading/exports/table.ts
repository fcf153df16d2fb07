import {
  type ArtifactProblem,
  type Cell,
  eachOfTable,
  fromTable,
  type Mapping,
  mappingFor,
  tableMappings,
} from "plimsoll/adapters";
import { readTables } from "../tables/read-table.js";
import type { Table } from "../tables/table.js";
import { type Found, unreadBecause } from "./found.js";
import { placeInWords } from "./place-in-words.js";
import type { Step } from "./read.js";

/** Whether a file holds tables, by its ending. */
export const isTable = (path: string): boolean => /\.(?:csv|tsv|xlsx|xlsm)$/i.test(path);

/** So many rows are looked at to see what a table is. */
const mostLooked = 200;

/** The first rows of a table, and all of them. */
export async function lookAhead({ rows }: Table): Promise<{
  readonly first: readonly (readonly Cell[])[];
  readonly all: () => AsyncIterable<readonly Cell[]>;
}> {
  const first: (readonly Cell[])[] = [];
  const rest = rows[Symbol.asyncIterator]();
  let failure: { readonly error: unknown } | undefined;
  try {
    while (first.length < mostLooked) {
      const { value, done } = await rest.next();
      if (done === true) break;
      first.push(value);
    }
  } catch (error) {
    // What stood before a fault is read, and the fault is told when its turn comes.
    failure = { error };
  }
  const all = async function* () {
    yield* first;
    if (failure !== undefined) throw failure.error;
    yield* { [Symbol.asyncIterator]: () => rest };
  };
  return { first, all };
}

const unread = ({ message, places: [place] }: ArtifactProblem, path: string): Step => ({
  kind: "unread",
  unread: { path: place === undefined ? path : placeInWords(place), problem: message },
});

/** The mapping that a table is read by: the one that was given, unless that reads nothing of it and one that comes with the package does. */
function mappingOf(first: readonly (readonly Cell[])[], sheet: string | undefined, given: Mapping | undefined) {
  const known = mappingFor(first, sheet);
  const own = known && tableMappings[known];
  if (given === undefined || own === undefined) return given ?? own;
  return fromTable(first, given, { file: "" }).apps.length > 0 ? given : own;
}

async function* readSheet(
  { file, sheet, problems }: Table,
  rows: AsyncIterable<readonly Cell[]>,
  mapping: Mapping,
): AsyncIterable<Step> {
  const source = { file, ...(sheet !== undefined && { sheet }) };
  for await (const entry of eachOfTable(rows, mapping, source)) {
    if ("app" in entry) yield { kind: "apps", origin: "table", apps: [entry.app] };
    else yield unread(entry.problem, file);
  }
  for (const problem of problems()) yield unread(problem, file);
}

const withoutMapping = (path: string): string =>
  `No mapping is known for this table. Write a first one with plimsoll import ${path} --suggest, and say it with --map.`;

/** Reads the apps of a file with tables, one after another; of a workbook, the sheets that are no tables of apps are passed over. */
export async function* readTable(found: Found, given: Mapping | undefined, isNamed: boolean): AsyncIterable<Step> {
  const { path, pieces } = found;
  try {
    const { encoding, delimiter } = given ?? {};
    let isMapped = false;
    for (const table of await readTables(pieces(), path, { encoding, delimiter })) {
      const { first, all } = await lookAhead(table);
      const mapping = mappingOf(first, table.sheet, given);
      if (mapping === undefined) continue;
      isMapped = true;
      yield* readSheet(table, all(), mapping);
    }
    if (isMapped) return;
    const problem = withoutMapping(path);
    yield isNamed ? { kind: "unread", unread: { path, problem } } : { kind: "note", sentence: `${path}: ${problem}` };
  } catch (error) {
    yield { kind: "unread", unread: unreadBecause(path, error) };
  }
}
