import type { Condition } from "../conditions/index.js";
import type { Model } from "../model/index.js";
import {
  always,
  askedAlone,
  type ConditionPart,
  never,
  type PlacedRule,
  type Policy,
  partsIn,
  type Rule,
  rubricsIn,
  standingAlone as whenOf,
  writtenAt,
} from "../policy/index.js";
import type { Pointer } from "../problems/index.js";
import { conditionInWords } from "../words/index.js";
import type { LintFinding } from "./lint-finding.js";
import type { Study } from "./study.js";

/** The conditions of a rule, as parts of what lets it stand. */
function conditionsOf(rule: Rule, pointer: Pointer): readonly ConditionPart[] {
  const { unless } = rule;
  const own: Condition = "holds" in rule ? { not: rule.holds } : rule.when;
  const field = "holds" in rule ? "holds" : "when";
  const exempted = (when: Condition): Condition => (unless === undefined ? when : { all: [when, { not: unless }] });
  const main: ConditionPart = {
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

/** Every part of a rule without which there would still be one; those of a rubric stand with the rubric. */
export const partsOfRule = (rule: Rule, pointer: Pointer, policy: Policy): readonly ConditionPart[] =>
  conditionsOf(rule, pointer).flatMap((outer, index) => {
    const inside = partsIn(outer.part, outer.pointer, policy).flatMap((inner): readonly ConditionPart[] => {
      const at = writtenAt(inner.pointer, policy);
      if (!at?.startsWith(pointer)) return [];
      return [{ ...inner, pointer: at, replacedBy: (other) => outer.replacedBy(inner.replacedBy(other)) }];
    });
    return index > 0 ? [outer, ...inside] : inside;
  });

/** Whether all values of a fact lie on one side of a line, whatever else is so. */
function isIdle({ compiler, diagrams }: Model, part: Condition): boolean {
  if (!("fact" in part)) return false;
  const drawn = compiler.condition(part, { id: "", version: "", tiers: [] });
  return diagrams.variableOf(drawn) === diagrams.widths.length;
}

/** A part that could as well be so of every app, or of none. */
interface Idle {
  readonly part: Condition;
  readonly pointer: Pointer;
  readonly rule: Rule;
}

/** The parts of a rule that change nothing. */
function idleInRule({ model, policy }: Study, rule: Rule, pointer: Pointer): readonly Idle[] {
  const { compiler, possible } = model;
  const stands = (condition: Condition) => compiler.all([possible, compiler.condition(condition, policy)]);
  const whole = stands(whenOf(rule));
  return partsOfRule(rule, pointer, policy)
    .filter(
      ({ part, replacedBy }) =>
        isIdle(model, part) || [always, never].some((constant) => stands(replacedBy(constant)) === whole),
    )
    .map((each) => ({ ...each, rule }));
}

/** The parts of rubrics without which every rule that names them stands of the same apps, if one of these rules is told about. */
function idleInRubrics({ model, policy, compiled }: Study, told: readonly PlacedRule[]): readonly Idle[] {
  const { compiler, possible } = model;
  const { rubrics = [] } = policy;
  return rubrics.flatMap((rubric, place): readonly Idle[] => {
    const users = compiled.rules.filter(({ rule, pointer }) =>
      rubricsIn(askedAlone(whenOf(rule), pointer, policy)).includes(rubric.id),
    );
    const counted: Condition = { score: rubric.id, atLeast: 1 };
    const standing = (condition: Condition) => {
      const items = "score" in condition && typeof condition.score === "object" ? condition.score : rubric.items;
      const changed = { ...policy, rubrics: rubrics.map((each) => (each === rubric ? { ...rubric, items } : each)) };
      return users.map(({ rule }) => compiler.all([possible, compiler.condition(whenOf(rule), changed)])).join();
    };
    // One of the rules that count these points speaks for all.
    const speaker = users.find((user) => told.includes(user));
    if (speaker === undefined) return [];
    const before = standing(counted);
    const found = partsIn(counted, "", policy).filter(
      ({ part, pointer, replacedBy }) =>
        pointer.startsWith(`/rubrics/${place}/`) &&
        (isIdle(model, part) || [always, never].some((constant) => standing(replacedBy(constant)) === before)),
    );
    return found.map((each) => ({ ...each, rule: speaker.rule }));
  });
}

/**
 * The parts of conditions that change nothing; a part of what is told is not told again.
 *
 * @param isDone Rules of which more was found already, by their pointers.
 */
export function redundantParts(study: Study, isDone: (pointer: Pointer) => boolean): readonly LintFinding<never>[] {
  const { policy, facts, compiled, model } = study;
  const rules = compiled.rules.filter(({ pointer }) => !isDone(pointer));
  const idle: readonly Idle[] = [
    ...rules.flatMap(({ rule, pointer }) => idleInRule(study, rule, pointer)),
    ...idleInRubrics(study, rules),
  ];
  const isInside = ({ pointer }: Idle) => idle.some((outer) => pointer.startsWith(`${outer.pointer}/`));
  // What a row asks of the points of a rubric stands at one place, whatever it is made of.
  const isFirst = ({ pointer }: Idle, index: number) => idle.findIndex((each) => each.pointer === pointer) === index;
  return idle
    .filter((each, index) => !isInside(each) && isFirst(each, index))
    .map(({ part, pointer, rule }): LintFinding<never> => {
      const words = conditionInWords(part, { policy, facts });
      const isLine = isIdle(model, part);
      const subject = pointer.startsWith("/rubrics/")
        ? "Every rule that counts these points holds"
        : `The rule "${rule.title}" holds`;
      const explanation = isLine
        ? `All values of this fact lie on one side of the line: ${words}.`
        : `${subject} for the same apps without this part: ${words}.`;
      const suggestion = isLine
        ? "Move the line to where some apps lie on each side, or leave it out."
        : "Leave the part out.";
      const id = isLine ? "idle-line" : "redundant-part";
      return { id, severity: "warning", pointer, rule: rule.id, explanation, suggestion };
    });
}
