import { headingKey, isLike, type Mapping } from "../../mapping/index.js";
import { type Cell, textIn } from "./cell.js";
import { tableMappings } from "./shipped.js";

type Shipped = keyof typeof tableMappings;

/** Tells whether a mapping knows of a heading. */
function knowing(mapping: Mapping): (heading: string) => boolean {
  const { columns, when = {}, ignore = [] } = mapping;
  const read = columns.flatMap(({ column, or = [], when: filter = {} }) => [column, ...or, ...Object.keys(filter)]);
  const keys = new Set([...read, ...Object.keys(when)].map(headingKey));
  return (heading) => keys.has(headingKey(heading)) || ignore.some((pattern) => isLike(heading, pattern));
}

/** So many headings at least make an export, of which a table written by hand may share one or two. */
const fewest = 4;

/** Which part of the headings in a row a mapping knows; none, where that is less than most. */
function shareOf(row: readonly Cell[], isKnown: (heading: string) => boolean): number {
  const headings = row.map(textIn).filter((heading) => headingKey(heading) !== "");
  const found = headings.filter(isKnown).length;
  return found < fewest || found * 2 <= headings.length ? 0 : found / headings.length;
}

/** So far down headings are looked for. */
const deepest = 20;

/**
 * Says which of the mappings that come with the package a table is for: the one that knows most of its headings. A table of one's own has none.
 *
 * @param rows The first rows of the table, with those above its headings.
 * @param sheet The name of its sheet, where it is one of a workbook.
 *
 * @example
 * ```ts
 * import { mappingFor } from "plimsoll/adapters";
 *
 * mappingFor([["AppName", "DisplayName", "PrincipalDisplayName", "PrincipalEmail", "PrincipalType", "RoleType", "Environment"]]); // → "power-apps-shares"
 * mappingFor([["App", "Owner", "# users", "Go-live"]]); // → undefined
 * ```
 */
export function mappingFor(rows: readonly (readonly Cell[])[], sheet?: string): Shipped | undefined {
  // The keys of the record are its keys.
  const names = Object.keys(tableMappings) as Shipped[];
  const fitting = names.flatMap((name) => {
    const mapping: Mapping = tableMappings[name];
    const isNamed = mapping.sheets?.some((pattern) => sheet !== undefined && isLike(sheet, pattern)) === true;
    if (mapping.sheets !== undefined && !isNamed) return [];
    const isKnown = knowing(mapping);
    const share = Math.max(0, ...rows.slice(0, deepest).map((row) => shareOf(row, isKnown)));
    // One that names the sheet knows how that one is laid out.
    return share === 0 ? [] : [{ name, rank: share + (isNamed ? 1 : 0) }];
  });
  const best = Math.max(...fitting.map(({ rank }) => rank));
  return fitting.find(({ rank }) => rank === best)?.name;
}
