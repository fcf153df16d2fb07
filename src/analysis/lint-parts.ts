import type { Condition } from "../conditions/index.js";
import type { Model } from "../model/index.js";
import { always, never, type Part, partsIn, type Rule } from "../policy/index.js";
import type { Pointer } from "../problems/index.js";
import { conditionInWords } from "../words/index.js";
import type { LintFinding } from "./lint.js";
import type { Study } from "./study.js";

/** The conditions of a rule, as parts of what lets it stand. */
function conditionsOf(rule: Rule, pointer: Pointer): readonly Part[] {
  const { unless } = rule;
  const own: Condition = "holds" in rule ? { not: rule.holds } : rule.when;
  const field = "holds" in rule ? "holds" : "when";
  const exempted = (when: Condition): Condition => (unless === undefined ? when : { all: [when, { not: unless }] });
  const main: Part = {
    part: "holds" in rule ? rule.holds : rule.when,
    pointer: `${pointer}/${field}`,
    replacedBy: (other) => exempted("holds" in rule ? { not: other } : other),
  };
  if (unless === undefined) return [main];
  return [
    main,
    { part: unless, pointer: `${pointer}/unless`, replacedBy: (other) => ({ all: [own, { not: other }] }) },
  ];
}

/** Whether all values of a fact lie on one side of a line, whatever else is so. */
function isIdle({ compiler, diagrams }: Model, part: Condition): boolean {
  if (!("fact" in part)) return false;
  const drawn = compiler.condition(part, { id: "", version: "", tiers: [] });
  return diagrams.variableOf(drawn) === diagrams.widths.length;
}

/** A part that could as well be so of every app, or of none. */
interface Idle extends Part {
  readonly isLine: boolean;
}

function idleParts({ model, policy }: Study, rule: Rule, pointer: Pointer): readonly Idle[] {
  const { compiler, possible } = model;
  const stands = (condition: Condition) => compiler.all([possible, compiler.condition(condition, policy)]);
  const isNeedless = ({ part, replacedBy }: Part, whole: number) =>
    stands(replacedBy(always)) === whole || stands(replacedBy(never)) === whole || isIdle(model, part);
  const look = (outer: Part, whole: number, isWhole: boolean): readonly Idle[] => {
    if (!isWhole && isNeedless(outer, whole)) return [{ ...outer, isLine: isIdle(model, outer.part) }];
    return partsIn(outer.part, outer.pointer, policy).flatMap((inner) => {
      const replacedBy = (other: Condition) => outer.replacedBy(inner.replacedBy(other));
      const part = { ...inner, replacedBy };
      return isNeedless(part, whole) ? [{ ...part, isLine: isIdle(model, part.part) }] : [];
    });
  };
  return conditionsOf(rule, pointer).flatMap((part, index) =>
    look(part, stands(part.replacedBy(part.part)), index === 0),
  );
}

/**
 * The parts of conditions that change nothing. Those of a rubric are told when no rule that names it needs them; a part of
 * what is told is not told again.
 *
 * @param isDone Rules of which more was found already, by their pointers.
 */
export function redundantParts(study: Study, isDone: (pointer: Pointer) => boolean): readonly LintFinding<never>[] {
  const { policy, facts, compiled } = study;
  const rules = compiled.rules.filter(({ pointer }) => !isDone(pointer));
  const idle = rules.map(({ rule, pointer }) => idleParts(study, rule, pointer));
  const users = (pointer: Pointer) =>
    rules.filter(({ rule, pointer: own }) =>
      conditionsOf(rule, own).some((part) =>
        partsIn(part.part, part.pointer, policy).some((each) => each.pointer === pointer),
      ),
    ).length;
  const told = new Map<Pointer, LintFinding<never>>();
  for (const [index, parts] of idle.entries()) {
    const { rule } = rules[index] ?? {};
    for (const { part, pointer, isLine } of parts) {
      const isOfRubric = pointer.startsWith("/rubrics/");
      const isInside = [...told.keys()].some((outer) => pointer.startsWith(`${outer}/`));
      const count = idle.filter((others) => others.some((other) => other.pointer === pointer)).length;
      if (rule === undefined || told.has(pointer) || isInside || (isOfRubric && count < users(pointer))) continue;
      const words = conditionInWords(part, { policy, facts });
      const explanation = isLine
        ? `All values of this fact lie on one side of the line: ${words}.`
        : `The rule "${rule.title}" stands of the same apps without this part: ${words}.`;
      const suggestion = isLine
        ? "Move the line to where it tells apps apart, or leave it out."
        : "Leave the part out.";
      const id = isLine ? "idle-line" : "redundant-part";
      told.set(pointer, { id, severity: "warning", pointer, rule: rule.id, explanation, suggestion });
    }
  }
  return [...told.values()];
}
