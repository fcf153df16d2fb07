export type { FactChange } from "./fact-change.js";
export { type AppGrowth, type CrossedLine, comparing, hasGrown } from "./growth.js";
export { changeSinceInWords } from "./in-words.js";
export { type GrowthAspect, growthAspects } from "./what-grows.js";
