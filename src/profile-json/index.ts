export { listPointers } from "./check.js";
export { profileJsonSchema } from "./json-schema.js";
export { parseProfile, safeParseProfile } from "./parse.js";
export { profileSchema } from "./schema.js";
