import fc from "fast-check";
import { type AppProfile, PlimsollError, type Policy, standardPolicy } from "plimsoll";
import { createAnalysis, moveShares, type Priors, tierShares } from "plimsoll/analysis";
import { expect, test } from "vitest";
import { draws } from "../prove/draws.js";
import { type App, agreesWith, cellsIn, type Space, spaceOf } from "./brute-force.js";
import { rankOf } from "./plain-rules.js";
import { priorsOver } from "./small-claims.js";
import { analysisOf, changedPolicy, type World, worlds } from "./small-policies.js";
import { partialProfiles } from "./small-profiles.js";
import { linesOfPriors, weightOf } from "./weights.js";

interface Asked {
  readonly world: World;
  readonly other: Policy;
  readonly priors: Priors;
  readonly portfolio: readonly AppProfile[] | undefined;
}

const asked: fc.Arbitrary<Asked> = worlds(4).chain((world) =>
  fc.record({
    world: fc.constant(world),
    other: changedPolicy(world),
    priors: fc.oneof(fc.constant<Priors>({}), priorsOver(world.facts)),
    portfolio: fc.option(fc.array(partialProfiles(world), { minLength: 1, maxLength: 4 }), { nil: undefined }),
  }),
);

/** The apps that one could be, up to what lines tell apart; and for each fact how many cells it leaves. */
function leftBy({ apps, everything, columns }: Space, profile: AppProfile, { facts }: World) {
  const could = new Set(
    everything.filter((values) => agreesWith(values, profile, facts)).map((values) => cellsIn(columns, values).join()),
  );
  const left = columns.map(({ name, fact, cells }) =>
    cells.filter((values) => values.some((value) => agreesWith({ [name]: value }, profile, { [name]: fact }))),
  );
  return { apps: apps.filter(({ cells }) => could.has(cells.join())), isTold: left.map(({ length }) => length === 1) };
}

/** The share of each answer, counted app by app. */
function sharesOf(space: Space, { world, priors, portfolio }: Asked, answerOf: (app: App) => string) {
  const { columns } = space;
  const count = (apps: readonly App[], weigh: (app: App) => number) => {
    const whole = apps.reduce((sum, app) => sum + weigh(app), 0);
    const answers = [...new Set(apps.map(answerOf))];
    return new Map(
      answers.map((answer) => {
        const own = apps.filter((app) => answerOf(app) === answer).reduce((sum, app) => sum + weigh(app), 0);
        return [answer, whole === 0 ? 0 : own / whole];
      }),
    );
  };
  if (portfolio === undefined) return count(space.apps, weightOf(columns, priors));
  const each = portfolio.map((profile) => {
    const { apps, isTold } = leftBy(space, profile, world);
    const open = columns.filter((_, index) => !isTold[index]);
    const weigh = weightOf(open, priors);
    const ofOpen = (app: App) => weigh({ ...app, cells: app.cells.filter((_, index) => !isTold[index]) });
    return count(apps, apps.some((app) => ofOpen(app) > 0) ? ofOpen : () => 1);
  });
  const answers = [...new Set(each.flatMap((shares) => [...shares.keys()]))];
  return new Map(
    answers.map((answer) => [answer, each.reduce((sum, shares) => sum + (shares.get(answer) ?? 0), 0) / each.length]),
  );
}

test("the shares of tiers are what there is when every app is counted", () => {
  fc.assert(
    fc.property(asked, (drawn) => {
      const { world, priors, portfolio } = drawn;
      const space = spaceOf(world, { conditions: linesOfPriors(priors) });
      const expected = sharesOf(space, drawn, ({ rank }) => String(rank));
      const told = tierShares(analysisOf(world), { priors, ...(portfolio && { portfolio }) });
      if (told.verdict !== "exact") throw new Error(told.message);
      expect(told.tiers.map(({ tier }) => tier)).toEqual(world.policy.tiers.map(({ id }) => id));
      told.tiers.forEach(({ share }, rank) => {
        expect(share).toBeCloseTo(expected.get(String(rank)) ?? 0, 12);
      });
      expect(told.leftOut).toEqual([]);
    }),
    draws(300),
  );
});

test("the shares of moves are what there is when every app is counted", () => {
  fc.assert(
    fc.property(asked, (drawn) => {
      const { world, other, priors, portfolio } = drawn;
      const space = spaceOf(world, { conditions: linesOfPriors(priors), policies: [other] });
      const idOf = ({ tiers }: Policy, rank: number) => tiers[rank]?.id ?? "";
      const after = ({ values }: App) => idOf(other, rankOf(values, { facts: world.facts, policy: other }));
      const expected = sharesOf(space, drawn, (app) => `${idOf(world.policy, app.rank)} ${after(app)}`);
      const told = moveShares(analysisOf(world), other, { priors, ...(portfolio && { portfolio }) });
      if (told.verdict !== "exact") throw new Error(told.message);
      const moved = [...expected].filter(([move, share]) => share > 0 && new Set(move.split(" ")).size > 1);
      expect(told.moves.map(({ from, to }) => `${from} ${to}`).sort()).toEqual(moved.map(([move]) => move).sort());
      for (const { from, to, share } of told.moves) expect(share).toBeCloseTo(expected.get(`${from} ${to}`) ?? 0, 12);
    }),
    draws(300),
  );
});

const sync: AppProfile = {
  id: "sync",
  name: "Sync",
  integrations: [{ system: "ERP", direction: "bidirectional", component: { id: "data-synchronisation" } }],
};

test("what components handle of an app of the portfolio is looked at", () => {
  const components: Policy["components"] = [
    { id: "data-synchronisation", title: "Synchronisation", covers: ["writing"] },
  ];
  const policy: Policy = {
    id: "house",
    version: "1.0.0",
    title: "House",
    tiers: ["team", "central"].map((id) => ({ id, title: id, advice: "Go on." })),
    criteria: [
      {
        id: "writing",
        title: "Writing",
        tier: "central",
        why: "It matters.",
        when: { fact: "systemsWritten", atLeast: 1 },
      },
    ],
  };
  const portfolio = [sync];
  expect(tierShares(policy, { portfolio })).toMatchObject({ tiers: [{ share: 0 }, { share: 1 }] });
  expect(tierShares({ ...policy, components }, { portfolio })).toMatchObject({ tiers: [{ share: 1 }, { share: 0 }] });
  expect(moveShares(policy, { ...policy, components }, { portfolio })).toMatchObject({
    moves: [{ from: "central", to: "team", share: 1 }],
  });
});

test("an empty portfolio has no shares, and priors that do not fit are refused", () => {
  expect(tierShares(standardPolicy, { portfolio: [] })).toMatchObject({
    tiers: [{ share: 0 }, { share: 0 }, { share: 0 }],
  });
  expect(() => tierShares(standardPolicy, { priors: { uesrs: [] } })).toThrow(PlimsollError);
  expect(() => moveShares(standardPolicy, standardPolicy, { priors: { uesrs: [] } })).toThrow(PlimsollError);
});

test("a budget that is too small is said to be", () => {
  expect(tierShares(createAnalysis(standardPolicy, { budget: 10 })).verdict).toBe("too-large");
});
