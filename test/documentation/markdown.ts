const escapePipes = (text: string) => text.replaceAll("|", "\\|");

/** A table. */
export function table(headings: readonly string[], rows: readonly (readonly string[])[]): string {
  const lines = [headings, headings.map(() => "---"), ...rows.map((row) => row.map(escapePipes))];
  return lines.map((cells) => `| ${cells.join(" | ")} |`).join("\n");
}

/** A word of code. */
export const code = (value: string) => `\`${value}\``;

/** JSON as one would write it on one line. */
export function json(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(json).join(", ")}]`;
  if (typeof value !== "object" || value === null) return JSON.stringify(value);
  const fields = Object.entries(value).map(([key, inner]) => `${JSON.stringify(key)}: ${json(inner)}`);
  return `{ ${fields.join(", ")} }`;
}
