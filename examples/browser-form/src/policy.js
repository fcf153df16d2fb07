import { createClassifier, standardPolicy } from "plimsoll";
import { createAnalysis } from "plimsoll/analysis";

/** Where the lines lie. Put your organisation's own policy here: all of the page follows it. */
export const policy = standardPolicy;

export const classify = createClassifier(policy);

export const analysis = createAnalysis(policy);

export const rankOf = (tierId) => policy.tiers.findIndex(({ id }) => id === tierId);

export const tierOf = (tierId) => policy.tiers[rankOf(tierId)];
