import { readFileSync } from "node:fs";
import { type Policy, parsePolicy } from "plimsoll";

const file = new URL("frozen-policy.json", import.meta.url);

/**
 * What tests stand on that are not about the standard policy: pictures, what every host answers, audits, what a platform asks. It
 * has a bit of everything that a policy can have, and tiers of its own, so that whoever forgets the policy that was given is found out.
 * A new rule of the standard policy changes none of it, and nothing here is to follow that one.
 */
export const frozenPolicy: Policy = parsePolicy(JSON.parse(readFileSync(file, "utf8")));

/** The tiers, from the least risk to the most. */
export const frozenTiers: readonly string[] = frozenPolicy.tiers.map(({ id }) => id);
