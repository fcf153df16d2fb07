import type { ArtifactProblem, Cell } from "plimsoll/adapters";
import { describe, expect, test } from "vitest";
import { readTables } from "../../../../src/cli/reading/tables/read-table.js";
import { type TableOptions, tableLimits } from "../../../../src/cli/reading/tables/table.js";
import { InputError } from "../../../../src/cli/terminal.js";
import { inBytes, inPieces } from "./a-workbook.js";

interface Read {
  readonly rows: readonly (readonly Cell[])[];
  readonly problems: readonly ArtifactProblem[];
}

async function readBytes(pieces: AsyncIterable<Uint8Array>, options?: TableOptions): Promise<Read> {
  const [table, ...others] = await readTables(pieces, "apps.csv", options);
  if (table === undefined) throw new Error("There is no table.");
  expect(others).toEqual([]);
  const rows: (readonly Cell[])[] = [];
  for await (const cells of table.rows) rows.push(cells);
  return { rows, problems: table.problems() };
}

const read = (text: string, options?: TableOptions): Promise<Read> => readBytes(inBytes(text), options);

const sentencesOf = async (reading: Promise<unknown>): Promise<readonly string[]> =>
  reading.then(
    () => [],
    (error: unknown) => (error instanceof InputError ? error.sentences : Promise.reject(error)),
  );

describe("what stands between cells", () => {
  test.each([
    ["App,Users\nA,1\n"],
    ["App;Users\r\nA;1\r\n"],
    ["App\tUsers\nA\t1"],
    ["App|Users\rA|1\r"],
    ["\uFEFFApp,Users\nA,1"],
    ["sep=;\nApp;Users\nA;1"],
    ['"App",Users\n"A",1'],
    ['App, "Users"\nA, "1"'],
  ])("is found in %j", async (text) => {
    expect(await read(text)).toEqual({
      rows: [
        ["App", "Users"],
        ["A", "1"],
      ],
      problems: [],
    });
  });

  test("is what a mapping says", async () => {
    expect((await read("a;b,c\n", { delimiter: "," })).rows).toEqual([["a;b", "c"]]);
  });

  test("is not what stands in quotes", async () => {
    expect((await read('"a,b,c,d";x\n"e,f,g,h";y\n')).rows).toEqual([
      ["a,b,c,d", "x"],
      ["e,f,g,h", "y"],
    ]);
  });
});

describe("cells", () => {
  test.each<readonly [string, readonly (readonly string[])[]]>([
    ['a,"b, c"\n', [["a", "b, c"]]],
    [
      'a,"b\nc"\nd,e\n',
      [
        ["a", "b\nc"],
        ["d", "e"],
      ],
    ],
    ['a,"say ""hi"""\n', [["a", 'say "hi"']]],
    ['a,5" disk\n', [["a", '5" disk']]],
    ['a,"un" quoted\n', [["a", '"un" quoted']]],
    ["a,,\n", [["a", "", ""]]],
    ["a\n\nb\n", [["a"], [""], ["b"]]],
    ["a,b,c\nd\n", [["a", "b", "c"], ["d"]]],
    [
      "\t\tc\na\t\tb\n",
      [
        ["", "", "c"],
        ["a", "", "b"],
      ],
    ],
    ["=1+1,a\n", [["=1+1", "a"]]],
    ["", []],
  ])("of %j are %j", async (text, rows) => {
    expect(await read(text)).toEqual({ rows, problems: [] });
  });
});

describe("a quote that is never closed", () => {
  test("is told with its row, and what stands before it is read", async () => {
    const { rows, problems } = await read('App,Users\nA,1\nB,"2\nC,3\nD,4\n');
    expect(rows).toEqual([
      ["App", "Users"],
      ["A", "1"],
    ]);
    expect(problems).toMatchObject([{ code: "unreadable", places: [{ file: "apps.csv", row: 3 }] }]);
    expect(problems[0]?.message).toContain("never closed");
  });

  test("does not make a row of all that follows", async () => {
    const text = `App,Users\nA,"1\n${"B,2\n".repeat(50_000)}`;
    const { rows, problems } = await read(text, { limits: { ...tableLimits, rowCharacters: 10_000 } });
    expect(rows).toEqual([["App", "Users"]]);
    expect(problems.map(({ places }) => places)).toEqual([[{ file: "apps.csv", row: 2 }]]);
  });
});

describe("how a text is written", () => {
  const utf16 = (text: string, swap: boolean): Uint8Array => {
    const bytes = Buffer.from(`\uFEFF${text}`, "utf16le");
    return swap ? bytes.swap16() : bytes;
  };

  test.each([false, true])("UTF-16 that says so is read, whichever byte comes first (swapped: %s)", async (swap) => {
    expect((await readBytes(inPieces(utf16("App\tÄpfel\nA\t1\n", swap), 3))).rows).toEqual([
      ["App", "Äpfel"],
      ["A", "1"],
    ]);
  });

  test("UTF-16 that does not say so is refused", async () => {
    const bytes = Buffer.from("App,Users\n", "utf16le");
    expect(await sentencesOf(readBytes(inPieces(bytes)))).toEqual([
      'apps.csv seems to be written in UTF-16 without saying so. Save it as "CSV UTF-8".',
    ]);
  });

  const windows = Buffer.from("App,Users\nK\xfcche,1\nB,2\n", "latin1");

  test("other letters are refused with their line, and what they would be", async () => {
    expect(await sentencesOf(readBytes(inPieces(windows)))).toEqual([
      'apps.csv, line 2, is not written in UTF-8: in Windows-1252, which many programs write, the letter there would be "ü". Save the table as "CSV UTF-8", or say in the mapping "encoding": "windows-1252".',
    ]);
  });

  test("after what stands before them was read", async () => {
    const [table] = await readTables(
      inPieces(Buffer.concat([Buffer.from("App\n".repeat(40_000)), windows]), 4096),
      "a",
    );
    let rows = 0;
    const reading = (async () => {
      for await (const _ of table?.rows ?? []) rows++;
    })();
    expect((await sentencesOf(reading))[0]).toContain("line 40002");
    expect(rows).toBeGreaterThan(35_000);
  });

  test("and read where the mapping says how they are written", async () => {
    expect((await readBytes(inPieces(windows), { encoding: "windows-1252" })).rows[1]).toEqual(["Küche", "1"]);
  });

  test("letters of several bytes may lie across pieces", async () => {
    expect((await readBytes(inPieces(Buffer.from("é,😀\nà,ß"), 1))).rows).toEqual([
      ["é", "😀"],
      ["à", "ß"],
    ]);
  });
});

test("a text without line ends is told, and not kept", async () => {
  async function* pieces(): AsyncIterable<Uint8Array> {
    for (let piece = 0; piece < 500; piece++) yield Buffer.from("äöü".repeat(10_000));
  }
  const { rows, problems } = await readBytes(pieces());
  expect(rows).toEqual([]);
  expect(problems.map(({ code }) => code)).toEqual(["unreadable"]);
});

test("a workbook of the old format is refused, with what to do", async () => {
  const old = new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);
  expect((await sentencesOf(readBytes(inPieces(old))))[0]).toContain("Save it as .xlsx without a password, or as CSV.");
});

test("100,000 rows are read as they come", async () => {
  let handed = 0;
  async function* pieces(): AsyncIterable<Uint8Array> {
    for (let piece = 0; piece < 1000; piece++) {
      handed++;
      yield Buffer.from('App name,12,"SAP; Jira","a\nb"\n'.repeat(100));
    }
  }
  const [table] = await readTables(pieces(), "apps.csv");
  let rows = 0;
  let ahead = 0;
  for await (const cells of table?.rows ?? []) {
    rows++;
    ahead = Math.max(ahead, handed - rows / 100);
    if (rows === 100_000) expect(cells).toEqual(["App name", "12", "SAP; Jira", "a\nb"]);
  }
  expect(rows).toBe(100_000);
  expect(ahead).toBeLessThan(50);
}, 120_000);
