import fc from "fast-check";
import { classify, PlimsollError, type Policy, standardFacts, standardPolicy } from "plimsoll";
import { backtest, type Timeline } from "plimsoll/backtest";
import { stories } from "plimsoll/stories";
import { describe, expect, test } from "vitest";
import { daysBetween } from "../../src/time/index.js";
import { profileArbitrary } from "../arbitraries/profile.js";
import { frozenPolicy } from "../frozen/frozen-policy.js";
import { bySites, sites } from "../policy/by-sites.js";
import { growing, timelineArbitrary } from "./timelines.js";

const seenBy = (timeline: Timeline, id: string, policy: Policy = standardPolicy) => {
  const { tiers, rules } = backtest<string>(timeline, policy);
  return [...tiers, ...rules].find((entry) => entry.id === id);
};

/** How many days before its incident each story would have been seen: IT called, experts called, first sign. */
const leads = [
  { story: "warehouse-inventory", together: 153, experts: 153, sign: 153 },
  { story: "budget-tracking", together: 112, experts: 112, sign: null },
  { story: "patient-scheduling", together: 238, experts: 238, sign: 238 },
  { story: "demand-forecast", together: 273, experts: 273, sign: 273 },
  { story: "sales-dashboard", together: 182, experts: 182, sign: 182 },
  { story: "expense-payments", together: 252, experts: 252, sign: 252 },
  { story: "customer-synchronisation", together: 245, experts: 245, sign: 245 },
  { story: "inventory-calculator", together: 273, experts: 273, sign: 273 },
  { story: "performance-reviews", together: 427, experts: 63, sign: 63 },
];

describe("the nine stories", () => {
  test("are all in the table", () => {
    expect(leads.map(({ story }) => story)).toEqual(stories.map(({ id }) => id));
  });

  test.each(leads)("$story: IT is called $together days before", ({ story: id, together, experts, sign }) => {
    const told = stories.find((story) => story.id === id) ?? { moments: [] };
    const { app, tiers, rules, incidentOn } = backtest(told, frozenPolicy);
    const days = rules.flatMap(({ kind, certain }) => (kind === "sign" && certain ? [certain.leadDays] : []));
    expect(app).toBe(id);
    expect(tiers.map(({ id: tier, certain }) => [tier, certain?.leadDays])).toEqual([
      ["together", together],
      ["experts", experts],
    ]);
    expect(days.length > 0 ? Math.max(...days) : null).toBe(sign);
    expect(incidentOn).toBe(stories.find((story) => story.id === id)?.moments.at(-1)?.on);
  });

  test.each(stories)("$id: whatever should have been caught was seen, at the incident at the latest", (story) => {
    for (const id of story.shouldHaveCaught) {
      expect(seenBy(story, id)?.certain?.leadDays).toBeGreaterThanOrEqual(0);
      expect(seenBy(story, id)?.heldAtEnd).toBe(true);
    }
  });
});

describe("a rule", () => {
  test.each([
    {
      what: "is first seen on the day from which it holds",
      timeline: growing(["2025-01-01", 30], ["2025-03-01", 140], ["2025-04-01", 150]),
      seen: { on: "2025-03-01", leadDays: 31 },
      heldAtEnd: true,
    },
    {
      what: "stays seen when it no longer holds at the end",
      timeline: growing(["2025-01-01", 140], ["2025-03-01", 30]),
      seen: { on: "2025-01-01", leadDays: 59 },
      heldAtEnd: false,
    },
    {
      what: "is never seen when no moment tells of it",
      timeline: growing(["2025-01-01", 30]),
      seen: null,
      heldAtEnd: false,
    },
  ])("$what", ({ timeline, seen, heldAtEnd }) => {
    expect(seenBy(timeline, "many-users")).toEqual({
      kind: "criterion",
      id: "many-users",
      title: "Many users",
      tier: "it-review",
      certain: seen,
      possible: seen,
      heldAtEnd,
    });
  });

  test("was possible from the first day on which nobody could rule it out", () => {
    const timeline: Timeline = {
      moments: [
        { on: "2025-01-01", profile: { id: "rota", name: "Rota" } },
        { on: "2025-03-01", profile: { id: "rota", name: "Rota", criticality: { dailyDependence: true } } },
      ],
    };
    expect(seenBy(timeline, "business-critical")).toMatchObject({
      tier: "it-review",
      certain: { on: "2025-03-01", leadDays: 0 },
      possible: { on: "2025-01-01", leadDays: 59 },
    });
    expect(seenBy(timeline, "professional")).toMatchObject({
      certain: { on: "2025-03-01" },
      possible: { on: "2025-01-01" },
    });
  });

  test("that a component covers is not seen", () => {
    const component = { id: "data-synchronisation" };
    const covered: Timeline = {
      moments: [
        {
          on: "2025-01-01",
          profile: {
            id: "sync",
            name: "Sync",
            integrations: [
              { system: "CRM", direction: "write", component },
              { system: "Support", direction: "write", component },
            ],
          },
        },
      ],
    };
    expect(seenBy(covered, "write-back")).toMatchObject({ certain: null, possible: null, heldAtEnd: false });
  });

  test("may be a limit, which lifts to the next tier", () => {
    const limited: Policy = {
      id: "limited",
      version: "1.0.0",
      title: "Limited",
      tiers: [
        {
          id: "low",
          title: "Low",
          advice: "Go on.",
          limits: [{ id: "few", title: "Few", holds: { fact: "users", below: 10 }, why: "They are few." }],
        },
        { id: "high", title: "High", advice: "Come and see us." },
      ],
    };
    const timeline = growing(["2025-01-01", 5], ["2025-03-01", 12]);
    const seen = { certain: { on: "2025-03-01", leadDays: 0 }, possible: { on: "2025-03-01", leadDays: 0 } };
    expect(seenBy(timeline, "few", limited)).toMatchObject({ kind: "limit", tier: "high", ...seen });
    expect(seenBy(timeline, "high", limited)).toMatchObject(seen);
  });
});

describe("a policy of one's own", () => {
  const timeline: Timeline = {
    moments: [{ on: "2025-01-01", profile: { id: "rota", name: "Rota", extensions: { sites: 4 } } }],
  };

  test("may ask for facts of one's own", () => {
    const { policy, tiers } = backtest(timeline, bySites, { facts: { ...standardFacts, sites } });
    expect(policy).toEqual({ id: "sites", version: "2.0.0" });
    expect(tiers).toMatchObject([{ id: "central", certain: { on: "2025-01-01" } }]);
  });

  test("that asks for a fact nobody knows is refused", () => {
    expect(() => backtest(timeline, bySites)).toThrow(PlimsollError);
    expect(() => backtest(timeline, bySites)).toThrow(/There is no fact "sites"/);
  });
});

describe("the incident", () => {
  const timeline = growing(["2025-01-01", 30], ["2025-03-01", 140]);

  test.each([
    { what: "is the last moment when no day is given", given: {}, incidentOn: "2025-03-01", leadDays: 0 },
    { what: "may come later", given: { incidentOn: "2025-03-11" }, incidentOn: "2025-03-11", leadDays: 10 },
    { what: "may come first", given: { incidentOn: "2025-02-27" }, incidentOn: "2025-02-27", leadDays: -2 },
    {
      what: "may be an instant",
      given: { incidentOn: "2025-03-03T23:30:00-02:00" },
      incidentOn: "2025-03-04",
      leadDays: 3,
    },
  ])("$what", ({ given, incidentOn, leadDays }) => {
    const tested = backtest({ ...timeline, ...given });
    expect(tested.incidentOn).toBe(incidentOn);
    expect(tested.tiers[0]?.certain).toEqual({ on: "2025-03-01", leadDays });
  });
});

describe("a timeline", () => {
  test("of instants is one of days", () => {
    const instants = growing(["2025-01-01T09:00:00Z", 30], ["2025-03-01T23:30:00-02:00", 140]);
    expect(backtest(instants)).toEqual(backtest(growing(["2025-01-01", 30], ["2025-03-02", 140])));
  });

  test("of a single moment ends on the day on which it begins", () => {
    const { incidentOn, tiers } = backtest(growing(["2025-01-01", 140]));
    expect(incidentOn).toBe("2025-01-01");
    expect(tiers[0]).toMatchObject({ certain: { on: "2025-01-01", leadDays: 0 }, heldAtEnd: true });
  });

  const good = growing(["2025-01-01", 30], ["2025-03-01", 140]);
  test.each([
    { what: "without a moment", timeline: { moments: [] }, problems: [["/moments", "out-of-range"]] },
    {
      what: "in the wrong order",
      timeline: growing(["2025-03-01", 30], ["2025-01-01", 140]),
      problems: [["/moments/1/on", "contradiction"]],
    },
    {
      what: "with two moments on one day",
      timeline: growing(["2025-01-01T08:00Z", 30], ["2025-01-01T18:00Z", 140]),
      problems: [["/moments/1/on", "duplicate"]],
    },
    {
      what: "with an incident on no day",
      timeline: { ...good, incidentOn: "soon" },
      problems: [["/incidentOn", "wrong-type"]],
    },
    {
      what: "with several mistakes",
      timeline: growing(["2025-02-30", 30], ["2025-03-01", 30], ["2025-03-01", 140], ["2025-01-01", 1]),
      problems: [
        ["/moments/0/on", "wrong-type"],
        ["/moments/2/on", "duplicate"],
        ["/moments/3/on", "contradiction"],
      ],
    },
    {
      what: "of which no moment was ever read",
      timeline: JSON.parse('{ "moments": [7, { "on": "2025-01-01", "profile": {} }] }'),
      problems: [
        ["/moments/0", "wrong-type"],
        ["/moments/1/profile/id", "wrong-type"],
      ],
    },
    { what: "with no good day at all", timeline: growing(["someday", 1]), problems: [["/moments/0/on", "wrong-type"]] },
  ])("$what is refused, with every mistake where it stands", ({ timeline, problems }) => {
    expect(() => backtest(timeline)).toThrow(
      expect.toSatisfy(
        (error) =>
          error instanceof PlimsollError &&
          error.code === "invalid-timeline" &&
          JSON.stringify(error.problems.map(({ pointer, code }) => [pointer, code])) === JSON.stringify(problems),
      ),
    );
  });
});

describe("every timeline", () => {
  test("is seen as classify sees its moments", () => {
    const ranks = standardPolicy.tiers.map(({ id }) => id);
    fc.assert(
      fc.property(timelineArbitrary, (timeline) => {
        const { tiers, rules } = backtest(timeline);
        const classified = timeline.moments.map(({ on, profile }) => ({ on, ...classify(profile) }));
        for (const { id, certain, possible, heldAtEnd } of tiers) {
          const reaches = (tier: (typeof ranks)[number]) => ranks.indexOf(tier) >= ranks.indexOf(id);
          expect(certain?.on).toBe(classified.find(({ tier }) => reaches(tier))?.on);
          expect(possible?.on).toBe(classified.find(({ ceiling }) => reaches(ceiling))?.on);
          expect(heldAtEnd).toBe(classified.slice(-1).some(({ tier }) => reaches(tier)));
        }
        for (const { on, findings } of classified) {
          for (const { id, status } of findings) {
            const rule = rules.find((each) => each.id === id);
            if (status === "holds") expect((rule?.certain?.on ?? "never") <= on).toBe(true);
            if (status === "possible") expect((rule?.possible?.on ?? "never") <= on).toBe(true);
          }
        }
      }),
    );
  });

  test("is possible before it is certain, and leads from its day to the incident", () => {
    fc.assert(
      fc.property(timelineArbitrary, (timeline) => {
        const { tiers, rules, incidentOn } = backtest(timeline);
        for (const { certain, possible, heldAtEnd } of [...tiers, ...rules]) {
          if (certain) expect((possible?.on ?? "never") <= certain.on).toBe(true);
          if (heldAtEnd) expect(certain).not.toBeNull();
          for (const detection of [certain, possible]) {
            if (detection) expect(detection.leadDays).toBe(daysBetween(detection.on, incidentOn));
          }
        }
      }),
    );
  });

  test("keeps its first days when a moment is added after its end", () => {
    fc.assert(
      fc.property(timelineArbitrary, profileArbitrary, (timeline, profile) => {
        const longer = { ...timeline, moments: [...timeline.moments, { on: "2030-01-01", profile }] };
        const [before, after] = [backtest(timeline), backtest(longer)];
        const laterEntries = [...after.tiers, ...after.rules];
        for (const [index, { certain, possible }] of [...before.tiers, ...before.rules].entries()) {
          if (certain) expect(laterEntries[index]?.certain?.on).toBe(certain.on);
          if (possible) expect(laterEntries[index]?.possible?.on).toBe(possible.on);
        }
      }),
    );
  });

  test("gives plain JSON, and stays as it was", () => {
    fc.assert(
      fc.property(timelineArbitrary, (timeline) => {
        const copy = structuredClone(timeline);
        const tested = backtest(timeline);
        expect(JSON.parse(JSON.stringify(tested))).toStrictEqual(tested);
        expect(timeline).toEqual(copy);
      }),
    );
  });
});
