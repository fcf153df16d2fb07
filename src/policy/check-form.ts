import { childrenOf } from "../conditions/index.js";
import type { Domain, ExcessForm, FactForm, FieldCondition, FieldLine, FieldValue, Meanings } from "../facts/index.js";
import { isInDomain } from "../facts/index.js";
import type { Pointer } from "../problems/index.js";
import { profileShape } from "../profile/index.js";
import { anything, optionsOf, type Shape, shapeAt, shapeInWords } from "../shapes/index.js";
import { checkSizeLine, kindInWords } from "./check-line.js";
import { type Report, shown } from "./report.js";

/** Tells of a place that no profile has, with the nearest that it has. */
function reportPlace(place: Pointer, meant: Pointer | undefined, pointer: Pointer, report: Report): void {
  const hint =
    meant === undefined ? " What is not said elsewhere stands under /extensions." : ` Did you mean "${meant}"?`;
  const message = `Nothing stands at "${place}" in a profile.${hint}`;
  report({ pointer, code: "unknown-key", message, ...(meant !== undefined && { suggestion: meant }) });
}

/** The shape at a place, or a problem. */
function found(place: Pointer, root: Shape | undefined, pointer: Pointer, report: Report): Shape | undefined {
  const at = shapeAt(root ?? profileShape, place);
  if ("shape" in at) return at.shape;
  reportPlace(place, at.nearest, pointer, report);
  return undefined;
}

const isNumber = (shape: Shape) =>
  shape === "count" || shape === "positive" || shape === "amount" || (typeof shape === "object" && "bounded" in shape);

/** What a value of a shape is measured by. */
type Measure = "number" | "list" | "other" | "any";

function measureOf(shape: Shape): Measure {
  if (shape === anything) return "any";
  if (isNumber(shape)) return "number";
  return typeof shape === "object" && "list" in shape ? "list" : "other";
}

/** The operators of a line on a field. */
type FieldOperator = Exclude<
  FieldLine extends infer Line ? (Line extends unknown ? keyof Line : never) : never,
  "field" | "unsaid"
>;

/** What each operator measures. */
const measuredBy: Readonly<Record<FieldOperator, Measure>> = {
  is: "other",
  atLeast: "number",
  atMost: "number",
  above: "number",
  below: "number",
  between: "number",
  includesAny: "list",
  includesAll: "list",
  isEmpty: "list",
  size: "list",
};

/** What stands in a list may be anything, and any number of it. */
const anyList: Domain = { kind: "set", members: [], open: true };

const isOperator = (key: string): key is FieldOperator => Object.hasOwn(measuredBy, key);

function checkLine(line: FieldLine, shape: Shape, pointer: Pointer, report: Report): void {
  const measure = measureOf(shape);
  const fits = (needed: Measure) =>
    measure === "any" || needed === measure || (needed === "other" && measure === "number");
  const unfit = Object.keys(line)
    .filter(isOperator)
    .find((operator) => !fits(measuredBy[operator]));
  if (unfit !== undefined) {
    const message = `"${unfit}" does not fit "${line.field}", which is ${shapeInWords(shape)}.`;
    report({ pointer: `${pointer}/${unfit}`, code: "unfit-operator", message });
    return;
  }
  if ("size" in line) checkSizeLine(line.size, anyList, `"${line.field}"`, `${pointer}/size`, report);
  if (measure === "any") return;
  const isNullable = typeof shape === "object" && "nullable" in shape;
  const options = optionsOf(shape);
  const checkValue = (value: FieldValue, at: Pointer) => {
    if (value === null ? isNullable : options === undefined || options.includes(value)) return;
    const message = `${shown(value)} never stands in "${line.field}", which is ${shapeInWords(shape)}.`;
    report({ pointer: at, code: "unknown-value", message });
  };
  if (line.unsaid !== undefined) checkValue(line.unsaid, `${pointer}/unsaid`);
  if (!("is" in line)) return;
  [line.is].flat().forEach((value, index) => {
    checkValue(value, Array.isArray(line.is) ? `${pointer}/is/${index}` : `${pointer}/is`);
  });
}

/** Checks a condition over the fields of what has a shape. */
function checkWhere(condition: FieldCondition, shape: Shape, pointer: Pointer, report: Report): void {
  if ("field" in condition) {
    const at = found(condition.field, shape, `${pointer}/field`, report);
    if (at !== undefined) checkLine(condition, at, pointer, report);
    return;
  }
  for (const { part, place } of childrenOf(condition)) {
    checkWhere(part, shape, `${pointer}${place}`, report);
  }
}

export function reportUnfit(domain: Domain, gives: string, pointer: Pointer, report: Report): void {
  const message = `This gives ${gives}, but the fact is ${kindInWords[domain.kind]}. Make the domain and the form agree.`;
  report({ pointer, code: "wrong-type", message });
}

/** Whether what stands in a place, or what it means, are values of a domain; tells of those that are not. */
function checkValues(domain: Domain, shape: Shape, as: Meanings | undefined, pointer: Pointer, report: Report): void {
  const isMember = (value: unknown) => isInDomain(domain, domain.kind === "set" ? [value] : value);
  for (const [key, meaning] of Object.entries(as ?? {})) {
    if (meaning === null || isMember(meaning)) continue;
    const message = `${shown(meaning)} is not a value of this fact.`;
    report({ pointer: `${pointer}/as/${key}`, code: "unknown-value", message });
  }
  const isMeant = (value: unknown) => as !== undefined && Object.hasOwn(as, String(value));
  const stranger = optionsOf(shape)?.find((value) => !isMeant(value) && !isMember(value));
  if (stranger === undefined) return;
  const message = `${shown(stranger)} can stand there, and is not a value of this fact. Say what it means with "as".`;
  report({ pointer, code: "unknown-value", message });
}

/** Whether single values of a shape can be values of a domain. */
function isSingle(domain: Domain, shape: Shape, as: Meanings | undefined): boolean {
  if (shape === anything) return true;
  if (domain.kind === "number") return isNumber(shape);
  if (domain.kind === "boolean") return shape === "flag";
  if (domain.kind === "set") return optionsOf(shape) !== undefined || shape === "text" || shape === "string";
  return optionsOf(shape) !== undefined && (shape !== "flag" || as !== undefined);
}

/** Checks where other numbers stand that bind a number, or divide it. */
function checkNumberPlaces(
  domain: Domain,
  named: Readonly<Record<string, Pointer | readonly Pointer[] | undefined>>,
  pointer: Pointer,
  report: Report,
): void {
  const places = Object.entries(named).flatMap(([key, held]) =>
    typeof held === "string"
      ? [[held, `${pointer}/${key}`] as const]
      : (held ?? []).map((place, index) => [place, `${pointer}/${key}/${index}`] as const),
  );
  for (const [place, at] of places) {
    if (domain.kind !== "number") reportUnfit(domain, "a number", at, report);
    const shape = found(place, undefined, at, report);
    if (shape === undefined || shape === anything || isNumber(shape)) continue;
    report({
      pointer: at,
      code: "wrong-type",
      message: `There is ${shapeInWords(shape)} at "${place}", not a number.`,
    });
  }
}

function checkRead(domain: Domain, from: Extract<FactForm, { read: Pointer }>, pointer: Pointer, report: Report): void {
  const shape = found(from.read, undefined, `${pointer}/read`, report);
  if (shape === undefined) return;
  if ("where" in from) {
    if (domain.kind !== "boolean") reportUnfit(domain, "whether something is true", `${pointer}/where`, report);
    checkWhere(from.where, shape, `${pointer}/where`, report);
    return;
  }
  const { atLeast, atMost, per } = from;
  checkNumberPlaces(domain, { atLeast, atMost, per }, pointer, report);
  const isList = typeof shape === "object" && "list" in shape;
  const item = domain.kind === "set" && isList ? shape.list : shape;
  const fits = (domain.kind !== "set" || isList || shape === anything) && isSingle(domain, item, from.as);
  if (fits) checkValues(domain, item, from.as, pointer, report);
  else reportUnfit(domain, shapeInWords(shape), `${pointer}/read`, report);
}

function checkTaken(
  domain: Domain,
  { take, as }: Extract<FactForm, { take: string }>,
  item: Shape,
  pointer: Pointer,
  report: Report,
): void {
  if (domain.kind !== "ordinal" && domain.kind !== "set") {
    reportUnfit(domain, "levels or members", `${pointer}/take`, report);
    return;
  }
  const taken = found(take, item, `${pointer}/take`, report);
  if (taken === undefined) return;
  const isList = domain.kind === "set" && typeof taken === "object" && "list" in taken;
  const member = isList ? taken.list : taken;
  if (isSingle(domain, member, as)) checkValues(domain, member, as, pointer, report);
  else reportUnfit(domain, shapeInWords(taken), `${pointer}/take`, report);
}

export const isCount = (domain: Domain) =>
  domain.kind === "number" && domain.whole && domain.min === 0 && domain.max === undefined;

function checkEach(domain: Domain, from: Extract<FactForm, { each: Pointer }>, pointer: Pointer, report: Report): void {
  const shape = found(from.each, undefined, `${pointer}/each`, report);
  if (shape === undefined) return;
  if (measureOf(shape) !== "list" && shape !== anything) {
    const message = `There is ${shapeInWords(shape)} at "${from.each}", and no list.`;
    report({ pointer: `${pointer}/each`, code: "wrong-type", message });
    return;
  }
  const item = typeof shape === "object" && "list" in shape ? shape.list : anything;
  if (from.where !== undefined) checkWhere(from.where, item, `${pointer}/where`, report);
  if ("take" in from) {
    checkTaken(domain, from, item, pointer, report);
    return;
  }
  checkNumberPlaces(domain, { single: from.single }, pointer, report);
  if (!isCount(domain) && domain.kind !== "boolean")
    reportUnfit(domain, "how many entries there are, from 0 on", pointer, report);
}

/** Checks where the date stands since which days are counted. */
function checkSince(domain: Domain, place: Pointer, pointer: Pointer, report: Report): void {
  const shape = found(place, undefined, pointer, report);
  if (shape !== undefined && shape !== anything && shape !== "date") {
    const message = `There is ${shapeInWords(shape)} at "${place}", and no date.`;
    report({ pointer, code: "wrong-type", message });
  }
  if (!isCount(domain)) reportUnfit(domain, "how many days there are, from 0 on", pointer, report);
}

/** Checks how a fact is read: its places are those of a profile, and what stands there fits the domain. */
export function checkForm(domain: Domain, from: Exclude<FactForm, ExcessForm>, pointer: Pointer, report: Report): void {
  if ("each" in from) checkEach(domain, from, pointer, report);
  else if ("daysSince" in from) checkSince(domain, from.daysSince, `${pointer}/daysSince`, report);
  else checkRead(domain, from, pointer, report);
}
