import type { ObjectShape, ShapedBy } from "../shapes/index.js";

/** The order of day and month in a date: 31.12.2026, or 12/31/2026. */
const orders = ["day-first", "month-first"] as const;

/** The decimal separator in numbers. */
const marks = [".", ","] as const;

/** What one column tells. */
const mappedColumnShape = {
  needs: ["column"],
  object: {
    column: "text",
    or: { list: "text" },
    to: "string",
    ask: "string",
    question: "text",
    split: { list: "text" },
    values: { record: "json" },
    with: { record: "json" },
    when: { record: { list: "text" } },
    count: "flag",
    atLeast: "flag",
    dates: orders,
    decimal: marks,
    optional: "flag",
  },
} as const satisfies ObjectShape;

/** What the mapping of a table says. */
export const mappingShape = {
  needs: ["columns"],
  object: {
    $schema: "string",
    schemaVersion: [1],
    title: "text",
    sheets: { list: "text" },
    encoding: ["utf-8", "windows-1252"],
    delimiter: [",", ";", "\t", "|"],
    headingRow: "count",
    skipRows: "count",
    rowsOfOneApp: ["neighbours", "anywhere"],
    when: { record: { list: "text" } },
    columns: { list: mappedColumnShape },
    always: { record: "json" },
    whole: { list: "string" },
    ignore: { list: "text" },
    unknown: { list: "text" },
    yes: { list: "text" },
    no: { list: "text" },
    none: { list: "text" },
    dates: orders,
    decimal: marks,
  },
} as const satisfies ObjectShape;

/**
 * What one column of a table tells of an app: where it stands in the profile (`to`), or what a person should be asked because of it (`ask`).
 *
 * @example
 * ```ts
 * import type { MappedColumn } from "plimsoll/adapters";
 *
 * const reads: MappedColumn = { column: "Reads from", to: "/integrations/-/system", split: [";"], with: { direction: "read" } };
 *
 * reads.split; // → [";"]
 * ```
 */
export type MappedColumn = ShapedBy<typeof mappedColumnShape>;

/**
 * What the columns of a table tell of apps, as data. Headings are compared without case, blanks and underscores, and never by position.
 *
 * @example
 * ```ts
 * import { fromTable, type Mapping } from "plimsoll/adapters";
 *
 * const mapping: Mapping = {
 *   columns: [
 *     { column: "App name", to: "/name" },
 *     { column: "# users", to: "/audience/users" },
 *   ],
 * };
 * const { apps } = fromTable([["App name", "# Users"], ["Rota", "50-100"]], mapping, { file: "register.csv" });
 *
 * apps[0]?.profile.audience?.users; // → { atLeast: 50, atMost: 100 }
 * ```
 */
export type Mapping = ShapedBy<typeof mappingShape>;
