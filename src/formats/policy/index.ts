export { policyJsonSchema } from "./json-schema.js";
export { parsePolicy, safeParsePolicy } from "./parse.js";
export { policySchema } from "./schema.js";
