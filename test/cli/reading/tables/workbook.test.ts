import { strToU8, zipSync } from "fflate";
import type { ArtifactProblem, Cell } from "plimsoll/adapters";
import { describe, expect, test } from "vitest";
import { readTables } from "../../../../src/cli/reading/tables/read-table.js";
import { type TableOptions, tableLimits } from "../../../../src/cli/reading/tables/table.js";
import { InputError } from "../../../../src/cli/terminal.js";
import { inPieces, type Parts, row, text, workbook } from "./a-workbook.js";

interface Read {
  readonly sheet: string | undefined;
  readonly rows: readonly (readonly Cell[])[];
  readonly problems: readonly ArtifactProblem[];
}

async function readBytes(bytes: Uint8Array, options?: TableOptions): Promise<readonly Read[]> {
  const read: Read[] = [];
  for (const table of await readTables(inPieces(bytes), "apps.xlsx", options)) {
    const rows: (readonly Cell[])[] = [];
    for await (const cells of table.rows) rows.push(cells);
    read.push({ sheet: table.sheet, rows, problems: table.problems() });
  }
  return read;
}

const read = (parts: Parts, options?: TableOptions) => readBytes(workbook(parts), options);

const rowsOf = async (data: string, rest: Omit<Parts, "sheets"> = {}, behind = "") =>
  (await read({ sheets: { Apps: { data, behind } }, ...rest }))[0]?.rows;

const sentencesOf = async (reading: Promise<unknown>): Promise<readonly string[]> =>
  reading.then(
    () => [],
    (error: unknown) => (error instanceof InputError ? error.sentences : Promise.reject(error)),
  );

const styles =
  '<numFmts><numFmt numFmtId="164" formatCode="dd\\.mm\\.yyyy"/><numFmt numFmtId="165" formatCode="0 &quot;days&quot;"/></numFmts>' +
  '<cellStyleXfs><xf numFmtId="14"/></cellStyleXfs>' +
  '<cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="164"/><xf numFmtId="165"/><xf numFmtId="20"/></cellXfs>';

describe("cells", () => {
  const cells: readonly (readonly [string, string, Cell | undefined])[] = [
    ["a number", '<c r="A1"><v>12.5</v></c>', 12.5],
    ["a text of the workbook", '<c r="A1" t="s"><v>0</v></c>', "Rota & co"],
    ["a text in several formats", '<c r="A1" t="s"><v>1</v></c>', "Stock list"],
    ["a text without how it is read aloud", '<c r="A1" t="s"><v>2</v></c>', "東京"],
    [
      "a text that the workbook lacks",
      '<c r="A1" t="s"><v>9</v></c>',
      { fault: "a text that the workbook does not hold" },
    ],
    ["a text of its own", text("A1", "Rota"), "Rota"],
    ["yes", '<c r="A1" t="b"><v>1</v></c>', true],
    ["no", '<c r="A1" t="b"><v>0</v></c>', false],
    ["a day", '<c r="A1" s="1"><v>45352</v></c>', { day: "2024-03-01" }],
    ["a day with its time", '<c r="A1" s="2"><v>45352.75</v></c>', { day: "2024-03-01" }],
    ["a number with the word days behind it", '<c r="A1" s="3"><v>45352</v></c>', 45352],
    ["a time", '<c r="A1" s="4"><v>0.5</v></c>', 0.5],
    ["a day as text", '<c r="A1" t="d"><v>2024-03-01</v></c>', "2024-03-01"],
    ["a formula, by its value", '<c r="A1"><f>SUM(B1:B9)</f><v>7</v></c>', 7],
    ["a formula, by its text", '<c r="A1" t="str"><f>A2&amp;"x"</f><v>ax</v></c>', "ax"],
    ["a formula without a value", '<c r="A1"><f>SUM(B1:B9)</f></c>', { fault: "a formula without its value" }],
    ["an error", '<c r="A1" t="e"><v>#REF!</v></c>', { fault: "the error #REF!" }],
    ["a formula that comes to nothing", '<c r="A1" t="str"><f>""</f><v></v></c>', undefined],
  ];
  const texts = [
    "<t>Rota &amp; co</t>",
    "<r><t>Stock </t></r><r><rPr><b/></rPr><t>list</t></r>",
    '<t>東京</t><rPh sb="0" eb="2"><t>トウキョウ</t></rPh>',
  ];

  test.each(cells)("%s", async (_, cell, value) => {
    const [cells] = (await rowsOf(`<row r="1">${cell}</row>`, { texts, styles })) ?? [];
    expect(cells?.[0]).toEqual(value);
  });

  test("days are counted from 1904 on, where the workbook says so", async () => {
    const rows = await rowsOf('<row r="1"><c r="A1" s="1"><v>43890</v></c></row>', { styles, from1904: true });
    expect(rows).toEqual([[{ day: "2024-03-01" }]]);
  });
});

describe("rows", () => {
  test("have their own numbers, with empty ones between them", async () => {
    expect(await rowsOf(`${row(2, "a")}${row(5, "b")}`)).toEqual([[], ["a"], [], [], ["b"]]);
  });

  test("and cells their own columns", async () => {
    expect(await rowsOf(`<row r="1">${text("C1", "c")}${text("AB1", "ab")}</row>`)).toMatchObject([
      { 2: "c", 27: "ab", length: 28 },
    ]);
  });

  test("that are hidden are there", async () => {
    expect(await rowsOf(`${row(1, "a")}<row r="2" hidden="1">${text("A2", "b")}</row>`)).toEqual([["a"], ["b"]]);
  });

  test("without numbers follow each other", async () => {
    expect(await rowsOf("<row><c><v>1</v></c><c><v>2</v></c></row><row><c><v>3</v></c></row>")).toEqual([[1, 2], [3]]);
  });

  test("of other prefixes are read", async () => {
    const bytes = workbook({ sheets: { Apps: "" } });
    expect(bytes.length).toBeGreaterThan(0);
    const xml =
      '<x:worksheet xmlns:x="m"><x:sheetData><x:row r="1"><x:c r="A1"><x:v>7</x:v></x:c></x:row></x:sheetData></x:worksheet>';
    const [apps] = await read({ sheets: { Apps: "" }, others: { "xl/worksheets/sheet1.xml": strToU8(xml) } });
    expect(apps?.rows).toEqual([[7]]);
  });
});

describe("merged cells", () => {
  const data = `${row(1, "App", "Unit")}${row(2, "A", "HR")}<row r="3">${text("A3", "B")}</row><row r="4">${text("A4", "C")}</row>`;

  test("have their value in every row", async () => {
    const rows = await rowsOf(data, {}, '<mergeCells count="1"><mergeCell ref="B2:B3"/></mergeCells>');
    expect(rows).toEqual([["App", "Unit"], ["A", "HR"], ["B", "HR"], ["C"]]);
  });

  test("over several columns have it in the first", async () => {
    expect(await rowsOf(row(1, "Title"), {}, '<mergeCells><mergeCell ref="A1:F1"/></mergeCells>')).toEqual([["Title"]]);
  });

  test("make no rows where nothing stands", async () => {
    const rows = await rowsOf(
      `${data}<row r="6">${text("A6", "D")}</row>`,
      {},
      '<mergeCells><mergeCell ref="B2:B1048576"/></mergeCells>',
    );
    expect(rows?.slice(3)).toEqual([["C", "HR"], [], ["D", "HR"]]);
  });
});

describe("a workbook", () => {
  test("has a table for each sheet, with its title", async () => {
    const sheets = await read({ sheets: { "Read &amp; me": row(1, "Hello"), Apps: row(1, "App") } });
    expect(sheets.map(({ sheet, rows }) => [sheet, rows])).toEqual([
      ["Read & me", [["Hello"]]],
      ["Apps", [["App"]]],
    ]);
  });

  test("is told apart from other archives", async () => {
    const archive = zipSync({ "word/document.xml": strToU8("<document/>") });
    expect(await sentencesOf(readBytes(archive))).toEqual([
      "apps.xlsx is an archive, and no workbook of Excel. Save the table as .xlsx or as CSV.",
    ]);
  });

  test("that breaks off anywhere is told", async () => {
    const bytes = workbook({ sheets: { Apps: row(1, "App") }, texts: ["<t>a</t>"], styles });
    for (let length = 8; length < bytes.length - 30; length += 97) {
      expect(await sentencesOf(readBytes(bytes.subarray(0, length)))).toEqual([
        "apps.xlsx is damaged, or packed in a way that is not read. Save it again as .xlsx.",
      ]);
    }
  });

  test("of which a part is missing is told with the sheet", async () => {
    const bytes = workbook({ sheets: { Apps: row(1, "App") } });
    const lost = Buffer.from(bytes).toString("latin1").replaceAll("worksheets/sheet1", "worksheets/sheet2");
    const sentences = await sentencesOf(readBytes(Buffer.from(lost, "latin1")));
    expect(sentences[0]).toContain('sheet "Apps"');
  });

  test("whose XML breaks off is told with the sheet, after the rows before", async () => {
    const sheet = strToU8(`<worksheet><sheetData>${row(1, "App")}<row r="2"><c`);
    const [table] = await readTables(
      inPieces(workbook({ sheets: { Apps: "" }, others: { "xl/worksheets/sheet1.xml": sheet } })),
      "apps.xlsx",
    );
    const rows: (readonly Cell[])[] = [];
    const reading = (async () => {
      for await (const cells of table?.rows ?? []) rows.push(cells);
    })();
    expect((await sentencesOf(reading))[0]).toContain('apps.xlsx, sheet "Apps",');
  });

  test("unfolds no entities", async () => {
    const bomb = `<!DOCTYPE w [<!ENTITY a "${"x".repeat(1000)}"><!ENTITY b "&a;&a;&a;">]><worksheet><sheetData>${row(1, "&b;")}</sheetData></worksheet>`;
    const bytes = workbook({ sheets: { Apps: "" }, others: { "xl/worksheets/sheet1.xml": strToU8(bomb) } });
    expect((await sentencesOf(readBytes(bytes)))[0]).toContain("damaged");
  });
});

describe("what is too much is told", () => {
  const limits = { ...tableLimits, unpackedBytes: 100_000, sheets: 3, cells: 3, columns: 2, storedBytes: 20_000 };

  test("a small archive that unpacks to much more", async () => {
    const bytes = workbook({ sheets: { Apps: row(1, "x".repeat(1_000_000)) } });
    expect(bytes.length).toBeLessThan(20_000);
    expect(await sentencesOf(readBytes(bytes, { limits }))).toEqual([
      "apps.xlsx unpacks to more than 100000 bytes, and no more are read. Save the sheet with the apps as CSV.",
    ]);
  });

  test("a large archive", async () => {
    const noise = Uint8Array.from({ length: 30_000 }, (_, index) => (index * index * 7919) % 251);
    const bytes = workbook({ sheets: { Apps: row(1, "App") }, others: { "xl/media/a.bin": noise } });
    const sentences = await sentencesOf(readBytes(Buffer.concat([bytes, new Uint8Array(30_000)]), { limits }));
    expect(sentences[0]).toContain("of more than 20000 bytes");
  });

  test("many texts, and one that is longer than any cell", async () => {
    const few = { ...limits, textCharacters: 20, unpackedBytes: 1_000_000 };
    const texts = ["<t>0123456789</t>", "<t>0123456789</t>", "<t>0</t>"];
    expect((await sentencesOf(read({ sheets: { Apps: "" }, texts }, { limits: few })))[0]).toContain("20 characters");
    const long = `<t>${"x".repeat(100_001)}</t>`;
    const sheets = { Apps: row(1, "x".repeat(100_001)) };
    for (const parts of [{ sheets: { Apps: "" }, texts: [long] }, { sheets }])
      expect((await sentencesOf(read(parts)))[0]).toContain("more than 100000 characters in one cell");
  });

  test("many sheets", async () => {
    const sheets = Object.fromEntries(Array.from({ length: 4 }, (_, index) => [`S${index}`, row(1, "App")]));
    expect((await sentencesOf(read({ sheets }, { limits })))[0]).toContain("more than 3 sheets");
  });

  test("many columns, once, and what stands before them is read", async () => {
    const [apps] = await read({ sheets: { Apps: `${row(1, "a", "b", "c")}${row(2, "d", "", "f")}` } }, { limits });
    expect(apps?.rows).toEqual([["a", "b"], ["d"]]);
    expect(apps?.problems).toMatchObject([
      { code: "too-large", places: [{ file: "apps.xlsx", sheet: "Apps", row: 1 }] },
    ]);
  });

  test("many cells, from which row on", async () => {
    const [apps] = await read({ sheets: { Apps: `${row(1, "a", "b")}${row(2, "c", "d")}${row(3, "e")}` } }, { limits });
    expect(apps?.rows).toEqual([["a", "b"], ["c"], []]);
    expect(apps?.problems).toMatchObject([{ code: "too-large", places: [{ row: 2 }] }]);
  });
});

test("10,000 rows of a workbook are read as they are asked for", async () => {
  const data = Array.from({ length: 10_000 }, (_, index) => row(index + 1, `App ${index}`, "12", "SAP; Jira"));
  const [table] = await readTables(inPieces(workbook({ sheets: { Apps: data.join("") } }), 65_536), "apps.xlsx");
  let rows = 0;
  for await (const cells of table?.rows ?? []) {
    expect(cells[0]).toBe(`App ${rows}`);
    rows++;
  }
  expect(rows).toBe(10_000);
});
