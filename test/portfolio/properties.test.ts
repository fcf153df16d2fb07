import fc from "fast-check";
import { type AppProfile, type Approval, type AuditReport, classify } from "plimsoll";
import { describe, expect, test } from "vitest";
import { approvalsArbitrary } from "../arbitraries/approval.js";
import { profileArbitrary } from "../arbitraries/profile.js";
import { auditToday } from "./portfolios.js";

/** Generous: what is held here is what is found, not how fast. */
const timeout = 600_000;
const runs = { numRuns: 200 };

interface Entry {
  readonly profile: AppProfile;
  readonly approvals: readonly Approval[];
}

const entryArbitrary: fc.Arbitrary<Entry> = profileArbitrary.chain((profile) =>
  fc.record({ profile: fc.constant(profile), approvals: fc.oneof(fc.constant([]), approvalsArbitrary(profile)) }),
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
  test("its order does not matter", { timeout }, async () => {
    await fc.assert(
      fc.asyncProperty(withOrder, fc.nat(6), async ([portfolio, shuffled], capacity) => {
        expect(await auditToday(shuffled, { capacity })).toEqual(await auditToday(portfolio, { capacity }));
      }),
      runs,
    );
  });

  test("whoever has time for fewer apps sees the first of those that others see", { timeout }, async () => {
    await fc.assert(
      fc.asyncProperty(portfolioArbitrary, fc.nat(12), async (portfolio, capacity) => {
        const fewer = await auditToday(portfolio, { capacity });
        const more = await auditToday(portfolio, { capacity: capacity + 1 });
        expect(more.ranked.slice(0, capacity)).toEqual(fewer.ranked);
        expect(more.summary).toEqual(fewer.summary);
      }),
      runs,
    );
  });

  test("a bad app changes nothing else", { timeout }, async () => {
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

  test("it is all the same whether it is a list, a stream, or lines", { timeout }, async () => {
    await fc.assert(
      fc.asyncProperty(portfolioArbitrary, async (portfolio) => {
        const report = await auditToday(portfolio);
        expect(await auditToday(oneByOne(portfolio))).toEqual(report);
        expect(await auditToday(portfolio.map((entry) => JSON.stringify(entry)))).toEqual(report);
      }),
      runs,
    );
  });

  test("the report is plain JSON, and adds up", { timeout }, async () => {
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

  test("every app is where classify puts it", { timeout }, async () => {
    await fc.assert(
      fc.asyncProperty(portfolioArbitrary, async (portfolio) => {
        const { ranked } = await auditToday(portfolio);
        for (const { app, tier, ceiling } of ranked) {
          const profile = portfolio.find((entry) => entry.profile.id === app)?.profile;
          expect(profile && classify(profile)).toMatchObject({ tier, ceiling });
        }
      }),
      runs,
    );
  });
});

/** Changes that make an app riskier for certain. */
const risks: Readonly<Record<string, (profile: AppProfile) => AppProfile>> = {
  "more people": ({ audience, ...rest }) => ({
    ...rest,
    audience: { ...audience, users: (audience?.users ?? 0) + 2001 },
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

test.each(Object.keys(risks))("an app never has fewer points for %s", { timeout }, async (risk) => {
  const pointsOf = async (entry: Entry) => (await auditToday([entry])).ranked[0]?.points ?? 0;
  await fc.assert(
    fc.asyncProperty(entryArbitrary, async ({ profile, approvals }) => {
      const riskier = risks[risk]?.(profile) ?? profile;
      expect(await pointsOf({ profile: riskier, approvals })).toBeGreaterThanOrEqual(
        await pointsOf({ profile, approvals }),
      );
    }),
    runs,
  );
});
