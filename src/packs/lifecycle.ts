import type { ConditionOver } from "../conditions/index.js";
import type { StandardFacts } from "../facts/index.js";
import type { Pack, RuleLifecycle } from "../policy/index.js";
import type { StandardTierId } from "../standard/index.js";

/** A pack that asks standard facts, and lifts to tiers of the standard policy. */
export type StandardPack = Pack<StandardTierId, string, string, ConditionOver<StandardFacts, string, never>>;

/** Proven by several reports from the field. */
export const stable: RuleLifecycle = { since: "1.0.0", stage: "stable" };

/** Still being tried: one source asks for it. */
export const experimental: RuleLifecycle = { since: "1.0.0", stage: "experimental" };
