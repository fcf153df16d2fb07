import { createExaminer } from "../classify/index.js";
import { hasGrown } from "../growth/index.js";
import { limitsOf } from "../json/index.js";
import { type Audit, assertPolicy, factsOf, type Policy, type PolicyOptions } from "../policy/index.js";
import { PlimsollError } from "../problems/index.js";
import { addDays } from "../time/index.js";
import { type AuditOptions, readGiven } from "./given.js";
import { keepFirst } from "./heap.js";
import { rememberIds } from "./ids.js";
import { type Looked, looker } from "./look.js";
import { tallyGrowth } from "./portfolio-growth.js";
import { compareWith, type Previous } from "./previous.js";
import { byRisk, byUrgency, rankedApp, urgencyOf } from "./ranked.js";
import type { AuditReport, DuplicateApp, UnreadableApp } from "./report.js";
import { tallyBy } from "./summary.js";
import { scalesOf } from "./weight.js";

/** Whoever has more apps that cannot be read, or that share an id, mends what writes them, not one by one. */
const mostTold = 100;

function auditOf({ audit }: Policy): Audit {
  if (audit !== undefined) return audit;
  const message = "This policy does not say what an audit looks for. Add an audit to it.";
  throw new PlimsollError("invalid-policy", [{ pointer: "/audit", code: "missing", message }]);
}

/** Audits apps as they come. */
export interface Auditor {
  readonly add: (entry: unknown) => void;
  /** The report on what was added, and on why no more came, when the portfolio broke off. */
  readonly report: (brokenOff: string | null) => AuditReport;
}

/**
 * Prepares an audit, and refuses what it cannot be held by.
 *
 * @param previous The former portfolio, once it is read; nothing is said of growth without it.
 */
export function createAuditor(
  given: AuditOptions,
  policy: Policy,
  options: PolicyOptions,
  previous: Previous | null = null,
): Auditor {
  const facts = factsOf(policy, options);
  assertPolicy(policy, facts);
  const audit = auditOf(policy);
  const { asOf, since, approvalsOf, capacity } = readGiven(given);

  // Limits that are none are refused here, and not with every app.
  limitsOf("entry", given);
  const scales = scalesOf(audit, policy);
  const examine = createExaminer(policy, { facts });
  const look = looker({ audit, scales, approvalsOf, asOf, since, reading: given }, policy, examine);
  const growing = previous && {
    ...compareWith(previous, examine, asOf, policy),
    tally: tallyGrowth(previous),
  };
  const tally = tallyBy(policy, audit);
  const remember = rememberIds();
  const compare = byUrgency(policy);
  const ranked = keepFirst(capacity, byRisk(policy));
  const unreadable: UnreadableApp[] = [];
  const duplicates: DuplicateApp[] = [];
  let position = 0;

  const noteId = (app: string): void => {
    const known = remember(app, position);
    if (known.kind === "forgotten") tally.addForgotten();
    if (known.kind !== "seen") return;
    tally.addDuplicate();
    if (duplicates.length < mostTold) duplicates.push({ position, app, earlier: known.at });
  };

  const addExamined = ({ examination, findings, told }: Extract<Looked, { readonly kind: "examined" }>): void => {
    noteId(examination.profile.id);
    const growth = growing?.growthOf(examination) ?? null;
    if (growth !== null) growing?.tally.add(growth);
    if (!tally.add(examination.standing, findings, hasGrown(growth))) return;
    const urgency = urgencyOf(examination, told, audit);
    // All of it is told of those alone that may be listed.
    if (!ranked.mayKeep((last) => compare(urgency, last))) return;
    ranked.add(rankedApp(examination, told, urgency, growth, audit));
  };

  const add = (entry: unknown): void => {
    position++;
    const looked = look(entry);
    switch (looked.kind) {
      case "blank":
        return;
      case "unreadable":
        tally.addUnreadable();
        if (unreadable.length < mostTold) {
          unreadable.push({ position, app: looked.app, problems: looked.problems });
        }
        return;
      case "retired":
        noteId(looked.app);
        growing?.see(looked.app);
        tally.addRetired();
        return;
      case "examined":
        addExamined(looked);
    }
  };

  const report = (brokenOff: string | null): AuditReport => {
    const dueOn = since === null ? null : addDays(since, audit.everyDays);
    const listed = ranked.kept();
    return {
      policy: { id: policy.id, version: policy.version },
      asOf,
      since,
      dueOn,
      overdue: dueOn !== null && dueOn < asOf,
      brokenOff: brokenOff === null ? null : { after: position, message: brokenOff },
      summary: tally.summary(listed.length),
      growth: growing?.tally.report(growing, mostTold) ?? null,
      ranked: listed,
      unreadable,
      duplicates,
    };
  };

  return { add, report };
}
