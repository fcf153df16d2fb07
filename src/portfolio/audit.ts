import type { Policy, PolicyOptions } from "../policy/index.js";
import { messageOf, PlimsollError, type Pointer } from "../problems/index.js";
import { type StandardTierId, standardPolicy } from "../standard/index.js";
import { type Auditor, createAuditor } from "./auditor.js";
import type { AuditOptions } from "./given.js";
import { readPrevious } from "./previous.js";
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
  assertPortfolio(portfolio, "");
  // What makes no sense is refused before anything is read.
  const alone = createAuditor(given, policy, options);
  const { previous } = given;
  if (previous !== undefined) assertPortfolio(previous, "/previous");
  const auditor =
    previous === undefined ? alone : createAuditor(given, policy, options, await readPrevious(previous, given));
  try {
    await addAll(portfolio, auditor);
    return auditor.report(null);
  } catch (error) {
    return auditor.report(messageOf(error));
  }
}

function assertPortfolio(portfolio: unknown, pointer: Pointer): asserts portfolio is Portfolio {
  const isStream = typeof portfolio === "object" && portfolio !== null;
  if (isStream && (Symbol.asyncIterator in portfolio || Symbol.iterator in portfolio)) return;
  const message = 'Expected a list or a stream of apps. The lines of a text are a list too: text.split("\\n").';
  throw new PlimsollError("invalid-option", [{ pointer, code: "wrong-type", message }]);
}

/**
 * Looks at every app of a portfolio and says which ones to look at first, and why: "Regular portfolio audits". One pass in
 * constant memory, but for 16 to 32 bytes an app by which ids that come twice are noticed, among the first three million: a
 * stream of any length will do, in any order.
 *
 * Ranked is every app that is above the lowest tier, or could be, and every other about which something was found. What counts
 * are the checks of the policy's audit and the signs that stand, each with the points of its severity, and the criteria and
 * limits that hold, each with the points of the tier that it lifts to (`audit.tierPoints`); only what is certain counts. Where
 * a sign alone is enough for a check, a criterion or another sign, and nothing else that would be holds, they say the same,
 * and only the heavier counts. What they add up to counts as many times as the weights of the audit say that hold
 * (`audit.weights`). Apps with as many points are ranked by tier, by ceiling, by what is at stake (whether daily
 * work depends on it, to how many systems it writes, how sensitive its data is, how many people use it), and by id. An app
 * that nobody uses comes after all others, unless something else is at stake.
 *
 * With a former portfolio (`previous`), each ranked app says what has grown since, and which lines that crossed, by the same
 * policy and as of the same day; an app that has grown is ranked, too, with 0 points where nothing was found. The former
 * portfolio is held in memory, by the ids of its apps.
 *
 * Apps that are retired are counted, and no more; so are those about which nothing was found, and that are of the lowest tier
 * for certain. Apps of one id are reported in `duplicates`, and both are ranked.
 *
 * An app that cannot be read or examined never stops the audit: it is reported with its problems. A portfolio that breaks off
 * is reported as far as it was seen; `brokenOff` then says why.
 *
 * @param portfolio Each entry is a profile; or `{ profile, approvals }`, an app with its last approved state; or either of
 * them as a line of JSON. Nothing needs to be checked before.
 * @param policy Where the lines lie, and what an audit looks for; `standardPolicy` when left out.
 * @throws {PlimsollError} (the promise is rejected) with code `invalid-policy`, when the policy is not one or has no audit;
 * with code `invalid-date`, when a day is none, or the last audit was after this one; with code `invalid-approval`, when one of
 * the approvals is none; with code `invalid-option`, when the portfolio is neither a list nor a stream, or an option makes no
 * sense.
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
 * ranked.map(({ app }) => app); // → ["rota", "leave"]
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
