import type { Classification } from "../classify/index.js";
import type { Evidence } from "../conditions/index.js";
import { type Boundary, type Policy, type Review, rankingOf } from "../policy/index.js";
import type { Pointer } from "../problems/index.js";
import type { MissingApproval } from "./approval.js";

/**
 * Something that would help an action to be allowed, with a sentence for people.
 *
 * @example
 * ```ts
 * import { authorize } from "plimsoll";
 * import { type Remedy } from "plimsoll/governance";
 *
 * const whom = (remedy: Remedy) => (remedy.kind === "approval" ? remedy.approvers : []);
 * const profile = { id: "rota", name: "Rota" };
 * const { reasons } = authorize({ kind: "deploy" }, { profile, approvals: [], asOf: "2026-01-12" });
 *
 * reasons.flatMap(({ remedies }) => remedies.flatMap(whom)); // → ["IT architect", "IT operations"]
 * ```
 */
export type Remedy = { readonly message: string } & (
  | {
      /** An approval that covers what the app would become. */
      readonly kind: "approval";
      /** The id of the review that gives it. */
      readonly review: string;
      /** Who may give it, by role. */
      readonly approvers: readonly string[];
      /** How long the review takes, in minutes. */
      readonly minutes: number;
      /** Why no approval counts so far. */
      readonly missing: MissingApproval;
    }
  /** A component that handles what the action adds. */
  | { readonly kind: "component"; readonly component: string }
  /** An answer that the profile leaves open. */
  | { readonly kind: "answer"; readonly fact: string; readonly pointers: readonly Pointer[] }
  /** Another way to the same end. */
  | { readonly kind: "instead" }
);

/** To be reviewed, and approved for what the app would become. */
export function approvalRemedy({ id, title, approvers, minutes }: Review, missing: MissingApproval): Remedy {
  const message = `${title}: ${minutes} minutes with ${approvers.join(" or ")}. ${missing.message}`;
  return { kind: "approval", review: id, approvers, minutes, missing, message };
}

/** To let a component handle it. */
export function componentRemedies({ unlessUsing = [] }: Boundary, { components = [] }: Policy): readonly Remedy[] {
  const offered = components.filter(({ id, retired }) => retired === undefined && unlessUsing.includes(id));
  return offered.map(({ id, title, from }): Remedy => {
    const version = from === undefined ? "" : `, version ${from} or later`;
    return { kind: "component", component: id, message: `Let IT's component "${title}"${version} handle it.` };
  });
}

/** To answer what is open: in the evidence, and in what could still lift the app above a tier. */
export function answerRemedies(
  evidence: readonly Evidence[],
  { questions }: Classification,
  above: string | undefined,
  policy: Policy,
): readonly Remedy[] {
  const rankOf = rankingOf(policy);
  const lifting = questions.filter(
    ({ opens, couldReach }) => opens === "tier" && above !== undefined && rankOf(couldReach) > rankOf(above),
  );
  const open = [
    ...evidence.filter(({ met }) => met === null),
    ...lifting.map(({ fact, question, answerAt }) => ({ fact, question, pointers: answerAt })),
  ];
  const once = open.filter(({ fact }, index) => open.findIndex((earlier) => earlier.fact === fact) === index);
  return once.map(({ fact, question, pointers }): Remedy => {
    return { kind: "answer", fact, pointers, message: `Answer in the profile: ${question}` };
  });
}
