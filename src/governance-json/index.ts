export { actionSchema } from "./action-schema.js";
export { approvalSchema } from "./approval-schema.js";
export { actionJsonSchema, approvalJsonSchema } from "./json-schema.js";
export { parseAction, safeParseAction } from "./parse-action.js";
export { parseApproval, safeParseApproval } from "./parse-approval.js";
