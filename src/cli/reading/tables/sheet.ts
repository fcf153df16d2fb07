import type { ArtifactProblem, Cell, Place } from "plimsoll/adapters";
import { cellOf, positionOf } from "./cells.js";
import { mergeFiller, mergesOf } from "./merges.js";
import type { Table, TableLimits } from "./table.js";
import { checkLength, damaged, type Packed, unpack } from "./unzip.js";
import type { Sheet, Workbook } from "./workbook.js";
import { type Met, xmlReader } from "./xml.js";

/** The last row that a sheet can have. */
const lastRow = 1_048_576;

interface NumberedRow {
  readonly row: number;
  readonly cells: (Cell | undefined)[];
}

/** Takes what is met in a sheet, and makes rows of it. */
function rowsIn(
  workbook: Workbook,
  what: string,
  limits: TableLimits,
  tell: (code: "too-large", message: string, row: number) => void,
) {
  const ready: NumberedRow[] = [];
  const toldOf = new Set<string>();
  let cells: (Cell | undefined)[] = [];
  let row = 0;
  let column = -1;
  let count = 0;
  let stored = {
    type: undefined as string | undefined,
    style: 0,
    value: undefined as string | undefined,
    inline: "",
    hasFormula: false,
  };
  let into: "value" | "inline" | undefined;
  // How a text is read aloud is no part of it.
  let isReading = false;

  const once = (what: string, message: string): void => {
    if (toldOf.has(what)) return;
    toldOf.add(what);
    tell("too-large", message, row);
  };

  const put = (): void => {
    const cell = cellOf(stored, workbook);
    if (cell === null || cell === "") return;
    if (column >= limits.columns) {
      once("columns", `This sheet has more than ${limits.columns} columns; what stands further right was not read.`);
      return;
    }
    count++;
    if (count > limits.cells) {
      once(
        "cells",
        `This sheet has more than ${limits.cells} cells; from this row on, none was read. Part it into several.`,
      );
      return;
    }
    cells[column] = cell;
  };

  const met: Met = {
    open: (name, attributes) => {
      if (name === "row") {
        const own = Number(attributes.r ?? row + 1);
        // Rows stand in order; one that says otherwise comes after the one before.
        row = Number.isInteger(own) && own > row && own <= lastRow ? own : row + 1;
        cells = [];
        column = -1;
      } else if (name === "c") {
        column = positionOf(attributes.r ?? "")?.column ?? column + 1;
        stored = {
          type: attributes.t,
          style: Number(attributes.s ?? 0),
          value: undefined,
          inline: "",
          hasFormula: false,
        };
      } else if (name === "f") stored.hasFormula = true;
      else if (name === "v") {
        stored.value = "";
        into = "value";
      } else if (name === "rPh") isReading = true;
      else if (name === "t" && !isReading) into = "inline";
    },
    text: (text) => {
      if (into === "value") stored.value = checkLength((stored.value ?? "") + text, what);
      else if (into === "inline") stored.inline = checkLength(stored.inline + text, what);
    },
    close: (name) => {
      if (name === "v" || name === "t") into = undefined;
      else if (name === "rPh") isReading = false;
      else if (name === "c") put();
      else if (name === "row") ready.push({ row, cells });
    },
  };
  return { met, take: () => ready.splice(0) };
}

/** A sheet of a workbook as a table. */
export function readSheet(packed: Packed, workbook: Workbook, { title, part }: Sheet, limits: TableLimits): Table {
  const problems: ArtifactProblem[] = [];
  const what = `${packed.name}, sheet "${title}",`;
  const at = (row: number): Place => ({ file: packed.name, sheet: title, row });
  async function* rows(): AsyncIterable<readonly Cell[]> {
    const fill = mergeFiller(mergesOf(packed, part, limits.columns));
    const { met, take } = rowsIn(workbook, what, limits, (code, message, row) => {
      problems.push({ pointer: "", code, message, places: [at(row)] });
    });
    const reader = xmlReader(met, what);
    let last = 0;
    let isRead = false;
    for (const { bytes, isLast } of unpack(packed, (name) => name === part)) {
      reader.add(bytes, isLast);
      isRead ||= isLast;
      for (const { row, cells } of take()) {
        for (let empty = last + 1; empty < row; empty++) yield [];
        fill(row, cells);
        yield Array.from(cells);
        last = row;
      }
    }
    if (!isRead) throw damaged(what);
  }
  return { file: packed.name, sheet: title, rows: rows(), problems: () => problems };
}
