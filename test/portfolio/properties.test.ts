import fc from "fast-check";
import { type AppProfile, type Approval, type AuditReport, type Condition, classify, type Policy } from "plimsoll";
import { describe, expect, test } from "vitest";
import { approvalsArbitrary } from "../arbitraries/approval.js";
import { profileArbitrary } from "../arbitraries/profile.js";
import { raised } from "../arbitraries/riskier.js";
import { frozenPolicy } from "../frozen/frozen-policy.js";
import { draws } from "../prove/draws.js";
import { auditToday } from "./portfolios.js";

const runs = draws(100);

interface Entry {
  readonly profile: AppProfile;
  readonly approvals: readonly Approval[];
}

const entryArbitrary: fc.Arbitrary<Entry> = profileArbitrary.chain((profile) =>
  fc.record({
    profile: fc.constant(profile),
    approvals: fc.oneof(fc.constant([]), approvalsArbitrary(profile, frozenPolicy)),
  }),
);

/** Apps with their approvals, each with an id of its own. */
const portfolioArbitrary: fc.Arbitrary<readonly Entry[]> = fc.array(entryArbitrary, { maxLength: 12 }).map((entries) =>
  entries.map(({ profile, approvals }, index) => {
    const id = `app-${index}`;
    return { profile: { ...profile, id }, approvals: approvals.map((approval) => ({ ...approval, app: id })) };
  }),
);

const withOrder = portfolioArbitrary.chain((portfolio) =>
  fc.tuple(fc.constant(portfolio), fc.shuffledSubarray([...portfolio], { minLength: portfolio.length })),
);

async function* oneByOne(entries: Iterable<unknown>) {
  for (const entry of entries) yield entry;
}

/** A report without the places in the stream, which are the one thing that order decides. */
const withoutUnreadable = ({ unreadable: _, summary: { unreadable: __, ...summary }, ...report }: AuditReport) => ({
  ...report,
  summary,
});

describe("for every portfolio", () => {
  test("its order does not matter", async () => {
    await fc.assert(
      fc.asyncProperty(withOrder, fc.nat(6), async ([portfolio, shuffled], capacity) => {
        expect(await auditToday(shuffled, { capacity })).toEqual(await auditToday(portfolio, { capacity }));
      }),
      runs,
    );
  });

  test("whoever has time for fewer apps sees the first of those that others see", async () => {
    await fc.assert(
      fc.asyncProperty(portfolioArbitrary, fc.nat(12), async (portfolio, capacity) => {
        const fewer = await auditToday(portfolio, { capacity });
        const more = await auditToday(portfolio, { capacity: capacity + 1 });
        expect(more.ranked.slice(0, capacity)).toEqual(fewer.ranked);
        const unlisted = Math.max(0, more.summary.deserving - capacity - 1);
        expect(more.summary).toEqual({ ...fewer.summary, unlisted });
      }),
      runs,
    );
  });

  test("a bad app changes nothing else", async () => {
    const bad = fc.constantFrom<unknown>(
      7,
      "{",
      {},
      { id: "app-0" },
      { profile: null },
      { profile: {}, approvals: [7] },
    );
    await fc.assert(
      fc.asyncProperty(portfolioArbitrary, bad, fc.nat(), async (portfolio, entry, at) => {
        const index = at % (portfolio.length + 1);
        const spoilt = await auditToday([...portfolio.slice(0, index), entry, ...portfolio.slice(index)]);
        expect(withoutUnreadable(spoilt)).toEqual(withoutUnreadable(await auditToday(portfolio)));
        expect(spoilt.unreadable).toMatchObject([{ position: index + 1 }]);
      }),
      runs,
    );
  });

  test("it is all the same whether it is a list, a stream, or lines", async () => {
    await fc.assert(
      fc.asyncProperty(portfolioArbitrary, async (portfolio) => {
        const report = await auditToday(portfolio);
        expect(await auditToday(oneByOne(portfolio))).toEqual(report);
        expect(await auditToday(portfolio.map((entry) => JSON.stringify(entry)))).toEqual(report);
      }),
      runs,
    );
  });

  test("the report is plain JSON, and adds up", async () => {
    await fc.assert(
      fc.asyncProperty(portfolioArbitrary, async (portfolio) => {
        const report = await auditToday(portfolio);
        expect(JSON.parse(JSON.stringify(report))).toEqual(report);
        const { apps, retired, tiers, ceilings } = report.summary;
        const total = (counts: Readonly<Record<string, number>>) =>
          Object.values(counts).reduce((sum, count) => sum + count, 0);
        expect([total(tiers), total(ceilings)]).toEqual([apps - retired, apps - retired]);
        for (const { points, findings } of report.ranked) {
          expect(findings.reduce((sum, finding) => sum + finding.points, 0)).toBe(points);
        }
      }),
      runs,
    );
  });

  test("no app is lost that is above the lowest tier, or could be", async () => {
    await fc.assert(
      fc.asyncProperty(portfolioArbitrary, async (portfolio) => {
        const { ranked, summary } = await auditToday(portfolio);
        const listed = new Set(ranked.map(({ app }) => app));
        const lost = portfolio.filter(({ profile }) => {
          const isAbove = classify(profile, frozenPolicy).ceiling !== "alone";
          return isAbove && profile.lifecycle?.stage !== "retired" && !listed.has(profile.id);
        });
        expect(lost).toEqual([]);
        expect([summary.deserving, summary.unlisted]).toEqual([ranked.length, 0]);
      }),
      runs,
    );
  });

  test("each thing is told once", async () => {
    await fc.assert(
      fc.asyncProperty(portfolioArbitrary, async (portfolio) => {
        for (const { findings } of (await auditToday(portfolio)).ranked) {
          const names = findings.map(({ kind, id }) => `${kind} ${id}`);
          expect(new Set(names).size).toBe(names.length);
          // Each of these criteria asks for that sign and nothing else.
          for (const [sign, criterion] of [
            ["business-critical", "mission-critical"],
            ["sensitive-data", "regulated-data"],
            ["complex-calculation", "complex-algorithm"],
          ]) {
            expect(names.includes(`sign ${sign}`) && names.includes(`criterion ${criterion}`)).toBe(false);
          }
        }
      }),
      runs,
    );
  });

  test("every app is where classify puts it", async () => {
    await fc.assert(
      fc.asyncProperty(portfolioArbitrary, async (portfolio) => {
        const { ranked } = await auditToday(portfolio);
        for (const { app, tier, ceiling } of ranked) {
          const profile = portfolio.find((entry) => entry.profile.id === app)?.profile;
          expect(profile && classify(profile, frozenPolicy)).toMatchObject({ tier, ceiling });
        }
      }),
      runs,
    );
  });
});

/** Changes that make an app riskier for certain. */
const risks: Readonly<Record<string, (profile: AppProfile) => AppProfile>> = {
  "more people": ({ audience: { canOpen: _, ...audience } = {}, ...rest }) => ({
    ...rest,
    audience: { ...audience, users: raised(audience.users ?? 0, 2001) },
  }),
  "another system": ({ integrations = [], ...rest }) => ({
    ...rest,
    integrations: [...integrations, { system: "Somewhere new", direction: "bidirectional", eventDriven: true }],
  }),
  "health data": ({ data = [], ...rest }) => ({ ...rest, data: [...data, { class: "health" }] }),
  "daily work without support": ({ criticality, ...rest }) => ({
    ...rest,
    criticality: { ...criticality, dailyDependence: true, support: false },
  }),
  mathematics: ({ calculations = [], ...rest }) => ({
    ...rest,
    calculations: [...calculations, { complexity: "complex" }],
  }),
  "nobody who understands it": ({ ownership, ...rest }) => ({
    ...rest,
    ownership: { ...ownership, builderPresent: false, understoodBy: [] },
  }),
  "performance problems": ({ performance: _, ...rest }) => ({ ...rest, performance: { symptoms: ["slow"] } }),
  "no review": ({ lifecycle: { reviewedOn: _, ...lifecycle } = {}, ...rest }) => ({
    ...rest,
    lifecycle: { ...lifecycle, reviewedOn: "2020-01-01" },
  }),
};

describe.each(Object.keys(risks))("%s", (risk) => {
  const riskierThan = (profile: AppProfile) => risks[risk]?.(profile) ?? profile;
  const withId = ({ profile, approvals }: Entry, id: string): Entry => ({
    profile: { ...profile, id },
    approvals: approvals.map((approval) => ({ ...approval, app: id })),
  });

  test("never takes points from an app", async () => {
    const pointsOf = async (entry: Entry) => (await auditToday([entry])).ranked[0]?.points ?? 0;
    await fc.assert(
      fc.asyncProperty(entryArbitrary, async ({ profile, approvals }) => {
        expect(await pointsOf({ profile: riskierThan(profile), approvals })).toBeGreaterThanOrEqual(
          await pointsOf({ profile, approvals }),
        );
      }),
      runs,
    );
  });

  test("never puts an app behind what it was before", async () => {
    await fc.assert(
      fc.asyncProperty(entryArbitrary, async (entry) => {
        fc.pre(entry.profile.lifecycle?.stage !== "retired");
        const riskier = withId({ ...entry, profile: riskierThan(entry.profile) }, "a");
        // Where nothing else tells them apart, the id does.
        expect((await auditToday([withId(entry, "b"), riskier])).ranked[0]?.app).toBe("a");
      }),
      runs,
    );
  });
});

test("the more findings hold, the more an app weighs, whatever signs the rules refer to", async () => {
  const names = ["builderPresent", "dailyDependence", "outsideUsers", "support"] as const;
  const conditions: fc.Arbitrary<Condition> = fc.letrec<{ any: Condition; leaf: Condition }>((tie) => ({
    any: fc.oneof(
      { depthSize: "small" },
      tie("leaf"),
      fc.array(tie("any"), { minLength: 1, maxLength: 3 }).map((any) => ({ any })),
      fc.array(tie("any"), { minLength: 1, maxLength: 2 }).map((all) => ({ all })),
    ),
    leaf: fc.oneof(
      fc.constantFrom(...names).map((fact): Condition => ({ fact, is: true })),
      fc.constantFrom("one", "two").map((sign): Condition => ({ sign })),
    ),
  })).any;
  const points = fc.nat(9);
  const policies: fc.Arbitrary<Policy> = fc
    .record({
      first: conditions,
      second: conditions,
      check: conditions,
      low: points,
      medium: points,
      high: points,
      tier: points,
    })
    .map(({ first, second, check, tier, ...weights }) => ({
      id: "ours",
      version: "1.0.0",
      title: "Ours",
      tiers: ["alone", "together"].map((id) => ({ id, title: id, advice: "Go on." })),
      signs: [
        { id: "one", severity: "low", title: "One", why: "So.", when: { fact: "dailyDependence", is: true } },
        {
          id: "two",
          severity: "high",
          title: "Two",
          why: "So.",
          when: { any: [{ fact: "outsideUsers", is: true }, { sign: "one" }] },
        },
      ],
      criteria: [
        { id: "first", tier: "together", title: "First", why: "So.", when: first },
        { id: "second", tier: "together", title: "Second", why: "So.", when: second },
      ],
      audit: {
        everyDays: 9,
        points: weights,
        tierPoints: { together: tier },
        checks: [{ id: "check", severity: "medium", title: "Check", why: "So.", when: check }],
      },
    }));
  const anApp = fc.tuple(fc.boolean(), fc.boolean(), fc.boolean(), fc.boolean());
  const profileOf = (
    id: string,
    [builderPresent, dailyDependence, outsideUsers, support]: readonly boolean[],
  ): AppProfile => ({
    id,
    name: id,
    audience: { users: 5, outsideUsers: outsideUsers === true },
    ownership: { builderPresent: builderPresent === true },
    criticality: { dailyDependence: dailyDependence === true, support: support === true },
  });
  await fc.assert(
    fc.asyncProperty(policies, anApp, anApp, async (policy, some, others) => {
      const more = some.map((flag, index) => flag || others[index] === true);
      const { ranked } = await auditToday([profileOf("less", some), profileOf("more", more)], {}, policy);
      const pointsOf = (id: string) => ranked.find(({ app }) => app === id)?.points ?? 0;
      expect(pointsOf("more")).toBeGreaterThanOrEqual(pointsOf("less"));
    }),
    draws(500),
  );
});
