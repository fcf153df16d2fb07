import type { Condition } from "plimsoll";
import { isEnough, isSo, type PolicyAndFacts, type Values } from "./plain-meaning.js";
import { itemsOf, linesOf, sumsIn } from "./plain-points.js";
import type { Placed } from "./plain-rules.js";

/** Whether something stands in a row of a table, for one input. */
const isCell = (pointer: string) => /^\/tables\/\d+\/rows\/\d+\/when\/[^/]+$/.test(pointer);

/** The parts of a condition one step down; those of a rubric that it names stand with the rubric, those of a sign are its own. */
function partsOf({ pointer, condition }: Placed, policy: PolicyAndFacts["policy"]): readonly Placed[] {
  const { rubrics = [] } = policy;
  const each = (parts: readonly Condition[], place: string) =>
    parts.map((part, index) => ({ pointer: `${place}/${index}`, condition: part }));
  if ("fact" in condition || "sign" in condition) return [];
  // What a row asks of one input is told by the name of the input, whatever it is made of.
  if (isCell(pointer) && "not" in condition) return [{ pointer, condition: condition.not }];
  if (isCell(pointer) && "all" in condition) return condition.all.map((part) => ({ pointer, condition: part }));
  if ("all" in condition) return each(condition.all, `${pointer}/all`);
  if ("any" in condition) return each(condition.any, `${pointer}/any`);
  if ("not" in condition) return [{ pointer: `${pointer}/not`, condition: condition.not }];
  if ("count" in condition) return each(condition.count, `${pointer}/count`);
  return sumsIn(condition).flatMap(({ sum, place }) => {
    const index = rubrics.findIndex(({ id }) => id === sum);
    const at = typeof sum === "string" ? `/rubrics/${index}/items` : pointer + place;
    return itemsOf(sum, policy).flatMap((item, nth) =>
      linesOf(item).map((line) => ({ pointer: `${at}/${nth}${line.place}`, condition: line.condition })),
    );
  });
}

/** Every part of a condition, the condition itself first. */
export const partsIn = (placed: Placed, policy: PolicyAndFacts["policy"]): readonly Placed[] => [
  placed,
  ...partsOf(placed, policy).flatMap((part) => partsIn(part, policy)),
];

/** Whether a condition is so, when what stands at a place is taken to be so, or not. */
export function isSoWith(placed: Placed, at: string, as: boolean, values: Values, given: PolicyAndFacts): boolean {
  const { pointer, condition } = placed;
  if (pointer === at) return as;
  const parts = partsOf(placed, given.policy).map((part) => isSoWith(part, at, as, values, given));
  if ("fact" in condition || "sign" in condition) return isSo(condition, values, given);
  if ("all" in condition) return parts.every((so) => so);
  if ("any" in condition) return parts.some((so) => so);
  if ("not" in condition) return !parts[0];
  if ("count" in condition) return parts.filter((so) => so).length >= condition.atLeast;
  const counted = sumsIn(condition).map(({ sum }) => itemsOf(sum, given.policy).flatMap(linesOf));
  const sums = counted.map((lines, index) => {
    const from = counted.slice(0, index).flat().length;
    return lines.reduce((sum, { points }, place) => sum + (parts[from + place] ? points : 0), 0);
  });
  return isEnough(condition, sums, given);
}
