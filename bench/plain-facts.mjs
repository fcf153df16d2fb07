import { standardFacts, standardPolicy } from "plimsoll";
import { factsOf } from "./hand-written.mjs";

/** The rules of the standard policy, each with the tier that it lifts to. */
export const rules = [
  ...standardPolicy.signs.map(({ id, tier = standardPolicy.tiers[1].id, when }) => ({ id, tier, when })),
  ...standardPolicy.criteria,
];

/** A condition with the signs that it refers to written out. */
export function writtenOut(condition) {
  if ("sign" in condition) return writtenOut(standardPolicy.signs.find(({ id }) => id === condition.sign).when);
  if ("all" in condition) return { all: condition.all.map(writtenOut) };
  if ("any" in condition) return { any: condition.any.map(writtenOut) };
  return condition;
}

/** A value as a number where it has an order, so that engines without levels can compare it. */
export function ordered(fact, value) {
  const { domain } = standardFacts[fact];
  return domain.kind === "ordinal" ? domain.levels.indexOf(value) : value;
}

/** What an open fact stands at, at its safest and at its riskiest, so that no line is crossed, or every one. */
const extremes = {
  number: [0, Number.MAX_SAFE_INTEGER],
  ordinal: [0, Number.MAX_SAFE_INTEGER],
  boolean: [false, true],
  set: [[], ["anything"]],
};

const isRising = (fact) => standardFacts[fact].risk !== "falling";

function plainFacts(facts, isSafest) {
  return Object.fromEntries(
    Object.entries(facts).map(([name, { kind, value, upTo }]) => {
      if (kind === "exact") return [name, ordered(name, value)];
      const isLowest = isSafest === isRising(name);
      if (kind === "between") return [name, isLowest ? value : upTo];
      if (kind === (isLowest ? "at-least" : "at-most")) return [name, ordered(name, value)];
      const [lowest, highest] = extremes[standardFacts[name].domain.kind];
      return [name, isLowest ? lowest : highest];
    }),
  );
}

/**
 * Plain facts for engines that know no third value: once with whatever is open at its safest, where a rule holds exactly
 * when it certainly holds, and once at its riskiest, where it holds exactly when it could.
 */
export function plainFactsOf(profile) {
  const facts = factsOf(profile);
  return [plainFacts(facts, true), plainFacts(facts, false)];
}

const ranks = Object.fromEntries(standardPolicy.tiers.map(({ id }, rank) => [id, rank]));

function highestTier(ids) {
  const rank = Math.max(0, ...rules.filter(({ id }) => ids.has(id)).map(({ tier }) => ranks[tier]));
  return standardPolicy.tiers[rank].id;
}

/** The answer that all engines can give: the tier and the ceiling, the rules that hold and those that could. */
export function answerOf(certain, possible) {
  const all = new Set([...certain, ...possible]);
  return {
    tier: highestTier(new Set(certain)),
    ceiling: highestTier(all),
    holding: [...certain].sort(),
    possible: [...all].filter((id) => !certain.includes(id)).sort(),
  };
}
