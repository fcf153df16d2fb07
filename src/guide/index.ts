export { buildGuide, type Guide, type GuideLine, type GuideTier } from "./guide.js";
export { guideMarkdown } from "./markdown.js";
export { type Practice, type Scenario, scenarios } from "./practice.js";
