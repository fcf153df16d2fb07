export { actionJsonSchema, actionSchema } from "./formats/action.js";
export { approvalJsonSchema, approvalSchema } from "./formats/approval.js";
export { classificationJsonSchema } from "./formats/classification.js";
export { configJsonSchema, configSchema } from "./formats/config.js";
export { mappingJsonSchema, mappingSchema, parseMapping, safeParseMapping } from "./formats/mapping.js";
export { policyJsonSchema, policySchema } from "./formats/policy/index.js";
export { policyChangesJsonSchema, policyChangesSchema } from "./formats/policy-changes.js";
export { profileFormSchema, profileJsonSchema, profileSchema } from "./formats/profile/index.js";
export { inputLimits } from "./json/index.js";
