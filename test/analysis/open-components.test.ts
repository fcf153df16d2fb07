import fc from "fast-check";
import { classify, type Policy } from "plimsoll";
import { createAnalysis, nextQuestions, tierRange } from "plimsoll/analysis";
import { describe, expect, test } from "vitest";
import {
  anyWorlds,
  type CoveredWorld,
  completionsOf,
  profileOf,
  rankOf,
  simpleWorlds,
} from "../classify/covered-worlds.js";
import { criterion, emptyPolicy, sign } from "../policy/a-policy.js";
import { draws } from "../prove/draws.js";
import { exactly } from "./own-facts.js";

const tiersOf = ({ policy }: CoveredWorld, ranks: readonly number[]) =>
  policy.tiers.flatMap(({ id }, rank) => (ranks.includes(rank) ? [id] : []));

/** The tiers that an app comes to when what is open is told in every way, the lowest first. */
const outcomesOf = (world: CoveredWorld) =>
  tiersOf(
    world,
    completionsOf(world).map((open) => rankOf(world, open)),
  );

const rangeOf = (world: CoveredWorld) => {
  const range = tierRange(profileOf(world, world.told), createAnalysis(world.policy));
  if (range.verdict !== "exact") throw new Error(range.message);
  return range.tiers;
};

describe("an app that uses components whose conditions are open", () => {
  test("can be in the tiers that it comes to, and in no others", () => {
    fc.assert(
      fc.property(simpleWorlds, (world) => {
        expect(rangeOf(world)).toEqual(outcomesOf(world));
      }),
      draws(150),
    );
  });

  test("can be in no tier outside what a classification leaves open, and in all that it comes to", () => {
    fc.assert(
      fc.property(anyWorlds, (world) => {
        const tiers = rangeOf(world);
        expect(tiers).toEqual(expect.arrayContaining(outcomesOf(world)));
        const { tier, ceiling } = classify(profileOf(world, world.told), world.policy);
        const ids = world.policy.tiers.map(({ id }) => id);
        const between = ids.slice(ids.indexOf(tier), ids.indexOf(ceiling) + 1);
        expect(between).toEqual(expect.arrayContaining([...tiers]));
      }),
      draws(150),
    );
  });

  test("is asked in an order that settles it, in as many answers as is said", () => {
    fc.assert(
      fc.property(simpleWorlds, fc.nat(), (world, choice) => {
        const completions = completionsOf(world);
        const truth = completions[choice % completions.length] ?? expect.fail("There is a completion.");
        const analysis = createAnalysis(world.policy);
        const first = nextQuestions(profileOf(world, world.told), analysis);
        const most = first.verdict === "open" ? first.worst.atMost : 0;
        let { told } = world;
        for (let answers = 0; answers <= most; answers++) {
          const asked = nextQuestions(profileOf(world, told), analysis);
          if (asked.verdict === "settled") {
            expect(asked.tier).toBe(tiersOf(world, [rankOf(world, truth)])[0]);
            return;
          }
          const fact = asked.verdict === "open" ? asked.questions[0]?.fact : undefined;
          told = { ...told, [fact ?? ""]: truth[fact as keyof typeof truth] }; // what is open has these names
        }
        expect.unreachable("It takes more answers than was said.");
      }),
      draws(150),
    );
  });
});

const writing = { fact: "systemsWritten", atLeast: 1 } as const;
const supported = { fact: "support", is: true } as const;
const sync = { id: "sync", title: "Synchronisation", covers: ["writing"], when: supported } as const;
const handled = { system: "ERP", direction: "write", component: { id: "sync" } } as const;
const app = { id: "app", name: "App", integrations: [handled] };

const covering = (rest: Partial<Policy> = {}): Policy => ({
  ...emptyPolicy,
  tiers: [...emptyPolicy.tiers, { id: "experts", title: "Experts", advice: "Ask." }],
  signs: [sign("writing", writing)],
  components: [sync],
  ...rest,
});

test("what is asked, and what its answer settles, is worked out like any other question", () => {
  expect(nextQuestions(app, createAnalysis(covering()))).toMatchObject({
    verdict: "open",
    questions: [{ fact: "support", settles: 1, worst: 1, average: 1 }],
    worst: { atLeast: 1, atMost: 1 },
    average: 1,
    proven: true,
  });
});

test("a tier is left out that it could only be in if one fact were two things at once", () => {
  const criteria = [criterion({ fact: "support", is: false }, { tier: "experts" })];
  const policy = covering({ criteria });
  expect(classify(app, policy)).toMatchObject({ tier: "team", ceiling: "experts" });
  expect(tierRange(app, createAnalysis(policy))).toEqual(exactly("team", "experts"));
});

test("a rule may be called what an object has anyway", () => {
  const policy = covering({
    signs: [sign("constructor", writing)],
    criteria: [criterion(writing, { id: "toString" })],
    components: [{ ...sync, covers: ["constructor", "toString"] }],
  });
  expect(tierRange(app, createAnalysis(policy))).toEqual(exactly("team", "central"));
  expect(tierRange({ ...app, criticality: { support: true } }, createAnalysis(policy))).toEqual(exactly("team"));
});

test("more such components than are told apart leave the rule open, with the questions of the classification", () => {
  const ids = [..."abcdef"];
  const components = ids.map((id) => ({ ...sync, id }));
  const integrations = ids.map((id) => ({ ...handled, system: id, component: { id } }));
  const policy = covering({ components });
  const analysis = createAnalysis(policy);
  expect(tierRange({ ...app, integrations }, analysis)).toEqual(exactly("team", "central"));
  expect(nextQuestions({ ...app, integrations }, analysis)).toMatchObject({
    questions: [{ fact: "support", settles: null }],
    proven: false,
  });
});
