import type { FactCondition, Threshold } from "../conditions/index.js";
import type { Catalogue } from "../facts/index.js";
import { type DecisionTable, type InputLines, type Policy, rowId, type TableRow } from "../policy/index.js";
import { toPointer } from "../problems/index.js";
import { movedThresholds } from "./condition-mutants.js";
import { became, lineVariants } from "./slips.js";

/** A table with one thing changed, where that stands, and which row it is; none, where it is the table as a whole. */
export interface TableVariant {
  readonly row: number | undefined;
  readonly place: string;
  readonly change: string;
  readonly table: DecisionTable;
}

/** What a row asks of one input, with something else asked of it, or nothing. */
function cellVariants(
  when: InputLines,
  name: string,
  facts: Catalogue,
  isRubric: boolean,
): readonly { readonly when: InputLines; readonly change: string }[] {
  const line = when[name] ?? {};
  const { [name]: _, ...others } = when;
  const lines: readonly object[] = isRubric
    ? Object.entries(line).flatMap(([operator, limit]) =>
        // A rubric is asked for points.
        movedThresholds(limit as Threshold).map((moved) => ({ ...line, [operator]: moved })),
      )
    : lineVariants({ fact: name, ...line } as FactCondition, facts).map(({ fact: __, ...beside }) => beside); // as the row asks
  return [
    // Each fits where the line before it did.
    ...lines.map((beside) => ({ when: { ...when, [name]: beside } as InputLines, change: became(line, beside) })),
    { when: others, change: `${JSON.stringify(name)} is not asked` },
  ];
}

/** Everything that a table is easily taken for. */
export function variantsOfTable(
  table: DecisionTable,
  { tiers, rubrics = [] }: Policy,
  facts: Catalogue,
): readonly TableVariant[] {
  const withRow = (index: number, row: TableRow | undefined): DecisionTable => {
    return {
      ...table,
      rows: table.rows.flatMap((each, at) => (at !== index ? [each] : row === undefined ? [] : [row])),
    };
  };
  const hit = table.hit === "first" ? "highest" : "first";
  const rows = table.rows.flatMap((row, index): readonly TableVariant[] => {
    const place = `/rows/${index}`;
    const cells = Object.keys(row.when).flatMap((name) =>
      cellVariants(
        row.when,
        name,
        facts,
        rubrics.some(({ id }) => id === name),
      ).map(({ when, change }): TableVariant => {
        const changed = withRow(index, { ...row, when });
        return { row: index, place: `${place}/when${toPointer([name])}`, change, table: changed };
      }),
    );
    const rank = tiers.findIndex(({ id }) => id === row.tier);
    const beside = [rank - 1, rank + 1].flatMap((other): readonly TableVariant[] => {
      const tier = tiers[other]?.id;
      if (tier === undefined) return [];
      const changed = withRow(index, { ...row, tier });
      return [{ row: index, place: `${place}/tier`, change: became(row.tier, tier), table: changed }];
    });
    return [...cells, ...beside, { row: index, place, change: "the row is gone", table: withRow(index, undefined) }];
  });
  return [...rows, { row: undefined, place: "/hit", change: became(table.hit, hit), table: { ...table, hit } }];
}

/** The rule that a variant of a table is about: a row, or the table. */
export const ruleOfVariant = (table: DecisionTable, { row }: TableVariant): string =>
  row === undefined ? table.id : rowId(table, row);
