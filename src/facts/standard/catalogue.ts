import { factsOfRecords } from "../records.js";
import { audienceFacts } from "./audience.js";
import { automationFacts } from "./automation.js";
import { calculationFacts } from "./calculations.js";
import { consequenceFacts } from "./consequences.js";
import { dataFacts } from "./data.js";
import { entranceFacts } from "./entrances.js";
import { integrationFacts } from "./integrations.js";
import { makingFacts } from "./making.js";
import { operationFacts } from "./operation.js";
import { ownershipFacts } from "./ownership.js";
import { timeFacts } from "./time.js";

/**
 * The facts that this library reads from a profile, by name, each a record; `docs/facts.md` lists them.
 *
 * @example
 * ```ts
 * import { standardFacts } from "plimsoll";
 *
 * standardFacts.users.question; // → "How many people use it now?"
 * ```
 */
export const standardFacts = /* @__PURE__ */ factsOfRecords(
  /* @__PURE__ */ (() => ({
    ...audienceFacts,
    ...entranceFacts,
    ...integrationFacts,
    ...dataFacts,
    ...calculationFacts,
    ...automationFacts,
    ...operationFacts,
    ...consequenceFacts,
    ...ownershipFacts,
    ...makingFacts,
    ...timeFacts,
  }))(),
);

/**
 * The type of {@link standardFacts}.
 *
 * @example
 * ```ts
 * import { type StandardFacts, standardFacts } from "plimsoll";
 *
 * const name: keyof StandardFacts = "users";
 *
 * standardFacts[name].domain.unit; // → "people"
 * ```
 */
export type StandardFacts = typeof standardFacts;
