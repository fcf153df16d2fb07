export { classificationJsonSchema } from "./classification-json/index.js";
export { approvalJsonSchema, approvalSchema } from "./governance-json/index.js";
export { policyJsonSchema, policySchema } from "./policy-json/index.js";
export { profileJsonSchema, profileSchema } from "./profile-json/index.js";
