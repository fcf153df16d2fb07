import { match, P } from "ts-pattern";
import type { Examination } from "../classify/index.js";
import type { Evidence } from "../conditions/index.js";
import type { Approval, ScopeExcess } from "../governance/index.js";
import type { Audit, AuditCheck, Severity } from "../policy/index.js";
import type { Pointer } from "../problems/index.js";
import type { Day } from "../time/index.js";
import { expiredFor } from "./expired.js";
import { inProductionSince, unseenFor } from "./unseen.js";
import type { Scales, Weight } from "./weight.js";

/**
 * What an audit has found about an app: one of the policy's checks, a warning sign that stands, or a criterion or limit by
 * which it is above the lowest tier. Plain JSON.
 *
 * @example
 * ```ts
 * import { type AuditFinding, audit } from "plimsoll";
 *
 * const rota = { id: "rota", name: "Rota", criticality: { dailyDependence: true, support: false } };
 * const { ranked } = await audit([rota], { asOf: "2026-03-31" });
 * const heaviest: AuditFinding | undefined = ranked[0]?.findings[0];
 *
 * heaviest?.title; // → "Critical without support"
 * heaviest?.points; // → 9
 * heaviest?.advice; // → "Agree with IT who is called when it fails."
 * ```
 */
export interface AuditFinding {
  readonly kind: "check" | "sign" | "criterion" | "limit";
  /** The id of the check or rule. */
  readonly id: string;
  readonly title: string;
  /** That of the check or sign; of a criterion or limit `high` where it lifts to the highest tier, and else `medium`. */
  readonly severity: Severity;
  /** What it adds to the points of its app. */
  readonly points: number;
  /** Why it matters. */
  readonly why: string;
  /** What to do next; empty when the policy does not say. */
  readonly advice: string;
  /** Where it comes from: a section of the article, a page of your handbook; empty when the policy does not say. */
  readonly source: string;
  /** What was seen, in a sentence; empty where the evidence tells it. */
  readonly message: string;
  /** The facts that it rests on, with their lines; empty for what is beyond an approval, and for apps long unseen. */
  readonly evidence: readonly Evidence[];
  /** Where the profile says so, or where it would. */
  readonly pointers: readonly Pointer[];
  /** The day from which it has been so, as an ISO date; `null` where nothing tells. */
  readonly since: Day | null;
  /** Whether that is after the last audit. */
  readonly isNew: boolean;
}

/** An app, examined, with all that an audit asks it about. */
export interface Audited {
  readonly audit: Audit;
  readonly scales: Scales;
  readonly examination: Examination;
  readonly approvals: readonly Approval[];
  /** In which parts it has outgrown them. */
  readonly beyond: readonly ScopeExcess[];
  readonly asOf: Day;
  /** The day of the last audit. */
  readonly since: Day | null;
}

type Seen = Pick<AuditFinding, "message" | "evidence" | "pointers" | "since">;

function seenInFacts(evidence: readonly Evidence[]): Seen {
  return { message: "", evidence, pointers: [...new Set(evidence.flatMap(({ pointers }) => pointers))], since: null };
}

/** What a check sees in an app for certain; nothing, when there is nothing to see. */
function look(check: AuditCheck, { examination, approvals, beyond, asOf }: Audited): Seen | undefined {
  const { ask, profile } = examination;
  return match(check)
    .returnType<Seen | undefined>()
    .with({ when: P.nonNullable }, ({ when }) => {
      const { holds, evidence } = ask(when);
      return holds === true ? seenInFacts(evidence) : undefined;
    })
    .with({ beyond: P.string }, ({ beyond: part }) => {
      const found = beyond.find((each) => each.certain && each.part === part);
      const since = part === "environment" ? inProductionSince(profile) : null;
      return found && { message: found.message, evidence: [], pointers: found.pointers, since };
    })
    .with({ expired: true }, () => {
      const found = expiredFor(profile, approvals, asOf);
      return found && { ...found, evidence: [], pointers: [] };
    })
    .with({ unseenFor: P.number }, (unseen) => {
      const found = unseenFor(unseen.unseenFor, profile, approvals, asOf);
      return found && { ...found, evidence: [] };
    })
    .exhaustive();
}

/** Everything that is found about an app: the policy's checks first, in its order, then its signs, criteria and limits that hold. */
export function findingsOf(audited: Audited): readonly AuditFinding[] {
  const { audit, scales, examination, since } = audited;
  const finding = (
    kind: AuditFinding["kind"],
    { id, title, why, advice = "", source = "" }: Pick<AuditCheck, "id" | "title" | "why" | "advice" | "source">,
    weight: Weight,
    seen: Seen,
  ): AuditFinding => {
    const isNew = since !== null && seen.since !== null && seen.since > since;
    return { kind, id, title, ...weight, why, advice, source, ...seen, isNew };
  };
  const checks = audit.checks.flatMap((check) => {
    const seen = look(check, audited);
    return seen === undefined ? [] : [finding("check", check, scales.ofCheck(check), seen)];
  });
  const rules = examination.classification.findings.flatMap((rule) => {
    const weight = rule.status === "holds" ? scales.ofRule(rule) : null;
    return weight === null ? [] : [finding(rule.kind, rule, weight, seenInFacts(rule.evidence))];
  });
  const ofSigns = rules.filter(({ kind }) => kind === "sign");
  return [...checks, ...ofSigns, ...rules.filter(({ kind }) => kind !== "sign")];
}
