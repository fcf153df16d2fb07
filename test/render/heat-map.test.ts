import fc from "fast-check";
import { type AppProfile, type Classification, classify } from "plimsoll";
import { heatMapSvg, type PictureOptions, type PortfolioCounts } from "plimsoll/render";
import { stories } from "plimsoll/stories";
import { expect, test } from "vitest";
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
  expect(words).toContain("Compliance rules apply: Alone 0, Together 0, Experts 0.");
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
  expect(describedBy(drawn([given("holds")]))).toContain("Experts 1. Complex calculation");
  for (const status of ["possible", "covered", "exempt"] as const) {
    expect(describedBy(drawn([given(status)])).replace("Experts 1.", "")).not.toContain(" 1");
  }
});

test("a portfolio may be empty, a policy without signs, and an iterator passed but once", () => {
  expect(describedBy(drawn([]))).toContain("Apps: Alone 0, Together 0, Experts 0.");
  expect(describedBy(heatMapSvg([]))).toContain("Apps: Citizen 0, IT review 0, Professional 0.");
  const tiers = [{ id: "all", title: "All", advice: "Go on." }];
  const policy = { id: "own", version: "1.0.0", title: "Own", tiers };
  expect(describedBy(heatMapSvg([classify({ id: "a", name: "A" }, policy)], { policy }))).toBe("Apps: All 1.");
  expect(describedBy(drawn(incidents.values()))).toBe(describedBy(drawn(incidents)));
});

test("findings that the policy does not know are left out, and tiers refused", () => {
  const tiers = [{ id: "experts", title: "All", advice: "Go on." }];
  const policy = { id: "own", version: "1.0.0", title: "Own", tiers };
  expect(describedBy(drawn(incidents, { policy }))).toBe("Apps: All 9.");
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
