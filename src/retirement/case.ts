import type { Retirement } from "../policy/index.js";
import type { RetirementEvent, RetirementReason } from "./event.js";

/**
 * Where a retirement stands on its way from suggested to closed, with two side exits: the app is kept on, or the suggestion was
 * wrong.
 *
 * @example
 * ```ts
 * import type { RetirementState } from "plimsoll/retirement";
 *
 * const over: readonly RetirementState[] = ["closed", "kept", "withdrawn"];
 *
 * over.length; // → 3
 * ```
 */
export type RetirementState = "suggested" | "asked" | "archived" | "decided" | "closed" | "kept" | "withdrawn";

/**
 * Somebody who was asked whether they still need the app, and what they said.
 *
 * @example
 * ```ts
 * import type { AskedRole } from "plimsoll/retirement";
 *
 * const asked: AskedRole = { who: "Ward team", answer: "not-needed", why: "The new rota has it all." };
 *
 * asked.answer; // → "not-needed"
 * ```
 */
export interface AskedRole {
  /** By role. */
  readonly who: string;
  /** `silent`: no answer came; `null` while one may still come. */
  readonly answer: "needed" | "not-needed" | "silent" | null;
  /** Why; of those who are silent, how they were asked. */
  readonly why: string | null;
}

/**
 * Where an app is kept once it is put away.
 *
 * @example
 * ```ts
 * import type { RetirementArchive } from "plimsoll/retirement";
 *
 * const archive: RetirementArchive = {
 *   on: "2026-03-02",
 *   where: "The archive of the platform",
 *   restore: "The platform team imports it again, within a day.",
 *   instead: "Rota 2",
 * };
 *
 * archive.instead; // → "Rota 2"
 * ```
 */
export interface RetirementArchive {
  /** The day or instant from which on it is kept. */
  readonly on: string;
  readonly where: string;
  /** How it comes back, and who brings it. */
  readonly restore: string;
  /** What is used in its place; `null` where nothing is needed. */
  readonly instead: string | null;
}

/**
 * One app's retirement: asked before anything is put away, kept before anything is decided, and nothing deleted here. Plain JSON,
 * all of which follows from its `events`.
 *
 * @example
 * ```ts
 * import { openRetirement, type RetirementCase } from "plimsoll/retirement";
 *
 * const given: RetirementCase = openRetirement({
 *   id: "end-7",
 *   at: "2026-01-12",
 *   by: "Platform team",
 *   app: { id: "rota", name: "Rota" },
 *   reasons: [{ kind: "unused", why: "Nobody has opened it for a year.", evidence: ["/usage/lastUsedOn"], duplicates: null }],
 *   terms: { asks: ["Ward team"], decides: "Ward lead", keepArchiveForDays: 365 },
 * });
 *
 * given.state; // → "suggested"
 * given.asked; // → []
 * ```
 */
export interface RetirementCase {
  readonly schemaVersion: 1;
  readonly id: string;
  readonly app: { readonly id: string; readonly name: string };
  readonly state: RetirementState;
  /** How many events there are; whoever stores the case compares it. */
  readonly revision: number;
  readonly reasons: readonly RetirementReason[];
  /** Whom the policy has asked, who decides by it, and how long the archive is kept: as it was when this was suggested. */
  readonly terms: Retirement;
  readonly asked: readonly AskedRole[];
  readonly archive: RetirementArchive | null;
  /** Who answers for the app from now on, where it is kept. */
  readonly owner: string | null;
  /** That it ends, by whom the policy names. */
  readonly decision: { readonly at: string; readonly by: string; readonly why: string } | null;
  readonly ending: { readonly at: string; readonly by: string; readonly why: string } | null;
  readonly events: readonly RetirementEvent[];
}
