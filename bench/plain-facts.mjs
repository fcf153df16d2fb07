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

const safest = { builderPresent: true, othersWhoUnderstand: Number.MAX_SAFE_INTEGER };

/**
 * Plain facts for engines that know no third value: whatever is open stands at its safest, so that a rule holds there
 * exactly when it certainly holds.
 */
export function plainFacts(profile) {
  return Object.fromEntries(
    Object.entries(factsOf(profile)).map(([name, { kind, value }]) => {
      if (kind === "exact") return [name, ordered(name, value)];
      if (name in safest) return [name, safest[name]];
      if (kind === "at-least") return [name, ordered(name, value)];
      const { domain } = standardFacts[name];
      return [name, domain.kind === "set" ? [] : domain.kind === "boolean" ? false : 0];
    }),
  );
}

const ranks = Object.fromEntries(standardPolicy.tiers.map(({ id }, rank) => [id, rank]));

/** The answer that all engines can give: the tier, and the rules that hold. */
export function answerOf(holding) {
  const ids = new Set(holding);
  const rank = Math.max(0, ...rules.filter(({ id }) => ids.has(id)).map(({ tier }) => ranks[tier]));
  return { tier: standardPolicy.tiers[rank].id, holding: [...ids].sort() };
}
