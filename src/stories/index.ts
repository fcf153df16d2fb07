export { stories } from "./stories.js";
export type { Moment, Story } from "./story.js";
