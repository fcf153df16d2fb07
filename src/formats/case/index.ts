export { openCase } from "./open.js";
export { parseCase, safeParseCase } from "./parse.js";
export { escalationCaseJsonSchema, escalationCaseSchema } from "./schema.js";
export { replay, type TransitionOptions, transition } from "./transition.js";
