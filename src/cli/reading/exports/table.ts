import {
  type ArtifactProblem,
  type Cell,
  eachOfTable,
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

async function* readSheet(table: Table, mapping: Mapping | undefined, isNamed: boolean): AsyncIterable<Step> {
  const { file, sheet } = table;
  const { first, all } = await lookAhead(table);
  const known = mapping === undefined ? mappingFor(first, sheet) : undefined;
  const by = mapping ?? (known && tableMappings[known]);
  if (by === undefined) {
    // The other sheets of a workbook are notes, as often as not.
    const problem = `No mapping is known for this table. Write a first one with plimsoll import ${file} --suggest, and say it with --map.`;
    yield isNamed && sheet === undefined
      ? { kind: "unread", unread: { path: file, problem } }
      : { kind: "left", path: file };
    return;
  }
  const source = { file, ...(sheet !== undefined && { sheet }) };
  for await (const entry of eachOfTable(all(), by, source)) {
    if ("app" in entry) yield { kind: "apps", origin: "table", apps: [entry.app] };
    else yield unread(entry.problem, file);
  }
  for (const problem of table.problems()) yield unread(problem, file);
}

/** Reads the apps of a file with tables, one after another. */
export async function* readTable(found: Found, mapping: Mapping | undefined, isNamed: boolean): AsyncIterable<Step> {
  const { path, pieces } = found;
  try {
    const { encoding, delimiter } = mapping ?? {};
    for (const table of await readTables(pieces(), path, { encoding, delimiter })) {
      yield* readSheet(table, mapping, isNamed);
    }
  } catch (error) {
    yield { kind: "unread", unread: unreadBecause(path, error) };
  }
}
