export { partialProfile } from "./partial.js";
export { synthesizeProfile } from "./synthesize.js";
export type { FactValues } from "./values.js";
