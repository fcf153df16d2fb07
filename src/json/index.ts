export { described, optional, remarks, shortText, some, text } from "./fields.js";
export { instant } from "./instant.js";
export { documentSchemaOf, giveTitles, jsonSchemaOf } from "./json-schema.js";
export { type InputLimits, inputLimits, limitsOf, type ReadOptions } from "./limits.js";
export { toJson } from "./plain.js";
export { readPart } from "./read-part.js";
export { readDocument, readWith } from "./read-with.js";
export { schemaOf, schemaOfKinds } from "./schema-of.js";
