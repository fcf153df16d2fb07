import { markdownText } from "plimsoll/render";

/** Rows under headings, for people. */
export interface Table {
  readonly headings: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/** A table as lines of text, with its columns in line. */
export function textTable({ headings, rows }: Table): readonly string[] {
  const all = [headings, ...rows];
  const widths = headings.map((_, column) => Math.max(...all.map((cells) => cells[column]?.length ?? 0)));
  return all.map((cells) =>
    cells
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join("  ")
      .trimEnd(),
  );
}

/** A table in Markdown. */
export function markdownTable({ headings, rows }: Table): readonly string[] {
  return [headings.map(markdownText), headings.map(() => "---"), ...rows.map((cells) => cells.map(markdownText))].map(
    (cells) => `| ${cells.join(" | ")} |`,
  );
}
