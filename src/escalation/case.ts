import type { PolicyChanges } from "../policy/index.js";
import type { EscalationEvent } from "./event.js";

/**
 * Where a case stands on its way from recognised to closed, with two honest side exits.
 *
 * @example
 * ```ts
 * import type { CaseState } from "plimsoll/escalation";
 *
 * const over: readonly CaseState[] = ["closed", "withdrawn", "false-alarm"];
 *
 * over.length; // → 3
 * ```
 */
export type CaseState =
  | "recognised"
  | "preserved"
  | "partnership"
  | "rebuilding"
  | "learning"
  | "closed"
  | "withdrawn"
  | "false-alarm";

/**
 * A warning sign that could be seen, and since when.
 *
 * @example
 * ```ts
 * import type { VisibleSign } from "plimsoll/escalation";
 *
 * const seen: VisibleSign = { id: "business-critical", title: "Daily work depends on it", since: "2025-11-03" };
 *
 * seen.since; // → "2025-11-03"
 * ```
 */
export interface VisibleSign {
  readonly id: string;
  readonly title: string;
  /** The first day on which it could have been seen, as an ISO date; `null` when nobody knows. */
  readonly since: string | null;
}

/**
 * A part of the app: what is good is kept, what is risky is rebuilt.
 *
 * @example
 * ```ts
 * import type { CasePart } from "plimsoll/escalation";
 *
 * const connection: CasePart = {
 *   id: "connection",
 *   title: "The connection to the stock system",
 *   concern: "technical",
 *   mark: "rebuild",
 *   why: "One change over there stops it.",
 *   rebuilt: null,
 * };
 *
 * connection.mark; // → "rebuild"
 * ```
 */
export interface CasePart {
  readonly id: string;
  readonly title: string;
  /** IT owns what is technical; the business owns its logic. */
  readonly concern: "technical" | "business";
  readonly mark: "keep" | "rebuild";
  readonly why: string;
  /** How it was rebuilt; `null` while it was not. */
  readonly rebuilt: string | null;
}

/**
 * What was learned: why the line was crossed, and how to see the next one earlier.
 *
 * @example
 * ```ts
 * import type { Lesson } from "plimsoll/escalation";
 *
 * const lesson: Lesson = {
 *   why: "It grew one favour at a time.",
 *   earlier: "Ask at forty users.",
 *   signs: [],
 *   proposal: { id: "ours", version: "1.1.0", change: { "many-users": { lines: { users: 40 } } } },
 * };
 *
 * lesson.proposal?.version; // → "1.1.0"
 * ```
 */
export interface Lesson {
  readonly why: string;
  readonly earlier: string;
  /** The signs that were there to be seen. */
  readonly signs: readonly VisibleSign[];
  /** A change of the policy, as `safeExtendPolicy` takes it; `null` when none is proposed. */
  readonly proposal: PolicyChanges | null;
}

/**
 * How a case ended.
 *
 * @example
 * ```ts
 * import type { CaseEnding } from "plimsoll/escalation";
 *
 * const ending: CaseEnding = { at: "2026-05-04", by: "IT director", why: "It runs, and everybody knows whom to call." };
 *
 * ending.by; // → "IT director"
 * ```
 */
export interface CaseEnding {
  readonly at: string;
  readonly by: string;
  readonly why: string;
}

/**
 * One app's escalation: a partnership in the making. Plain JSON, all of which follows from its `events`.
 *
 * @example
 * ```ts
 * import { type EscalationCase, openCase } from "plimsoll/escalation";
 *
 * const given: EscalationCase = openCase({
 *   id: "case-7",
 *   at: "2026-01-12",
 *   by: "Ward clerk",
 *   app: { id: "rota", name: "Rota" },
 *   need: { what: "Shifts are planned on one page.", of: "Ward team" },
 *   builder: "Ward clerk",
 *   recognisedBy: "business",
 *   signs: [],
 * });
 *
 * given.need.of; // → "Ward team"
 * ```
 */
export interface EscalationCase {
  readonly schemaVersion: 1;
  readonly id: string;
  readonly app: { readonly id: string; readonly name: string };
  readonly state: CaseState;
  /** How many events there are; whoever stores the case compares it. */
  readonly revision: number;
  /** What the app is needed for, and by whom: it stays until they withdraw. */
  readonly need: { readonly what: string; readonly of: string };
  /** Who built it, by role; `null` when they are gone, or nobody knows. They stay on the case. */
  readonly builder: string | null;
  readonly recognisedBy: "business" | "it";
  readonly signs: readonly VisibleSign[];
  /** How the app is kept running meanwhile; `null` until that is agreed. */
  readonly preservation: string | null;
  readonly itOwner: string | null;
  readonly businessOwner: string | null;
  readonly parts: readonly CasePart[];
  readonly lessons: readonly Lesson[];
  readonly ending: CaseEnding | null;
  readonly events: readonly EscalationEvent[];
}
