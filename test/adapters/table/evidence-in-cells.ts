import type { Adapted, Cell, TableSource } from "plimsoll/adapters";
import { expect } from "vitest";

/** A table as it was read. */
export interface Sheet {
  readonly source: TableSource;
  readonly rows: readonly (readonly Cell[])[];
}

const indexOf = (letters: string): number =>
  [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;

const at = (value: unknown, pointer: string): unknown =>
  pointer
    .split("/")
    .slice(1)
    .reduce<unknown>((inside, key) => Object(inside)[key], value);

/** Every statement of a profile, the single values in it. */
function statementsIn(value: unknown, pointer = ""): readonly string[] {
  if (typeof value !== "object" || value === null) return [pointer];
  if ("atLeast" in value || "atMost" in value) return [pointer];
  return Object.entries(value).flatMap(([key, inside]) => statementsIn(inside, `${pointer}/${key}`));
}

/** Holds each statement of an app to its evidence, and each piece of evidence to a cell that says something. */
export function evidenceIsInCells({ profile, evidence }: Adapted, sheets: readonly Sheet[]): void {
  const { partial: _, ...told } = profile;
  const proven = new Set(evidence.map(({ pointer }) => pointer));
  expect(statementsIn(told).filter((pointer) => !proven.has(pointer))).toEqual([]);
  for (const { pointer, at: place, basis } of evidence) {
    expect(at(profile, pointer), pointer).toBeDefined();
    const sheet = sheets.find(({ source }) => source.file === place.file && source.sheet === place.sheet);
    const row = sheet?.rows[(place.row ?? 0) - 1];
    expect(row, `row ${place.row}`).toBeDefined();
    if (basis === "mapping" && place.column === undefined) continue;
    expect([undefined, null, ""], `${place.column}${place.row}`).not.toContain(row?.[indexOf(place.column ?? "")]);
  }
}
