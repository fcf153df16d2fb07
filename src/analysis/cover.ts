import { at, type Diagram, isAnywhere } from "../diagrams/index.js";
import type { CompiledRule } from "../model/index.js";
import type { Study } from "./study.js";

/** After so many steps it is worked out whether a rule lifts any app, rather than looked for. */
const mostSteps = 1000;

const isSo = (value: number) => value === 1;

/** Another rule that stands wherever some do. */
const aloneOver = ({ model: { diagrams } }: Study, stands: Diagram, others: readonly CompiledRule[]) =>
  others.find(
    (rule) =>
      !isAnywhere(diagrams, [
        { diagram: stands, isSought: isSo },
        { diagram: rule.stands, isSought: (so) => so !== 1 },
      ]),
  );

/**
 * The fewest other rules that lift as high as a rule, and of which one stands wherever it does: one alone, or several of which none
 * can go. Nothing, where the rule lifts some app higher than all others do.
 *
 * @param stands Where apps are of which the rule stands.
 * @param lifted What others lift to, in parts.
 */
export function coverOf(
  study: Study,
  own: CompiledRule,
  stands: Diagram,
  lifted: readonly Diagram[],
): readonly CompiledRule[] | undefined {
  const { compiler, diagrams } = study.model;
  const nowhere = diagrams.constant(0);
  const asHigh = study.compiled.rules.filter((rule) => rule !== own && rule.rank >= own.rank);
  const alone = aloneOver(study, stands, asHigh);
  if (alone !== undefined) return [alone];
  const here = { diagram: stands, isSought: isSo };
  const below = lifted.map((diagram) => ({ diagram, isSought: (rank: number) => rank < own.rank }));
  if (isAnywhere(diagrams, [here, ...below], mostSteps)) return undefined;
  // Mostly others leave something, which takes less to find out than who leaves what.
  const uncoveredBy = (left: Diagram, part: Diagram) =>
    compiler.all([left, compiler.where(part, (rank) => rank < own.rank)]);
  if (lifted.reduce(uncoveredBy, stands) !== nowhere) return undefined;
  const without = (left: Diagram, taken: Diagram) => compiler.all([left, compiler.not(taken)]);
  const others = asHigh.filter((rule) => isAnywhere(diagrams, [here, { diagram: rule.stands, isSought: isSo }]));
  /** Where each rule and all behind it leave the rule alone, from the last one to the first. */
  const uncovered = [stands];
  for (const rule of [...others].reverse()) uncovered.push(without(at(uncovered, uncovered.length - 1), rule.stands));
  if (uncovered.at(-1) !== nowhere) return undefined;
  const behind = uncovered.reverse().slice(1);
  let left = stands;
  return others.filter((rule, index) => {
    if (compiler.all([left, at(behind, index)]) === nowhere) return false;
    left = without(left, rule.stands);
    return true;
  });
}
