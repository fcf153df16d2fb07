import type { Catalogue } from "../facts/index.js";
import { inShort, type Pointer, suggest, toPointer } from "../problems/index.js";
import type { Reference } from "./check-condition.js";
import { checkLine } from "./check-line.js";
import { checkParts, checkThreshold } from "./check-points.js";
import { checkIds, idsOf, placed } from "./placed.js";
import type { Policy } from "./policy.js";
import { type Report, reportUnknown } from "./report.js";
import type { ScoreLine } from "./rules.js";

/** Checks what a row asks of the points of a rubric. */
function checkScoreLine(name: string, line: ScoreLine, pointer: Pointer, report: Report): void {
  const known = ["atLeast", "below"] as const;
  for (const operator of Object.keys(line)) {
    if (known.some((each) => each === operator)) continue;
    const { hint, ...rest } = suggest(operator, known);
    const message = `"${inShort(operator)}" does not fit "${name}", which is a rubric: its points are "atLeast" so many, or "below".${hint}`;
    report({ pointer: `${pointer}/${operator}`, code: "unfit-operator", message, ...rest });
  }
  const limits = known.flatMap((operator) =>
    line[operator] === undefined ? [] : [{ operator, limit: line[operator] }],
  );
  checkParts(limits, pointer, report);
  for (const { operator, limit } of limits) checkThreshold(limit, `${pointer}/${operator}`, report);
}

/** Checks the tables of a policy: their ids, their inputs, what each row asks of them; and gives the rubrics that they name. */
export function checkTables(policy: Policy, facts: Catalogue, report: Report): readonly Reference[] {
  const tables = placed(policy.tables, "/tables");
  const rubrics = idsOf(policy.rubrics);
  const tiers = idsOf(policy.tiers);
  const inputs = [...Object.keys(facts), ...rubrics];
  checkIds(tables, report);
  return tables.flatMap(({ item: { rows }, pointer }) => {
    checkParts(rows, `${pointer}/rows`, report);
    return placed(rows, `${pointer}/rows`).flatMap(({ item: { when, tier }, pointer: at }): readonly Reference[] => {
      if (!tiers.has(tier)) reportUnknown("tier", tier, tiers, `${at}/tier`, report);
      return Object.entries(when).flatMap(([name, line]): readonly Reference[] => {
        const place = `${at}/when${toPointer([name])}`;
        const isFact = Object.hasOwn(facts, name);
        if (rubrics.has(name)) {
          const message = `"${inShort(name)}" is a fact and a rubric, and it is open which is meant. Give the rubric another id.`;
          if (isFact) report({ pointer: place, code: "contradiction", message });
          else checkScoreLine(name, line as ScoreLine, place, report); // a rubric takes no other line
          return [{ kind: "rubric", id: name, pointer: place }];
        }
        if (isFact)
          checkLine({ fact: name, ...line } as Parameters<typeof checkLine>[0], facts, place, report); // looked at there
        else if (!report.isFull()) {
          const { hint, ...rest } = suggest(name, inputs);
          const message = `There is no fact "${inShort(name)}", and no rubric of that name.${hint}`;
          report({ pointer: place, code: "unknown-fact", message, ...rest });
        }
        return [];
      });
    });
  });
}
