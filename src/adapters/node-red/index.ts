export { fromNodeRed } from "./flows.js";
