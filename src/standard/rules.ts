import type { Condition } from "../conditions/index.js";
import type { Rules } from "../policy/index.js";
import { coverage } from "./components.js";
import { criteria, type StandardCriterionId } from "./criteria.js";
import { type StandardSignId, signs } from "./signs.js";
import { type StandardTierId, tiers } from "./tiers.js";

/** What the standard policy classifies by: whoever only classifies does not carry the rest of it. */
export const standardRules: Rules<StandardTierId, StandardCriterionId, StandardSignId, string, Condition> = {
  id: "standard",
  version: "1.0.0",
  tiers,
  criteria,
  signs,
  components: coverage,
};
