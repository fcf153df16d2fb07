import { type Collector, collectProblems, PlimsollError, type Problem, suggest, toPointer } from "../problems/index.js";
import { profileShape } from "../profile/index.js";
import { assertShape, misfit, optionsOf, type Shape, shapeAt } from "../shapes/index.js";
import { headingKey } from "./headings.js";
import { neededIn } from "./needed.js";
import { type MappedPlace, ofItsOwn, placeAt } from "./places.js";
import { type MappedColumn, type Mapping, mappingShape } from "./shape.js";

/** A column whose place is one of a profile. */
interface Placed {
  readonly column: MappedColumn;
  readonly index: number;
  readonly place: MappedPlace;
}

const isBounded = (shape: Shape): boolean => typeof shape === "object" && "bounded" in shape;

const isNumber = (shape: Shape): boolean =>
  isBounded(shape) || shape === "count" || shape === "positive" || shape === "amount";

const isMultiple = (place: MappedPlace): boolean => place.kind !== "single";

/** What a column may say besides, where its place allows it. */
const fitting: readonly (readonly [
  option: keyof MappedColumn,
  fits: (place: MappedPlace) => boolean,
  where: string,
])[] = [
  ["split", isMultiple, "a list"],
  ["with", ({ kind }) => kind === "entry", "entries of a list"],
  ["count", ({ shape }) => isBounded(shape), "a number that may be told as bounds"],
  ["atLeast", ({ shape }) => isBounded(shape), "a number that may be told as bounds"],
  ["dates", ({ shape }) => shape === "date", "a day"],
  ["decimal", ({ shape }) => isNumber(shape), "a number"],
];

/** Holds a value of the mapping to the place where it would stand. */
function checkValue(value: unknown, shape: Shape, pointer: string, report: Collector): void {
  const problem = misfit(shape, value);
  if (problem === undefined) return;
  const options = optionsOf(shape);
  if (options === undefined) report({ ...problem, pointer: pointer + problem.pointer });
  else {
    const { hint, ...rest } = suggest(String(value), options.map(String));
    report({ pointer, code: "unknown-value", message: `"${String(value)}" is not a value for this.${hint}`, ...rest });
  }
}

function checkValues({ column, index, place }: Placed, report: Collector): void {
  for (const [seen, meant] of Object.entries(column.values ?? {})) {
    const at = toPointer(["columns", index, "values", seen]);
    if (meant === null) continue;
    if (Array.isArray(meant) && isMultiple(place))
      for (const [position, each] of meant.entries()) checkValue(each, place.shape, `${at}/${position}`, report);
    else checkValue(meant, place.shape, at, report);
  }
}

function checkWith({ column, index, place }: Placed, report: Collector): void {
  for (const [field, value] of Object.entries(column.with ?? {})) {
    const at = toPointer(["columns", index, "with", field]);
    const found = placeAt(`${toPointer(place.way)}/${ofItsOwn}/${field}`);
    if ("problem" in found) report({ pointer: at, code: "unknown-reference", message: found.problem });
    else if (found.place.kind !== "entry" || found.place.isList)
      report({ pointer: at, code: "unknown-reference", message: `"${field}" is not a single field of an entry.` });
    else checkValue(value, found.place.shape, at, report);
  }
}

function checkAsk({ ask, question }: MappedColumn, index: number, report: Collector): void {
  const at = (field: string) => toPointer(["columns", index, field]);
  const found = shapeAt(profileShape, ask ?? "");
  if (ask === "" || "nearest" in found) {
    const suggestion = "nearest" in found ? found.nearest : undefined;
    const hint = suggestion === undefined ? "" : ` Did you mean "${suggestion}"?`;
    const message = `"${ask}" is not a place in a profile.${hint}`;
    report({ pointer: at("ask"), code: "unknown-reference", message, ...(suggestion !== undefined && { suggestion }) });
  }
  if (question === undefined)
    report({ pointer: at("question"), code: "missing", message: "Say what a person should be asked." });
}

function checkTo(column: MappedColumn, index: number, report: Collector): readonly Placed[] {
  const found = placeAt(column.to ?? "");
  if ("problem" in found) {
    const { problem: message, ...rest } = found;
    report({ pointer: toPointer(["columns", index, "to"]), code: "unknown-reference", message, ...rest });
    return [];
  }
  const placed = { column, index, place: found.place };
  for (const [option, fits, where] of fitting) {
    if (column[option] === undefined || fits(found.place)) continue;
    const message = `"${option}" is for ${where}, and "${column.to}" is none.`;
    report({ pointer: toPointer(["columns", index, option]), code: "contradiction", message });
  }
  checkValues(placed, report);
  if (found.place.kind === "entry") checkWith(placed, report);
  return [placed];
}

function checkColumn(column: MappedColumn, index: number, report: Collector): readonly Placed[] {
  const pointer = toPointer(["columns", index]);
  if ((column.to === undefined) === (column.ask === undefined)) {
    const message =
      column.to === undefined
        ? `Say what "${column.column}" tells, with "to", or what it lets you ask, with "ask". If neither, list it in "ignore".`
        : `"${column.column}" either tells something, with "to", or asks, with "ask". For both, write it twice.`;
    report({ pointer, code: column.to === undefined ? "missing" : "contradiction", message });
    return [];
  }
  if (column.to !== undefined) return checkTo(column, index, report);
  checkAsk(column, index, report);
  return [];
}

/** What a single value stands at: one that two columns tell would be told by whichever comes last. */
function singleKey({ place, column }: Placed): string | undefined {
  if (place.kind === "single") return column.count === true ? undefined : toPointer(place.way);
  if (place.kind === "member" || place.isList || place.label === ofItsOwn) return undefined;
  return toPointer([...place.way, place.label, ...place.field]);
}

function checkTwice(placed: readonly Placed[], report: Collector): void {
  const first = new Map<string, Placed>();
  for (const each of placed) {
    const key = singleKey(each);
    const earlier = key === undefined ? undefined : first.get(key);
    if (key === undefined) continue;
    if (earlier === undefined) first.set(key, each);
    else if (each.column.when === undefined || earlier.column.when === undefined) {
      const message = `"${earlier.column.column}" tells "${each.column.to}" already. If "${each.column.column}" is read where the other is empty, list it there, in "or"; else take one of them.`;
      const related = [toPointer(["columns", earlier.index])];
      report({ pointer: toPointer(["columns", each.index, "to"]), code: "contradiction", message, related });
    }
  }
}

/** An entry of some lists needs a name. */
function checkNeeds(placed: readonly Placed[], report: Collector): void {
  for (const { column, index, place } of placed) {
    const needed = place.kind === "entry" ? neededIn(place.way) : undefined;
    if (needed === undefined || place.kind !== "entry") continue;
    const together = placed.filter(
      (other) =>
        other.column === column ||
        (place.label !== ofItsOwn &&
          other.place.kind === "entry" &&
          other.place.label === place.label &&
          toPointer(other.place.way) === toPointer(place.way)),
    );
    const isTold = together.some(
      (other) =>
        other.column.with?.[needed] !== undefined ||
        (other.place.kind === "entry" && toPointer(other.place.field) === toPointer([needed])),
    );
    if (isTold) continue;
    const list = toPointer(place.way);
    const message = `An entry of "${list}" needs its ${needed}. Give the column that has it the same word: "${list}/main/${needed}" and "${list}/main${toPointer(place.field)}".`;
    report({ pointer: toPointer(["columns", index, "to"]), code: "missing", message });
  }
}

function checkAlways({ always = {} }: Mapping, report: Collector): void {
  for (const [pointer, value] of Object.entries(always)) {
    const at = toPointer(["always", pointer]);
    const found = placeAt(pointer);
    if ("problem" in found) {
      const { problem: message, ...rest } = found;
      report({ pointer: at, code: "unknown-reference", message, ...rest });
    } else if (found.place.kind === "single") checkValue(value, found.place.shape, at, report);
    else {
      const message = "A value that is the same for every app must be a single one, such as its platform.";
      report({ pointer: at, code: "wrong-type", message });
    }
  }
}

function checkWhole({ whole = [] }: Mapping, placed: readonly Placed[], report: Collector): void {
  const lists = [
    ...new Set(placed.flatMap(({ place }) => (place.kind === "single" ? [] : [toPointer(place.way)]))),
  ].sort();
  for (const [index, list] of whole.entries()) {
    if (lists.includes(list)) continue;
    const { hint, ...rest } = suggest(list, lists);
    const message = `No column tells the list "${list}".${hint}`;
    report({ pointer: toPointer(["whole", index]), code: "unknown-reference", message, ...rest });
  }
}

/** All that is wrong with a mapping beyond its form. */
export function checkMapping(mapping: Mapping): readonly Problem[] {
  const report = collectProblems();
  const placed = mapping.columns.flatMap((column, index) => checkColumn(column, index, report));
  const names = mapping.columns.filter(({ to }) => to === "/id" || to === "/name");
  if (names.length === 0) {
    const message = 'No column tells which app a row is about. Place one at "/name" or "/id".';
    report({ pointer: "/columns", code: "missing", message });
  }
  if (mapping.headingRow === 0)
    report({ pointer: "/headingRow", code: "out-of-range", message: "Rows are counted from 1." });
  for (const [index, heading] of (mapping.ignore ?? []).entries())
    if (headingKey(heading) === "*")
      report({
        pointer: `/ignore/${index}`,
        code: "unknown-value",
        message: "Name the headings to ignore; they cannot all be ignored.",
      });
  checkTwice(placed, report);
  checkNeeds(placed, report);
  checkAlways(mapping, report);
  checkWhole(mapping, placed, report);
  return report.found();
}

/**
 * Lets a mapping pass that is sound.
 *
 * @throws {PlimsollError} with code `invalid-mapping`, and where it is not as it should be.
 */
export function assertMapping(mapping: Mapping): void {
  assertShape(mappingShape, mapping, "invalid-mapping", "parseMapping");
  const problems = checkMapping(mapping);
  if (problems.length > 0) throw new PlimsollError("invalid-mapping", problems);
}
