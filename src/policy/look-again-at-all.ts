import { type FieldShapes, fieldsOfRules, lookAgainAtPolicy } from "./look-again.js";

/** What a policy says of retirement. */
export const retirementShape = {
  object: { asks: { list: "string" }, decides: "string", keepArchiveForDays: "amount" },
  needs: ["asks", "decides", "keepArchiveForDays"],
} as const;

/** What stands in further fields: names that are looked up, and the governance around the rules. */
const fieldsOfAll: FieldShapes = /* @__PURE__ */ fieldsOfRules.concat([
  ["id tier fact sign review", "string"],
  ["reviews", { list: { object: { approvers: { list: "string" } }, needs: ["approvers"] } }],
  ["checklist boundaries checks", { list: { object: {} } }],
  ["requiresFacts actions unlessUsing", { list: "string" }],
  ["audit met whatToDo", { object: {} }],
  ["retirement", retirementShape],
]);

/**
 * Looks at the whole of a policy again that was never checked, and that something went wrong with.
 *
 * @throws {PlimsollError} with code `invalid-policy`, and where it is not as it should be.
 */
export const lookAgainAtAll = (policy: object): void => lookAgainAtPolicy(policy, fieldsOfAll);
