import type { Policy } from "../policy/index.js";
import { audit } from "./audit.js";
import { boundaries } from "./boundaries.js";
import { components } from "./components.js";
import { criteria, type StandardCriterionId } from "./criteria.js";
import { help } from "./help.js";
import { reviews } from "./reviews.js";
import { type StandardSignId, signs } from "./signs.js";
import { type StandardTierId, tiers } from "./tiers.js";

/**
 * The policy that this library comes with: the lines of "The Limits of Citizen Development & Low-Code Risk" (Kissflow,
 * 2025), each rule with the section that it comes from. `docs/standard-policy.md` says how open points were read; change
 * it with `extendPolicy`.
 *
 * @example
 * ```ts
 * import { standardPolicy } from "plimsoll";
 *
 * standardPolicy.tiers.map(({ id }) => id); // → ["citizen", "it-review", "professional"]
 * ```
 */
export const standardPolicy: Policy<StandardTierId, StandardCriterionId, StandardSignId> = {
  schemaVersion: 1,
  id: "standard",
  version: "1.0.0",
  title: "The standard load line",
  tiers,
  criteria,
  signs,
  components,
  reviews,
  boundaries,
  audit,
  help,
};
