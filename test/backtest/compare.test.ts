import fc from "fast-check";
import { extendPolicy, standardPolicy } from "plimsoll";
import { backtest, compareBacktests } from "plimsoll/backtest";
import { describe, expect, test } from "vitest";
import { growing, timelineArbitrary } from "./timelines.js";

/** The standard policy with its line for many people somewhere else. */
const manyUsersFrom = (users: number) =>
  extendPolicy(standardPolicy, { id: "moved", version: "1.0.0", change: { "many-users": { lines: { users } } } });

const timeline = growing(["2025-01-01", 30], ["2025-02-01", 70], ["2025-03-01", 140], ["2025-04-01", 150]);

describe("a changed policy", () => {
  test.each([
    { users: 50, what: "sees earlier", after: { on: "2025-02-01", leadDays: 59 }, daysGained: 28 },
    { users: 100, what: "sees on the same day", after: { on: "2025-03-01", leadDays: 31 }, daysGained: 0 },
    { users: 145, what: "sees later", after: { on: "2025-04-01", leadDays: 0 }, daysGained: -31 },
    { users: 400, what: "no longer sees", after: null, daysGained: null },
  ])("that draws its line at $users people $what", ({ users, after, daysGained }) => {
    const { tiers, rules } = compareBacktests(timeline, standardPolicy, manyUsersFrom(users));
    const gain = { before: { on: "2025-03-01", leadDays: 31 }, after, daysGained };
    expect(rules.find(({ id }) => id === "many-users")).toEqual({
      kind: "criterion",
      id: "many-users",
      title: "Many users",
      ...gain,
    });
    expect(tiers).toEqual([
      { id: "it-review", title: "IT review", ...gain },
      { id: "professional", title: "Professional", before: null, after: null, daysGained: null },
    ]);
  });

  test("may bring rules of its own, and leave out others", () => {
    const proposal = extendPolicy(standardPolicy, {
      id: "proposal",
      version: "1.1.0",
      remove: ["many-users"],
      add: {
        signs: [
          {
            id: "talk-of-the-town",
            title: "Talk of the town",
            severity: "low",
            when: { fact: "users", atLeast: 60 },
            why: "People talk.",
          },
        ],
      },
    });
    const { before, after, incidentOn, app, rules } = compareBacktests(timeline, standardPolicy, proposal);
    expect({ before, after, incidentOn, app }).toEqual({
      before: { id: "standard", version: "1.0.0" },
      after: { id: "proposal", version: "1.1.0" },
      incidentOn: "2025-04-01",
      app: "rota",
    });
    expect(rules.filter((gain) => gain.before !== null || gain.after !== null)).toEqual([
      {
        kind: "sign",
        id: "talk-of-the-town",
        title: "Talk of the town",
        before: null,
        after: { on: "2025-02-01", leadDays: 59 },
        daysGained: null,
      },
      {
        kind: "criterion",
        id: "many-users",
        title: "Many users",
        before: { on: "2025-03-01", leadDays: 31 },
        after: null,
        daysGained: null,
      },
    ]);
  });

  test("may have tiers of its own", () => {
    const other = {
      id: "other",
      version: "1.0.0",
      title: "Other",
      tiers: [
        { id: "citizen", title: "Citizen", advice: "Go on." },
        { id: "together", title: "Together", advice: "Come and see us." },
      ],
    } as const;
    const { tiers } = compareBacktests(timeline, standardPolicy, other);
    expect(tiers.map(({ id }) => id)).toEqual(["together", "it-review", "professional"]);
  });

  test("says the words that it has now", () => {
    const renamed = extendPolicy(standardPolicy, {
      id: "renamed",
      version: "1.0.0",
      change: { "many-users": { title: "A full house" } },
    });
    const { rules } = compareBacktests(timeline, standardPolicy, renamed);
    expect(rules.find(({ id }) => id === "many-users")).toMatchObject({ title: "A full house", daysGained: 0 });
  });
});

describe("for every timeline", () => {
  test("a policy gains nothing on itself", () => {
    fc.assert(
      fc.property(timelineArbitrary, (any) => {
        const { tiers, rules } = compareBacktests(any, standardPolicy, standardPolicy);
        for (const { before, after, daysGained } of [...tiers, ...rules]) {
          expect(after).toEqual(before);
          expect(daysGained).toBe(before === null ? null : 0);
        }
      }),
    );
  });

  test("a lower line never loses days", () => {
    fc.assert(
      fc.property(timelineArbitrary, fc.integer({ min: 0, max: 100 }), (any, users) => {
        const { tiers, rules } = compareBacktests(any, standardPolicy, manyUsersFrom(users));
        for (const { before, after, daysGained } of [...tiers, ...rules]) {
          if (before === null) continue;
          expect(after).not.toBeNull();
          expect(daysGained).toBeGreaterThanOrEqual(0);
        }
      }),
    );
  });

  test("what one policy gains, the other loses", () => {
    fc.assert(
      fc.property(timelineArbitrary, fc.integer({ min: 0, max: 600 }), (any, users) => {
        const moved = manyUsersFrom(users);
        const back = compareBacktests(any, moved, standardPolicy);
        const gains = (entries: readonly { daysGained: number | null }[]) =>
          entries.map(({ daysGained }) => daysGained);
        const losses = (entries: readonly { daysGained: number | null }[]) =>
          entries.map(({ daysGained }) => daysGained && 0 - daysGained);
        const there = compareBacktests(any, standardPolicy, moved);
        expect(gains(there.tiers)).toEqual(losses(back.tiers));
        expect(gains(there.rules)).toEqual(losses(back.rules));
      }),
    );
  });

  test("each side is what its own backtest says, as plain JSON", () => {
    fc.assert(
      fc.property(timelineArbitrary, (any) => {
        const moved = manyUsersFrom(20);
        const comparison = compareBacktests(any, standardPolicy, moved);
        const [before, after] = [backtest(any, standardPolicy), backtest(any, moved)];
        expect(comparison.rules.map((gain) => gain.before)).toEqual(before.rules.map(({ certain }) => certain));
        expect(comparison.rules.map((gain) => gain.after)).toEqual(after.rules.map(({ certain }) => certain));
        expect(JSON.parse(JSON.stringify(comparison))).toStrictEqual(comparison);
      }),
    );
  });
});
