import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Cell, csv } from "../../../src/cli/writing/csv.js";
import { visible } from "../../../src/cli/writing/visible.js";
import { draws } from "../../prove/draws.js";
import { readCsv } from "../csv-reader.js";
import { hostileText } from "../hostile-text.js";

async function written(rows: readonly (readonly Cell[])[]): Promise<string> {
  const names = ["first", "second"];
  const columns = names.map((name, at) => ({ name, of: (row: readonly Cell[]) => row[at] }));
  const pieces: string[] = [];
  for await (const piece of csv(rows, columns)) pieces.push(piece);
  return pieces.join("");
}

/** The one cell that stands there. */
async function cellOf(cell: Cell): Promise<string | undefined> {
  return readCsv(await written([[cell, "end"]]))[0]?.first;
}

test("a table is headings and rows, as RFC 4180 has it, and says that it is UTF-8", async () => {
  expect(
    await written([
      ["Größe, in m²", 'the "big" one'],
      [7, true],
    ]),
  ).toBe(
    '\ufefffirst,second\r\n"Größe, in m²",the "big" one\r\n7,true\r\n'.replace('the "big" one', '"the ""big"" one"'),
  );
  expect(await written([])).toBe("\ufefffirst,second\r\n");
});

test("what nobody tells is empty; no, none and nothing are not", async () => {
  expect(await written([[null, undefined]])).toContain("\r\n,\r\n");
  expect(await written([[false, 0]])).toContain("\r\nfalse,0\r\n");
});

test("numbers stay numbers", async () => {
  expect(await written([[-5, 0.25]])).toContain("\r\n-5,0.25\r\n");
});

describe("no cell begins a formula", () => {
  test.each([
    ["=HYPERLINK(0)", "'=HYPERLINK(0)"],
    ["+1", "'+1"],
    ["-1", "'-1"],
    ["@SUM(A1)", "'@SUM(A1)"],
    ["＝1+1", "'＝1+1"],
    ["＋1", "'＋1"],
    ["－1", "'－1"],
    ["＠SUM(A1)", "'＠SUM(A1)"],
    ["\t=1", "' =1"],
    ["\r=1", "' =1"],
    ["  =1", "'  =1"],
    ['"=1', "'\"=1"],
    ["Sales;=1", "Sales;'=1"],
    ["Sales; +1;\t@x", "Sales;' +1;' @x"],
    ["2 = 1 + 1", "2 = 1 + 1"],
    ["Sales - North; a@b", "Sales - North; a@b"],
    ["", ""],
  ])("%j is written as %j", async (text, cell) => {
    expect(await cellOf(text)).toBe(cell);
  });

  /** What a spreadsheet makes of a line with another separator, in which quotes count only where a cell begins. */
  const cellsBy = (separator: string, line: string) => line.split(separator).map((cell) => cell.replace(/^["\s]+/, ""));

  test("whatever a text holds, also where a spreadsheet takes semicolons for the ends of cells", async () => {
    const pieces = fc.constantFrom("=", "+", "-", "@", "＝", "－", ";", ",", '"', " ", "\t", "\r", "\n", "'", "a", "1");
    const text = fc.array(pieces, { maxLength: 8 }).map((all) => all.join(""));
    await fc.assert(
      fc.asyncProperty(text, text, async (first, second) => {
        const table = await written([[`x${first}`, second]]);
        const line = table.split("\r\n")[1] ?? "";
        const cells = Object.values(readCsv(table)[0] ?? {});
        for (const cell of [...cells, ...cellsBy(";", line)]) expect(cell).not.toMatch(/^\s*[=+\-@＝＋－＠]/);
      }),
      draws(300),
    );
  });
});

test("any texts come back as they can be seen, each in its cell", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.tuple(hostileText, hostileText), { maxLength: 4 }), async (rows) => {
      const read = readCsv(await written(rows)).map(({ first = "", second = "" }) => [first, second]);
      const seen = rows.map((row) => row.map(visible));
      expect(read.map((row) => row.map((cell) => cell.replaceAll("'", "")))).toEqual(
        seen.map((row) => row.map((cell) => cell.replaceAll("'", ""))),
      );
    }),
    draws(200),
  );
});
