export { approvalJsonSchema } from "./json-schema.js";
export { parseApproval, safeParseApproval } from "./parse.js";
export { approvalSchema } from "./schema.js";
