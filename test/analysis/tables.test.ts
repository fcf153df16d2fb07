import fc from "fast-check";
import { type Catalogue, createClassifier, type DecisionTable, type Policy, safeParsePolicy } from "plimsoll";
import { canReach, createAnalysis, lintPolicy, tierRange } from "plimsoll/analysis";
import { policyCoverage } from "plimsoll/testing";
import { describe, expect, test } from "vitest";
import { emptyPolicy } from "../policy/a-policy.js";
import { agreesWith } from "./brute-force.js";
import { everyApp } from "./listing.js";
import { domainOf, isOnLine, isSo, type Values } from "./plain-meaning.js";
import { catalogues } from "./small-catalogues.js";
import { lineOn } from "./small-conditions.js";
import { itemOver } from "./small-points.js";
import { partialProfiles, profileWith } from "./small-profiles.js";

const tiers = ["free", "noted", "reviewed", "built"].map((id) => ({ id, title: id, advice: "Go on." }));
const tierIds = tiers.map(({ id }) => id);

/** A table over some facts and a rubric. */
const tableOver = (facts: Catalogue): fc.Arbitrary<DecisionTable> => {
  const cell = lineOn(facts).map(({ fact, ...line }) => [fact, line] as const);
  const score = fc.record({ atLeast: fc.integer({ min: -1, max: 3 }) }).map((line) => ["risk", line] as const);
  const cells = fc.array(fc.oneof({ weight: 4, arbitrary: cell }, score), { maxLength: 3 });
  const row = fc.record({ tier: fc.constantFrom(...tierIds), cells }).map(({ tier, cells: own }) => {
    return { tier, when: Object.fromEntries(own) };
  });
  return fc
    .record({
      hit: fc.constantFrom("first" as const, "highest" as const),
      rows: fc.array(row, { minLength: 1, maxLength: 5 }),
    })
    .map(
      (drawn) => ({ id: "table", title: "A table", why: "It is drawn so.", ...drawn }) as DecisionTable, // rows of lines
    );
};

const worlds = catalogues(3).chain(({ facts, constraints }) =>
  fc
    .record({
      table: tableOver(facts),
      items: fc.array(itemOver(facts, lineOn(facts)), { minLength: 1, maxLength: 3 }),
    })
    .map(({ table, items }) => {
      const rubrics = [{ id: "risk", title: "Risk", items }];
      const policy: Policy = { ...emptyPolicy, tiers, rubrics, tables: [table] };
      return { facts, constraints, table, policy };
    }),
);

type World = typeof worlds extends fc.Arbitrary<infer Drawn> ? Drawn : never;

/** The tier that a table puts an app into, as a person reads it. */
function tierBy({ facts, policy, table }: World, values: Values): string {
  const hit = table.rows.filter(({ when }) =>
    Object.entries(when).every(([name, line]) =>
      name === "risk"
        ? isSo({ score: "risk", atLeast: Number("atLeast" in line && line.atLeast) }, values, { facts, policy })
        : isOnLine(domainOf(facts, name), line as Parameters<typeof isOnLine>[1], values[name] ?? false),
    ),
  );
  const ranks = hit.map(({ tier }) => tierIds.indexOf(tier));
  const rank = table.hit === "first" ? (ranks[0] ?? 0) : Math.max(0, ...ranks);
  return tierIds[rank] ?? "";
}

const appsOf = ({ facts, constraints }: World) => everyApp(facts, Object.keys(facts), constraints);

test("a table puts every app where its first row says, or its highest", () => {
  fc.assert(
    fc.property(worlds, (world) => {
      const classify = createClassifier(world.policy, { facts: world.facts });
      for (const values of appsOf(world).slice(0, 40)) {
        const { tier, settled } = classify(profileWith(values));
        expect([tier, settled]).toEqual([tierBy(world, values), true]);
      }
    }),
    { numRuns: 300 },
  );
});

test("what an app may be in by a table is exactly known, and within what its classification leaves open", () => {
  const asked = worlds.chain((world) => fc.tuple(fc.constant(world), partialProfiles(world)));
  fc.assert(
    fc.property(asked, ([world, profile]) => {
      const { policy, facts, constraints } = world;
      const left = appsOf(world).filter((values) => agreesWith(values, profile, facts));
      const found = new Set(left.map((values) => tierBy(world, values)));
      const range = tierRange(profile, createAnalysis(policy, { facts, constraints }));
      expect(range).toMatchObject({ verdict: "exact", tiers: tierIds.filter((id) => found.has(id)) });
      const { tier, ceiling } = createClassifier(policy, { facts })(profile);
      for (const id of found) {
        expect(tierIds.indexOf(tier)).toBeLessThanOrEqual(tierIds.indexOf(id));
        expect(tierIds.indexOf(id)).toBeLessThanOrEqual(tierIds.indexOf(ceiling));
      }
    }),
    { numRuns: 300 },
  );
});

test("a row is told never to decide only when no app would be in another tier without it", () => {
  fc.assert(
    fc.property(worlds, (world) => {
      const { policy, facts, constraints, table } = world;
      const told = lintPolicy(createAnalysis(policy, { facts, constraints })).findings;
      table.rows.forEach((_, index) => {
        const without = { ...world, table: { ...table, rows: table.rows.filter((__, at) => at !== index) } };
        const decides = appsOf(world).some((values) => tierBy(world, values) !== tierBy(without, values));
        const isTold = told.some(
          ({ id, pointer }) => /^never-(decides|holds)$/.test(id) && pointer === `/tables/0/rows/${index}`,
        );
        if (decides) expect(isTold).toBe(false);
      });
    }),
    { numRuns: 150 },
  );
});

describe("a table of which data, for whom", () => {
  const table: DecisionTable = {
    id: "reach",
    title: "Which data, for whom",
    why: "What outsiders read cannot be called back.",
    hit: "first",
    rows: [
      { when: { dataSensitivity: { atMost: "none" } }, tier: "free", title: "No data" },
      { when: { outsideUsers: { is: true }, dataSensitivity: { atLeast: "sensitive" } }, tier: "built" },
      { id: "crowd", when: { users: { atLeast: 100 } }, tier: "reviewed" },
      { when: { users: { atLeast: 500 } }, tier: "noted" },
      { when: {}, tier: "noted" },
    ],
  };
  const policy: Policy = { ...emptyPolicy, tiers, tables: [table] };
  const app = {
    id: "app",
    name: "App",
    audience: { users: 600, outsideUsers: false },
    data: [{ class: "general" as const }],
  };

  test("names its rows, and says why by the lines of their inputs", () => {
    const { findings } = createClassifier(policy)(app);
    expect(findings.map(({ id, kind, status, title }) => [id, kind, status, title])).toEqual([
      ["crowd", "criterion", "holds", "Which data, for whom"],
      ["reach-4", "criterion", "holds", "Which data, for whom"],
      ["reach-5", "criterion", "holds", "Which data, for whom"],
    ]);
    expect(findings[0]?.evidence.map(({ fact }) => fact)).toContain("users");
  });

  test("tells a row that others hide, and none that hides others", () => {
    const told = lintPolicy(policy).findings.filter(({ id }) => id === "never-decides");
    expect(told.map(({ pointer }) => pointer)).toEqual(["/tables/0/rows/3"]);
  });

  test("has a witness for each tier that it leads to", () => {
    expect(tierIds.map((id) => canReach(policy, id).verdict)).toEqual(Array(4).fill("reachable"));
  });

  test("is covered row by row, and cell by cell", () => {
    const { rules, conditions } = policyCoverage(policy, [app]);
    expect(rules.map(({ pointer, held }) => [pointer, held])).toEqual([
      ["/tables/0/rows/0", 0],
      ["/tables/0/rows/1", 0],
      ["/tables/0/rows/2", 1],
      ["/tables/0/rows/3", 1],
      ["/tables/0/rows/4", 1],
    ]);
    expect(conditions.map(({ pointer }) => pointer)).toEqual([
      "/tables/0/rows/0/when/dataSensitivity",
      "/tables/0/rows/1/when/outsideUsers",
      "/tables/0/rows/1/when/dataSensitivity",
      "/tables/0/rows/2/when/users",
      "/tables/0/rows/3/when/users",
    ]);
  });

  test.each<readonly [what: string, rows: readonly object[], pointer: string, word: string]>([
    ["an unknown input", [{ when: { user: { atLeast: 1 } }, tier: "noted" }], "/tables/0/rows/0/when/user", '"users"'],
    ["an unfit line", [{ when: { users: { is: true } }, tier: "noted" }], "/tables/0/rows/0/when/users/is", "a number"],
    ["an unknown tier", [{ when: {}, tier: "note" }], "/tables/0/rows/0/tier", '"noted"'],
    [
      "two rows of one id",
      [
        { id: "a", when: {}, tier: "free" },
        { id: "a", when: {}, tier: "noted" },
      ],
      "/tables/0/rows/1/id",
      "/tables/0/rows/0",
    ],
    ["no rows", [], "/tables/0/rows", "at least 1"],
  ])("%s is a mistake with its pointer", (_, rows, pointer, word) => {
    const result = safeParsePolicy({ ...policy, tables: [{ ...table, rows }] });
    expect(result.ok).toBe(false);
    const [problem] = result.ok ? [] : result.problems;
    expect(problem?.pointer).toBe(pointer);
    expect(problem?.message).toContain(word);
  });
});
