import { at, type Diagram, fold, highest, type Operation } from "../diagrams/index.js";
import type { CompiledRule } from "../model/index.js";
import type { Study } from "./study.js";

/** What a rule lifts to is more than what the others lift to. */
export const liftsAbove = (rank: number): Operation => ({
  combine: (stands, others) => Number(stands === 1 && rank > others),
});

/** For each rule, what the others lift to: the ones before it, and the ones behind it. */
export function othersOf({ model, compiled: { rules } }: Study): readonly Diagram[] {
  const { diagrams, rankOf } = model;
  const lifts = rules.map((rule) => rankOf([rule]));
  const join = (row: readonly Diagram[]) => fold(diagrams, highest, row, 0);
  const before: Diagram[] = [diagrams.constant(0)];
  for (const [index, lift] of lifts.entries()) before.push(join([at(before, index), lift]));
  let behind = diagrams.constant(0);
  const others: Diagram[] = [];
  for (let index = rules.length - 1; index >= 0; index--) {
    others[index] = join([at(before, index), behind]);
    behind = join([behind, at(lifts, index)]);
  }
  return others;
}

/** The fewest other rules of which one stands wherever a rule does: one alone, or several of which none can go. */
export function coverOf(
  { model: { compiler, diagrams }, compiled }: Study,
  own: CompiledRule,
  stands: Diagram,
): readonly string[] {
  const nowhere = diagrams.constant(0);
  const uncovered = (rules: readonly CompiledRule[]) =>
    compiler.all([stands, compiler.not(compiler.any(rules.map((rule) => rule.stands)))]);
  const others = compiled.rules.filter(
    (rule) => rule !== own && rule.rank >= own.rank && compiler.all([stands, rule.stands]) !== nowhere,
  );
  const alone = others.find((rule) => uncovered([rule]) === nowhere);
  if (alone !== undefined) return [`"${alone.rule.id}"`];
  const needed = others.reduce((kept, rule) => {
    const fewer = kept.filter((each) => each !== rule);
    return uncovered(fewer) === nowhere ? fewer : kept;
  }, others);
  return needed.map(({ rule }) => `"${rule.id}"`);
}
