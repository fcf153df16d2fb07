import type { Condition } from "plimsoll";
import { isSo, type PolicyAndFacts, type Values } from "./plain-meaning.js";

/** A condition, and where it stands. */
export interface Placed {
  readonly pointer: string;
  readonly condition: Condition;
}

/** The parts of a condition one step down; those of a rubric that it names stand with the rubric, those of a sign are its own. */
function partsOf({ pointer, condition }: Placed, { rubrics = [] }: PolicyAndFacts["policy"]): readonly Placed[] {
  const each = (parts: readonly Condition[], place: string, end = "") =>
    parts.map((part, index) => ({ pointer: `${place}/${index}${end}`, condition: part }));
  if ("fact" in condition || "sign" in condition) return [];
  if ("all" in condition) return each(condition.all, `${pointer}/all`);
  if ("any" in condition) return each(condition.any, `${pointer}/any`);
  if ("not" in condition) return [{ pointer: `${pointer}/not`, condition: condition.not }];
  if ("count" in condition) return each(condition.count, `${pointer}/count`);
  const { score } = condition;
  const index = typeof score === "string" ? rubrics.findIndex(({ id }) => id === score) : -1;
  const items = typeof score === "string" ? (rubrics[index]?.items ?? []) : score;
  const place = typeof score === "string" ? `/rubrics/${index}/items` : `${pointer}/score`;
  return each(
    items.map(({ when }) => when),
    place,
    "/when",
  );
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
  const { score } = condition;
  const items = typeof score === "string" ? (given.policy.rubrics?.find(({ id }) => id === score)?.items ?? []) : score;
  const points = items.map((item, index) => (parts[index] ? item.points : 0));
  return points.reduce((sum, each) => sum + each, 0) >= condition.atLeast;
}
