import fc from "fast-check";
import { standardPolicy } from "plimsoll";
import { independencePairs } from "plimsoll/analysis";
import { expect, test } from "vitest";
import { draws } from "../prove/draws.js";
import { spaceOf } from "./brute-force.js";
import { partsIn } from "./parts.js";
import { isSo } from "./plain-meaning.js";
import { rulesIn, stands } from "./plain-rules.js";
import { analysisOf, worldsOfPoints } from "./small-policies.js";
import { appOf, expectSound } from "./witnesses.js";

test("a condition has a pair of apps exactly when two apps show that it decides by itself", () => {
  fc.assert(
    fc.property(worldsOfPoints(), (world) => {
      const { policy } = world;
      const space = spaceOf(world);
      const told = independencePairs(analysisOf(world));
      if (told.verdict !== "exact") throw new Error(told.message);
      const expected = rulesIn(policy).flatMap((rule) => {
        const found = rule.conditions
          .flatMap((whole) => partsIn(whole, policy))
          .filter(({ condition }) => "fact" in condition || "sign" in condition);
        // Where one stands more than once, the first place is told.
        const once = new Map(
          [...found].reverse().map(({ pointer, condition }) => [JSON.stringify(condition), pointer]),
        );
        return [...once].map(([condition, pointer]) => `${rule.id} ${pointer} ${condition}`);
      });
      expect(
        told.conditions.map(({ rule, pointer, condition }) => `${rule} ${pointer} ${JSON.stringify(condition)}`).sort(),
      ).toEqual([...expected].sort());

      for (const { rule: id, condition, pair } of told.conditions) {
        const rule = rulesIn(policy).find((each) => each.id === id);
        if (rule === undefined) throw new Error(`There is no rule "${id}".`);
        const shown = space.apps
          .filter(
            ({ values }) =>
              stands(rule, values, world, { condition, as: true }) !==
              stands(rule, values, world, { condition, as: false }),
          )
          .map((app) => ({
            app,
            isSo: isSo(condition, app.values, world),
            stands: stands(rule, app.values, world),
          }));
        const isThere = (so: boolean, stands: boolean) =>
          shown.some((each) => each.isSo === so && each.stands === stands);
        const isPair = (isThere(true, true) && isThere(false, false)) || (isThere(true, false) && isThere(false, true));
        expect(pair !== null).toBe(isPair);
        if (pair === null) continue;
        for (const witness of pair) expectSound(world, witness);
        const [one, other] = pair.map((witness) => shown.find(({ app }) => app === appOf(space, witness)));
        expect([one?.isSo, other?.isSo]).toEqual([true, false]);
        expect(one?.stands).not.toBe(other?.stands);
      }
    }),
    draws(150),
  );
});

test("every condition of the standard policy decides somewhere by itself", () => {
  const told = independencePairs(standardPolicy);
  const conditions = told.verdict === "exact" ? told.conditions : [];
  expect(conditions.length).toBeGreaterThan(20);
  expect(conditions.filter(({ pair }) => pair === null)).toEqual([]);
});
