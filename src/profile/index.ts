export { listPointers } from "./check.js";
export { profileJsonSchema } from "./json-schema.js";
export { parseProfile, safeParseProfile } from "./parse.js";
export { type AppProfile, dataClass, direction, profileSchema, stage } from "./schema.js";
