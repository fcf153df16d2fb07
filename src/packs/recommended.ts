import { extendPolicy, type Policy } from "../policy/index.js";
import { type StandardTierId, standardPolicy } from "../standard/index.js";
import { autonomy } from "./autonomy.js";
import { consequences } from "./consequences.js";
import { exposure } from "./exposure.js";
import { identity } from "./identity.js";
import { onlyItsMaker } from "./only-its-maker.js";
import { operations } from "./operations.js";
import { supply } from "./supply.js";

const withPacks = () =>
  [autonomy, consequences, exposure, identity, operations, supply].reduce<Policy<StandardTierId>>(
    (policy, pack) => extendPolicy(policy, pack),
    standardPolicy,
  );

/**
 * The standard policy with the packs that most organisations want: who gets in, whose rights it acts with, what it does by itself,
 * what a mistake costs, how it runs, what it is made of. What only its maker uses, and does nothing to others, may outlive its maker.
 *
 * @example
 * ```ts
 * import { classify } from "plimsoll";
 * import { recommendedPolicy } from "plimsoll/packs";
 *
 * const dose = { id: "dose", name: "Dose calculator", consequences: { safety: true } };
 *
 * classify(dose).tier; // → "citizen"
 * classify(dose, recommendedPolicy).tier; // → "professional"
 * ```
 */
export const recommendedPolicy: Policy<StandardTierId> = /* @__PURE__ */ extendPolicy(/* @__PURE__ */ withPacks(), {
  id: "recommended",
  version: "1.0.0",
  title: "The recommended load line",
  description: "The standard load line, with what practice has taught since.",
  retirement: {
    asks: ["Its owners", "Those who used it last"],
    decides: "Head of the department that it was built for",
    keepArchiveForDays: 365,
  },
  // Three findings about one open door are one open door.
  audit: { furtherShare: 0.25 },
  change: {
    "builder-gone": {
      unless: onlyItsMaker,
    },
  },
});
