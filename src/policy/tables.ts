import type { Condition } from "../conditions/index.js";
import { type Pointer, toPointer } from "../problems/index.js";
import type { AnyRules } from "./prepare.js";
import type { Criterion, DecisionTable, ScoreLine, TableRow } from "./rules.js";
import { ranksOf } from "./tiers.js";

/** A criterion, and where in its policy it stands: by itself, or as a row of a table. */
export interface PlacedCriterion {
  readonly rule: Criterion;
  readonly pointer: Pointer;
}

/** What a row asks of one input: of a fact by its line, of a rubric by so many points or fewer than that. */
function cellOf(name: string, line: object, { rubrics = [] }: AnyRules): Condition {
  // Which line fits which input is checked with the whole policy.
  if (!rubrics.some(({ id }) => id === name)) return { fact: name, ...line } as Condition;
  const { atLeast, below } = line as ScoreLine;
  const reached = atLeast === undefined ? [] : [{ score: name, atLeast }];
  const missed = below === undefined ? [] : [{ not: { score: name, atLeast: below } }];
  const [only, ...others] = [...reached, ...missed];
  return only !== undefined && others.length === 0 ? only : { all: [...reached, ...missed] };
}

const cellsOf = ({ when }: TableRow, policy: AnyRules): readonly Condition[] =>
  Object.entries(when).map(([name, line]) => cellOf(name, line, policy));

/**
 * A table as criteria, one for each row. Where the first row that is hit counts, a row stands only while none before it is hit
 * that lifts lower: one that lifts as high or higher has the last word anyway.
 */
function rowsOf(table: DecisionTable, place: Pointer, policy: AnyRules): readonly PlacedCriterion[] {
  const ranks = ranksOf(policy);
  const rankOf = ({ tier }: TableRow) => ranks.get(tier) ?? 0;
  const { hit, rows, title, why, advice, source } = table;
  return rows.map((row, index) => {
    const before = hit === "first" ? rows.slice(0, index).filter((other) => rankOf(other) < rankOf(row)) : [];
    const hitBefore = before.map((other): Condition => ({ all: cellsOf(other, policy) }));
    const cells = cellsOf(row, policy);
    const words = { title: row.title ?? title, why: row.why ?? why, advice: row.advice ?? advice, source };
    const told = Object.fromEntries(Object.entries(words).filter(([, text]) => text !== undefined));
    const rule = {
      ...told,
      id: rowId(table, index),
      tier: row.tier,
      when: { all: hitBefore.length === 0 ? cells : [...cells, { not: { any: hitBefore } }] },
    } as Criterion; // a table has a title and a reason
    return { rule, pointer: `${place}/rows/${index}` };
  });
}

/** By what a row is known: its own id, or its place in its table. */
export const rowId = ({ id, rows }: DecisionTable, index: number): string => rows[index]?.id ?? `${id}-${index + 1}`;

/** By what the rows of a table are known, in their order. */
export const rowIds = (table: DecisionTable): readonly string[] => table.rows.map((_, index) => rowId(table, index));

/** Policies never change, so that each is looked through once. */
const known = new WeakMap<AnyRules, readonly PlacedCriterion[]>();

/** The criteria of a policy, and the rows of its tables. */
export function criteriaOf(policy: AnyRules): readonly PlacedCriterion[] {
  const { criteria = [], tables = [] } = policy;
  const found = known.get(policy) ?? [
    ...criteria.map((rule, index) => ({ rule, pointer: `/criteria/${index}` })),
    ...tables.flatMap((table, index) => rowsOf(table, `/tables/${index}`, policy)),
  ];
  known.set(policy, found);
  return found;
}

/** What a rule asks by itself: of a row, without what the rows before it ask. */
export function askedAlone(when: Condition, pointer: Pointer, { tables = [] }: AnyRules): Condition {
  const [, table, row] = /^\/tables\/(\d+)\/rows\/(\d+)$/.exec(pointer) ?? [];
  if (table === undefined || !("all" in when)) return when;
  const inputs = Object.keys(tables[Number(table)]?.rows[Number(row)]?.when ?? {});
  return { all: when.all.slice(0, inputs.length) };
}

/**
 * Where in a policy something is written that stands in one of its rules: what a row of a table asks stands there by the name of its
 * input. Nothing, where it is written in another row.
 */
export function writtenAt(pointer: Pointer, { tables = [] }: AnyRules): Pointer | undefined {
  const found = /^(\/tables\/(\d+)\/rows\/(\d+))\/when(?:\/all\/(\d+))?(.*)$/s.exec(pointer);
  if (found === null) return pointer;
  const [, row = "", table, index, cell, rest = ""] = found;
  const when = tables[Number(table)]?.rows[Number(index)]?.when ?? {};
  if (cell === undefined) return `${row}/when${rest}`;
  const name = Object.keys(when)[Number(cell)];
  return name === undefined ? undefined : `${row}/when${toPointer([name])}`;
}
