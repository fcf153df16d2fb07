import type { AppProfile, Catalogue, Condition, Derived, Fact, FactCondition, FactValue, Policy } from "plimsoll";
import type { Constraint } from "plimsoll/analysis";
import { deriveFact } from "../../src/facts/index.js";
import { everyApp, everyValue } from "./listing.js";
import { isOnLine, linesIn, rankIn, type Values, valueFor } from "./plain-meaning.js";
import { rankOf, rulesIn } from "./plain-rules.js";
import type { World } from "./small-policies.js";

/** A fact, with its values in cells: those that no line tells apart, of values in order those that lie together. */
export interface Column {
  readonly name: string;
  readonly fact: Fact;
  readonly cells: readonly (readonly FactValue[])[];
  readonly cellOf: (value: FactValue) => number;
}

/** A possible app, up to what lines tell apart. */
export interface App {
  readonly values: Values;
  readonly cells: readonly number[];
  /** The place of its tier. */
  readonly rank: number;
}

/** All apps there can be, listed one by one. */
export interface Space {
  readonly columns: readonly Column[];
  readonly apps: readonly App[];
  /** All values of each app, for those who do not trust cells. */
  readonly everything: readonly Values[];
  /** The place of the tier of any values. */
  readonly rankOf: (values: Values) => number;
}

/** Whether the values of a fact have an order. */
export const isOrdered = ({ fact: { domain } }: Pick<Column, "fact">) =>
  domain.kind !== "enum" && domain.kind !== "set";

const membersOf = (value: FactValue): readonly string[] => (Array.isArray(value) ? value : []);

/** Whether one set is part of another. */
export const isWithin = (few: FactValue, many: FactValue) =>
  membersOf(few).every((member) => membersOf(many).includes(member));

/** How many members two sets do not share. */
export const apart = (one: FactValue, other: FactValue) =>
  membersOf(one).filter((member) => !membersOf(other).includes(member)).length +
  membersOf(other).filter((member) => !membersOf(one).includes(member)).length;

export const isSame = (one: FactValue, other: FactValue) =>
  Array.isArray(one) ? apart(one, other) === 0 : one === other;

function columnOf(name: string, fact: Fact, lines: readonly FactCondition[]): Column {
  const own = lines.filter((line) => line.fact === name);
  const answers = (value: FactValue | undefined) =>
    value === undefined ? "" : own.map(({ fact: _, ...line }) => Number(isOnLine(fact.domain, line, value))).join("");
  const cells: FactValue[][] = [];
  for (const value of everyValue(fact.domain)) {
    const candidates = isOrdered({ fact }) ? cells.slice(-1) : cells;
    const cell = candidates.find(([first]) => answers(first) === answers(value));
    if (cell === undefined) cells.push([value]);
    else cell.push(value);
  }
  const cellOf = (value: FactValue) => {
    const listed = cells.findIndex((cell) => cell.some((each) => isSame(each, value)));
    if (listed >= 0) return listed;
    if (!isOrdered({ fact })) return cells.findIndex(([first]) => answers(first) === answers(value));
    // A number between two that are listed lies together with the one before or the one after.
    const before = cells.filter(([first]) => Number(first) <= Number(value)).length - 1;
    return answers(cells[before]?.[0]) === answers(value) ? before : before + 1;
  };
  return { name, fact, cells, cellOf };
}

const factsOf = (constraint: Constraint): readonly string[] => {
  if ("when" in constraint) return [constraint.when.fact, constraint.implies.fact];
  if ("more" in constraint) return [constraint.fact, constraint.more, constraint.than];
  return "sum" in constraint ? [...constraint.sum, ...constraint.equals] : [constraint.fact, constraint.atMostFact];
};

/** Facts, and all others that constraints bind to them. */
function boundTo(named: readonly string[], constraints: readonly Constraint[]): readonly string[] {
  const more = constraints.map(factsOf).filter((facts) => facts.some((fact) => named.includes(fact)));
  const all = [...new Set([...named, ...more.flat()])];
  return all.length === named.length ? all : boundTo(all, constraints);
}

/** Every line that the rules of a policy draw. */
export const linesOfPolicy = (policy: Policy): readonly FactCondition[] => [
  ...rulesIn(policy).flatMap(({ conditions }) => conditions.flatMap(({ condition }) => linesIn(condition, policy))),
  ...(policy.adjustments ?? []).flatMap(({ when }) => linesIn(when, policy)),
];

/** What the apps of a space are told apart by, besides the policy. */
export interface Besides {
  readonly conditions?: readonly Condition[];
  readonly policies?: readonly Policy[];
}

export const cellsIn = (columns: readonly Column[], values: Values): readonly number[] =>
  columns.map(({ name, cellOf }) => cellOf(valueFor(values, name)));

/** Lists every possible app. */
export function spaceOf(
  { facts, constraints, policy }: World,
  { conditions = [], policies = [] }: Besides = {},
): Space {
  const drawn = [
    ...[policy, ...policies].flatMap(linesOfPolicy),
    ...conditions.flatMap((condition) => linesIn(condition, policy)),
  ];
  const bound = boundTo([...new Set(drawn.map(({ fact }) => fact))], constraints);
  const own = constraints.filter((constraint) => factsOf(constraint).every((fact) => bound.includes(fact)));
  const lines = [
    ...drawn,
    ...own.flatMap((constraint) => ("when" in constraint ? [constraint.when, constraint.implies] : [])),
  ];
  const inOrder = Object.entries(facts).filter(([name]) => bound.includes(name));
  const columns = inOrder.map(([name, fact]) => columnOf(name, fact, lines));
  const everything = everyApp(
    facts,
    inOrder.map(([name]) => name),
    own,
  );
  const rank = (values: Values) => rankOf(values, { facts, policy });
  const seen = new Set<string>();
  const apps: App[] = [];
  for (const values of everything) {
    const cells = cellsIn(columns, values);
    if (seen.has(cells.join())) continue;
    seen.add(cells.join());
    apps.push({ values, cells, rank: rank(values) });
  }
  return { columns, apps, everything, rankOf: rank };
}

/** Whether a value could be what was told. */
export function couldBe({ domain }: Fact, value: FactValue, told: Derived): boolean {
  if (told.kind === "unknown") return true;
  if (told.kind === "exact") return isSame(value, told.value);
  // The values of an enum have no order, so that "at least" tells nothing of them.
  if (domain.kind === "enum") return true;
  const isUpTo = (less: FactValue, more: FactValue) =>
    domain.kind === "set" ? isWithin(less, more) : rankIn(domain, less) <= rankIn(domain, more);
  const isEnough = told.kind === "at-most" || isUpTo(told.value, value);
  return isEnough && (told.kind === "at-least" || isUpTo(value, told.kind === "between" ? told.upTo : told.value));
}

/** Whether an app could be the one that a profile tells of. */
export const agreesWith = (values: Values, profile: AppProfile, facts: Catalogue): boolean =>
  Object.entries(facts).every(([name, fact]) => {
    const value = values[name];
    return value === undefined || couldBe(fact, value, deriveFact("", fact, profile, undefined));
  });

// A value in order fits the line, whichever of the two it is.
const lineAt = (fact: string, operator: "atLeast" | "atMost", value: FactValue) =>
  ({ fact, [operator]: value }) as FactCondition;

/** The lines that what a profile tells draws through the facts that are asked for. */
export const linesOfProfile = (profile: AppProfile, { columns }: Space): readonly FactCondition[] =>
  columns.flatMap(({ name: fact, fact: record }): readonly FactCondition[] => {
    const { domain } = record;
    const told = deriveFact(fact, record, profile, undefined);
    if (told.kind === "unknown") return [];
    const { value } = told;
    const upTo = told.kind === "between" ? told.upTo : value;
    const isBelow = told.kind === "at-most" || told.kind === "between";
    if (typeof value === "object") {
      if (isBelow) return [upTo].flat().map((member) => ({ fact, includesAny: [String(member)] }));
      return [value.length > 0 ? { fact, includesAll: value } : { fact, isEmpty: true }];
    }
    const below = isBelow ? [lineAt(fact, "atMost", upTo)] : [];
    const above = told.kind === "at-least" || told.kind === "between" ? [lineAt(fact, "atLeast", value)] : [];
    if (told.kind !== "exact" && domain.kind !== "enum" && domain.kind !== "boolean") return [...above, ...below];
    if (typeof value === "boolean") return [{ fact, is: value }];
    return [typeof value === "number" ? { fact, between: [value, value] } : { fact, is: value }];
  });
