import { type AppProfile, profileShape } from "../profile/index.js";
import { assertShape } from "../shapes/index.js";
import { toDay } from "../time/index.js";
import type { Approvals } from "./approval.js";

const approvalsShape = { object: { approvals: { list: "json" } }, needs: ["approvals"] } as const;

/**
 * Lets an app and what is known of its approvals pass, if they are that; each approval is looked at when it is used.
 *
 * @throws {PlimsollError} with code `invalid-profile`, `invalid-approval` or `invalid-date`.
 */
export function assertContext(context: Approvals & { readonly profile: AppProfile }): void {
  assertShape({ object: { profile: profileShape }, needs: ["profile"] }, context, "invalid-profile", "parseProfile");
  assertShape(approvalsShape, context, "invalid-approval", "parseApproval");
  toDay(context.asOf);
}
