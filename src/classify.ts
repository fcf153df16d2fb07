export { classifyBy } from "./classify/index.js";
