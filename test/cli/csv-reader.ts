import { parse } from "csv-parse/sync";
import { expect } from "vitest";

/** Rows of a table by their headings, as a reader has it that is not ours, and strict; the table ends its lines as RFC 4180 says. */
export function readCsv(text: string): readonly Readonly<Record<string, string>>[] {
  expect(text.startsWith("\ufeff")).toBe(true);
  expect(text.replaceAll("\r\n", "")).not.toMatch(/[\r\n]/);
  const records: readonly (readonly string[])[] = parse(text, { bom: true, record_delimiter: "\r\n" });
  const [headings = [], ...rows] = records;
  expect(new Set(headings).size).toBe(headings.length);
  return rows.map((cells) =>
    Object.fromEntries(cells.map((cell, at) => [headings[at] ?? expect.fail("No heading."), cell])),
  );
}
