import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { hostileNames } from "../arbitraries/hostile-names.js";
import { profileArbitrary } from "../arbitraries/profile.js";
import { draws } from "../prove/draws.js";
import { compared } from "./beside.js";
import { type Engine, engines, startingTakes } from "./engines.js";
import { shippedPolicies } from "./shipped.js";
import { facts, policies, profiles } from "./small-world.js";

/** No policy or profile is as long as its letters make it: shrinking would take longer than looking. */
const asFound = { endOnFailure: true };

describe.each(engines)("on %s", (_, start) => {
  let engine: Engine;
  beforeAll(async () => {
    engine = await start();
  }, startingTakes);
  afterAll(() => engine.stop(), startingTakes);

  test.each(shippedPolicies.map((policy) => [policy.id, policy] as const))(
    "the policy %s says of every app what classify says",
    async (__, policy) => {
      const { numRuns } = draws(1000);
      const { judgements, differences } = await compared(engine, policy, fc.sample(profileArbitrary, numRuns));
      expect(judgements).toBeGreaterThan(numRuns * 5);
      expect(differences).toEqual([]);
    },
  );

  test("any policy says of every app what classify says, whatever its rules, points and components are", async () => {
    const apps = fc.array(profiles, { minLength: draws(25).numRuns, maxLength: draws(25).numRuns });
    await fc.assert(
      fc.asyncProperty(policies, apps, async (policy, own) => {
        const { differences } = await compared(engine, policy, own, { facts });
        expect(differences).toEqual([]);
      }),
      { ...draws(50), ...asFound },
    );
  });

  test("texts that try to be more than a text are texts: ids of tiers, levels, values and members", async () => {
    const texts = hostileNames.filter((text) => !/[\0\ud800-\udfff]/u.test(text));
    const [low = "", ...more] = texts;
    const tiers = texts.map((id) => ({ id, title: "A tier", advice: "Go on." }));
    const level = { question: "How high?", domain: { kind: "ordinal", levels: texts } } as const;
    const member = { question: "Which?", domain: { kind: "set", members: [], open: true } } as const;
    const policy = {
      id: "hostile",
      version: "1",
      title: "Hostile",
      tiers,
      facts: {
        level: { ...level, from: { read: "/extensions/level" } },
        "Grüße; DROP TABLE facts": { ...level, from: { read: "/extensions/level" } },
        names: { ...member, from: { read: "/extensions/names" } },
      },
      criteria: more.flatMap((text) => [
        { id: `${text} level`, tier: text, title: "A", why: "B", when: { fact: "level", is: text } },
        { id: `${text} name`, tier: text, title: "A", why: "B", when: { fact: "names", includesAll: [text, low] } },
        {
          id: `${text} also`,
          tier: low,
          title: "A",
          why: "B",
          when: { fact: "Grüße; DROP TABLE facts", atMost: text },
        },
      ]),
    } as const;
    const apps = texts.flatMap((text) => [
      { id: "a", name: "A", extensions: { level: text } },
      { id: "b", name: "B", extensions: { names: [text, low] } },
    ]);
    expect((await compared(engine, policy, apps)).differences).toEqual([]);
  });
});
