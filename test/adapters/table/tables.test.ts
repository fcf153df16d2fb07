import { type Cell, fromProfile, fromTable, type Mapping, mergeProfiles } from "plimsoll/adapters";
import { describe, expect, test } from "vitest";
import { source } from "./a-table.js";

const users: Mapping = {
  columns: [
    { column: "App name", to: "/name" },
    { column: "# users", to: "/audience/users" },
  ],
};

const kinds: Mapping = {
  columns: [
    { column: "App name", to: "/name" },
    { column: "Kind", to: "/kind" },
  ],
};

const read = (rows: Iterable<readonly Cell[]>, mapping: Mapping = users) => fromTable(rows, mapping, source);

const namesOf = (rows: Iterable<readonly Cell[]>, mapping: Mapping = users) =>
  read(rows, mapping).apps.map(({ profile }) => profile.name);

describe("headings", () => {
  test.each([
    [["App name", "# users"]],
    [["APP NAME", "#Users"]],
    [["\uFEFFapp_name", "#  users"]],
    [["# users", "App name"].reverse()],
  ])("are found in %j", (headings) => {
    expect(read([headings, ["Rota", 12]]).apps[0]?.profile.audience).toEqual({ users: 12 });
  });

  test("are never taken by position", () => {
    expect(
      read([
        ["# users", "App name"],
        [12, "Rota"],
      ]).apps[0]?.profile,
    ).toEqual({
      id: "Rota",
      name: "Rota",
      audience: { users: 12 },
    });
  });

  test("are found below a title and notes", () => {
    const rows = [["Register of our apps"], [], ["As of", "March"], ["App name", "# users"], ["Rota", 12]];
    const { apps } = read(rows);
    expect(apps[0]?.evidence.find(({ pointer }) => pointer === "/audience/users")?.at).toEqual({
      file: "register.csv",
      row: 5,
      column: "B",
    });
  });

  test("stand where the mapping says", () => {
    const rows = [
      ["App name", "# users"],
      ["is", "is"],
      ["App name", "# users"],
      ["Rota", 12],
    ];
    expect(namesOf(rows, { ...users, headingRow: 3 })).toEqual(["Rota"]);
  });

  test("rows below them that are no apps are skipped", () => {
    const rows = [
      ["App name", "# users"],
      ["REQUIRED", "Optional"],
      ["Rota", 12],
    ];
    expect(namesOf(rows, { ...users, skipRows: 1 })).toEqual(["Rota"]);
  });

  test.each<readonly [string, readonly (readonly Cell[])[]]>([
    ["an empty table", []],
    [
      "a table of something else",
      [
        ["Colour", "Size"],
        ["red", 12],
      ],
    ],
    ["a table without an end", Array.from({ length: 100 }, () => ["red", 12])],
  ])("that are nowhere are told of %s", (_, rows) => {
    const { apps, problems } = read(rows);
    expect(apps).toEqual([]);
    expect(problems).toMatchObject([{ code: "missing", places: [{ file: "register.csv" }] }]);
    expect(problems[0]?.message).toContain('"headingRow"');
  });

  test("that the table lacks are told, with the one that is near", () => {
    const { problems } = read([
      ["App name", "No. users"],
      ["Rota", 12],
    ]);
    expect(problems.map(({ message }) => message)).toEqual([
      'There is no column "# users", which the mapping reads. Is it "No. users"?',
      'Nothing in the mapping says what "No. users" tells, so it was not read. Place it, or list it in "ignore".',
    ]);
  });

  test("that may be missing are not told", () => {
    const [name = expect.fail(), number = expect.fail()] = users.columns;
    expect(read([["App name"], ["Rota"]], { columns: [name, { ...number, optional: true }] }).problems).toEqual([]);
  });

  test("that the mapping lacks are told once, with their column", () => {
    const { problems } = read([
      ["App name", "# users", "Cost"],
      ["Rota", 12, 5],
      ["Stock", 3, 7],
    ]);
    expect(problems).toMatchObject([{ code: "unknown-key", places: [{ row: 1, column: "C" }] }]);
    expect(read([["App name", "# users", "Cost 2025"]], { ...users, ignore: ["Cost *"] }).problems).toEqual([]);
  });

  test("that several columns have are told, and none of them is read", () => {
    const { apps, problems } = read([
      ["App name", "# users", "#users"],
      ["Rota", 12, 5],
    ]);
    expect(apps[0]?.profile.audience).toBeUndefined();
    expect(problems).toMatchObject([{ code: "duplicate", places: [{ row: 1, column: "B" }] }]);
  });

  test("that are missing above cells are told once", () => {
    const { problems } = read([
      ["App name", "# users"],
      ["Rota", 12, "what is this?"],
      ["Stock", 3, "and this?"],
    ]);
    expect(problems).toMatchObject([{ code: "unknown-key", places: [{ row: 2, column: "C" }] }]);
  });
});

describe("rows", () => {
  test("an app has its id, or is called by its name, and the other way round", () => {
    const mapping: Mapping = {
      columns: [
        { column: "Id", to: "/id" },
        { column: "Name", to: "/name" },
      ],
    };
    const apps = read(
      [
        ["Id", "Name"],
        [7, "Rota"],
        ["", "Stock"],
        ["8", ""],
      ],
      mapping,
    ).apps;
    expect(apps.map(({ profile }) => [profile.id, profile.name])).toEqual([
      ["7", "Rota"],
      ["Stock", "Stock"],
      ["8", "8"],
    ]);
  });

  test("one without either is told, and the others are read", () => {
    const { apps, problems } = read([["App name", "# users"], ["", 12], [], ["Rota", 3]]);
    expect(apps.map(({ profile }) => profile.name)).toEqual(["Rota"]);
    expect(problems).toMatchObject([{ code: "missing", places: [{ file: "register.csv", row: 2 }] }]);
  });

  test("in which nothing stands are none", () => {
    const rows = [["App name", "# users"], [null, undefined], ["", "  "], [], ["Rota", 3]];
    expect(read(rows).problems).toEqual([]);
    expect(namesOf(rows)).toEqual(["Rota"]);
  });

  test("a rejected cell leaves the rest of its row", () => {
    const { apps } = read([
      ["App name", "# users"],
      ["Rota", "many"],
    ]);
    expect(apps[0]?.profile).toEqual({ id: "Rota", name: "Rota" });
    expect(apps[0]?.problems).toMatchObject([{ places: [{ row: 2, column: "B" }] }]);
  });

  test("two of one app, one below the other, are told where the mapping says nothing of it", () => {
    const { apps } = read([
      ["App name", "# users"],
      ["Rota", 3],
      ["rota", 4],
    ]);
    expect(apps.map(({ problems }) => problems.map(({ code }) => code))).toEqual([[], ["duplicate"]]);
  });

  test("those of other things are left out as the mapping says", () => {
    const mapping: Mapping = { ...users, when: { Kind: ["app", "fl*w"] } };
    expect(
      namesOf(
        [
          ["App name", "# users", "Kind"],
          ["A", 1, "App"],
          ["B", 1, "Table"],
          ["C", 1, "Flow"],
        ],
        mapping,
      ),
    ).toEqual(["A", "C"]);
  });

  test("none is read where the column is missing that says which", () => {
    const { apps, problems } = read(
      [
        ["App name", "# users"],
        ["A", 1],
      ],
      { ...users, when: { Kind: ["app"] } },
    );
    expect(apps).toEqual([]);
    expect(problems.map(({ code }) => code)).toEqual(["missing"]);
  });

  test("what stands for every app is told of each", () => {
    const { apps } = read(
      [
        ["App name", "# users"],
        ["A", 1],
      ],
      { ...users, always: { "/platform": "Excel" } },
    );
    expect(apps[0]?.profile.platform).toBe("Excel");
    expect(apps[0]?.evidence.find(({ pointer }) => pointer === "/platform")).toEqual({
      pointer: "/platform",
      value: "Excel",
      at: { file: "register.csv", row: 2 },
      basis: "mapping",
    });
  });
});

describe("several rows of one app", () => {
  const shares: Mapping = {
    rowsOfOneApp: "neighbours",
    columns: [
      { column: "App", to: "/id" },
      { column: "Name", to: "/name", optional: true },
      { column: "Person", to: "/audience/canOpen", count: true },
      { column: "Role", to: "/audience/departments", optional: true },
    ],
  };
  const rows = [
    ["App", "Person"],
    ["a", "One"],
    ["a", "Two"],
    ["a", "one "],
    ["b", "One"],
    ["a", "Three"],
  ];

  test("next to each other are one app, and different texts are counted", () => {
    const { apps } = read(rows, shares);
    expect(apps.map(({ profile }) => [profile.id, profile.audience?.canOpen])).toEqual([
      ["a", { atLeast: 2 }],
      ["b", { atLeast: 1 }],
      ["a", { atLeast: 1 }],
    ]);
  });

  test("anywhere are one app", () => {
    const { apps } = read(rows, { ...shares, rowsOfOneApp: "anywhere" });
    expect(apps.map(({ profile }) => [profile.id, profile.audience?.canOpen])).toEqual([
      ["a", { atLeast: 3 }],
      ["b", { atLeast: 1 }],
    ]);
    expect(apps[0]?.evidence.filter(({ pointer }) => pointer === "/audience/canOpen").map(({ at }) => at.row)).toEqual([
      2, 3, 6,
    ]);
  });

  test("bounds meet, and what contradicts itself is left open", () => {
    const mapping: Mapping = { ...users, rowsOfOneApp: "neighbours" };
    const of = (...cells: readonly Cell[]) =>
      read([["App name", "# users"], ...cells.map((cell) => ["A", cell])], mapping).apps[0];
    expect(of("10+", "<20")?.profile.audience?.users).toEqual({ atLeast: 10, atMost: 19 });
    expect(of(10, 12)?.profile.audience?.users).toBeUndefined();
    expect(of(10, 12)?.problems.map(({ message }) => message)).toEqual([
      'The table contradicts itself about "/audience/users": 10 in B2, and 12 in B3. Find out which is right; until then the fact stays open.',
    ]);
  });

  test("of two names one stays, and that is told", () => {
    const { apps } = read(
      [
        ["App", "Name"],
        ["a", "Rota"],
        ["a", "Roster"],
      ],
      shares,
    );
    expect(apps.map(({ profile }) => profile.name)).toEqual(["Roster"]);
    expect(apps[0]?.problems.map(({ code }) => code)).toEqual(["contradiction"]);
  });
});

describe("a cell whose meaning depends on another", () => {
  const mapping: Mapping = {
    rowsOfOneApp: "anywhere",
    columns: [
      { column: "App", to: "/name" },
      { column: "Other", to: "/otherApps/needs", when: { Way: ["south*"] } },
      { column: "Other", to: "/otherApps/neededBy", when: { Way: ["north*"] } },
    ],
  };

  test("is told where it is meant", () => {
    const { apps } = read(
      [
        ["App", "Other", "Way"],
        ["A", "B", "southbound"],
        ["A", "C", "Northbound"],
      ],
      mapping,
    );
    expect(apps[0]?.profile.otherApps).toEqual({ needs: ["B"], neededBy: ["C"] });
  });

  test("is rejected where it has no meaning", () => {
    const { apps } = read(
      [
        ["App", "Other", "Way"],
        ["A", "B", "sideways"],
        ["C", "", "sideways"],
      ],
      mapping,
    );
    expect(apps.map(({ problems }) => problems.map(({ places }) => places))).toEqual([
      [[{ file: "register.csv", row: 2, column: "B" }]],
      [],
    ]);
    expect(apps[0]?.problems[0]?.message).toBe(
      '"Other" says "B", and the mapping does not say what that means with what stands in "Way".',
    );
  });
});

test("a sheet that the mapping does not name is left out", () => {
  const mapping = { ...users, sheets: ["Apps *"] };
  const rows = [
    ["App name", "# users"],
    ["Rota", 12],
  ];
  expect(fromTable(rows, mapping, { file: "apps.xlsx", sheet: "Notes" })).toEqual({ apps: [], problems: [] });
  const { apps } = fromTable(rows, mapping, { file: "apps.xlsx", sheet: "Apps 2026" });
  expect(apps[0]?.evidence.find(({ pointer }) => pointer === "/audience/users")?.at).toEqual({
    file: "apps.xlsx",
    sheet: "Apps 2026",
    row: 2,
    column: "B",
  });
});

test("a mapping that is none is refused", () => {
  const wrong: Mapping = { columns: [{ column: "App", to: "/nmae" }] };
  expect(() => fromTable([], wrong, source)).toThrow(expect.objectContaining({ code: "invalid-mapping" }));
});

test("what a register and another source contradict each other about is told with its cell", () => {
  const { apps } = fromTable(
    [
      ["App name", "# users"],
      ["Rota", 12],
    ],
    users,
    { file: "apps.xlsx", sheet: "Register" },
  );
  const answers = fromProfile({ id: "Rota", name: "Rota", audience: { users: 40 } }, { file: "answers.json" });
  const [rota] = mergeProfiles([...apps, answers]);
  expect(rota?.profile.audience).toBeUndefined();
  expect(rota?.problems[0]?.places).toEqual([
    { file: "apps.xlsx", sheet: "Register", row: 2, column: "B" },
    { file: "answers.json", pointer: "/audience/users" },
  ]);
});

test("and which cells they are stands in the sentence", () => {
  const at = (users: number, file: string) =>
    fromTable(
      [
        ["App name", "Kind"],
        ["Rota", users === 1 ? "app" : "flow"],
      ],
      kinds,
      { file, sheet: "Register" },
    ).apps;
  const [rota] = mergeProfiles([...at(1, "a.xlsx"), ...at(2, "b.xlsx")]);
  expect(rota?.problems.map(({ message }) => message)).toEqual([
    'The sources contradict each other: "app" at a.xlsx, Register, B2, and "flow" at b.xlsx, Register, B2. Find out which is right; until then the fact stays open.',
  ]);
});
