import { escalationCaseJsonSchema } from "plimsoll/escalation";
import { actionJsonSchema, approvalJsonSchema, classificationJsonSchema, profileJsonSchema } from "plimsoll/schema";

/** A schema of plimsoll, under the name that it has in the OpenAPI document. */
const ours = (name, { $schema, $id, ...schema }) => ({ $id: name, ...schema });

export const appProfile = ours("AppProfile", profileJsonSchema());
export const classification = ours("Classification", classificationJsonSchema());
export const action = ours("Action", actionJsonSchema());
export const approval = ours("Approval", approvalJsonSchema());
export const escalationCase = ours("EscalationCase", escalationCaseJsonSchema());
