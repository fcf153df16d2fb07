import type { PolicyTest } from "plimsoll/testing";
import { autonomy } from "./autonomy.js";
import { consequences } from "./consequences.js";
import { exposure } from "./exposure.js";
import { identity } from "./identity.js";
import { operations } from "./operations.js";
import { supply } from "./supply.js";
import { testsOfRule } from "./tests.js";

/** Every rule that the packs of the recommended policy add or change, as apps on both sides of each of its lines. */
export const ruleTests: readonly PolicyTest[] = [
  autonomy,
  consequences,
  exposure,
  identity,
  operations,
  supply,
].flatMap((pack) => Object.entries(pack).flatMap(([id, rule]) => testsOfRule(id, rule)));
