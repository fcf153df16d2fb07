import { type AppProfile, type Approval, type AuditOptions, type AuditReport, audit, type Policy } from "plimsoll";
import { frozenPolicy } from "../frozen/frozen-policy.js";

/** The day of the audits in these tests. */
export const today = "2026-03-31";

/** Audits a portfolio today. */
export function auditToday(
  portfolio: Iterable<unknown> | AsyncIterable<unknown>,
  given: Partial<AuditOptions> = {},
  policy: Policy = frozenPolicy,
): Promise<AuditReport> {
  return audit(portfolio, { asOf: today, ...given }, policy);
}

/** An app about which there is nothing to find, with changes. */
export function anApp(changes: Partial<AppProfile> = {}): AppProfile {
  return {
    id: "rota",
    name: "Rota",
    audience: { users: 20, builtFor: 20, departments: ["Sales"] },
    integrations: [],
    data: [],
    calculations: [],
    criticality: { dailyDependence: false },
    ownership: { builderPresent: true },
    compliance: [],
    consequences: { legalForPeople: false },
    performance: { symptoms: [] },
    lifecycle: { stage: "development" },
    ...changes,
  };
}

/** An approval of such an app, in force today, with changes. */
export function anApproval(changes: Partial<Approval> = {}): Approval {
  return {
    app: "rota",
    review: "production-readiness",
    policy: { id: frozenPolicy.id, version: frozenPolicy.version },
    by: "IT operations",
    on: "2026-01-12",
    expiresOn: "2027-01-12",
    scope: { users: 20, systems: [], data: [], environment: "development" },
    ...changes,
  };
}
