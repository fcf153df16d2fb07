import { type Answer, type Examination, type Examiner, isHandledBy, withoutHandled } from "../classify/index.js";
import { type Evidence, unknownTo } from "../conditions/index.js";
import { and, FALSE, TRUE, UNDECIDED } from "../facts/index.js";
import { type Boundary, type Policy, rankingOf } from "../policy/index.js";
import type { Applied } from "./action.js";
import { type Approvals, missingApproval } from "./approval.js";
import { answerRemedies, approvalRemedy, componentRemedies, type Remedy } from "./remedy.js";
import { isAbove, truthTold } from "./tiers.js";

/**
 * Why an action is not allowed as it stands.
 *
 * @example
 * ```ts
 * import { authorize } from "plimsoll";
 * import { type AuthorizationReason } from "plimsoll/governance";
 *
 * const inWords = ({ title, why }: AuthorizationReason) => `${title}. ${why}`;
 * const profile = { id: "rota", name: "Rota", data: [] };
 * const { reasons } = authorize({ kind: "deploy" }, { profile, approvals: [], asOf: "2026-01-12" });
 *
 * reasons.map(inWords)[1]; // → "Sign-off for production. From here on, people rely on it."
 * ```
 */
export interface AuthorizationReason {
  /** A boundary of the policy, or the component that the action would use. */
  readonly kind: "boundary" | "component";
  readonly id: string;
  readonly decision: "review" | "deny";
  /** The id of the review that it asks for; `null` when it denies. */
  readonly review: string | null;
  /** `false` while the profile leaves open whether it applies. */
  readonly certain: boolean;
  readonly title: string;
  readonly why: string;
  /** What to do next; empty when the policy does not say. */
  readonly advice: string;
  /** What was seen, with pointers into the profile as it would be after the action. */
  readonly evidence: readonly Evidence[];
  /** What would make it allowed: any of these, but for answers, of which all help. */
  readonly remedies: readonly Remedy[];
}

/** What a boundary is asked about. */
export interface Situation {
  readonly policy: Policy;
  readonly examine: Examiner;
  readonly applied: Applied;
  readonly after: Examination;
  readonly given: Approvals;
}

const certainly: Answer = { holds: true, evidence: [] };

/** Asks a boundary about what an action adds, but for the parts that some components handle. */
function askLeft(
  { when }: Boundary,
  { examine, applied }: Situation,
  components: Parameters<typeof withoutHandled>[1],
): Answer {
  const left = withoutHandled(applied.added, components);
  if (when === undefined) {
    const isHandled = applied.list !== undefined && left.profile[applied.list]?.length === 0;
    const isOpen = (left.profile.partial ?? []).length > 0;
    return { holds: isHandled ? (isOpen ? null : false) : true, evidence: [] };
  }
  const { holds, evidence } = examine(left.profile).ask(when);
  const place = (each: Evidence): Evidence => ({
    ...each,
    pointers: each.pointers.map((pointer) => applied.place(left.place(pointer))),
  });
  return { holds, evidence: evidence.map(place) };
}

/**
 * Asks a boundary about what an action adds, but for the parts that its components handle. It is open where the condition of
 * such a component is, and the answer to that matters.
 */
function askAdded(boundary: Boundary, situation: Situation): Answer {
  const { policy, applied, after } = situation;
  const { components = [] } = policy;
  const usable = components
    .filter(({ id, retired }) => retired === undefined && boundary.unlessUsing?.includes(id))
    .map(({ when, ...component }) => {
      return { component: { ...component, when: undefined }, ...(when === undefined ? certainly : after.ask(when)) };
    })
    .filter(({ component }) => isHandledBy(applied.added, component));
  const using = (isUsed: (holds: boolean | null) => boolean) =>
    askLeft(
      boundary,
      situation,
      usable.filter(({ holds }) => isUsed(holds)).map(({ component }) => component),
    );
  const added = using((holds) => holds === true);
  if (added.holds === using((holds) => holds !== false).holds) return added;
  const open = usable.filter(({ holds }) => holds === null);
  return { holds: null, evidence: [...added.evidence, ...open.flatMap(({ evidence }) => evidence)] };
}

/** What lifts an app above a tier, or could. */
function evidenceAbove(tier: string | undefined, { classification }: Examination, policy: Policy): readonly Evidence[] {
  if (tier === undefined) return [];
  const rankOf = rankingOf(policy);
  const lifting = classification.findings.filter(
    (finding) => ["holds", "possible"].includes(finding.status) && rankOf(finding.tier) > rankOf(tier),
  );
  const all = lifting.flatMap(({ evidence }) => evidence);
  // A policy holds each of its lines once.
  return all.filter(({ line }, index) => all.findIndex((earlier) => earlier.line === line) === index);
}

/** What a boundary has to say of an action; nothing, when it does not stand in its way. */
export function judgeBoundary(boundary: Boundary, situation: Situation): AuthorizationReason | undefined {
  const { policy, after, given } = situation;
  const { id, title, why, advice = "", above, instead } = boundary;
  const added = askAdded(boundary, situation);
  const applies = and(isAbove(above, after.classification, policy), truthTold(added.holds));
  if (applies === FALSE) return undefined;

  const review = policy.reviews?.find((each) => each.id === boundary.review) ?? unknownTo("review", boundary.review);
  const missing = missingApproval(review, after.profile, given, policy);
  const denies = instead !== undefined;
  if (missing === undefined && !denies) return undefined;
  const remedies = [
    ...(instead === undefined ? [] : [{ kind: "instead", message: instead } as const]),
    ...componentRemedies(boundary, policy),
    ...(applies === UNDECIDED ? answerRemedies(added.evidence, after.classification, above, policy) : []),
    ...(denies || missing === undefined ? [] : [approvalRemedy(review, missing)]),
  ];
  return {
    kind: "boundary",
    id,
    ...(denies && applies === TRUE ? { decision: "deny", review: null } : { decision: "review", review: review.id }),
    certain: applies === TRUE,
    title,
    why,
    advice,
    evidence: [...added.evidence, ...evidenceAbove(above, after, policy)],
    remedies,
  };
}
