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

/** What an audit has found, as much of it as it takes to count and to rank: the rest is told of what is reported. */
export interface Spotted extends Pick<AuditFinding, "kind" | "id" | "title" | "severity" | "points" | "isNew"> {
  /** All of it. */
  readonly tell: () => AuditFinding;
}

type Seen = Pick<AuditFinding, "message" | "evidence" | "pointers" | "since">;

/** What a check sees in an app. */
interface Sighting {
  readonly since: Day | null;
  readonly tell: () => Seen;
}

function seenInFacts(evidence: readonly Evidence[]): Seen {
  return { message: "", evidence, pointers: [...new Set(evidence.flatMap(({ pointers }) => pointers))], since: null };
}

/** What is seen already, so that nothing is left to be told of it. */
const sighted = (seen: Omit<Seen, "evidence">): Sighting => {
  return { since: seen.since, tell: () => ({ ...seen, evidence: [] }) };
};

/** What a check sees in an app for certain; nothing, when there is nothing to see. */
function look(check: AuditCheck, { examination, approvals, beyond, asOf }: Audited): Sighting | undefined {
  const { profile } = examination;
  if ("when" in check) {
    const { when } = check;
    if (examination.holds(when) !== true) return undefined;
    return { since: null, tell: () => seenInFacts(examination.ask(when).evidence) };
  }
  if ("beyond" in check) {
    const found = beyond.find((each) => each.certain && each.part === check.beyond);
    const since = check.beyond === "environment" ? inProductionSince(profile) : null;
    return found && sighted({ message: found.message, pointers: found.pointers, since });
  }
  if ("expired" in check) {
    const found = expiredFor(profile, approvals, asOf);
    return found && sighted({ ...found, pointers: [] });
  }
  const found = unseenFor(check.unseenFor, profile, approvals, asOf);
  return found && sighted(found);
}

type Told = Pick<AuditFinding, "kind" | "id" | "title" | "why" | "advice" | "source">;

const wordsOf = ({ id, title, why, advice = "", source = "" }: AuditCheck): Told => {
  return { kind: "check", id, title, why, advice, source };
};

/** Everything that is found about an app: the policy's checks first, in its order, then its signs, criteria and limits that hold. */
export function findingsOf(audited: Audited): readonly Spotted[] {
  const { audit, scales, examination, since } = audited;
  const spotted = (words: Told, { severity, points }: Weight, sighting: Sighting): Spotted => {
    const { kind, id, title, why, advice, source } = words;
    const isNew = since !== null && sighting.since !== null && sighting.since > since;
    const tell = () => ({ kind, id, title, severity, points, why, advice, source, ...sighting.tell(), isNew });
    return { kind, id, title, severity, points, isNew, tell };
  };
  const checks = audit.checks.flatMap((check): readonly Spotted[] => {
    const seen = look(check, audited);
    return seen === undefined ? [] : [spotted(wordsOf(check), scales.ofCheck(check), seen)];
  });
  const evidenceOf = (rule: Told) =>
    examination.classification.findings.find(({ kind, id }) => kind === rule.kind && id === rule.id)?.evidence ?? [];
  const rules = examination.standing.holding.flatMap((rule): readonly Spotted[] => {
    const weight = scales.ofRule(rule);
    return weight === null ? [] : [spotted(rule, weight, { since: null, tell: () => seenInFacts(evidenceOf(rule)) })];
  });
  const ofSigns = rules.filter(({ kind }) => kind === "sign");
  return [...checks, ...ofSigns, ...rules.filter(({ kind }) => kind !== "sign")];
}
