import { nameKey } from "../../names/index.js";
import { optionsOf, type Shape } from "../../shapes/index.js";
import { membersNamed as namedBySet } from "../asked.js";
import { type Domain, valuesOf } from "../domain.js";
import { askedBy, isSetLine } from "../field-truth.js";
import type { FieldLine, FieldValue, Meanings } from "../form.js";
import type { SetLine } from "../line.js";

/** What facts ask of what stands in one field. */
export interface Asked {
  readonly lines: readonly FieldLine[];
  /** Domains whose values stand there, with what else means them. */
  readonly taken: readonly { readonly domain: Domain; readonly as: Meanings | undefined }[];
  /** Further texts that matter. */
  readonly texts: readonly string[];
  /** Whether lists matter member by member, as long as no line is drawn through them. */
  readonly isByMember?: boolean;
}

/** Something that can stand in a field. */
export interface Candidate {
  readonly value: unknown;
  /** Any text may stand for it that nobody asks for. */
  readonly isAnyName?: true;
}

/** So many members of a list are told apart: every combination of them is a value of its own. */
const mostMembers = 8;

const isText = (value: unknown): value is string => typeof value === "string";
const isNumber = (value: unknown): value is number => typeof value === "number";

/** Texts of which no two mean the same. */
function distinct(texts: readonly string[]): readonly string[] {
  const seen = new Set<string>();
  return texts.filter((text) => !seen.has(nameKey(text)) && seen.add(nameKey(text)));
}

/** A text that means none of some others. */
function anotherText(texts: readonly string[], from = "Another"): string {
  const taken = new Set(texts.map(nameKey));
  for (let count = 1; ; count++) {
    const text = count === 1 ? from : `${from} ${count}`;
    if (!taken.has(nameKey(text))) return text;
  }
}

const listedIn = ({ lines }: Asked): readonly FieldValue[] =>
  lines.flatMap((line) => ("is" in line ? [line.is].flat() : []));

/** The values that mean something, as they would be written: those that `as` names are texts, whatever stands there. */
const meaningful = ({ taken }: Asked): readonly string[] =>
  taken.flatMap(({ domain, as = {} }) => [...valuesOf(domain).filter(isText), ...Object.keys(as)]);

function textsIn(asked: Asked): readonly string[] {
  return distinct([...asked.texts, ...meaningful(asked), ...listedIn(asked).filter(isText)]);
}

/** The numbers on which lines lie, and the ends of domains. */
const limitsIn = (asked: Asked): readonly number[] => {
  const ends = asked.taken.flatMap(({ domain }) => (domain.kind === "number" ? [domain.min, domain.max] : []));
  const limits = asked.lines.flatMap((line): readonly unknown[] => {
    return Object.values(askedBy(line)).flat();
  });
  return [...new Set([...limits, ...ends].filter(isNumber))].sort((one, other) => one - other);
};

/** A number on each limit, and one on each side of it. */
function numbersAround(limits: readonly number[], whole: boolean, from: number): readonly number[] {
  const [first, last] = [limits[0], limits.at(-1)];
  if (first === undefined || last === undefined) return [from === 0 && !whole ? 1 : Math.max(from, 0)];
  const below = whole ? Math.ceil(first) - 1 : from === 0 ? first / 2 : first - 1;
  const between = limits.slice(1).map((limit, index) => {
    const before = limits[index] ?? limit;
    return whole ? Math.floor(before) + 1 : before + (limit - before) / 2;
  });
  const numbers = [below, ...limits, ...between, whole ? Math.floor(last) + 1 : last + 1];
  const isFit = (value: number) => (whole ? Number.isInteger(value) && value >= from : from === 0 ? value > 0 : true);
  return [...new Set(numbers)].filter(isFit).sort((one, other) => one - other);
}

/** Every choice of some members. */
function choicesOf([first, ...others]: readonly string[]): readonly (readonly string[])[] {
  if (first === undefined) return [[]];
  return choicesOf(others).flatMap((choice) => [choice, [first, ...choice]]);
}

/** The lines that are drawn through lists. */
const setLinesIn = ({ lines }: Asked): readonly SetLine[] =>
  lines.map(askedBy).flatMap((line) => (isSetLine(line) ? [line] : []));

const asksForList = (asked: Asked) => setLinesIn(asked).length > 0;

const asCandidates = (values: readonly unknown[]): readonly Candidate[] => values.map((value) => ({ value }));

const membersNamed = (asked: Asked) => distinct(setLinesIn(asked).flatMap(namedBySet));

/** So many members that nobody names are told apart: one, or as many as the sizes that are asked for. */
const othersTold = ({ lines }: Asked): number =>
  Math.max(
    1,
    ...lines.flatMap((line) => ("size" in line ? Object.values(line.size).flat() : [])).map((size) => size + 1),
  );

/** So many texts that mean none of some others. */
const otherTexts = (named: readonly string[], count: number): readonly string[] =>
  Array.from({ length: count }).reduce<readonly string[]>(
    (others) => [...others, anotherText([...named, ...others])],
    [],
  );

function listsIn(asked: Asked, item: Shape): readonly Candidate[] | undefined {
  const named = distinct([...membersNamed(asked), ...meaningful(asked), ...asked.texts]);
  const count = asksForList(asked) || asked.texts.length > 0 ? othersTold(asked) : 0;
  const options = optionsOf(item)?.filter(isText);
  const others =
    options === undefined ? otherTexts(named, count) : distinct([...named, ...options]).slice(named.length);
  const possible = options === undefined ? named : named.filter((member) => options.includes(member));
  const members = [...possible, ...others.slice(0, count)];
  if (members.length > mostMembers) return undefined;
  const isByMember = asked.isByMember === true && !asksForList(asked);
  return asCandidates(isByMember ? [[], ...members.map((member) => [member])] : choicesOf(members));
}

/** A day that nobody asks for. */
function anotherDay(days: readonly string[]): string {
  for (let year = 2026; ; year++) {
    const day = `${year}-01-01`;
    if (!days.includes(day)) return day;
  }
}

/** What can stand where anything can, as far as it is told apart. */
function anythingIn(asked: Asked): readonly Candidate[] | undefined {
  const lists = asksForList(asked) ? listsIn(asked, "json") : [];
  if (lists === undefined) return undefined;
  const listed = listedIn(asked);
  const isFlag =
    asked.taken.some(({ domain }) => domain.kind === "boolean") || listed.some((value) => typeof value === "boolean");
  const flags = isFlag ? [false, true] : [];
  const limits = limitsIn(asked);
  const around = (whole: boolean) => numbersAround(limits, whole, Number.NEGATIVE_INFINITY);
  const numbers = limits.length > 0 ? [...new Set([...around(true), ...around(false)])] : [];
  const texts = textsIn(asked);
  return [
    ...asCandidates([...texts, ...flags, ...numbers]),
    ...lists,
    { value: anotherText(texts), isAnyName: true },
    { value: null },
  ];
}

/** Everything that can stand in a field, as far as what is asked tells it apart; nothing, where that is too much. */
export function toldApart(shape: Shape, asked: Asked): readonly Candidate[] | undefined {
  if (shape === "json") return anythingIn(asked);
  const options = optionsOf(shape);
  if (options !== undefined) return asCandidates(options);
  if (shape === "count" || shape === "positive") {
    return asCandidates(numbersAround(limitsIn(asked), shape === "count", 0));
  }
  if (shape === "text" || shape === "string") {
    const texts = textsIn(asked).filter((text) => text !== "" || shape === "string");
    return [...asCandidates(texts), { value: anotherText(texts), isAnyName: true }];
  }
  if (shape === "date") {
    const days = textsIn(asked);
    return asCandidates([...days, anotherDay(days)]);
  }
  if (typeof shape !== "object") return undefined;
  if ("bounded" in shape) return toldApart(shape.bounded, asked);
  if ("list" in shape) return listsIn(asked, shape.list);
  if ("nullable" in shape) {
    const some = toldApart(shape.nullable, asked);
    return some && [...some, { value: null }];
  }
  return [{ value: {} }];
}
