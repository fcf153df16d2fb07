import { headingKey, type MappedColumn, type Mapping, ofItsOwn, placeAt } from "../../mapping/index.js";
import { inShort, toPointer } from "../../problems/index.js";
import { type Cell, faultOf, textIn } from "./cell.js";
import { inventoryColumns } from "./derived.js";
import { knownHeadings, type Told } from "./known-headings.js";
import { meaningOf } from "./meaning.js";
import { vocabularyOf } from "./vocabulary.js";

/**
 * A heading that no place was found for, and why.
 *
 * @example
 * ```ts
 * import { suggestMapping, type UnplacedHeading } from "plimsoll/adapters";
 *
 * const unplaced: readonly UnplacedHeading[] = suggestMapping([["App name", "Colour"]]).unplaced;
 *
 * unplaced[0]?.why; // → 'Nothing is known of this heading. Place it, with "to", or list it in "ignore".'
 * ```
 */
export interface UnplacedHeading {
  readonly heading: string;
  readonly why: string;
  /** How it could stand in the mapping, if that is what it means. */
  readonly could?: MappedColumn;
}

/**
 * A first mapping of a table, and what could not be placed in it.
 *
 * @example
 * ```ts
 * import { type SuggestedMapping, suggestMapping } from "plimsoll/adapters";
 *
 * const suggested: SuggestedMapping = suggestMapping([["App name", "# Users"]]);
 *
 * suggested.mapping.columns[1]; // → { column: "# Users", to: "/audience/users" }
 * ```
 */
export interface SuggestedMapping {
  readonly mapping: Mapping;
  readonly unplaced: readonly UnplacedHeading[];
}

/** A heading by its letters and digits alone: "Department(s)" and "departments" are one. */
const plainKey = (heading: string): string =>
  heading
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, "");

type Meant = { readonly tells: Told; readonly among?: readonly string[] } | { readonly why: string };

const headingsKnown = (): ReadonlyMap<string, Meant> =>
  new Map<string, Meant>([
    // What people mean comes after what programs write, and so before it.
    ...inventoryColumns().flatMap(({ column, or = [], optional: _, ...tells }) => {
      const among = [column, ...or].map(plainKey);
      return among.map((key): readonly [string, Meant] => [key, { tells, among }]);
    }),
    ...knownHeadings().flatMap(({ headings, tells, why = "" }) =>
      headings.map((heading): readonly [string, Meant] => [
        plainKey(heading),
        tells === undefined ? { why } : { tells },
      ]),
    ),
  ]);

/** The headings stand within the first rows. */
const mostBefore = 50;

/** Notes on how to fill in a column, below its heading. */
const notes = /^(?:required|optional|mandatory|pflicht|pflichtfeld|pflichtangabe)$/i;

/** The row that has the headings: the first with two that are known, or else the first with two texts. */
function headingRowIn(rows: readonly (readonly Cell[])[], byHeading: ReadonlyMap<string, Meant>): number {
  const first = rows.slice(0, mostBefore);
  const known = (row: readonly Cell[]) => row.filter((cell) => byHeading.has(plainKey(textIn(cell)))).length;
  const texts = (row: readonly Cell[]) => row.filter((cell) => typeof cell === "string" && cell.trim() !== "").length;
  const best = first.findIndex((row) => known(row) >= 2);
  return best === -1 ? first.findIndex((row) => texts(row) >= 2) : best;
}

/** How often the cells of a column fit what it would tell. */
function rejectedOf(column: MappedColumn, cells: readonly Cell[]): readonly string[] {
  const found = placeAt(column.to ?? "");
  if ("problem" in found) return [];
  const mapping: Mapping = { columns: [column] };
  const read = meaningOf(found.place, column, mapping, vocabularyOf(mapping));
  return cells.flatMap((cell) => {
    const meaning = read(textIn(cell), cell);
    return meaning.kind === "rejected" ? [`"${inShort(textIn(cell))}" there is something ${meaning.why}`] : [];
  });
}

/** The one way to write a column in which all of its cells can be read; nothing, where there are several or none. */
function onlyWay(column: MappedColumn, cells: readonly Cell[]): MappedColumn | undefined {
  const ways: readonly MappedColumn[] = [
    { ...column, dates: "day-first" },
    { ...column, dates: "month-first" },
    { ...column, decimal: "," },
    { ...column, decimal: "." },
  ];
  const [only, ...others] = ways.filter((way) => rejectedOf(way, cells).length === 0);
  return others.length === 0 ? only : undefined;
}

/** Cells in which commas may part names, or belong to them. */
const haveCommas = (cells: readonly Cell[], { split = [] }: MappedColumn): boolean =>
  split.length > 0 &&
  cells.some((cell) => textIn(cell).includes(",")) &&
  !cells.some((cell) => split.some((mark) => textIn(cell).includes(mark)));

type Tried = { readonly column: MappedColumn } | Omit<UnplacedHeading, "heading">;

/** Holds what a heading seems to tell to what stands below it. */
function tried(column: MappedColumn, cells: readonly Cell[]): Tried {
  if (column.to === undefined) return { column };
  const said = cells.filter((cell) => textIn(cell) !== "" && faultOf(cell) === undefined);
  if (haveCommas(said, column)) {
    const why = "Its cells have commas, and it cannot be told whether they part names or belong to them.";
    return { why, could: { ...column, split: [","] } };
  }
  const rejected = rejectedOf(column, said);
  if (rejected.length === 0) return { column };
  const way = onlyWay(column, said);
  if (way !== undefined) return { column: way };
  // A few cells that do not fit are told when the table is read.
  if (rejected.length * 2 <= said.length) return { column };
  return { why: `What stands below it does not fit: ${rejected[0]}`, could: column };
}

/** The place that one column alone can tell; nothing, where several can. */
function placeTaken({ to }: MappedColumn): string | undefined {
  const found = placeAt(to ?? "");
  if ("problem" in found || found.place.kind === "member") return undefined;
  if (found.place.kind === "entry") return found.place.label === ofItsOwn ? undefined : to;
  return toPointer(found.place.way);
}

/** Headings of one program for the same place: it is known which of them counts first. */
function inOrder(
  column: MappedColumn | undefined,
  heading: string,
  among: readonly string[] | undefined,
): MappedColumn | undefined {
  if (column === undefined || among === undefined) return undefined;
  const names = [column.column, ...(column.or ?? []), heading];
  const ranks = names.map((name) => among.indexOf(plainKey(name)));
  if (ranks.includes(-1)) return undefined;
  const [first = heading, ...or] = [...names].sort(
    (one, other) => among.indexOf(plainKey(one)) - among.indexOf(plainKey(other)),
  );
  return { ...column, column: first, or };
}

/**
 * Writes a first mapping of a table from its headings, in English and German and as the CoE kit writes them, and holds it to the cells below
 * them. Nothing is guessed: a heading that could mean two things, or whose cells do not fit, is not placed, and says why.
 *
 * @param rows The first rows of the table, with those above its headings.
 *
 * @example
 * ```ts
 * import { suggestMapping } from "plimsoll/adapters";
 *
 * const { mapping, unplaced } = suggestMapping([["App name", "Go-live", "Owner"], ["Rota", "31.03.2024", "Sales"]]);
 *
 * mapping.columns; // → [{ column: "App name", to: "/name" }, { column: "Go-live", to: "/lifecycle/productionSince", dates: "day-first" }]
 * unplaced.map(({ heading }) => heading); // → ["Owner"]
 * ```
 */
export function suggestMapping(rows: readonly (readonly Cell[])[]): SuggestedMapping {
  const byHeading = headingsKnown();
  const at = headingRowIn(rows, byHeading);
  const headings = (rows[at] ?? []).map(textIn);
  const below = rows.slice(at + 1);
  const areNotes = (row: readonly Cell[] | undefined): boolean =>
    row?.some((cell) => textIn(cell) !== "") === true &&
    row.every((cell) => textIn(cell) === "" || notes.test(textIn(cell)));
  const skipRows = areNotes(below[0]) ? 1 : 0;
  const samples = below.slice(skipRows);

  const columns: MappedColumn[] = [];
  const unplaced: UnplacedHeading[] = [];
  const taken = new Map<string, string>();
  const times = (heading: string) => headings.filter((other) => headingKey(other) === headingKey(heading)).length;

  const place = (heading: string, index: number): Tried => {
    if (times(heading) > 1) return { why: "Several columns are called so. Give each a name of its own." };
    const meant = byHeading.get(plainKey(heading));
    if (meant === undefined)
      return { why: 'Nothing is known of this heading. Place it, with "to", or list it in "ignore".' };
    if ("why" in meant) return { why: meant.why };
    const column = { column: heading, ...meant.tells };
    const key = placeTaken(column);
    const other = key === undefined ? undefined : taken.get(key);
    const before = columns.findIndex((each) => each.column === other && each.to === column.to);
    const all = inOrder(columns[before], heading, meant.among);
    if (all !== undefined) {
      columns.splice(before, 1, all);
      if (key !== undefined) taken.set(key, all.column);
      return { column: all };
    }
    if (other !== undefined)
      return {
        why: `"${inShort(other)}" seems to tell the same. If this one is read where the other is empty, list it there, in "or".`,
        could: column,
      };
    const found = tried(
      column,
      samples.map((cells) => cells[index]),
    );
    if ("column" in found && key !== undefined) taken.set(key, heading);
    return found;
  };

  for (const [index, heading] of headings.entries()) {
    if (heading === "") continue;
    const found = place(heading, index);
    if (!("column" in found)) unplaced.push({ heading, ...found });
    else if (!columns.includes(found.column)) columns.push(found.column);
  }
  return { mapping: { ...(skipRows > 0 && { skipRows }), columns }, unplaced };
}
