import { match } from "ts-pattern";
import { standardFacts } from "../facts/index.js";
import type { Approval } from "../governance/index.js";
import { limitsOf, type ReadOptions } from "../json/index.js";
import { type Audit, assertPolicy, type Policy, type PolicyOptions } from "../policy/index.js";
import { PlimsollError } from "../problems/index.js";
import { addDays, type Day, toDay } from "../time/index.js";
import { onceEach } from "./finding.js";
import { keepFirst } from "./heap.js";
import { type LookUp, looker } from "./look.js";
import { byRisk, rankedApp } from "./ranked.js";
import type { AuditReport, UnreadableApp } from "./report.js";
import { tallyBy } from "./summary.js";

/**
 * What an audit is told.
 *
 * Its `limits` count for each app and for each of the approvals beside it.
 *
 * @example
 * ```ts
 * import { type AuditOptions, audit } from "plimsoll";
 *
 * const thisQuarter: AuditOptions = { asOf: "2026-03-31", since: "2025-12-31", capacity: 1 };
 * const apps = ["rota", "leave"].map((id) => ({ id, name: id, criticality: { dailyDependence: true } }));
 *
 * (await audit(apps, thisQuarter)).ranked.map(({ app }) => app); // → ["leave"]
 * ```
 */
export interface AuditOptions extends ReadOptions {
  /** The day of the audit, as an ISO date or an instant. */
  readonly asOf: string;
  /** The day of the last audit of this portfolio: what began later is new. */
  readonly since?: string;
  /** The approvals of all apps, or a function that looks up those of one app by its id. */
  readonly approvals?: readonly Approval[] | ((app: string) => readonly Approval[]);
  /** How many apps there is time to look at: so many are ranked; 100 when left out. */
  readonly capacity?: number;
}

const usualCapacity = 100;

/** Whoever has more apps that cannot be read mends what writes them, not one by one. */
const mostUnreadable = 100;

function lookUpIn(approvals: readonly Approval[]): LookUp {
  const byApp = new Map<string, Approval[]>();
  for (const approval of approvals) {
    const ofApp = byApp.get(approval.app);
    if (ofApp === undefined) byApp.set(approval.app, [approval]);
    else ofApp.push(approval);
  }
  return (app) => byApp.get(app) ?? [];
}

function auditOf({ audit }: Policy): Audit {
  if (audit !== undefined) return audit;
  const message = "This policy does not say what an audit looks for. Add an audit to it.";
  throw new PlimsollError("invalid-policy", [{ pointer: "/audit", code: "missing", message }]);
}

function lastAudit(since: string | undefined, asOf: Day): Day | null {
  if (since === undefined) return null;
  const day = toDay(since);
  if (day <= asOf) return day;
  const message = `The last audit cannot have been on ${day} when this one is on ${asOf}.`;
  throw new PlimsollError("invalid-date", [{ pointer: "/since", code: "contradiction", message }]);
}

/** Audits apps as they come. */
export interface Auditor {
  readonly add: (entry: unknown) => void;
  /** The report on what was added, and on why no more came, when the portfolio broke off. */
  readonly report: (brokenOff: string | null) => AuditReport;
}

/** Prepares an audit, and refuses what it cannot be held by. */
export function createAuditor(given: AuditOptions, policy: Policy, options: PolicyOptions): Auditor {
  assertPolicy(policy, options.facts ?? standardFacts);
  const audit = auditOf(policy);
  const asOf = toDay(given.asOf);
  const since = lastAudit(given.since, asOf);
  const { approvals = [], capacity = usualCapacity } = given;
  const approvalsOf: LookUp = typeof approvals === "function" ? approvals : lookUpIn(approvals);

  // Limits that are none are refused here, and not with every app.
  limitsOf("entry", given);
  const look = looker({ audit, approvalsOf, asOf, since, reading: given }, policy, options);
  const countOnce = onceEach(audit);
  const tally = tallyBy(policy, audit);
  const ranked = keepFirst(capacity, byRisk(policy));
  const unreadable: UnreadableApp[] = [];
  let position = 0;

  const add = (entry: unknown): void => {
    position++;
    match(look(entry))
      .with({ kind: "blank" }, () => {})
      .with({ kind: "unreadable" }, ({ app, problems }) => {
        tally.addUnreadable();
        if (unreadable.length < mostUnreadable) unreadable.push({ position, app, problems });
      })
      .with({ kind: "retired" }, tally.addRetired)
      .with({ kind: "examined" }, ({ examination, findings }) => {
        tally.add(examination.classification, findings);
        const deservesLook = findings.length > 0 || !examination.classification.settled;
        if (deservesLook) ranked.add(rankedApp(examination, countOnce(findings)));
      })
      .exhaustive();
  };

  const report = (brokenOff: string | null): AuditReport => {
    const dueOn = since === null ? null : addDays(since, audit.everyDays);
    return {
      policy: { id: policy.id, version: policy.version },
      asOf,
      since,
      dueOn,
      overdue: dueOn !== null && dueOn < asOf,
      brokenOff: brokenOff === null ? null : { after: position, message: brokenOff },
      summary: tally.summary(),
      ranked: ranked.kept(),
      unreadable,
    };
  };

  return { add, report };
}
