export { type GuideLine, type GuideTier, type Limits, limits } from "./limits.js";
export { guideMarkdown } from "./markdown.js";
export { type Practice, type Scenario, scenarios } from "./practice.js";
