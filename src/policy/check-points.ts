import type { ScoreItem, Threshold } from "../conditions/index.js";
import { type Catalogue, type Domain, type PointsPerBand, pointsScale, valuesOf } from "../facts/index.js";
import { type Pointer, suggest, toPointer } from "../problems/index.js";
import { checkFact, checkLine, kindInWords } from "./check-line.js";
import { type Report, shown } from "./report.js";

/** Without parts, a condition would hold for every app, or for none. */
export function checkParts(parts: readonly unknown[], pointer: Pointer, report: Report): void {
  if (parts.length > 0) return;
  report({ pointer, code: "out-of-range", message: "This list must have at least 1 entry, but has 0." });
}

/** Sums are told apart to the thousandth, and no closer: so far every one is exact. */
export function checkAmount(value: unknown, pointer: Pointer, report: Report): void {
  if (typeof value !== "number" || !Number.isFinite(value)) {
    report({ pointer, code: "wrong-type", message: `Expected a number, but saw ${shown(value)}.` });
    return;
  }
  const scaled = value * pointsScale;
  if (Math.abs(scaled - Math.round(scaled)) < 1e-6 && Math.abs(scaled) < Number.MAX_SAFE_INTEGER / pointsScale) return;
  const message = `Points have three decimals at most, such as 0.5 or 1.125; ${value} cannot be added up exactly.`;
  report({ pointer, code: "out-of-range", message });
}

/** What points of a kind of domain are written with. */
const fieldOf: Readonly<Record<Domain["kind"], string>> = {
  ordinal: "points",
  enum: "points",
  boolean: "points",
  set: "pointsEach",
  number: "bands",
};

/** What else there is for levels. */
const alsoFits = (kind: Domain["kind"], field: string) =>
  field === fieldOf[kind] || (kind === "ordinal" && field === "bands");

const yesOrNo: readonly string[] = ["true", "false"];

function checkNames(points: Readonly<Record<string, unknown>>, domain: Domain, pointer: Pointer, report: Report): void {
  const isBoolean = domain.kind === "boolean";
  const known = isBoolean ? yesOrNo : valuesOf(domain).map(String);
  if (Object.keys(points).length === 0) checkParts([], pointer, report);
  for (const [name, own] of Object.entries(points)) {
    const at = pointer + toPointer([name]);
    checkAmount(own, at, report);
    if (!isBoolean && domain.kind !== "set" && yesOrNo.includes(name)) {
      const message = `"${name}" would be read as yes or no here. Write { "points", "when" } for it instead.`;
      report({ pointer: at, code: "unknown-value", message });
    } else if (!known.includes(name) && !(domain.kind === "set" && domain.open) && !report.isFull()) {
      const { hint, ...rest } = suggest(name, known);
      const message = `${shown(name)} is not a value of this fact.${hint}`;
      report({ pointer: at, code: "unknown-value", message, ...rest });
    }
  }
}

function checkBands({ fact, bands }: PointsPerBand, facts: Catalogue, pointer: Pointer, report: Report): void {
  const { domain } = facts[fact] ?? {};
  const ranks = domain === undefined ? [] : valuesOf(domain);
  const rankOf = (value: number | string) => (typeof value === "number" ? value : ranks.indexOf(value));
  checkParts(bands, `${pointer}/bands`, report);
  for (const [index, { atLeast, points }] of bands.entries()) {
    const at = `${pointer}/bands/${index}`;
    // Levels and numbers; whether it is the one that fits is what is looked at.
    checkLine({ fact, atLeast } as { readonly fact: string; readonly atLeast: number }, facts, at, report);
    checkAmount(points, `${at}/points`, report);
    const before = bands[index - 1];
    if (before === undefined || rankOf(before.atLeast) < rankOf(atLeast)) continue;
    const message = `List bands from the lowest to the highest: the highest one that is reached counts. Here ${shown(atLeast)} comes after ${shown(before.atLeast)}.`;
    report({ pointer: `${at}/atLeast`, code: "contradiction", message });
  }
}

/** Checks points by the value of one fact: that they are written as its domain asks, and name what it may be. */
export function checkPointsOfFact(
  item: Exclude<ScoreItem, { readonly when: unknown }>,
  facts: Catalogue,
  pointer: Pointer,
  report: Report,
): void {
  const { fact: name } = item;
  const fact = checkFact(name, facts, `${pointer}/fact`, report);
  if (fact === undefined) return;
  const { domain } = fact;
  const field = "bands" in item ? "bands" : "points" in item ? "points" : "pointsEach";
  if (!alsoFits(domain.kind, field)) {
    const suggestion = fieldOf[domain.kind];
    const message = `"${field}" does not fit "${name}", which is ${kindInWords[domain.kind]}. Did you mean "${suggestion}"?`;
    report({ pointer: `${pointer}/${field}`, code: "unfit-operator", message, suggestion });
  } else if ("bands" in item) checkBands(item, facts, pointer, report);
  else checkNames("points" in item ? item.points : item.pointsEach, domain, `${pointer}/${field}`, report);
}

/** Checks how much is asked for: so many points, or so many percent of the most. */
export function checkThreshold(atLeast: Threshold, pointer: Pointer, report: Report): void {
  if (typeof atLeast !== "object" || atLeast === null) {
    checkAmount(atLeast, pointer, report);
    return;
  }
  const { percent } = atLeast;
  checkAmount(percent, `${pointer}/percent`, report);
  if (percent > 0 && percent <= 100) return;
  const message = `A percentage of the most points must be above 0 and at most 100, but this is ${shown(percent)}.`;
  report({ pointer: `${pointer}/percent`, code: "out-of-range", message });
}
