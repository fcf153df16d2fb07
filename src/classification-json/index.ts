export { classificationJsonSchema } from "./json-schema.js";
