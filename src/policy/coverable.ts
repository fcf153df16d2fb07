import type { Catalogue } from "../facts/index.js";
import { handledLists } from "../profile/index.js";
import type { Rule } from "./handled.js";
import type { AnyRules } from "./prepare.js";
import { linesIn, standing } from "./reading.js";

/** Whether a fact may be another one where a component handles entries: what no form says of it may be anything. */
function mayBeHandled(name: string, facts: Catalogue): boolean {
  const from = facts[name]?.from;
  const read = JSON.stringify(from ?? null);
  return from === undefined || handledLists.some((list) => read.includes(`"/${list}`));
}

/**
 * Whether a component could ever cover a rule: it sets entries of an app aside, and what rests on none of them stands as it
 * did. A sign that a rule names is judged by itself, and covered by itself.
 */
export const canBeCovered = (rule: Rule, policy: AnyRules, facts: Catalogue): boolean =>
  linesIn(standing(rule), { ...policy, signs: [] }).some(({ fact }) => mayBeHandled(fact, facts));
