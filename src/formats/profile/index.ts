export { profileFormSchema, profileJsonSchema } from "./json-schema.js";
export { type ProfileOptions, parseProfile, safeParseProfile } from "./parse.js";
export { profileSchema } from "./schema.js";
