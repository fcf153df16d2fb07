import type { Policy, PolicyOptions } from "../policy/index.js";
import { messageOf } from "../problems/index.js";
import { type StandardTierId, standardPolicy } from "../standard/index.js";
import { type AuditOptions, type Auditor, createAuditor } from "./auditor.js";
import type { AuditReport } from "./report.js";

type Portfolio = Iterable<unknown> | AsyncIterable<unknown>;

async function addAll(portfolio: Portfolio, { add }: Auditor): Promise<void> {
  if (Symbol.asyncIterator in portfolio) {
    for await (const entry of portfolio) add(entry);
  } else {
    // Not awaited: what an entry does when it is looked at is then its own problem.
    for (const entry of portfolio) add(entry);
  }
}

async function auditBy(
  portfolio: Portfolio,
  given: AuditOptions,
  policy: Policy,
  options: PolicyOptions,
): Promise<AuditReport> {
  const auditor = createAuditor(given, policy, options);
  try {
    await addAll(portfolio, auditor);
    return auditor.report(null);
  } catch (error) {
    return auditor.report(messageOf(error));
  }
}

/**
 * Looks at every app of a portfolio and says which ones to look at first, and why: "Regular portfolio audits". One pass in
 * constant memory: a stream of any length will do, in any order.
 *
 * What counts are the checks of the policy's audit and the signs that stand, each with the points of its severity; only what
 * is certain counts. Where a check asks for a sign and nothing else, the two say the same, and only the heavier counts. Apps
 * with as many points are ranked by tier, by ceiling, by how many people use them, and by id. Apps that are retired are
 * counted, and no more; so are those about which nothing was found and no answer can change the tier.
 *
 * An app that cannot be read or examined never stops the audit: it is reported with its problems. A portfolio that breaks off
 * is reported as far as it was seen; `brokenOff` then says why.
 *
 * @param portfolio Each entry is a profile; or `{ profile, approvals }`, an app with its last approved state; or either of
 * them as a line of JSON. Ids are to be unique. Nothing needs to be checked before.
 * @param policy Where the lines lie, and what an audit looks for; `standardPolicy` when left out.
 * @throws {PlimsollError} (the promise is rejected) with code `invalid-policy`, when the policy is not one or has no audit;
 * with code `invalid-date`, when a day is none, or the last audit was after this one.
 *
 * @example
 * ```ts
 * import { audit } from "plimsoll";
 *
 * const { ranked, summary } = await audit(
 *   [
 *     { id: "rota", name: "Rota", criticality: { dailyDependence: true, support: false } },
 *     { id: "leave", name: "Leave requests", performance: { symptoms: ["slow"] } },
 *   ],
 *   { asOf: "2026-03-31" },
 * );
 *
 * ranked.map(({ app, points }) => `${app}: ${points}`); // → ["rota: 18", "leave: 3"]
 * ranked[1]?.reason; // → "3 points: Performance problems (3)."
 * summary.checks["critical-without-support"]; // → 1
 * ```
 */
export async function audit<TierId extends string = StandardTierId>(
  portfolio: Iterable<unknown> | AsyncIterable<unknown>,
  given: AuditOptions,
  policy?: Policy<TierId>,
  options: PolicyOptions = {},
): Promise<AuditReport<TierId>> {
  const report: AuditReport = await auditBy(portfolio, given, policy ?? standardPolicy, options);
  // Every tier that is named comes from the policy: without one of its own, from the standard policy.
  return report as AuditReport<TierId>;
}
