import { headingKey, isLike, type MappedColumn, type MappedPlace, type Mapping, placeAt } from "../../mapping/index.js";
import { inShort, nearestName, type ProblemCode } from "../../problems/index.js";
import type { Json } from "../../shapes/index.js";
import { type Cell, lettersOf, textIn } from "./cell.js";
import { meaningOf, type ReadMeaning } from "./meaning.js";
import { type Vocabulary, vocabularyOf } from "./vocabulary.js";

/** A condition on the text of another column. */
export interface Filter {
  readonly at: number;
  readonly texts: readonly string[];
}

/** What a column of a mapping is in one table. */
export interface ReadyColumn {
  readonly column: MappedColumn;
  /** The columns of the table that it is read from: the first that tells something counts. */
  readonly at: readonly number[];
  readonly when: readonly Filter[];
  /** What is told of each of its entries. */
  readonly besides: readonly { readonly field: readonly string[]; readonly value: Json }[];
  /** Where it tells something, and how it is read; a column that only asks has neither. */
  readonly tells: { readonly place: MappedPlace; readonly read: ReadMeaning } | undefined;
}

/** What is wrong with a table as a whole, and in which of its columns. */
export interface LayoutProblem {
  readonly code: ProblemCode;
  readonly message: string;
  readonly at?: number;
}

/** How the columns of a table lie to its mapping. */
export interface Layout {
  readonly headings: readonly string[];
  readonly columns: readonly ReadyColumn[];
  /** Which rows are read; none, where a column that says so is missing. */
  readonly when: readonly Filter[] | undefined;
  readonly vocabulary: Vocabulary;
  readonly problems: readonly LayoutProblem[];
}

/** Every heading that a mapping reads. */
function headingsOf(mapping: Mapping): ReadonlyMap<string, string> {
  const inColumns = mapping.columns.flatMap(({ column, or = [], when = {} }) => [column, ...or, ...Object.keys(when)]);
  const all = [...inColumns, ...Object.keys(mapping.when ?? {})];
  return new Map(all.map((heading) => [headingKey(heading), heading]));
}

/** Whether a row has the headings of a mapping: two of them, or that of the name among others. */
export function isHeadingRow(row: readonly Cell[], mapping: Mapping): boolean {
  const keys = row.map((cell) => headingKey(textIn(cell))).filter((key) => key !== "");
  const isNaming = ({ to }: MappedColumn) => to === "/id" || to === "/name";
  const naming = mapping.columns.filter(isNaming).flatMap(({ column, or = [] }) => [column, ...or].map(headingKey));
  const needed = mapping.columns.filter(({ optional }) => optional !== true).length;
  if (keys.some((key) => naming.includes(key)) && (keys.length > 1 || needed < 2)) return true;
  const known = headingsOf(mapping);
  const ignored = new Set((mapping.ignore ?? []).map(headingKey));
  const found = new Set(keys.filter((key) => known.has(key) || ignored.has(key)));
  return found.size > 1 && keys.some((key) => known.has(key));
}

/** The columns of a table by their headings as they are compared; of several with one heading none, since it could be any. */
function positions(headings: readonly string[]): {
  readonly byKey: ReadonlyMap<string, number>;
  readonly twice: ReadonlyMap<string, readonly number[]>;
} {
  const all = new Map<string, number[]>();
  for (const [index, heading] of headings.entries()) {
    const key = headingKey(heading);
    if (key !== "") all.set(key, [...(all.get(key) ?? []), index]);
  }
  const single = [...all].filter(([, at]) => at.length === 1);
  return {
    byKey: new Map(single.map(([key, at]) => [key, at[0] ?? 0])),
    twice: new Map([...all].filter(([, at]) => at.length > 1)),
  };
}

const asFilters = (
  when: Readonly<Record<string, readonly string[]>>,
  byKey: ReadonlyMap<string, number>,
): readonly Filter[] | undefined => {
  const filters = Object.entries(when).map(([heading, texts]) => ({ at: byKey.get(headingKey(heading)), texts }));
  const found = filters.flatMap(({ at, texts }) => (at === undefined ? [] : [{ at, texts }]));
  return found.length === filters.length ? found : undefined;
};

/** Whether a row has what filters ask for. */
export const passes = (filters: readonly Filter[], cells: readonly Cell[]): boolean =>
  filters.every(({ at, texts }) => texts.some((text) => isLike(textIn(cells[at]), text)));

/** How the columns of a table lie to its mapping, and what one of the two has and the other has not. */
export function layoutOf(row: readonly Cell[], mapping: Mapping): Layout {
  const headings = row.map(textIn);
  const { byKey, twice } = positions(headings);
  const vocabulary = vocabularyOf(mapping);
  const problems: LayoutProblem[] = [];
  const mapped = headingsOf(mapping);
  const isIgnored = (heading: string) => (mapping.ignore ?? []).some((pattern) => isLike(heading, pattern));
  const unread = headings.filter(
    (heading) => heading !== "" && !mapped.has(headingKey(heading)) && !isIgnored(heading),
  );

  const missing = (heading: string, what: string): void => {
    if (twice.has(headingKey(heading))) return;
    const meant = nearestName(heading, unread);
    const hint = meant === undefined ? "" : ` Is it "${inShort(meant)}"?`;
    problems.push({ code: "missing", message: `There is no column "${inShort(heading)}", ${what}.${hint}` });
  };

  for (const [key, at] of twice) {
    const heading = mapped.get(key);
    if (heading === undefined) continue;
    const message = `Several columns are called "${inShort(heading)}" (${at.map(lettersOf).join(", ")}), and none of them was read. Give each a name of its own.`;
    problems.push({ code: "duplicate", message, at: at[0] ?? 0 });
  }

  const ready = (column: MappedColumn): readonly ReadyColumn[] => {
    const names = [column.column, ...(column.or ?? [])];
    const at = names.flatMap((name) => byKey.get(headingKey(name)) ?? []);
    if (at.length === 0) {
      if (column.optional !== true) missing(column.column, "which the mapping reads");
      return [];
    }
    const when = asFilters(column.when ?? {}, byKey);
    if (when === undefined) {
      for (const heading of Object.keys(column.when ?? {}))
        if (!byKey.has(headingKey(heading))) missing(heading, `which says when "${inShort(column.column)}" is meant`);
      return [];
    }
    const besides = Object.entries(column.with ?? {}).map(([field, value]) => ({ field: field.split("/"), value }));
    if (column.to === undefined) return [{ column, at, when, besides, tells: undefined }];
    const found = placeAt(column.to);
    // A mapping is checked before it is used.
    if ("problem" in found) return [];
    const read = meaningOf(found.place, column, mapping, vocabulary);
    return [{ column, at, when, besides, tells: { place: found.place, read } }];
  };
  const columns = mapping.columns.flatMap(ready);

  const when = asFilters(mapping.when ?? {}, byKey);
  for (const heading of Object.keys(mapping.when ?? {}))
    if (!byKey.has(headingKey(heading))) missing(heading, "which says which rows are read; so none was");

  for (const [index, heading] of headings.entries()) {
    if (heading === "" || mapped.has(headingKey(heading)) || isIgnored(heading)) continue;
    const message = `Nothing in the mapping says what "${inShort(heading)}" tells, so it was not read. Place it, or list it in "ignore".`;
    problems.push({ code: "unknown-key", message, at: index });
  }
  return { headings, columns, when, vocabulary, problems };
}
