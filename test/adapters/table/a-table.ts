import { type Adapted, type Cell, fromTable, type MappedColumn, type Mapping } from "plimsoll/adapters";
import { expect } from "vitest";

export const source = { file: "register.csv" };

/** Reads a table of one app whose one row has one cell beside its name. */
export function readCell(cell: Cell, column: Omit<MappedColumn, "column">, rest: Partial<Mapping> = {}): Adapted {
  const mapping: Mapping = {
    columns: [
      { column: "App", to: "/name" },
      { column: "It", ...column },
    ],
    ...rest,
  };
  const rows = [
    ["App", "It"],
    ["App 1", cell],
  ];
  const { apps, problems } = fromTable(rows, mapping, source);
  expect(problems).toEqual([]);
  return apps[0] ?? expect.fail("The row was not read.");
}
