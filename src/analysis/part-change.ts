import type { Approval, Authorization } from "../governance/index.js";
import type { Pointer } from "../problems/index.js";
import type { AppProfile } from "../profile/index.js";
import type { Day } from "../time/index.js";

/**
 * An app about which two policies say different things, and what each of them says: both were asked before it is handed out.
 *
 * @example
 * ```ts
 * import { extendPolicy, standardPolicy } from "plimsoll";
 * import { diffPolicies, type PartWitness } from "plimsoll/analysis";
 *
 * const open = extendPolicy(standardPolicy, { id: "standard", version: "1.1.0", boundaries: { "data-approval": null } });
 * const diff = diffPolicies(standardPolicy, open);
 * const witness: PartWitness | undefined = diff.verdict === "different" ? diff.parts[0]?.witness : undefined;
 *
 * witness?.action?.kind; // → "access"
 * [witness?.before, witness?.after]; // → ["review: security", "allow"]
 * ```
 */
export interface PartWitness {
  readonly profile: AppProfile;
  /** The day as of which it is asked. */
  readonly asOf: Day;
  /** What was given to the app; of policies with two ids, each is asked with the same ones given by itself. */
  readonly approvals: readonly Approval[];
  /** What somebody is about to do, where that is asked. */
  readonly action?: Authorization["action"];
  /** What the app comes to, where that is asked. */
  readonly milestone?: string;
  /** What the earlier policy says. */
  readonly before: string;
  /** What the later policy says. */
  readonly after: string;
}

/**
 * Something that is written otherwise in two policies, told at the place where it is written. What it does besides moving apps
 * from tier to tier is told by its effect:
 *
 * - `decides`: the policies decide differently, as its witness shows; of tiers that come, go or change places, as the apps do
 *   that are moved;
 * - `may-decide`: it could, and nothing that shows it was found: among all apps where it is a condition, and else among a few
 *   apps with a few actions and approvals. It counts as a difference;
 * - `none`: it is for people to read, or was proven to be the same of every app.
 *
 * @example
 * ```ts
 * import { extendPolicy, standardPolicy } from "plimsoll";
 * import { diffPolicies, type PartChange } from "plimsoll/analysis";
 *
 * const wider = extendPolicy(standardPolicy, {
 *   id: "standard",
 *   version: "1.1.0",
 *   components: { "integration-connector": { covers: ["integration-architecture", "write-back"] } },
 * });
 * const diff = diffPolicies(standardPolicy, wider);
 * const parts: readonly PartChange[] = diff.verdict === "different" ? diff.parts : [];
 *
 * parts.map(({ pointer, effect }) => [pointer, effect]); // → [["/components/2/covers", "decides"]]
 * parts[0]?.after; // → ["integration-architecture", "write-back"]
 * ```
 */
export interface PartChange {
  readonly part:
    | "policy"
    | "tier"
    | "rule"
    | "rubric"
    | "table"
    | "adjustment"
    | "component"
    | "review"
    | "boundary"
    | "audit";
  /** The id of what it is a part of. */
  readonly id: string;
  /** Where it stands in the later policy; in the earlier one, where it is gone. */
  readonly pointer: Pointer;
  /** What stood there; `null` where nothing did. */
  readonly before: unknown;
  /** What stands there now; `null` where nothing does. */
  readonly after: unknown;
  readonly effect: "decides" | "may-decide" | "none";
  /** What it is about, in a sentence. */
  readonly words: string;
  readonly witness?: PartWitness;
}

/** What came of looking for an app that shows a difference: one that does, or that there is none, or nothing. */
export type Looked = PartWitness | "none" | undefined;
