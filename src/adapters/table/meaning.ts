import { liker, type MappedColumn, type MappedPlace, type Mapping } from "../../mapping/index.js";
import { nameKey } from "../../names/index.js";
import { inShort, nearestName, type ProblemCode } from "../../problems/index.js";
import { type Json, longestText, optionsOf, type Shape } from "../../shapes/index.js";
import { asName } from "../gather.js";
import { type Cell, textIn } from "./cell.js";
import { insteadOfDay, readDay } from "./day.js";
import { insteadOf, readNumber } from "./number.js";
import type { Vocabulary } from "./vocabulary.js";

/** What a text in a cell tells at its place. */
export type Meaning =
  | { readonly kind: "told"; readonly values: readonly Json[]; readonly cut?: boolean }
  /** That it is not known, or says nothing. */
  | { readonly kind: "nothing" }
  /** That there is none. */
  | { readonly kind: "none" }
  | { readonly kind: "rejected"; readonly code: ProblemCode; readonly why: string };

const told = (...values: readonly Json[]): Meaning => ({ kind: "told", values });

const rejected = (why: string, code: ProblemCode = "unknown-value"): Meaning => ({ kind: "rejected", code, why });

export const nothing: Meaning = { kind: "nothing" };

/** Reads a text, or a cell that holds no text, at a place of a profile. */
export type ReadMeaning = (text: string, cell: Cell) => Meaning;

const writeInstead = (options: readonly (string | number | boolean)[]): string =>
  `Write one of ${options.map(String).join(", ")}, or say in the mapping what it means, with "values".`;

function readerOfOptions(shape: Shape, { wordOf }: Vocabulary): ReadMeaning {
  const options = (optionsOf(shape) ?? []).map(String);
  const byKey = new Map(options.map((option) => [nameKey(option).replaceAll("-", ""), option]));
  return (text) => {
    const found = byKey.get(nameKey(text).replaceAll("-", ""));
    if (found !== undefined) return told(found);
    if (options.includes("none") && wordOf(text) === "none") return told("none");
    const nearest = nearestName(text, options);
    const hint = nearest === undefined ? "" : ` Is it "${nearest}"?`;
    return rejected(`which is no value for this.${hint} ${writeInstead(options)}`);
  };
}

function readerOfFlags({ wordOf }: Vocabulary): ReadMeaning {
  return (text, cell) => {
    if (typeof cell === "boolean") return told(cell);
    const word = wordOf(text);
    if (word === "yes" || word === "no") return told(word === "yes");
    return rejected(
      'which is neither yes nor no. Write yes or no, or say in the mapping what it means, with "values".',
    );
  };
}

function readerOfNumbers(number: string, isAtLeast: boolean, decimal: "." | "," | undefined): ReadMeaning {
  const isWhole = number === "count";
  const fits = (value: number): boolean =>
    value >= 0 && (isWhole ? Number.isSafeInteger(value) : number !== "positive" || value > 0);
  const bounded = (value: Json): Meaning => {
    if (typeof value !== "number" || !isAtLeast) return told(value);
    return value === 0 ? nothing : told({ atLeast: value });
  };
  return (text, cell) => {
    if (typeof cell === "object" && cell !== null && "day" in cell)
      return rejected(
        `which is a day: a program that shows tables makes one of texts such as 10-12. Write it as a text, or "10 to 12".`,
        "wrong-type",
      );
    const value = typeof cell === "number" ? cell : readNumber(text, { decimal, isWhole });
    if (value === undefined)
      return rejected(`which is not a number. ${insteadOf(text, { decimal, isWhole })}`, "wrong-type");
    const numbers = typeof value === "number" ? [value] : Object.values(Object(value)).map(Number);
    if (numbers.every(fits)) return bounded(value);
    return rejected(
      `which cannot be. Expected ${isWhole ? "a whole number from 0 up" : "a number that is not negative"}.`,
      "out-of-range",
    );
  };
}

function readerOfDays(order: "day-first" | "month-first" | undefined): ReadMeaning {
  return (text) => {
    const day = readDay(text, order);
    return day === undefined ? rejected(`which is no day. ${insteadOfDay(text, order)}`, "wrong-type") : told(day);
  };
}

function asText(text: string): Meaning {
  const name = asName(text);
  if (name === "") return nothing;
  return [...text].length > longestText / 2 ? { kind: "told", values: [name], cut: true } : told(name);
}

/** What a text tells where names stand: a yes or a no names nothing. */
function readerOfNames({ wordOf }: Vocabulary): ReadMeaning {
  return (text) => {
    const word = wordOf(text);
    if (word === "yes")
      return rejected(
        'which says that there is one, and not which. Write its name, or say in the mapping what it means, with "values".',
      );
    return word === "no" ? { kind: "none" } : asText(text);
  };
}

const readAsItIs: ReadMeaning = (text, cell) =>
  typeof cell === "number" || typeof cell === "boolean" ? told(cell) : asText(text);

function readerOf(place: MappedPlace, column: MappedColumn, mapping: Mapping, vocabulary: Vocabulary): ReadMeaning {
  const { shape } = place;
  if (shape === "flag") return readerOfFlags(vocabulary);
  if (shape === "date") return readerOfDays(column.dates ?? mapping.dates);
  if (shape === "json") return readAsItIs;
  if (typeof shape === "object" && "bounded" in shape)
    return readerOfNumbers(shape.bounded, column.atLeast === true, column.decimal ?? mapping.decimal);
  if (Array.isArray(shape)) return readerOfOptions(shape, vocabulary);
  return place.kind === "single" ? asText : readerOfNames(vocabulary);
}

interface Given {
  readonly exactly: ReadonlyMap<string, Json>;
  readonly patterns: readonly (readonly [isMeant: (text: string) => boolean, value: Json])[];
}

function given({ values = {} }: MappedColumn): Given {
  const all = Object.entries(values);
  return {
    exactly: new Map(all.map(([text, value]) => [nameKey(text), value])),
    patterns: all.flatMap(([text, value]) => (text.includes("*") ? [[liker(text), value] as const] : [])),
  };
}

/** What one text means at a place: what the mapping says of it, a word for not known or none, or what its form tells. */
export function meaningOf(
  place: MappedPlace,
  column: MappedColumn,
  mapping: Mapping,
  vocabulary: Vocabulary,
): ReadMeaning {
  const { exactly, patterns } = given(column);
  const read = readerOf(place, column, mapping, vocabulary);
  const isList = place.kind === "member" || (place.kind === "entry" && (place.isList || place.shape === "text"));
  const isNullable = typeof place.shape === "object" && "nullable" in place.shape;
  const asGiven = (value: Json): Meaning => {
    if (value === null) return nothing;
    if (!Array.isArray(value) || place.kind === "single") return told(value);
    return value.length === 0 ? { kind: "none" } : told(...value);
  };
  return (text, cell) => {
    const exact = exactly.get(nameKey(text));
    const known = exact === undefined ? patterns.find(([isMeant]) => isMeant(text))?.[1] : exact;
    if (known !== undefined) return asGiven(known);
    const word = vocabulary.wordOf(text);
    // What a mapping says of "yes" is meant of every word for yes.
    const ofWord = word === undefined ? undefined : exactly.get(word);
    if (ofWord !== undefined) return asGiven(ofWord);
    if (word === "unknown" || text === "") return nothing;
    if (word === "none" && isList) return { kind: "none" };
    if (word === "none" && isNullable) return told(null);
    return read(text, cell);
  };
}

/** What was seen and why it does not fit, for a person. */
export const sentenceOf = (heading: string, cell: Cell, why: string): string =>
  `"${inShort(heading)}" says "${inShort(textIn(cell))}", ${why}`;
