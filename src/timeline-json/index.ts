export { safeParseTimeline } from "./parse.js";
