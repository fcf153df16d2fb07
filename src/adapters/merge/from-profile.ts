import type { AppProfile } from "../../profile/index.js";
import type { Json } from "../../shapes/index.js";
import type { Adapted, Place, Provenance } from "../adapted.js";
import { statementsIn } from "./way.js";

/** The evidence of each statement of a profile: that it stands there. */
export const evidenceOf = (profile: AppProfile, at: Place): readonly Provenance[] =>
  statementsIn(profile).map(([pointer, value]) => ({
    pointer,
    // What a profile holds is JSON.
    value: value as Json,
    at: { ...at, pointer: `${at.pointer ?? ""}${pointer}` },
    basis: "stated",
  }));

/**
 * Takes a profile that was written down, such as a person's answers or that of last quarter, as what was read from an artifact, so that it can
 * be merged with others: each statement has itself as its evidence.
 *
 * @param at The file that it stands in; and where in that it begins, if not at its top.
 *
 * @example
 * ```ts
 * import { fromProfile } from "plimsoll/adapters";
 *
 * const { evidence } = fromProfile({ id: "stock", name: "Stock list", audience: { users: 12 } }, { file: "answers.json" });
 *
 * evidence.at(-1); // → { pointer: "/audience/users", value: 12, at: { file: "answers.json", pointer: "/audience/users" }, basis: "stated" }
 * ```
 */
export function fromProfile(profile: AppProfile, at: Place): Adapted {
  return { profile, evidence: evidenceOf(profile, at), hints: [], unresolved: [], problems: [] };
}
