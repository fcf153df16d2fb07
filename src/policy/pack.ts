import type { Condition } from "../conditions/index.js";
import type { FactRecords } from "../facts/index.js";
import type { Pointer } from "../problems/index.js";
import type { AddedItem } from "./changes.js";
import type { AuditCheck, AuditWeight, Boundary } from "./governance.js";
import type { Component } from "./policy.js";
import type { Criterion, Sign } from "./rules.js";

/**
 * Rules of one kind that practice adds to a policy, as data: `extendPolicy(policy, pack)`. A pack only adds, so that packs come
 * together in any order to the same policy; what two of them have in common, in the same words, is added once.
 *
 * @example
 * ```ts
 * import { extendPolicy, type Pack, standardPolicy } from "plimsoll";
 *
 * const night: Pack = {
 *   pack: "night-work",
 *   version: "1.0.0",
 *   title: "What runs at night",
 *   description: "For those who are called at 3 AM.",
 *   add: {
 *     signs: [
 *       {
 *         id: "runs-at-night",
 *         title: "Runs while everybody sleeps",
 *         severity: "low",
 *         when: { fact: "triggers", includesAny: ["schedule"] },
 *         why: "Nobody sees it fail.",
 *       },
 *     ],
 *   },
 * };
 * const policy = extendPolicy(standardPolicy, night);
 *
 * policy.id; // → "standard"
 * policy.version; // → "1.0.0+night-work"
 * policy.packs?.map(({ pack, version }) => `${pack} ${version}`); // → ["night-work 1.0.0"]
 * ```
 */
export interface Pack<
  TierId extends string = string,
  CriterionId extends string = string,
  SignId extends string = string,
  When = Condition,
> {
  /** The version of this format; 1 when left out. */
  readonly schemaVersion?: 1;
  /** By what it is known. */
  readonly pack: string;
  /** The version of the pack itself, such as 1.0.0. */
  readonly version: string;
  readonly title: string;
  /** What it is about, and for whom. */
  readonly description: string;
  readonly add: {
    readonly facts?: FactRecords;
    readonly criteria?: readonly Criterion<TierId, CriterionId, When>[];
    readonly signs?: readonly Sign<TierId, SignId, When>[];
    readonly components?: readonly Component<string, When>[];
    readonly boundaries?: readonly Boundary<TierId, When>[];
    /** Questions of reviews that the policy has. */
    readonly checklist?: readonly AddedItem<string, When>[];
    readonly checks?: readonly AuditCheck<When>[];
    readonly weights?: readonly AuditWeight<When>[];
  };
}

/** A pack that was added to a policy, and what it has brought. */
export interface AddedByPack {
  readonly pack: string;
  readonly version: string;
  /** The ids of what it has brought, by the list of the policy in which they stand, as a JSON Pointer. */
  readonly adds: Readonly<Record<Pointer, readonly string[]>>;
}
