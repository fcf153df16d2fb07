import type * as z from "zod/mini";
import { described, jsonSchemaOf, limitsOf, type ReadOptions, readWith, schemaOf } from "../json/index.js";
import { checkMapping, type Mapping, mappingShape } from "../mapping/index.js";
import { PlimsollError, type Result } from "../problems/index.js";
import type { PlacesIn } from "../shapes/index.js";

/** The sentence about each field of a mapping. */
const descriptions: Readonly<Record<PlacesIn<typeof mappingShape>, string>> = {
  "/$schema": "Where the schema of this file is, for editors.",
  "/schemaVersion": "The version of this format; 1 when left out.",
  "/title": "The table that it is for.",
  "/sheets": "The sheets of a workbook that are read; all that have the headings, when left out.",
  "/encoding": "How the text of a table is written; UTF-8, or what it begins with, when left out.",
  "/delimiter": "The separator between cells; found from the headings when left out.",
  "/headingRow": "The row that has the headings, counted from 1; found by the headings, when left out.",
  "/skipRows": "How many rows after the headings are not apps, such as notes on how to fill them in.",
  "/rowsOfOneApp":
    "Where several rows tell of one app: next to each other, or anywhere. One row is one app, when left out.",
  "/when": "Which rows are read: those that have one of these texts below each of these headings.",
  "/columns": "What the columns tell; a column that tells several places stands here several times.",
  "/columns/*/column": "Its heading, compared without case, blanks and underscores.",
  "/columns/*/or":
    "Headings that are read where it is missing, or tells nothing; the first that tells something counts.",
  "/columns/*/to": "Where it stands in the profile, as a JSON Pointer; in a list of entries /integrations/-/system.",
  "/columns/*/ask": "What it only lets a person be asked, as a JSON Pointer into the profile.",
  "/columns/*/question": "The question that goes with it.",
  "/columns/*/split": "The separator between several names in one cell.",
  "/columns/*/values": "What texts mean, where * matches any text; null when they tell nothing.",
  "/columns/*/with": "What else to write into each entry, by field.",
  "/columns/*/when": "The rows that it is for: those that have one of these texts below each of these headings.",
  "/columns/*/count": "Count the different texts over the rows of one app, and take that as the least number.",
  "/columns/*/atLeast": "Take the number as the least that it can be; 0 then says nothing.",
  "/columns/*/dates": "The order of day and month in its dates.",
  "/columns/*/decimal": "The decimal separator in its numbers.",
  "/columns/*/optional": "Do not mind when a table has no such column.",
  "/always": "Values that are the same for every app, by their place in the profile.",
  "/whole": "Lists that the table has in full; other lists may have entries that it does not show.",
  "/ignore": "Headings that are not read, where * matches any text.",
  "/unknown": "More texts that mean that something is not known.",
  "/yes": "More words for yes.",
  "/no": "More words for no.",
  "/none": "More words for none, of a list.",
  "/dates": "The order of day and month in dates; only ISO dates are read when left out.",
  "/decimal": "The decimal separator in numbers; a point when left out.",
};

/**
 * The zod schema of a `Mapping`. Use `parseMapping` to read one: its messages are written for people.
 *
 * @example
 * ```ts
 * import { mappingSchema } from "plimsoll/schema";
 * import * as z from "zod/mini";
 *
 * z.safeParse(mappingSchema, { columns: { Name: "/name" } }).success; // → false
 * ```
 */
export const mappingSchema = schemaOf(mappingShape, (place, schema) =>
  // Every place of the shape has its sentence.
  described(schema, descriptions[place as keyof typeof descriptions]),
);

/**
 * The JSON Schema (2020-12) of the mapping of a table, for the editor that it is written in. `parseMapping` also says whether its
 * places are those of a profile.
 *
 * @example
 * ```ts
 * import { mappingJsonSchema } from "plimsoll/schema";
 *
 * mappingJsonSchema().required; // → ["columns"]
 * ```
 */
export function mappingJsonSchema(): z.core.JSONSchema.BaseSchema {
  return jsonSchemaOf(mappingSchema);
}

/**
 * Reads an unknown value, such as a file, as a {@link Mapping}, or lists every problem with its pointer. Never throws, but for limits in
 * `options` that are none.
 *
 * @example
 * ```ts
 * import { safeParseMapping } from "plimsoll/schema";
 *
 * const result = safeParseMapping({ columns: [{ column: "App", to: "/name" }, { column: "# users", to: "/audience/user" }] });
 *
 * if (!result.ok) {
 *   result.problems[0]?.pointer; // → "/columns/1/to"
 *   result.problems[0]?.suggestion; // → "/audience/users"
 * }
 * ```
 */
export function safeParseMapping(input: unknown, options: ReadOptions = {}): Result<Mapping> {
  const result = readWith(mappingSchema, input, limitsOf("mapping", options));
  if (!result.ok) return result;
  const problems = checkMapping(result.value);
  return problems.length > 0 ? { ok: false, problems } : result;
}

/**
 * Reads an unknown value, such as a file, as a {@link Mapping}.
 *
 * @throws {PlimsollError} with code `invalid-mapping` and every problem, when it is not one.
 *
 * @example
 * ```ts
 * import { parseMapping } from "plimsoll/schema";
 *
 * const mapping = parseMapping({ columns: [{ column: "App", to: "/name" }] });
 *
 * mapping.columns.length; // → 1
 * ```
 */
export function parseMapping(input: unknown, options?: ReadOptions): Mapping {
  const result = safeParseMapping(input, options);
  if (!result.ok) throw new PlimsollError("invalid-mapping", result.problems);
  return result.value;
}
