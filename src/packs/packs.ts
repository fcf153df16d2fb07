import type { Pack } from "../policy/index.js";
import type { StandardTierId } from "../standard/index.js";
import { autonomy } from "./autonomy.js";
import { consequences } from "./consequences.js";
import { endUserComputing } from "./end-user-computing.js";
import { exposure } from "./exposure.js";
import { identity } from "./identity.js";
import { operations } from "./operations.js";
import { owaspCitizenDevelopment } from "./owasp.js";
import { rpa } from "./rpa.js";
import { supply } from "./supply.js";

/**
 * All packs that come with the library.
 *
 * @example
 * ```ts
 * import { packs } from "plimsoll/packs";
 *
 * packs.map(({ pack }) => pack)[0]; // → "autonomy"
 * ```
 */
export const packs: readonly Pack<StandardTierId>[] = [
  autonomy,
  consequences,
  endUserComputing,
  exposure,
  identity,
  operations,
  owaspCitizenDevelopment,
  rpa,
  supply,
];
