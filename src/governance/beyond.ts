import type { ScopePart } from "../policy/index.js";
import type { Pointer } from "../problems/index.js";
import type { AppProfile } from "../profile/index.js";
import { parts, type Scope } from "./scope.js";

/**
 * A part of an app that an approval does not cover.
 *
 * @example
 * ```ts
 * import { dueReviews } from "plimsoll";
 *
 * const [review] = dueReviews(
 *   { id: "rota", name: "Rota", audience: { users: 60 }, integrations: [], data: [] },
 *   {
 *     milestone: "start",
 *     approvals: [
 *       {
 *         app: "rota",
 *         review: "architecture",
 *         policy: { id: "standard", version: "1.0.0" },
 *         by: "IT architect",
 *         on: "2026-01-12",
 *         expiresOn: "2027-01-12",
 *         scope: { users: 50, systems: [], data: [] },
 *       },
 *     ],
 *     asOf: "2026-03-31",
 *   },
 * );
 *
 * if (review?.missing.code === "beyond") {
 *   review.missing.beyond[0]?.part; // → "users"
 *   review.missing.beyond[0]?.message; // → "Beyond the approval: 60 people. The approval covers up to 50 people."
 * }
 * ```
 */
export interface ScopeExcess {
  readonly part: ScopePart;
  /** `false` while the profile leaves open what there is to cover. */
  readonly certain: boolean;
  /** Where the profile says what is beyond, or where it would. */
  readonly pointers: readonly Pointer[];
  /** What was seen, and what was approved, in a sentence. */
  readonly message: string;
}

function beyondPart<Part extends ScopePart>(profile: AppProfile, scope: Scope, part: Part): readonly ScopeExcess[] {
  const { gaps, inWords } = parts[part];
  // What stands in a field is what the field holds, or nothing; the compiler sees that of each part, not of any.
  const covered = scope[part] as NonNullable<Scope[Part]> | undefined;
  const all = gaps(profile, covered);
  const sure = all.filter(({ certain }) => certain);
  const certain = sure.length > 0;
  const told = certain ? sure : all;
  if (covered !== undefined && told.length === 0) return [];
  const seen = [...new Set(told.map((gap) => gap.seen))].join(", ");
  const approved = covered === undefined ? `says nothing of ${part}` : `covers ${inWords(covered)}`;
  const start = certain ? "Beyond the approval: " : "Not told yet: ";
  const message = `${seen && `${start}${seen}. `}The approval ${approved}.`;
  return [{ part, certain: certain || told.length === 0, pointers: told.map(({ pointer }) => pointer), message }];
}

/**
 * In which of the given parts an app is beyond a scope, or may be. What the scope does not speak of it does not cover, and
 * neither does it cover what the profile leaves open: an approval never rests on an unknown.
 */
export function beyondScope(profile: AppProfile, scope: Scope, covers: readonly ScopePart[]): readonly ScopeExcess[] {
  return covers.flatMap((part) => beyondPart(profile, scope, part));
}
