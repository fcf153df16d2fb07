import type { Condition } from "../conditions/index.js";
import { at, type Diagram, fold, highest } from "../diagrams/index.js";
import type { CompiledRule } from "../model/index.js";
import { always, type ConditionPart, never, type Policy, standing, withHandling } from "../policy/index.js";
import type { Pointer } from "../problems/index.js";
import { conditionInWords } from "../words/index.js";
import { coverOf } from "./cover.js";
import type { LintFinding } from "./lint-finding.js";
import { partsOfRule } from "./lint-parts.js";
import type { Study } from "./study.js";

/**
 * Whether nothing else changes with a rule: a sign that conditions name changes what names it, and a row of which the first
 * counts changes what is left to those behind it.
 */
function isByItself({ rule, pointer }: CompiledRule, policy: Policy, written: string): boolean {
  const [, table] = /^\/tables\/(\d+)\//.exec(pointer) ?? [];
  if (table !== undefined) return policy.tables?.[Number(table)]?.hit === "highest";
  return !written.includes(JSON.stringify({ sign: rule.id }));
}

/** Where a rule would stand otherwise with something else in place of one of its parts. */
type Changed = (part: ConditionPart, other: Condition) => Diagram;

function changedIn({ policy, model, spellOut, tierAt }: Study, own: CompiledRule): Changed {
  const { compiler, diagrams, possible } = model;
  const handled = withHandling(spellOut(policy));
  const { id, title, why } = own.rule;
  const tier = tierAt(own.rank);
  return ({ replacedBy }, other) => {
    const changed = handled({ id, tier, title, why, when: replacedBy(other) });
    const stands = compiler.condition(standing(changed), policy);
    const apart = diagrams.apply({ combine: (one, another) => Number(one !== another) }, own.stands, stands);
    return compiler.all([possible, apart]);
  };
}

/** What was found of a policy before: rules that decide something, by their pointers, and parts that were told. */
interface Found {
  readonly deciding: readonly Pointer[];
  readonly told: readonly LintFinding<never>[];
}

const isInside = (pointer: Pointer, outer: Pointer) => pointer === outer || pointer.startsWith(`${outer}/`);

/**
 * The parts of rules without which the rules would stand of other apps, and lift none of them to another tier, since others
 * lift as high there: before adjustments have their say. Of a part that is told, or has one that is, nothing more is told.
 *
 * @param others For each rule, what the others lift to.
 */
export function hiddenParts(
  study: Study,
  others: readonly (readonly Diagram[])[],
  { deciding, told }: Found,
): readonly LintFinding<never>[] {
  const { policy, facts, compiled, model } = study;
  const { compiler, diagrams } = model;
  const nowhere = diagrams.constant(0);
  const written = JSON.stringify(policy);
  const isTold = ({ pointer }: ConditionPart) =>
    told.some((each) => isInside(pointer, each.pointer) || isInside(each.pointer, pointer));
  const partsOf = ({ rule, pointer }: CompiledRule) => {
    const parts = partsOfRule(rule, pointer, policy).filter((part) => !isTold(part));
    // What a row asks of the points of a rubric stands at one place, whatever it is made of.
    return parts.filter((part, place) => parts.findIndex((each) => each.pointer === part.pointer) === place);
  };
  return compiled.rules.flatMap((own, index): readonly LintFinding<never>[] => {
    const { rule, pointer, rank } = own;
    if (!deciding.includes(pointer) || !isByItself(own, policy, written)) return [];
    const parts = partsOf(own);
    // What is not asked takes nothing of the budget.
    if (parts.length === 0) return [];
    const changed = changedIn(study, own);
    const lifted = at(others, index);
    const isLifted = compiler.where(fold(diagrams, highest, lifted, 0), (highestOfOthers) => rank > highestOfOthers);
    const isHidden = (apart: Diagram) => apart !== nowhere && compiler.all([apart, isLifted]) === nowhere;
    const hidden = parts.flatMap((part) => {
      const apart = [always, never].map((constant) => changed(part, constant)).find(isHidden);
      return apart === undefined ? [] : [{ part, apart }];
    });
    const isInner = ({ pointer: at }: ConditionPart) => hidden.some(({ part }) => at.startsWith(`${part.pointer}/`));
    return hidden
      .filter(({ part }) => !isInner(part))
      .map(({ part, apart }): LintFinding<never> => {
        const words = conditionInWords(part.part, { policy, facts });
        const cover = (coverOf(study, own, apart, lifted) ?? []).map(({ rule: other }) => `"${other.id}"`).join(" or ");
        return {
          id: "redundant-part",
          severity: "note",
          pointer: part.pointer,
          rule: rule.id,
          explanation: `Without this part of "${rule.title}" every app would be in the same tier: ${words}. Wherever it matters, ${cover} holds too, and lifts as high.`,
          suggestion: "Leave the part out, unless the rule's words are worth having there.",
        };
      });
  });
}
