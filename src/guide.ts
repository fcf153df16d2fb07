export {
  type GuideLine,
  type GuideTier,
  guideMarkdown,
  type Practice,
  type Scenario,
  scenarios,
} from "./guide/index.js";
