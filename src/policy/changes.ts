import type { Condition } from "../conditions/index.js";
import type { FactRecords } from "../facts/index.js";
import type {
  Audit,
  AuditCheck,
  AuditWeight,
  Boundary,
  ChecklistItem,
  Help,
  Retirement,
  Review,
} from "./governance.js";
import type { Component } from "./policy.js";
import type {
  Adjustment,
  Criterion,
  DecisionTable,
  InputLines,
  Rubric,
  RuleText,
  Severity,
  Sign,
  TableRow,
} from "./rules.js";

/**
 * What may change in a rule; whatever is left out stays as it was.
 *
 * @example
 * ```ts
 * import type { RuleChange } from "plimsoll";
 *
 * const earlier: RuleChange = { lines: { users: 50 }, title: "Fifty people or more" };
 *
 * earlier.lines; // → { users: 50 }
 * ```
 */
export interface RuleChange<TierId extends string = string, When = Condition> {
  /** New places for the rule's lines, by fact, in a row also by rubric: `{ "users": 80 }` keeps the operator and moves the line to 80. */
  readonly lines?: Readonly<Record<string, unknown>>;
  readonly title?: string;
  readonly why?: string;
  readonly advice?: string;
  readonly source?: string;
  readonly references?: RuleText["references"];
  readonly effort?: RuleText["effort"];
  readonly lifecycle?: RuleText["lifecycle"];
  readonly severity?: Severity;
  readonly tier?: TierId;
  /** A condition; of a row of a table, what it asks of its inputs. */
  readonly when?: When | InputLines;
  readonly holds?: When;
  readonly unless?: When;
}

/** A row that a table gets: at its end, or before the row that has an id. */
export type AddedRow<
  TierId extends string = string,
  RowId extends string = string,
  BeforeId extends string = string,
> = {
  readonly table: string;
  readonly before?: BeforeId;
  readonly id: RowId;
} & TableRow<TierId, RowId>;

/** A question that a review gets, at the end of its checklist. */
export type AddedItem<ReviewId extends string = string, When = Condition> = {
  /** The review that asks it, by id. */
  readonly review: ReviewId;
} & ChecklistItem<When>;

/** Any field of a part but its id; a part that is one of several kinds changes as one of them. */
type PartChange<Part> = Part extends unknown ? Partial<Omit<Part, "id">> : never;

/** What changes in the governance around the rules, by id; `null` takes a part away. */
type PartChanges<Part> = Readonly<Record<string, PartChange<Part> | null>>;

/**
 * How one policy differs from another, as plain JSON.
 *
 * @example
 * ```ts
 * import { extendPolicy, type PolicyChanges, standardPolicy } from "plimsoll";
 *
 * const proposal = {
 *   id: "ours",
 *   version: "1.1.0",
 *   change: { "growing-user-base": { lines: { userGrowth: 3 } } },
 * } satisfies PolicyChanges;
 *
 * extendPolicy(standardPolicy, proposal).version; // → "1.1.0"
 * ```
 */
export interface PolicyChanges<
  TierId extends string = string,
  RuleId extends string = string,
  NewCriterionId extends string = string,
  NewSignId extends string = string,
  When = Condition,
> {
  /** Where they stand in a file: the policy that they change, by name or path. Whoever reads the file finds it; nothing else looks here. */
  readonly extends?: string;
  /** Where they stand in a file: packs that are added to that policy first, each by name or path. */
  readonly with?: readonly string[];
  readonly id: string;
  readonly version: string;
  readonly title?: string;
  readonly description?: string;
  /** Rules of the base that change, rows of its tables among them, by id. */
  readonly change?: { readonly [Id in RuleId]?: RuleChange<TierId, When> };
  /** Rules of the base that go, rows of its tables among them, by id; components no longer cover them. */
  readonly remove?: readonly RuleId[];
  /** Components of the base that change, or go, by id. */
  readonly components?: PartChanges<Component<string, When>>;
  /** Reviews of the base that change, or go, by id. */
  readonly reviews?: PartChanges<Review<TierId, When>>;
  /** Boundaries of the base that change, or go, by id. */
  readonly boundaries?: PartChanges<Boundary<TierId, When>>;
  /** What changes in the audit: how often, what findings weigh, and its checks and weights, by id. */
  readonly audit?: Partial<Omit<Audit<TierId>, "checks" | "weights">> & {
    readonly checks?: PartChanges<AuditCheck<When>>;
    readonly weights?: PartChanges<AuditWeight<When>>;
  };
  readonly help?: Help;
  readonly retirement?: Retirement;
  /** What is added. */
  readonly add?: {
    readonly facts?: FactRecords;
    readonly criteria?: readonly Criterion<TierId, NewCriterionId, When>[];
    readonly signs?: readonly Sign<TierId, NewSignId, When>[];
    readonly components?: readonly Component<RuleId | NoInfer<NewCriterionId | NewSignId>, When>[];
    readonly reviews?: readonly Review<TierId, When>[];
    /** Checklist items of reviews of the policy that is extended. */
    readonly checklist?: readonly AddedItem<string, When>[];
    readonly boundaries?: readonly Boundary<TierId, When>[];
    readonly checks?: readonly AuditCheck<When>[];
    readonly weights?: readonly AuditWeight<When>[];
    readonly rubrics?: readonly Rubric[];
    readonly tables?: readonly DecisionTable<TierId, NewCriterionId>[];
    /** Rows of tables of the policy that is extended, in their order. */
    readonly rows?: readonly AddedRow<TierId, NewCriterionId>[];
    readonly adjustments?: readonly Adjustment<TierId, string, When>[];
  };
  /** Adjustments of the base that change, or go, by id. */
  readonly adjustments?: PartChanges<Adjustment<TierId, string, When>>;
  /** Tables of the base that change, or go, by id. */
  readonly tables?: PartChanges<DecisionTable<TierId>>;
}
