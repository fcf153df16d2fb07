import fc from "fast-check";
import { type AppProfile, type AuditReport, audit, defineFact, reading, standardFacts } from "plimsoll";
import { describe, expect, test } from "vitest";
import { profileArbitrary } from "../arbitraries/profile.js";
import { frozenPolicy } from "../frozen/frozen-policy.js";
import { draws } from "../prove/draws.js";
import { anApp, auditToday, today } from "./portfolios.js";

const runs = draws(80);

const used = (id: string, users: number, changes: Partial<AppProfile> = {}) =>
  anApp({ id, name: id, audience: { users, builtFor: users, departments: ["Sales"] }, ...changes });

const retired = { lifecycle: { stage: "retired" } } as const;

describe("held against the portfolio of before", () => {
  test("an app says what has grown, and which line that crossed", async () => {
    const { ranked } = await auditToday([used("rota", 140)], { previous: [used("rota", 12)] });
    expect(ranked[0]?.growth).toMatchObject({
      kind: "compared",
      before: { tier: "alone", ceiling: "alone" },
      rose: true,
      changes: [
        {
          aspect: "people",
          fact: "users",
          kind: "grew",
          before: { kind: "exact", value: 12 },
          now: { kind: "exact", value: 140 },
          pointers: ["/audience/users"],
        },
      ],
      crossed: [{ id: "many-users", tier: "together", facts: ["users"] }],
    });
  });

  test("an app that has grown is ranked, even where nothing was found", async () => {
    const { ranked, summary } = await auditToday([used("rota", 18), used("leave", 12)], {
      previous: [used("rota", 12), used("leave", 12)],
    });
    expect(ranked.map(({ app, points, reason }) => [app, points, reason])).toEqual([
      ["rota", 0, "0 points: no findings, but it has grown."],
    ]);
    expect(summary).toMatchObject({ deserving: 1, withFindings: 0 });
  });

  test("the summary says how many have grown, are as they were, are new, are gone", async () => {
    const { growth } = await auditToday(
      [used("grown", 140), used("same", 12), used("new", 12), used("shrunk", 3), used("left", 3, retired)],
      {
        previous: [
          used("gone", 3),
          used("grown", 12),
          used("same", 12),
          used("shrunk", 12),
          used("left", 3),
          used("old", 3, retired),
          used("same", 500),
        ],
      },
    );
    expect(growth).toEqual({
      summary: {
        compared: 3,
        grown: 1,
        unchanged: 1,
        rose: 1,
        new: 1,
        unclear: 0,
        gone: 1,
        aspects: { people: 1, reach: 0, systems: 0, data: 0, autonomy: 0, dependence: 0 },
        crossed: { "many-users": 1 },
        unreadable: 0,
        duplicates: 1,
      },
      gone: [{ app: "gone", name: "gone" }],
      unreadable: [],
      brokenOff: null,
    });
  });

  test("what cannot be read there makes nothing new", async () => {
    const kindsFor = async (previous: Iterable<unknown>) => {
      const { ranked, growth } = await auditToday([used("a", 140), used("b", 140)], { previous });
      return [ranked.map((each) => each.growth?.kind), growth?.summary.unreadable, growth?.brokenOff];
    };
    expect(await kindsFor([])).toEqual([["new", "new"], 0, null]);
    expect(await kindsFor(["", "  "])).toEqual([["new", "new"], 0, null]);
    expect(await kindsFor([{ id: "a" }])).toEqual([["unclear", "new"], 1, null]);
    expect(await kindsFor(["{"])).toEqual([["unclear", "unclear"], 1, null]);
    const broken = function* () {
      yield used("a", 12);
      throw new Error("The disk is gone.");
    };
    expect(await kindsFor(broken())).toEqual([["compared", "unclear"], 0, "The disk is gone."]);
  });

  test("lines, and apps beside their approvals, are read as well, from a stream or a list", async () => {
    const app = used("rota", 12);
    const stream = async function* () {
      yield JSON.stringify({ profile: app, approvals: [] });
    };
    for (const previous of [[JSON.stringify(app)], [{ profile: app }], stream()]) {
      const { growth } = await auditToday([used("rota", 140)], { previous });
      expect(growth?.summary).toMatchObject({ compared: 1, grown: 1 });
    }
  });

  test("a portfolio of before that is none is refused before anything is read", async () => {
    // What has no types can say this.
    const given = { previous: 7 } as unknown as { previous: readonly unknown[] };
    await expect(auditToday([], given)).rejects.toMatchObject({
      code: "invalid-option",
      problems: [{ pointer: "/previous" }],
    });
  });

  test("a fact that stumbles over what an app was takes no app of now out of the audit", async () => {
    const odd = defineFact({
      question: "Is it odd?",
      domain: { kind: "boolean" },
      cost: 1,
      changeable: false,
      risk: "rising",
      answerAt: ["/audience/users"],
      derive: ({ audience }) => (audience?.users === 12 ? expect.fail("Not twelve.") : reading.exact(true)),
    });
    const rule = { id: "odd", tier: "together", title: "Odd", why: "So.", when: { fact: "odd", is: true } } as const;
    const policy = { ...frozenPolicy, criteria: [...(frozenPolicy.criteria ?? []), rule] };
    const given = { asOf: today, previous: [used("rota", 12)] };
    const { ranked } = await audit([used("rota", 140)], given, policy, { facts: { ...standardFacts, odd } });
    expect(ranked.map(({ growth }) => growth?.kind)).toEqual(["unclear"]);
  });
});

/** Apps of now and of before, of which some are the same, in any order. */
const twoPortfolios = fc
  .array(fc.record({ now: fc.option(profileArbitrary), before: fc.option(profileArbitrary), isSame: fc.boolean() }), {
    maxLength: 8,
  })
  .map((apps) => {
    const named = apps.map(({ now, before, isSame }, index) => {
      const called = (profile: AppProfile | null) => profile && { ...profile, id: `app-${index}` };
      return { now: called(now), before: called(isSame ? now : before) };
    });
    const told = (profiles: readonly (AppProfile | null)[]) => profiles.flatMap((profile) => profile ?? []);
    return { now: told(named.map(({ now }) => now)), before: told(named.map(({ before }) => before)) };
  });

const withoutGrowth = ({ growth: _, summary: { deserving: __, ...summary }, ranked, ...report }: AuditReport) => ({
  ...report,
  summary,
  ranked: ranked
    .map(({ growth: ___, ...app }) => app)
    .filter(({ points, settled, tier }) => points > 0 || !settled || tier !== "alone"),
});

const isThere = ({ lifecycle }: AppProfile) => lifecycle?.stage !== "retired";

describe("for any two portfolios", () => {
  test("every app of either is counted once, by what has become of it", async () => {
    await fc.assert(
      fc.asyncProperty(twoPortfolios, async ({ now, before }) => {
        const ids = (profiles: readonly AppProfile[]) => profiles.map(({ id }) => id);
        const { growth } = await auditToday(now, { previous: before });
        const present = now.filter(isThere);
        expect(growth?.summary).toMatchObject({
          compared: present.filter(({ id }) => ids(before).includes(id)).length,
          new: present.filter(({ id }) => !ids(before).includes(id)).length,
          gone: before.filter((profile) => isThere(profile) && !ids(now).includes(profile.id)).length,
          unclear: 0,
        });
      }),
      runs,
    );
  });

  test("what is said besides of growth is the same without the one of before", async () => {
    const capacity = Number.POSITIVE_INFINITY;
    await fc.assert(
      fc.asyncProperty(twoPortfolios, async ({ now, before }) => {
        const alone = withoutGrowth(await auditToday(now, { capacity }));
        const held = withoutGrowth(await auditToday(now, { capacity, previous: before }));
        const unexplained = (app: { readonly reason: string }) => ({
          ...app,
          reason: app.reason.replace(/nothing.*/, ""),
        });
        expect({ ...held, ranked: held.ranked.map(unexplained) }).toEqual({
          ...alone,
          ranked: alone.ranked.map(unexplained),
        });
      }),
      runs,
    );
  });

  test("the order of neither matters", async () => {
    await fc.assert(
      fc.asyncProperty(twoPortfolios, async ({ now, before }) => {
        const there = await auditToday(now, { previous: before });
        const back = await auditToday([...now].reverse(), { previous: [...before].reverse() });
        const { gone = [] } = back.growth ?? {};
        expect({ ...back, growth: { ...back.growth, gone: [...gone].reverse() } }).toEqual(there);
      }),
      runs,
    );
  });
});

test("without one, nothing is said of growth", async () => {
  const report = await auditToday([used("rota", 140)]);
  expect([report.growth, report.ranked[0]?.growth]).toEqual([null, null]);
  expect([report.asOf, report.policy.id]).toEqual([today, frozenPolicy.id]);
});
