export { standardPolicy } from "./policy.js";
export type { StandardTierId } from "./tiers.js";
