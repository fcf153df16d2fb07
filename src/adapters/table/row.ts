import { neededIn, ofItsOwn } from "../../mapping/index.js";
import { inShort, type ProblemCode } from "../../problems/index.js";
import type { Json } from "../../shapes/index.js";
import type { ArtifactProblem, Place } from "../adapted.js";
import { asName } from "../gather.js";
import type { Building } from "./building.js";
import { type Cell, faultOf, textIn } from "./cell.js";
import { type Layout, passes, type ReadyColumn } from "./layout.js";
import { type Meaning, nothing, type ReadMeaning, sentenceOf } from "./meaning.js";
import { type EntryField, inMap, pointerOf } from "./told.js";

/** No app has so many of anything that is listed in one cell. */
const mostInCell = 500;

/** A row of a table, with what is needed to say where its cells stand. */
export interface Row {
  readonly cells: readonly Cell[];
  readonly layout: Layout;
  readonly placeOf: (column: number) => Place;
}

export const problemAt = (at: Place, code: ProblemCode, message: string): ArtifactProblem => ({
  pointer: "",
  code,
  message,
  places: [at],
});

/** The names in a cell, parted by what the mapping says. */
function partsOf(text: string, split: readonly string[]): readonly string[] {
  const parts = split.reduce<readonly string[]>((all, mark) => all.flatMap((part) => part.split(mark)), [text]);
  return parts.map((part) => part.trim()).filter((part) => part !== "");
}

/** What one cell comes to. */
interface Seen {
  readonly values: readonly Json[];
  readonly isNone: boolean;
  /** Whether it may hold more than what was read. */
  readonly isOpen: boolean;
  readonly problems: readonly ArtifactProblem[];
}

const seenNothing: Seen = { values: [], isNone: false, isOpen: false, problems: [] };

function seeMeaning(meaning: Meaning, cell: Cell, at: Place, heading: string): Seen {
  switch (meaning.kind) {
    case "told": {
      const cut = `"${inShort(heading)}" holds more than a profile keeps of a text; its beginning was kept.`;
      return {
        ...seenNothing,
        values: meaning.values,
        problems: meaning.cut === true ? [problemAt(at, "too-large", cut)] : [],
      };
    }
    case "none":
      return { ...seenNothing, isNone: true };
    case "nothing":
      return { ...seenNothing, isOpen: true };
    case "rejected":
      return {
        ...seenNothing,
        isOpen: true,
        problems: [problemAt(at, meaning.code, sentenceOf(heading, cell, meaning.why))],
      };
  }
}

function seeParts(cell: Cell, split: readonly string[], read: ReadMeaning, at: Place, heading: string): Seen {
  const text = textIn(cell);
  if (split.length === 0 || typeof cell !== "string") return seeMeaning(read(text, cell), cell, at, heading);
  const parts = partsOf(text, split);
  const seen = parts.slice(0, mostInCell).map((part) => seeMeaning(read(part, part), part, at, heading));
  const many = `"${inShort(heading)}" lists ${parts.length} names, of which the first ${mostInCell} were read.`;
  return {
    values: seen.flatMap(({ values }) => values),
    isNone: seen.some(({ isNone }) => isNone),
    isOpen: seen.some(({ isOpen }) => isOpen) || parts.length > mostInCell,
    problems: [
      ...seen.flatMap(({ problems }) => problems),
      ...(parts.length > mostInCell ? [problemAt(at, "too-large", many)] : []),
    ],
  };
}

/** The first of the columns that tells something, or is refused; with its place. */
function see(ready: ReadyColumn, row: Row): { readonly seen: Seen; readonly index: number } {
  let isOpen = false;
  for (const index of ready.at) {
    const cell = row.cells[index];
    const heading = row.layout.headings[index] ?? ready.column.column;
    const at = row.placeOf(index);
    const fault = faultOf(cell);
    if (fault !== undefined) {
      const message = `"${inShort(heading)}" holds ${fault}, so it was not read. Correct it where the table is kept, and export it again.`;
      return { seen: { ...seenNothing, isOpen: true, problems: [problemAt(at, "unreadable", message)] }, index };
    }
    if (textIn(cell) === "") continue;
    const read = ready.tells?.read ?? (() => nothing);
    // A word such as "n/a" is not cut up.
    const split = row.layout.vocabulary.wordOf(textIn(cell)) === undefined ? (ready.column.split ?? []) : [];
    const seen = seeParts(cell, split, read, at, heading);
    if (seen.values.length > 0 || seen.isNone || seen.problems.length > 0) return { seen, index };
    isOpen = true;
  }
  return { seen: { ...seenNothing, isOpen }, index: ready.at[0] ?? 0 };
}

/** Whether a cell says that there is something: more than none, no, or nothing known. */
function saysSome(cell: Cell, { vocabulary }: Layout): boolean {
  const text = textIn(cell);
  const word = vocabulary.wordOf(text);
  return text !== "" && text !== "0" && faultOf(cell) === undefined && (word === undefined || word === "yes");
}

/** The first text that a column tells of a row; nothing, where it tells none. */
export function textTold(ready: ReadyColumn, row: Row): { readonly text: string; readonly at: Place } | undefined {
  if (!passes(ready.when, row.cells)) return undefined;
  const { seen, index } = see(ready, row);
  const [text] = seen.values;
  return typeof text === "string" ? { text, at: row.placeOf(index) } : undefined;
}

function ask(ready: ReadyColumn, row: Row, building: Building): void {
  const { ask: pointer, question } = ready.column;
  const index = ready.at.find((at) => saysSome(row.cells[at], row.layout));
  if (index !== undefined && pointer !== undefined && question !== undefined)
    building.hint({ pointer, question, at: row.placeOf(index) });
}

/** The fields that columns of one label tell in a row. */
interface Together {
  readonly way: readonly string[];
  readonly fields: (readonly EntryField[])[];
}

/** Entries of which several fields have several values: those that stand side by side belong together. */
function entriesOf({ fields }: Together): readonly (readonly EntryField[])[] | undefined {
  const most = Math.max(...fields.map((each) => each.length));
  if (fields.some((each) => each.length !== 1 && each.length !== most)) return undefined;
  return Array.from({ length: most }, (_, index) =>
    fields.flatMap((each) => each[each.length === 1 ? 0 : index] ?? []),
  );
}

function tellTogether(together: Together, building: Building): void {
  const list = pointerOf(together.way);
  const entries = entriesOf(together);
  const places = together.fields.flatMap((each) => each.slice(0, 1).map(({ at }) => at));
  if (entries === undefined) {
    const message = `The columns for "${list}" list different numbers of things in this row, so it is not clear which belong together. List as many in each.`;
    building.problem({ pointer: "", code: "contradiction", message, places });
    building.doubt(together.way);
    return;
  }
  const needed = neededIn(together.way);
  for (const fields of entries) {
    const isNamed = needed === undefined || fields.some(({ field }) => field.length === 1 && field[0] === needed);
    if (isNamed) {
      building.entry(together.way, fields);
      continue;
    }
    const message = `Nothing here says which ${needed} is meant, so the cells beside it were not read.`;
    building.problem({ pointer: "", code: "missing", message, places });
    building.doubt(together.way);
  }
}

/** What is told of entries besides, and by which mapping. */
const besides = (ready: ReadyColumn, at: Place): readonly EntryField[] =>
  ready.besides.map(({ field, value }) => ({ field, isList: false, value, at, basis: "mapping" }));

/** Reads the cells of a row, as far as its mapping says what they tell. */
export function readCells(row: Row, counted: Map<ReadyColumn, Set<string>>, building: Building): void {
  const together = new Map<string, Together>();
  const meant = new Set<number>();
  const conditional = new Map<number, string>();
  for (const ready of row.layout.columns) {
    if (!passes(ready.when, row.cells)) {
      for (const index of ready.at) conditional.set(index, Object.keys(ready.column.when ?? {}).join(", "));
      continue;
    }
    for (const index of ready.at) meant.add(index);
    if (ready.tells === undefined) ask(ready, row, building);
    else if (ready.column.count === true) countIn(ready, row, counted, building);
    else tellColumn(ready, row, together, building);
  }
  for (const each of together.values()) tellTogether(each, building);
  for (const [index, headings] of conditional) tellUnmeant(index, headings, meant, row, building);
}

/** A cell that has several meanings, of which none is meant in this row. */
function tellUnmeant(index: number, headings: string, meant: ReadonlySet<number>, row: Row, building: Building): void {
  const cell = row.cells[index];
  if (meant.has(index) || !saysSome(cell, row.layout)) return;
  const why = `and the mapping does not say what that means with what stands in "${inShort(headings)}".`;
  const message = sentenceOf(row.layout.headings[index] ?? "", cell, why);
  building.problem(problemAt(row.placeOf(index), "unknown-value", message));
}

/** Different texts over the rows of an app are at least so many. */
function countIn(ready: ReadyColumn, row: Row, counted: Map<ReadyColumn, Set<string>>, building: Building): void {
  const index = ready.at.find((at) => saysSome(row.cells[at], row.layout));
  if (index === undefined || ready.tells === undefined) return;
  const seen = inMap(counted, ready, () => new Set<string>());
  const text = asName(textIn(row.cells[index])).toLowerCase();
  if (seen.has(text)) return;
  seen.add(text);
  building.single(ready.tells.place.way, {
    value: { atLeast: seen.size },
    at: row.placeOf(index),
    basis: "stated",
  });
}

function tellColumn(ready: ReadyColumn, row: Row, together: Map<string, Together>, building: Building): void {
  if (ready.tells === undefined) return;
  const { place } = ready.tells;
  const { seen, index } = see(ready, row);
  const at = row.placeOf(index);
  for (const problem of seen.problems) building.problem(problem);
  const tellings = seen.values.map((value) => ({ value, at, basis: "stated" as const }));
  if (place.kind === "single") {
    for (const telling of tellings) building.single(place.way, telling);
    return;
  }
  if (seen.isOpen) building.doubt(place.way);
  if (place.kind === "member") {
    for (const telling of tellings) building.member(place.way, telling);
    if (seen.isNone) building.none(place.way, at);
    return;
  }
  if (seen.isNone && !place.isList) building.none(place.way, at);
  if (tellings.length === 0) return;
  const fields = tellings.map((telling) => ({ ...telling, field: place.field, isList: place.isList }));
  if (place.label === ofItsOwn) {
    for (const each of fields) building.entry(place.way, [each, ...besides(ready, at)]);
    return;
  }
  const key = `${pointerOf(place.way)} ${place.label}`;
  const known = inMap(together, key, (): Together => ({ way: place.way, fields: [] }));
  // Members of a list in the entry all belong to it.
  const told = place.isList ? fields.map((each) => [each]) : [fields];
  known.fields.push(...told, ...besides(ready, at).map((each) => [each]));
}
