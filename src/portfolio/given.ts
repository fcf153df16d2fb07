import { safeParseApproval } from "../formats/approval.js";
import type { Approval } from "../governance/index.js";
import type { ReadOptions } from "../json/index.js";
import { mostProblems, PlimsollError, type Pointer, type Problem, type ProblemCode } from "../problems/index.js";
import { type Day, toDay } from "../time/index.js";
import type { LookUp } from "./look.js";

/**
 * What an audit is told. Its `limits` count for each app and for each of the approvals beside it.
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
  /**
   * The portfolio as it was told before, with entries like those of this one: then the audit says what has grown since. It is read
   * to its end first, and held in memory.
   */
  readonly previous?: Iterable<unknown> | AsyncIterable<unknown>;
  /** How many apps there is time to look at: so many are ranked; 100 when left out, and all when `Infinity`. */
  readonly capacity?: number;
}

const usualCapacity = 100;

/** What an audit was told, once it is known to make sense. */
interface Given {
  readonly asOf: Day;
  readonly since: Day | null;
  readonly approvalsOf: LookUp;
  readonly capacity: number;
}

function refuseOption(pointer: Pointer, code: ProblemCode, message: string): never {
  throw new PlimsollError("invalid-option", [{ pointer, code, message }]);
}

/** What is wrong with approvals, wherever they come from; where they stand is said by `pointer`. */
function problemsWith(approvals: readonly unknown[], pointer: Pointer): readonly Problem[] {
  const problems = approvals.flatMap((approval, index) => {
    const result = safeParseApproval(approval);
    const at = `${pointer}/${index}`;
    return result.ok ? [] : result.problems.map((problem) => ({ ...problem, pointer: `${at}${problem.pointer}` }));
  });
  return problems.slice(0, mostProblems);
}

function approved(approvals: unknown, pointer: Pointer): readonly Approval[] {
  if (!Array.isArray(approvals)) {
    const message = "Expected a list of approvals, or a function that gives those of one app.";
    return refuseOption(pointer, "wrong-type", message);
  }
  const problems = problemsWith(approvals, pointer);
  if (problems.length > 0) throw new PlimsollError("invalid-approval", problems);
  return approvals;
}

function lookUpIn(approvals: readonly Approval[]): LookUp {
  const byApp = new Map<string, Approval[]>();
  for (const approval of approvals) {
    const ofApp = byApp.get(approval.app);
    if (ofApp === undefined) byApp.set(approval.app, [approval]);
    else ofApp.push(approval);
  }
  return (app) => byApp.get(app) ?? [];
}

function lastAudit(since: string | undefined, asOf: Day): Day | null {
  if (since === undefined) return null;
  const day = toDay(since);
  if (day <= asOf) return day;
  const message = `The last audit cannot have been on ${day} when this one is on ${asOf}.`;
  throw new PlimsollError("invalid-date", [{ pointer: "/since", code: "contradiction", message }]);
}

function capacityOf(capacity: number): number {
  if (capacity === Number.POSITIVE_INFINITY || (Number.isInteger(capacity) && capacity >= 0)) return capacity;
  const message = `Expected a whole number of apps, 0 or more, or Infinity, but saw ${String(capacity)}.`;
  return refuseOption("/capacity", "out-of-range", message);
}

/**
 * Reads what an audit is told.
 *
 * @throws {PlimsollError} with code `invalid-option`, `invalid-date` or `invalid-approval`.
 */
export function readGiven(given: AuditOptions): Given {
  if (typeof given !== "object" || given === null) {
    return refuseOption("", "wrong-type", 'Say at least on which day the audit is: { asOf: "2026-03-31" }.');
  }
  const { approvals = [], capacity = usualCapacity } = given;
  const asOf = toDay(given.asOf);
  return {
    asOf,
    since: lastAudit(given.since, asOf),
    approvalsOf:
      typeof approvals === "function"
        ? (app) => approved(approvals(app), "/approvals")
        : lookUpIn(approved(approvals, "/approvals")),
    capacity: capacityOf(capacity),
  };
}
