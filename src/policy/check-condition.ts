import { byForm, type Condition, childrenOf, type ScoreItem } from "../conditions/index.js";
import type { Catalogue } from "../facts/index.js";
import type { Pointer } from "../problems/index.js";
import { checkLine } from "./check-line.js";
import { checkAmount, checkParts, checkPointsOfFact, checkThreshold } from "./check-points.js";
import { type Report, shown } from "./report.js";

/** A mention of a sign or a rubric in a condition, or of a rule by the component that covers it. */
export interface Reference {
  readonly kind: "sign" | "rubric" | "component";
  readonly id: string;
  readonly pointer: Pointer;
}

function checkWhole(value: unknown, pointer: Pointer, report: Report): void {
  if (Number.isInteger(value)) return;
  report({ pointer, code: "wrong-type", message: `Expected a whole number, but saw ${shown(value)}.` });
}

function checkPositive(value: number, pointer: Pointer, report: Report): void {
  if (value <= 0) report({ pointer, code: "out-of-range", message: `This must be more than 0, but is ${value}.` });
}

/** Checks the items of a rubric or of a score, and gives what they refer to. */
export function checkPoints(
  items: readonly ScoreItem[],
  pointer: Pointer,
  facts: Catalogue,
  report: Report,
): readonly Reference[] {
  checkParts(items, pointer, report);
  return items.flatMap((item, index) => {
    const at = `${pointer}/${index}`;
    if (!("when" in item)) {
      checkPointsOfFact(item, facts, at, report);
      return [];
    }
    checkAmount(item.points, `${at}/points`, report);
    return checkCondition(item.when, `${at}/when`, facts, report);
  });
}

/** Checks points that are added up, here or in a rubric, and gives what they refer to. */
const checkSum = (
  sum: string | readonly ScoreItem[],
  pointer: Pointer,
  facts: Catalogue,
  report: Report,
): readonly Reference[] =>
  typeof sum === "string" ? [{ kind: "rubric", id: sum, pointer }] : checkPoints(sum, pointer, facts, report);

/** Checks every line of a condition, and gives what the condition refers to. */
export function checkCondition(
  condition: Condition,
  pointer: Pointer,
  facts: Catalogue,
  report: Report,
): readonly Reference[] {
  const inside = () =>
    childrenOf<Condition>(condition).flatMap(({ part, place }) =>
      checkCondition(part, `${pointer}${place}`, facts, report),
    );
  const each = (parts: readonly Condition[], field: string) => {
    checkParts(parts, `${pointer}/${field}`, report);
    return inside();
  };

  return byForm(condition, {
    fact: (line) => {
      checkLine(line, facts, pointer, report);
      return [];
    },
    all: ({ all }) => each(all, "all"),
    any: ({ any }) => each(any, "any"),
    not: inside,
    count: ({ count, atLeast }) => {
      checkWhole(atLeast, `${pointer}/atLeast`, report);
      checkPositive(atLeast, `${pointer}/atLeast`, report);
      return each(count, "count");
    },
    score: ({ score, atLeast }) => {
      const found = checkSum(score, `${pointer}/score`, facts, report);
      checkThreshold(atLeast, `${pointer}/atLeast`, report);
      return found;
    },
    product: ({ product, atLeast }) => {
      const found = product.flatMap((sum, index) => checkSum(sum, `${pointer}/product/${index}`, facts, report));
      if (product.length !== 2) {
        const message = `A product has two factors, but this one has ${product.length}.`;
        report({ pointer: `${pointer}/product`, code: "out-of-range", message });
      }
      checkThreshold(atLeast, `${pointer}/atLeast`, report);
      return found;
    },
    sign: ({ sign }) => [{ kind: "sign", id: sign, pointer: `${pointer}/sign` }],
  });
}
