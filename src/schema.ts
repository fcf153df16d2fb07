export { classificationJsonSchema } from "./classification-json/index.js";
export { actionJsonSchema, actionSchema, approvalJsonSchema, approvalSchema } from "./governance-json/index.js";
export { inputLimits } from "./json/index.js";
export { policyJsonSchema, policySchema } from "./policy-json/index.js";
export { profileFormSchema, profileJsonSchema, profileSchema } from "./profile-json/index.js";
