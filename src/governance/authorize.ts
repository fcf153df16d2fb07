import { type Classification, createExaminer } from "../classify/index.js";
import { sameName } from "../names/index.js";
import { type Boundary, lookAgainAtAll, type Policy, type PolicyOptions } from "../policy/index.js";
import type { AppProfile } from "../profile/index.js";
import { looking, lookingAgain } from "../shapes/index.js";
import { type StandardTierId, standardPolicy } from "../standard/index.js";
import { type Action, applyAction, type PlainAction } from "./action.js";
import type { Approvals } from "./approval.js";
import { assertAction } from "./assert-action.js";
import { assertContext } from "./assert-context.js";
import { type AuthorizationReason, judgeBoundary, type Situation } from "./boundary.js";
import { type ComponentStatus, verdictOn } from "./components.js";

/**
 * The app that an action is about, and what is known of its approvals.
 *
 * @example
 * ```ts
 * import { type ActionContext, authorize } from "plimsoll";
 *
 * const context: ActionContext = { profile: { id: "rota", name: "Rota" }, approvals: [], asOf: "2026-01-12" };
 *
 * authorize({ kind: "start" }, context).reviews; // → ["architecture"]
 * ```
 */
export interface ActionContext extends Approvals {
  /** The app as it is before the action. */
  readonly profile: AppProfile;
}

/**
 * Whether an action is allowed, and why not. Plain JSON.
 *
 * @example
 * ```ts
 * import { type Authorization, authorize } from "plimsoll";
 *
 * const inWords = ({ decision, reasons }: Authorization) => `${decision}: ${reasons.map(({ title }) => title).join(", ")}`;
 * const profile = { id: "rota", name: "Rota" };
 *
 * inWords(authorize({ kind: "start" }, { profile, approvals: [], asOf: "2026-01-12" })); // → "review: A review past the citizen line"
 * ```
 */
export interface Authorization<TierId extends string = string> {
  /** The id of the app. */
  readonly app: string;
  /** The policy that was asked. */
  readonly policy: { readonly id: string; readonly version: string };
  /** `review` asks for a person first; `deny` says what to do instead. */
  readonly decision: "allow" | "review" | "deny";
  /** What was asked for; of a custom action, its name. */
  readonly action: PlainAction | { readonly kind: "custom"; readonly name: string };
  readonly before: Classification<TierId>;
  readonly after: Classification<TierId>;
  /** Why it is not allowed as it stands, what denies first; empty when it is allowed. */
  readonly reasons: readonly AuthorizationReason[];
  /** The ids of the reviews that are asked for. */
  readonly reviews: readonly string[];
}

/** Under a condition that is not met a component covers nothing, and does no harm. */
const harmless: readonly ComponentStatus[] = ["covers", "condition-not-met", "condition-open"];

/** Whether a component may be used that stands like this. */
export const isHarmless = (status: ComponentStatus): boolean => harmless.includes(status);

/** The boundaries of a policy that stand in the way of an action. */
export const boundariesOn = (action: string, { boundaries = [] }: Policy): readonly Boundary[] =>
  boundaries.filter(({ actions }) => actions === undefined || actions.some((each) => sameName(each, action)));

/** A component that cannot be relied on is not to be used. */
function judgeComponent(action: Action, { policy, after }: Situation): readonly AuthorizationReason[] {
  if (action.kind !== "use") return [];
  const { status, message } = verdictOn(action.component, policy, after);
  if (isHarmless(status)) return [];
  const { id } = action.component;
  return [
    {
      kind: "component",
      id,
      decision: "deny",
      review: null,
      certain: true,
      title: "A component that covers nothing",
      why: "If something only looks taken care of, it surprises everybody later.",
      advice: message,
      evidence: [],
      remedies: [{ kind: "instead", message }],
    },
  ];
}

const severest = (reasons: readonly AuthorizationReason[]): Authorization["decision"] => {
  if (reasons.some(({ decision }) => decision === "deny")) return "deny";
  return reasons.length > 0 ? "review" : "allow";
};

function authorizeBy(
  action: Action,
  { profile, ...given }: ActionContext,
  policy: Policy,
  options: PolicyOptions,
): Authorization {
  const examineAsOf = createExaminer(policy, options);
  const examine = (app: AppProfile) => examineAsOf(app, given);
  const applied = applyAction(action, profile);
  const after = examine(applied.after);
  const situation: Situation = { policy, examine, applied, after, given };
  const standing = boundariesOn(action.kind === "custom" ? action.name : action.kind, policy);
  const found = [
    ...judgeComponent(action, situation),
    ...standing.flatMap((boundary) => judgeBoundary(boundary, situation) ?? []),
  ];
  const reasons = [
    ...found.filter(({ decision }) => decision === "deny"),
    ...found.filter(({ decision }) => decision === "review"),
  ];
  return {
    app: profile.id,
    policy: { id: policy.id, version: policy.version },
    decision: severest(reasons),
    action: action.kind === "custom" ? { kind: action.kind, name: action.name } : action,
    before: examine(profile).classification,
    after: after.classification,
    reasons,
    reviews: [...new Set(reasons.flatMap(({ review }) => review ?? []))],
  };
}

/**
 * Whether somebody may do with an app what they are about to do, by the boundaries of a policy: allowed, after a review, or
 * denied with what to do instead. "Platform-enforced boundaries". It is asked of the app as it would be after the action, and
 * only approvals that cover all of that count; what is undecided is never allowed without one.
 *
 * @param action What is about to be done.
 * @param context The app as it is, its approvals, and the day.
 * @param policy Where the boundaries lie; `standardPolicy` when left out.
 * @throws {PlimsollError} with code `invalid-action`, `invalid-profile` or `invalid-approval`, when what is handed in is not what
 * it should be; with code `invalid-date`, when a day is none; with code `invalid-policy`, when the policy cannot be asked.
 *
 * @example
 * ```ts
 * import { authorize } from "plimsoll";
 *
 * const { decision, reasons } = authorize(
 *   { kind: "connect", integration: { system: "ERP", direction: "bidirectional" } },
 *   { profile: { id: "budget", name: "Budget" }, approvals: [], asOf: "2026-01-12" },
 * );
 *
 * decision; // → "deny"
 * reasons[0]?.id; // → "it-built-connector"
 * reasons[0]?.remedies[0]?.message; // → "Use IT's component for it, or ask IT to build the connector."
 * ```
 */
export function authorize<TierId extends string = StandardTierId>(
  action: Action,
  context: ActionContext,
  policy?: Policy<TierId>,
  options: PolicyOptions = {},
): Authorization<TierId> {
  const look = () =>
    looking("invalid-action", () => {
      assertAction(action);
      assertContext(context);
    });
  look();
  const authorization = lookingAgain(
    () => authorizeBy(action, context, policy ?? standardPolicy, options),
    () => {
      look();
      lookAgainAtAll(policy ?? standardPolicy);
    },
  );
  // Every tier that is named comes from the policy: without one of its own, from the standard policy.
  return authorization as Authorization<string> as Authorization<TierId>;
}
