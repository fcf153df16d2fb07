import fc from "fast-check";
import { type AppProfile, audit, type Classification, classify, type Policy } from "plimsoll";
import { heatMapSvg, type PictureOptions, type PortfolioCounts } from "plimsoll/render";
import { stories } from "plimsoll/stories";
import { describe, expect, test } from "vitest";
import { anyName } from "../arbitraries/hostile-names.js";
import { profileArbitrary } from "../arbitraries/profile.js";
import { frozenPolicy } from "../frozen/frozen-policy.js";
import { draws } from "../prove/draws.js";
import { sayingAnything } from "./hostile-policy.js";
import { elementsIn, inLines, readMarkup, wordsIn } from "./markup.js";

const classified = (profile: AppProfile) => classify(profile, frozenPolicy);
const drawn = (classifications: Iterable<Classification>, options: PictureOptions = {}) =>
  heatMapSvg(classifications, { policy: frozenPolicy, ...options });

const incidents = stories.map(({ moments }) => classified(moments.at(-1)?.profile ?? moments[0].profile));

const describedBy = (markup: string) =>
  wordsIn(elementsIn(readMarkup(markup)).find(({ name }) => name === "desc") ?? expect.fail());

test("a portfolio is as it was looked at", async () => {
  await expect(inLines(drawn(incidents))).toMatchFileSnapshot("golden/portfolio.svg");
});

test("every number is said in words", () => {
  const apps = [
    classified({ id: "a", name: "A", data: [{ class: "health" }] }),
    classified({ id: "b", name: "B", data: [{ class: "payment" }] }),
    classified({ id: "c", name: "C" }),
  ];
  const words = describedBy(drawn(apps));
  expect(words).toContain("Apps: Alone 1, Together 0, Experts 2.");
  expect(words).toContain("Sensitive data: Alone 0, Together 0, Experts 2.");
  expect(words).not.toContain("Compliance rules apply:");
});

test("what was counted before is drawn as the apps themselves are", () => {
  fc.assert(
    fc.property(fc.array(profileArbitrary.map(classified), { maxLength: 6 }), (apps) => {
      const standing = (tier: string, sign?: string) =>
        apps.filter(
          (app) =>
            app.tier === tier &&
            (sign === undefined ||
              app.findings.some((each) => each.kind === "sign" && each.id === sign && each.status === "holds")),
        ).length;
      const byTier = (sign?: string) =>
        Object.fromEntries(frozenPolicy.tiers.map(({ id }) => [id, standing(id, sign)]));
      const signsByTier = Object.fromEntries((frozenPolicy.signs ?? []).map(({ id }) => [id, byTier(id)]));
      expect(heatMapSvg({ tiers: byTier(), signsByTier }, { policy: frozenPolicy })).toBe(drawn(apps));
    }),
    draws(50),
  );
});

test("counts may leave out what none were counted of, and are refused when they are none, or another policy's", () => {
  const counted = (tiers: object, signsByTier: object) =>
    heatMapSvg({ tiers, signsByTier } as PortfolioCounts, { policy: frozenPolicy });
  expect(describedBy(counted({ alone: 2 }, {}))).toContain("Apps: Alone 2, Together 0, Experts 0.");
  expect(() => counted({ alone: "two" }, {})).toThrow(/number/);
  expect(() => counted({ citizen: 1 }, {})).toThrow("no such tier");
  expect(() => heatMapSvg({ tiers: {} } as PortfolioCounts)).toThrow();
});

const wordsOn = (markup: string) =>
  elementsIn(readMarkup(markup))
    .filter(({ name }) => name === "text")
    .map(wordsIn);

const health = (id: string): AppProfile => ({ id, name: id, data: [{ class: "health" }] });

test("what stands nowhere has no row, and is named to those who do not see how few rows there are", () => {
  const map = drawn([classified(health("a")), classified({ id: "b", name: "B" })]);
  expect(wordsOn(map)).toContain("Sensitive data");
  expect(wordsOn(map)).not.toContain("Complex calculation");
  expect(wordsOn(map)).toContain("8 other signs stand nowhere.");
  expect(describedBy(map)).toMatch(/Nowhere: Writes to several systems, .*, Spread over the house\.$/);
});

describe("a policy of criteria alone", () => {
  const { signs: _, components: __, reviews: ___, boundaries: ____, audit: looked, ...rules } = frozenPolicy;
  const criteria = (rules.criteria ?? []).filter(({ when }) => "fact" in when);
  const policy: Policy = { ...rules, criteria, ...(looked && { audit: { ...looked, checks: [] } }) };
  const systems = ["A", "B", "C", "D", "E"].map((system) => ({ system, direction: "read" as const }));
  const crowd = { id: "a", name: "A", audience: { users: 140 }, integrations: systems };
  const apps = [crowd, { ...crowd, id: "b", audience: { users: 900 } }].map((app) => classify(app, policy));

  test("has a row for each criterion that holds, and for each limit that is not kept", () => {
    const map = heatMapSvg(apps, { policy });
    expect(wordsOn(map)).toContain("Criteria by tier");
    expect(describedBy(map)).toContain("Many users: Alone 0, Together 1, Experts 1.");
    expect(describedBy(map)).toContain("Very many users: Alone 0, Together 0, Experts 1.");
    expect(describedBy(map)).toContain("Not kept: Few systems: Alone 0, Together 1, Experts 1.");
    expect(wordsOn(map).at(-1)).toMatch(/^\d other criteria hold nowhere\.$/);
  });

  test("is drawn from what was counted before; what was not counted is not said to hold nowhere", async () => {
    const profiles = [crowd, { ...crowd, id: "b", audience: { users: 900 } }];
    const { summary } = await audit(profiles, { asOf: "2026-03-31" }, policy);
    expect(heatMapSvg(summary, { policy })).toBe(heatMapSvg(apps, { policy }));
    const { tiers, signsByTier } = summary;
    expect(describedBy(heatMapSvg({ tiers, signsByTier }, { policy }))).toBe(
      "Apps: Alone 0, Together 1, Experts 1. Only apps were counted.",
    );
  });

  test("says so when no criterion holds", () => {
    const map = heatMapSvg([classify({ id: "a", name: "A" }, policy)], { policy });
    expect(wordsOn(map).at(-1)).toBe("No criterion holds.");
  });
});

describe("numbers", () => {
  const counted = (titles: readonly string[], apps: number) => {
    const tiers = titles.map((title, rank) => ({ id: `t${rank}`, title, advice: "Go on." }));
    const sign = {
      id: "s",
      title: "Sensitive data",
      severity: "high" as const,
      when: { fact: "users", atLeast: 1 },
      why: "-",
    };
    const policy: Policy = { id: "own", version: "1.0.0", title: "Own", tiers, signs: [sign] };
    const byTier = Object.fromEntries(tiers.map(({ id }) => [id, apps]));
    return heatMapSvg({ tiers: byTier, signsByTier: { s: byTier } }, { policy });
  };

  test.each([
    { apps: 7, shown: "7" },
    { apps: 999, shown: "999" },
    { apps: 1000, shown: "1,000" },
    { apps: 1037389, shown: "1,037,389" },
  ])("have their thousands in groups: $shown", ({ apps, shown }) => {
    const map = counted(["Low", "High"], apps);
    expect(wordsOn(map)).toEqual(expect.arrayContaining([shown, `${shown} apps`]));
    expect(describedBy(map)).toContain(`Sensitive data: Low ${shown}, High ${shown}.`);
  });

  test.each([
    { apps: 840211, shown: "840k" },
    { apps: 1037389, shown: "1.0m" },
    { apps: 999700, shown: "1.0m" },
    { apps: 12_900_000_000, shown: "13bn" },
  ])(
    "are never cut short: among seven tiers $apps is $shown, and in full where it is pointed at",
    ({ apps, shown }) => {
      const map = counted(["A", "B", "C", "D", "E", "F", "G"], apps);
      expect(wordsOn(map).filter((words) => words === shown)).toHaveLength(7);
      expect(wordsOn(map).filter((words) => words.includes("…"))).toEqual([]);
      expect(map).toContain(`<title>A: ${apps.toLocaleString("en-GB")}</title>`);
    },
  );

  test("are left out where there is no room for any", () => {
    const map = counted(
      Array.from({ length: 30 }, (_, rank) => `T${rank}`),
      840211,
    );
    expect(wordsOn(map).filter((words) => words.includes("…"))).toEqual([]);
    expect(describedBy(map)).toContain("Sensitive data: T0 840,211,");
  });
});

test("titles of tiers that do not fit above their columns stand in a key, in full", () => {
  const titles = ["Build it yourselves", "A quick look by IT", "Together with IT", "Professional development", "Core"];
  const tiers = titles.map((title, rank) => ({ id: `t${rank}`, title, advice: "Go on." }));
  const policy: Policy = { id: "own", version: "1.0.0", title: "Own", tiers };
  const words = wordsOn(heatMapSvg([], { policy }));
  expect(words).toEqual(expect.arrayContaining(titles));
  expect(words.filter((word) => word === "5")).toHaveLength(2);
  expect(wordsOn(drawn([]))).not.toContain("1");
});

test("the fuller a cell, the deeper its tint and the longer its bar", () => {
  const all = elementsIn(readMarkup(drawn(incidents))).filter(({ name }) => name === "rect");
  const number = (value: string | undefined) => Number(value ?? 1);
  const tints = all.flatMap(({ attributes }) =>
    attributes.height === "26" ? [number(attributes["fill-opacity"])] : [],
  );
  const bars = all.flatMap(({ attributes }) => (attributes.height === "4" ? [number(attributes.width)] : []));
  expect(new Set(tints).size).toBeGreaterThan(2);
  const order = (values: readonly number[]) => values.map((value) => values.filter((each) => each < value).length);
  expect(order(tints)).toEqual(order(bars));
});

test("only signs that stand are counted", () => {
  const [first] = incidents;
  const given = (status: "holds" | "possible" | "covered" | "exempt") =>
    ({ ...first, findings: first?.findings.map((finding) => ({ ...finding, status })) }) as Classification;
  expect(describedBy(drawn([given("holds")]))).toContain("Sensitive data: Alone 0, Together 0, Experts 1.");
  for (const status of ["possible", "covered", "exempt"] as const) {
    expect(describedBy(drawn([given(status)])).replace("Experts 1.", "")).not.toContain(" 1");
    expect(describedBy(drawn([given(status)]))).toContain("No warning sign stands.");
  }
});

test("a portfolio may be empty, a policy without signs, and an iterator passed but once", () => {
  expect(describedBy(drawn([]))).toContain("Apps: Alone 0, Together 0, Experts 0.");
  expect(describedBy(heatMapSvg([]))).toBe("Apps: Citizen 0, IT review 0, Professional 0. No app was counted.");
  const tiers = [{ id: "all", title: "All", advice: "Go on." }];
  const policy = { id: "own", version: "1.0.0", title: "Own", tiers };
  expect(describedBy(heatMapSvg([classify({ id: "a", name: "A" }, policy)], { policy }))).toBe(
    "Apps: All 1. Only apps were counted.",
  );
  expect(describedBy(drawn(incidents.values()))).toBe(describedBy(drawn(incidents)));
});

test("findings that the policy does not know are left out, and tiers refused", () => {
  const tiers = [{ id: "experts", title: "All", advice: "Go on." }];
  const policy = { id: "own", version: "1.0.0", title: "Own", tiers };
  expect(describedBy(drawn(incidents, { policy }))).toBe("Apps: All 9. Only apps were counted.");
  expect(() => heatMapSvg([classify({ id: "a", name: "A" })], { policy })).toThrow(
    "Give the policy that classified it.",
  );
});

test("whatever it says, it is strict XML of shapes and words", () => {
  fc.assert(
    fc.property(fc.array(profileArbitrary, { maxLength: 5 }), sayingAnything, anyName, (profiles, policy, name) => {
      const classifications = profiles.map((profile) => classify(profile, policy));
      const all = elementsIn(readMarkup(heatMapSvg(classifications, { policy, name })));
      const names = ["svg", "title", "desc", "g", "rect", "text"];
      expect(names).toEqual(expect.arrayContaining([...new Set(all.map((each) => each.name))]));
      const attributes = all.flatMap((each) => Object.keys(each.attributes));
      expect(attributes.filter((each) => /^on|^style$|href/.test(each))).toEqual([]);
    }),
  );
});
