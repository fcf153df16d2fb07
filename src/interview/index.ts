export { withAnswer } from "./answer.js";
export type { Answering, FieldAnswer } from "./answering.js";
export { type Doubt, doubtsIn } from "./doubts.js";
export type { ProfileField } from "./field.js";
export { openFields } from "./open.js";
