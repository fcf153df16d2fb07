import type { Layout } from "../reading/entries.js";
import { visibleJson } from "./visible.js";

/** Values that are there, or come one by one. */
export type Values = Iterable<unknown> | AsyncIterable<unknown>;

const step = "  ";

/** A value as JSON; its later lines begin with a margin. */
function inJson(value: unknown, margin: string): string {
  return visibleJson(JSON.stringify(value, null, 2)).replaceAll("\n", `\n${margin}`);
}

/** A list as JSON, in pieces: one for each of its values, made when its turn has come. */
async function* listInJson(values: Values, margin: string): AsyncIterable<string> {
  let before = "[";
  for await (const value of values) {
    yield `${before}\n${margin}${step}${inJson(value, margin + step)}`;
    before = ",";
  }
  yield before === "[" ? "[]" : `\n${margin}]`;
}

const isList = (value: unknown): value is Values =>
  typeof value === "object" && value !== null && (Array.isArray(value) || Symbol.asyncIterator in value);

/**
 * An object as JSON, in pieces, so that its lists can be of any length. What a field is when its turn has come, a function may
 * say.
 */
export async function* objectInJson(fields: Readonly<Record<string, unknown>>, margin = ""): AsyncIterable<string> {
  let before = "{";
  for (const [name, field] of Object.entries(fields)) {
    const value: unknown = typeof field === "function" ? field() : field;
    if (value === undefined) continue;
    yield `${before}\n${margin}${step}${inJson(name, "")}: `;
    if (isList(value)) yield* listInJson(value, margin + step);
    else yield inJson(value, margin + step);
    before = ",";
  }
  yield before === "{" ? "{}" : `\n${margin}}`;
}

/** A value as JSON that ends its line. */
export function jsonOf(value: unknown): string {
  return `${inJson(value, "")}\n`;
}

/** Results, laid out as their input was. */
export async function* resultsInJson(results: Values, layout: Layout): AsyncIterable<string> {
  if (layout === "array") {
    yield* listInJson(results, "");
    yield "\n";
    return;
  }
  for await (const result of results) {
    yield layout === "one" ? jsonOf(result) : `${visibleJson(JSON.stringify(result))}\n`;
  }
}
