export { giveTitles, jsonSchemaOf, remarksOn } from "./json-schema.js";
export { type InputLimits, inputLimits, limitsOf, type ReadOptions } from "./limits.js";
export { toJson } from "./plain.js";
export { readWith } from "./read-with.js";
export { schemaOf } from "./schema-of.js";
