export type { StandardCriterionId } from "./criteria.js";
export { standardPolicy } from "./policy.js";
export { standardRules } from "./rules.js";
export type { StandardSignId } from "./signs.js";
export type { StandardTierId } from "./tiers.js";
