import { UsageError } from "./terminal.js";

/** How several values stand in one text; results are written the way their input was. */
export type Layout = "one" | "array" | "lines";

/** One value of an input, or why there is none; the label says where it stands. */
export type Entry =
  | { readonly label: string; readonly value: unknown }
  | { readonly label: string; readonly problem: string };

/** The values of a text. */
export interface Input {
  readonly layout: Layout;
  readonly entries: readonly Entry[];
}

function parse(text: string, label: string): Entry {
  try {
    return { label, value: JSON.parse(text) };
  } catch (error) {
    return { label, problem: `This is not JSON: ${error instanceof Error ? error.message : String(error)}` };
  }
}

/**
 * Reads a text as one JSON value, an array of them, or one per line (NDJSON).
 *
 * @throws {UsageError} when the text is none of these.
 */
export function readInput(text: string, name: string): Input {
  const written = text.replace(/^\uFEFF/, "");
  const lines = written
    .split("\n")
    .map((line, index) => ({ line, label: `${name}, line ${index + 1}` }))
    .filter(({ line }) => line.trim() !== "");
  const whole = parse(written, name);
  if ("problem" in whole) {
    const entries = lines.map(({ line, label }) => parse(line, label));
    // A broken document does not begin with a whole value on its first line.
    if (entries.length > 1 && entries[0] !== undefined && "value" in entries[0]) return { layout: "lines", entries };
    throw new UsageError(`${name}: ${lines.length > 0 ? whole.problem : "There is nothing in it."}`);
  }
  if (!Array.isArray(whole.value)) return { layout: "one", entries: [whole] };
  const entries = whole.value.map((value: unknown, index) => ({ label: `${name}, entry ${index + 1}`, value }));
  return { layout: "array", entries };
}

/** Writes results the way their input was laid out. */
export function writeJson(results: readonly unknown[], layout: Layout): string {
  if (layout === "lines") return results.map((result) => `${JSON.stringify(result)}\n`).join("");
  return `${JSON.stringify(layout === "one" ? results[0] : results, null, 2)}\n`;
}
