import type * as z from "zod/mini";
import { described, jsonSchemaOf, limitsOf, type ReadOptions, readWith, schemaOf } from "../json/index.js";
import { checkMapping, type Mapping, mappingShape } from "../mapping/index.js";
import { PlimsollError, type Result } from "../problems/index.js";
import type { PlacesIn } from "../shapes/index.js";

/** The sentence about each field of a mapping. */
const descriptions: Readonly<Record<PlacesIn<typeof mappingShape>, string>> = {
  "/$schema": "Where the schema of this file is, for editors.",
  "/schemaVersion": "The version of this format; 1 when left out.",
  "/title": "What it is the mapping of.",
  "/sheets": "The sheets of a workbook that are read; all that have the headings, when left out.",
  "/encoding": "How the text of a table is written; UTF-8, or what it begins with, when left out.",
  "/delimiter": "What stands between cells; found from the headings, when left out.",
  "/headingRow": "The row that has the headings, counted from 1; found by the headings, when left out.",
  "/skipRows": "How many rows after the headings are no apps, such as notes on how to fill them in.",
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
  "/columns/*/split": "What stands between several names in one cell.",
  "/columns/*/values": "What texts mean, in which * stands for any; null for nothing.",
  "/columns/*/with": "What else is told of each entry, by its fields.",
  "/columns/*/when": "For which rows it is meant: those that have one of these texts below each of these headings.",
  "/columns/*/count": "That different texts are counted over the rows of one app: there are at least so many.",
  "/columns/*/atLeast": "That its number is a lower bound, of which 0 says nothing.",
  "/columns/*/dates": "In which order its days are written.",
  "/columns/*/decimal": "What parts the whole of its numbers from the fraction.",
  "/columns/*/optional": "That nothing is said when a table has no such column.",
  "/always": "What stands for every app, by places in the profile.",
  "/whole": "Lists that the table tells whole; the others are told in part.",
  "/ignore": "Headings that are not read, in which * stands for any text.",
  "/unknown": "More texts that say that something is not known.",
  "/yes": "More words for yes.",
  "/no": "More words for no.",
  "/none": "More words for none, of a list.",
  "/dates": "In which order days are written; only ISO days are read, when left out.",
  "/decimal": "What parts the whole of a number from its fraction; a point, when left out.",
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
