import { type Mapping, placeAt } from "../../mapping/index.js";
import { nameKey } from "../../names/index.js";
import { inShort, type ProblemCode } from "../../problems/index.js";
import type { Adapted, ArtifactProblem, Place } from "../adapted.js";
import { type Building, build } from "./building.js";
import { type Cell, faultOf, lettersOf, textIn } from "./cell.js";
import { isHeadingRow, type Layout, layoutOf, passes, type ReadyColumn } from "./layout.js";
import { problemAt, type Row, readCells, textTold } from "./row.js";

/**
 * What the caller knows of a table: its file, and its sheet, where it stands in a workbook.
 *
 * @example
 * ```ts
 * import type { TableSource } from "plimsoll/adapters";
 *
 * const source: TableSource = { file: "apps.xlsx", sheet: "Register" };
 *
 * source.sheet; // → "Register"
 * ```
 */
export interface TableSource {
  /** The name of the file, as evidence shows it. */
  readonly file: string;
  readonly sheet?: string;
}

/**
 * What is read next from a table: an app, or what is wrong with the table or with a row that is no app.
 *
 * @example
 * ```ts
 * import type { TableEntry } from "plimsoll/adapters";
 *
 * const nameOf = (entry: TableEntry) => ("app" in entry ? entry.app.profile.name : entry.problem.message);
 *
 * typeof nameOf; // → "function"
 * ```
 */
export type TableEntry = { readonly app: Adapted } | { readonly problem: ArtifactProblem };

/** The headings stand within the first rows, or there are none. */
const mostBefore = 50;

/** So many apps are kept at once, where the rows of one may stand anywhere. */
const mostKept = 100_000;

/** The rows of one app. */
interface Group {
  readonly building: Building;
  readonly counted: Map<ReadyColumn, Set<string>>;
  readonly by: Naming;
  isNamed: boolean;
}

/** What a row is called by. */
interface Naming {
  readonly key: string;
  readonly id: { readonly text: string; readonly at: Place } | undefined;
  readonly name: { readonly text: string; readonly at: Place } | undefined;
}

const columnsOf = ({ columns }: Layout, field: string): readonly ReadyColumn[] =>
  columns.filter(({ column }) => column.to === `/${field}`);

function namingOf(row: Row): Naming | undefined {
  const first = (field: string) => {
    for (const ready of columnsOf(row.layout, field)) {
      const told = textTold(ready, row);
      if (told !== undefined) return told;
    }
    return undefined;
  };
  const [id, name] = [first("id"), first("name")];
  const called = id ?? name;
  return called === undefined ? undefined : { key: nameKey(called.text), id, name };
}

const isEmpty = (cells: readonly Cell[]): boolean =>
  cells.every((cell) => textIn(cell) === "" && faultOf(cell) === undefined);

/** Reads a table row by row: what is handed in comes out as soon as it is complete. */
interface Reading {
  readonly row: (cells: readonly Cell[]) => readonly TableEntry[];
  readonly end: () => readonly TableEntry[];
}

export function begin(mapping: Mapping, source: TableSource): Reading {
  const whole = new Set(mapping.whole ?? []);
  const groups = new Map<string, Group>();
  const beyond = new Set<number>();
  let number = 0;
  let layout: Layout | undefined;
  let headingRow = 0;
  let isGivenUp = false;
  let isFull = false;
  let last: string | undefined;

  const place = (row?: number, column?: number): Place => ({
    file: source.file,
    ...(source.sheet !== undefined && { sheet: source.sheet }),
    ...(row !== undefined && { row }),
    ...(column !== undefined && { column: lettersOf(column) }),
  });
  const problem = (at: Place, code: ProblemCode, message: string): TableEntry => ({
    problem: problemAt(at, code, message),
  });

  const finish = ({ building, by, isNamed }: Group): TableEntry => {
    const { id, name } = by;
    const called = id ?? name;
    if (called !== undefined) {
      const telling = { value: called.text, at: called.at, basis: "stated" } as const;
      if (id === undefined) building.single(["id"], telling);
      if (!isNamed) building.single(["name"], telling);
    }
    return { app: building.done() };
  };

  const flush = (): readonly TableEntry[] => {
    const done = [...groups.values()].map(finish);
    groups.clear();
    return done;
  };

  const beginAt = (by: Naming): Group => {
    const building = build(whole);
    for (const [pointer, value] of Object.entries(mapping.always ?? {})) {
      const found = placeAt(pointer);
      if ("place" in found) building.single(found.place.way, { value, at: place(number), basis: "mapping" });
    }
    return { building, counted: new Map(), by, isNamed: false };
  };

  const findHeadings = (cells: readonly Cell[]): readonly TableEntry[] => {
    const isFound = mapping.headingRow === undefined ? isHeadingRow(cells, mapping) : mapping.headingRow === number;
    if (isFound) {
      layout = layoutOf(cells, mapping);
      headingRow = number;
      return layout.problems.map(({ code, message, at }) => problem(place(number, at), code, message));
    }
    if (number < (mapping.headingRow ?? mostBefore)) return [];
    isGivenUp = true;
    return [noHeadings()];
  };

  const noHeadings = (): TableEntry => {
    const wanted = mapping.columns.slice(0, 3).map(({ column }) => `"${inShort(column)}"`);
    const message = `No row has the headings of the mapping, such as ${wanted.join(", ")}, so nothing was read. Name their row in the mapping, with "headingRow".`;
    return problem(place(), "missing", message);
  };

  /** Cells where no heading stands, told once for each column. */
  const beyondHeadings = (cells: readonly Cell[], { headings }: Layout): readonly TableEntry[] =>
    [...cells.entries()].flatMap(([index, cell]) => {
      if ((headings[index] ?? "") !== "" || beyond.has(index) || isEmpty([cell])) return [];
      beyond.add(index);
      const message = `Column ${lettersOf(index)} has no heading, so it was not read.`;
      return [problem(place(number, index), "unknown-key", message)];
    });

  const readApp = (cells: readonly Cell[], found: Layout): readonly TableEntry[] => {
    const at = number;
    const row: Row = { cells, layout: found, placeOf: (column) => place(at, column) };
    const by = namingOf(row);
    if (by === undefined) {
      last = undefined;
      const message = "This row has neither the id nor the name of an app, so it was not read.";
      return [...flushed(undefined), problem(place(at), "missing", message)];
    }
    const before = flushed(by.key);
    const known = groups.get(by.key);
    if (known === undefined && groups.size >= mostKept) return [...before, ...tooMany(at)];
    const group = known ?? beginAt(by);
    groups.set(by.key, group);
    if (by.name !== undefined) group.isNamed = true;
    if (last === by.key && mapping.rowsOfOneApp === undefined) {
      const message = `This row is about the same app as the one before it, "${inShort((by.id ?? by.name)?.text ?? "")}". If several rows can be about one app, say so in the mapping, with "rowsOfOneApp".`;
      group.building.problem(problemAt(place(at), "duplicate", message));
    }
    last = by.key;
    readCells(row, group.counted, group.building);
    return before;
  };

  /** What is complete when a row of another app comes. */
  const flushed = (key: string | undefined): readonly TableEntry[] => {
    if (mapping.rowsOfOneApp === "anywhere") return [];
    const isSame = mapping.rowsOfOneApp === "neighbours" && key !== undefined && groups.has(key);
    return isSame ? [] : flush();
  };

  const tooMany = (at: number): readonly TableEntry[] => {
    if (isFull) return [];
    isFull = true;
    const message = `There are more than ${mostKept} apps, and no more can be kept at once, so rows of further apps were not read. Sort the table by app, and set "rowsOfOneApp" to "neighbours".`;
    return [problem(place(at), "too-large", message)];
  };

  return {
    row: (cells) => {
      number++;
      if (isGivenUp || isEmpty(cells)) return [];
      if (layout === undefined) return findHeadings(cells);
      if (number <= headingRow + (mapping.skipRows ?? 0)) return [];
      const told = beyondHeadings(cells, layout);
      if (layout.when === undefined || !passes(layout.when, cells)) return told;
      return [...told, ...readApp(cells, layout)];
    },
    end: () => {
      if (layout === undefined && !isGivenUp) return [noHeadings()];
      return flush();
    },
  };
}
