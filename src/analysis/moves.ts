import { at, type Diagram, map, type Operation } from "../diagrams/index.js";
import type { Refined } from "../model/index.js";
import { type PlacedRule, type Policy, ranksOf, rubricsIn, rulesOf, standing } from "../policy/index.js";
import type { Study } from "./study.js";

/** The ranks of the tiers of one policy among those of another: tiers are the same when they have the same id. */
export function ranksAmong(tiers: Policy["tiers"], { tiers: others }: Policy): readonly number[] {
  const ranks = ranksOf({ tiers });
  return others.map(({ id }, rank) => ranks.get(id) ?? tiers.length + rank);
}

/** Two ranks as one number. */
export const manyTiers = 256;

/** The same tier before and after; no rank is like this. */
const same = -2;

/** From one tier to another, by their ranks. */
interface Move {
  readonly from: number;
  readonly to: number;
}

const codeOf = (from: number, to: number) => (from === to ? same : from * manyTiers + to);

/** The move that a code stands for; nothing, where nothing moves. */
export const moveOf = (code: number): Move | undefined =>
  code === same ? undefined : { from: Math.floor(code / manyTiers), to: code % manyTiers };

const together: Operation = { combine: codeOf };

/** What the rules that changed lift to, beside what the others lift to; where no app can be, nothing moves. */
const beside: Operation = {
  combine: (code, rest) => {
    const move = moveOf(code);
    return move === undefined || rest < 0 ? same : codeOf(Math.max(move.from, rest), Math.max(move.to, rest));
  },
  deciding: same,
};

/** By what a rule is known again in another policy: what it asks, of signs and rubrics too, and where it lifts to. */
function keyOf({ rule, rank }: PlacedRule, { signs, rubrics, components }: Policy): string {
  const asked = JSON.stringify([standing(rule), rank]);
  return asked.includes('"sign":') || rubricsIn(standing(rule)).length > 0
    ? JSON.stringify([asked, signs, rubrics, components])
    : asked;
}

/** The same, where what rules lift to is adjusted afterwards: all of it is asked anew. */
function wholeMoves({ policy, compiled }: Study, other: Policy, { model, lift }: Refined): Diagram {
  const ranks = ranksAmong(policy.tiers, other);
  const to = map(model.diagrams, model.compile(other).rank, (rank) => at(ranks, rank));
  const moves = model.diagrams.apply(together, lift(compiled.rank), to);
  // Where no app can be, nothing moves.
  return model.diagrams.apply(
    { combine: (code, rank) => (rank < 0 ? same : code) },
    moves,
    model.within(lift(compiled.rank)),
  );
}

/**
 * Where another policy puts apps into another tier, as codes of moves. Only the rules that are not the same are asked anew:
 * what the others lift to is the same before and after.
 */
export function movesBetween(study: Study, other: Policy, { model, lift }: Refined): Diagram {
  const { policy, compiled, model: own, spellOut } = study;
  const { diagrams, compiler } = model;
  if (policy.adjustments !== undefined || other.adjustments !== undefined)
    return wholeMoves(study, other, { model, lift });
  const ranks = ranksAmong(policy.tiers, other);
  const areTiersSame = ranks.every((rank, index) => rank === index);
  const before = new Map(compiled.rules.map((rule) => [keyOf(rule, policy), rule]));
  const after = new Map(rulesOf(spellOut(other)).map((rule) => [keyOf(rule, other), rule]));
  const gone = compiled.rules.filter((rule) => !(areTiersSame && after.has(keyOf(rule, policy))));
  const come = [...after].flatMap(([key, rule]) =>
    areTiersSame && before.has(key) ? [] : [{ ...rule, stands: compiler.condition(standing(rule.rule), other) }],
  );
  const from = model.rankOf(gone.map((rule) => ({ ...rule, stands: lift(rule.stands) })));
  const to = map(diagrams, model.rankOf(come), (rank) => at(ranks, rank));
  const rest = model.within(lift(own.rankOf(compiled.rules, new Set(gone))));
  return diagrams.apply(beside, diagrams.apply(together, from, to), rest);
}
