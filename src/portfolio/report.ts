import type { Problem } from "../problems/index.js";
import type { Day } from "../time/index.js";
import type { PortfolioGrowth } from "./portfolio-growth.js";
import type { RankedApp } from "./ranked.js";
import type { AuditSummary } from "./summary.js";

/**
 * An entry of a portfolio that cannot be read, and why. Plain JSON.
 *
 * @example
 * ```ts
 * import { audit, type UnreadableApp } from "plimsoll";
 *
 * const portfolio = ['{ "id": "rota", "name": "Rota" }', '{ "id": "leave", "nmae": "Leave requests" }'];
 * const { unreadable } = await audit(portfolio, { asOf: "2026-03-31" });
 * const first: UnreadableApp | undefined = unreadable[0];
 *
 * first?.position; // → 2
 * first?.app; // → "leave"
 * first?.problems[0]?.pointer; // → "/name"
 * ```
 */
export interface UnreadableApp {
  /** Where it stands in the portfolio, counted from 1; the line, where entries are lines. */
  readonly position: number;
  /** The id of the app; `null` where none can be made out. */
  readonly app: string | null;
  readonly problems: readonly Problem[];
}

/**
 * An app with an id that an earlier one of the portfolio has. Both are ranked and counted; but what counts by id, their
 * approvals most of all, counts for both. Plain JSON.
 *
 * @example
 * ```ts
 * import { audit, type DuplicateApp } from "plimsoll";
 *
 * const portfolio = [{ id: "rota", name: "Rota" }, { id: "leave", name: "Leave" }, { id: "rota", name: "Rota, new" }];
 * const { duplicates } = await audit(portfolio, { asOf: "2026-03-31" });
 * const first: DuplicateApp | undefined = duplicates[0];
 *
 * first; // → { position: 3, app: "rota", earlier: 1 }
 * ```
 */
export interface DuplicateApp {
  /** Where it stands in the portfolio, counted from 1; the line, where entries are lines. */
  readonly position: number;
  readonly app: string;
  /** Where the first app with this id stands. */
  readonly earlier: number;
}

/**
 * What an audit came to. Plain JSON.
 *
 * @example
 * ```ts
 * import { type AuditReport, audit } from "plimsoll";
 *
 * const report: AuditReport = await audit([], { asOf: "2026-03-31", since: "2025-12-01" });
 *
 * report.dueOn; // → "2026-03-03"
 * report.overdue; // → true
 * report.ranked; // → []
 * ```
 */
export interface AuditReport<TierId extends string = string> {
  /** The policy that was asked. */
  readonly policy: { readonly id: string; readonly version: string };
  readonly asOf: Day;
  /** The day of the last audit; `null` when nobody said. */
  readonly since: Day | null;
  /** The day by which this audit was due; `null` when nobody said when the last one was. */
  readonly dueOn: Day | null;
  /** Whether that day has passed. */
  readonly overdue: boolean;
  /** After how many entries the portfolio broke off, and why; `null` when it was seen to its end. */
  readonly brokenOff: { readonly after: number; readonly message: string } | null;
  readonly summary: AuditSummary<TierId>;
  /** What has become of the apps of the former portfolio; `null` when nobody handed one in. */
  readonly growth: PortfolioGrowth | null;
  /** The apps to look at, the riskiest first: as many as the capacity allows. */
  readonly ranked: readonly RankedApp<TierId>[];
  /** Entries that cannot be read: the first hundred; the summary counts them all. */
  readonly unreadable: readonly UnreadableApp[];
  /** Apps with the id of one that came before: the first hundred; the summary counts them all. */
  readonly duplicates: readonly DuplicateApp[];
}
