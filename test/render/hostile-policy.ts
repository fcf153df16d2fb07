import fc from "fast-check";
import type { Policy } from "plimsoll";
import { anyName } from "../arbitraries/hostile-names.js";
import { frozenPolicy } from "../frozen/frozen-policy.js";

/** A policy with a bit of everything, saying anything at all. */
export const sayingAnything: fc.Arbitrary<Policy> = fc
  .array(anyName, { minLength: 1, maxLength: 5 })
  .map((texts): Policy => {
    let next = 0;
    const text = () => texts[next++ % texts.length] ?? "";
    const { tiers, criteria = [], signs = [], components = [] } = frozenPolicy;
    return {
      ...frozenPolicy,
      tiers: tiers.map((tier) => ({ ...tier, title: text(), advice: text() })),
      criteria: criteria.map((criterion) => ({ ...criterion, title: text(), why: text(), advice: text() })),
      signs: signs.map((sign) => ({ ...sign, title: text(), why: text(), advice: text() })),
      components: components.map((component) => ({ ...component, title: text() })),
    };
  });
