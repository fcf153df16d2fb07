import { match, P } from "ts-pattern";
import type { Examination, Finding } from "../classify/index.js";
import type { Evidence } from "../conditions/index.js";
import type { Approval, Beyond } from "../governance/index.js";
import type { Audit, AuditCheck, Severity } from "../policy/index.js";
import type { Pointer } from "../problems/index.js";
import type { Day } from "../time/index.js";
import { expiredFor } from "./expired.js";
import { inProductionSince, unseenFor } from "./unseen.js";

/**
 * What an audit has found about an app: one of the policy's checks, or a warning sign that stands. Plain JSON.
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
  readonly kind: "check" | "sign";
  /** The id of the check or sign. */
  readonly id: string;
  readonly title: string;
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
  readonly examination: Examination;
  readonly approvals: readonly Approval[];
  /** In which parts it has outgrown them. */
  readonly beyond: readonly Beyond[];
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

/** Everything that is found about an app: the policy's checks first, in its order, then the signs that stand. */
export function findingsOf(audited: Audited): readonly AuditFinding[] {
  const { audit, examination, since } = audited;
  const finding = (
    kind: AuditFinding["kind"],
    { id, title, severity, why, advice = "", source = "" }: AuditCheck | (Finding & { readonly severity: Severity }),
    seen: Seen,
  ): AuditFinding => {
    const isNew = since !== null && seen.since !== null && seen.since > since;
    return { kind, id, title, severity, points: audit.points[severity], why, advice, source, ...seen, isNew };
  };
  const checks = audit.checks.flatMap((check) => {
    const seen = look(check, audited);
    return seen === undefined ? [] : [finding("check", check, seen)];
  });
  const signs = examination.classification.findings.flatMap(({ severity, ...sign }) =>
    severity === null || sign.status !== "holds"
      ? []
      : [finding("sign", { ...sign, severity }, seenInFacts(sign.evidence))],
  );
  return [...checks, ...signs];
}

/**
 * What each finding speaks of. A check that asks for a sign and nothing else speaks of what the sign speaks of, and no two
 * others of the same.
 */
function subjects({ checks }: Audit): ReadonlyMap<string, string> {
  const ofChecks = checks.map((check): readonly [string, string] => {
    const isSign = "when" in check && "sign" in check.when;
    return [check.id, isSign ? `sign ${check.when.sign}` : `check ${check.id}`];
  });
  return new Map(ofChecks);
}

/** Leaves out what is said twice, of which the heavier counts; the heaviest first. */
export function onceEach(audit: Audit): (findings: readonly AuditFinding[]) => readonly AuditFinding[] {
  const ofChecks = subjects(audit);
  const subjectOf = ({ kind, id }: AuditFinding) => (kind === "check" ? ofChecks.get(id) : `sign ${id}`);
  return (findings) => {
    const said = new Set<string | undefined>();
    // Sorting keeps the order of what weighs the same.
    return [...findings]
      .sort((one, other) => other.points - one.points)
      .filter((finding) => {
        const subject = subjectOf(finding);
        const isSaid = said.has(subject);
        said.add(subject);
        return !isSaid;
      });
  };
}
