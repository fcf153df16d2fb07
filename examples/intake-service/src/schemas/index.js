import * as answers from "./answers.js";
import { ref } from "./forms.js";
import * as plimsoll from "./plimsoll.js";
import { event, heldReview, opening } from "./requests.js";

/** The bodies that plimsoll reads itself: it says more than a schema can, and in words for people. */
export const readByPlimsoll = [plimsoll.appProfile, plimsoll.action, opening, event].map(({ $id }) => ref($id).$ref);

/** Every schema that stands under a name in the OpenAPI document. */
export const namedSchemas = [...Object.values(plimsoll), ...[heldReview, opening, event], ...Object.values(answers)];

export { list, object, ref } from "./forms.js";
export { appId, auditQuery, caseId, historyQuery, milestoneQuery, pageQuery } from "./requests.js";
