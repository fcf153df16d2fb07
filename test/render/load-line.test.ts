import fc from "fast-check";
import { type AppProfile, type Classification, classify, PlimsollError, type Policy } from "plimsoll";
import { loadLineSvg, type PictureOptions } from "plimsoll/render";
import { stories } from "plimsoll/stories";
import { describe, expect, test } from "vitest";
import { anyName } from "../arbitraries/hostile-names.js";
import { profileArbitrary } from "../arbitraries/profile.js";
import { frozenPolicy, frozenTiers } from "../frozen/frozen-policy.js";
import { sayingAnything } from "./hostile-policy.js";
import { elementsIn, inLines, type ReadElement, readMarkup, wordsIn } from "./markup.js";

const rota: AppProfile = { id: "rota", name: "Rota" };

const classified = (fields: Partial<AppProfile> = {}) => classify({ ...rota, ...fields }, frozenPolicy);
const drawn = (classification: Classification, options: PictureOptions = {}) =>
  readMarkup(loadLineSvg(classification, { policy: frozenPolicy, ...options }));
const draw = (fields: Partial<AppProfile> = {}, options: PictureOptions = {}) =>
  drawn(classified(fields), { name: "Rota", ...options });

const named = (root: ReadElement, name: string) => elementsIn(root).filter((each) => each.name === name);
const wordsOf = (root: ReadElement, name: string) => named(root, name).map(wordsIn);

/** What the picture says to those who do not see it: its title, then its description. */
function told(root: ReadElement): readonly string[] {
  const ids = [root.attributes["aria-labelledby"], root.attributes["aria-describedby"]];
  return ids.map((id) => wordsIn(elementsIn(root).find(({ attributes }) => attributes.id === id) ?? expect.fail(id)));
}

/** How high the water stands: the surfaces that are drawn, as heights in the picture. */
const surfaces = (root: ReadElement) =>
  named(root, "path").flatMap(({ attributes: { d = "", fill } }) =>
    fill === "none" && d.includes("t20 0") ? [Number(/^M0 ([\d.]+)/.exec(d)?.[1])] : [],
  );

/** A classification of one's own making. */
const given = (fields: Partial<Classification>): Classification => ({
  ...classified({ data: [{ class: "health" }] }),
  ...fields,
});

const [aSign] = classified({ data: [{ class: "health" }] }).findings.filter(({ kind }) => kind === "sign");
const sign = aSign ?? expect.fail("health data has a sign");

describe("the picture of an app", () => {
  test.each(stories)("is as it was looked at: $id", async ({ id, moments }) => {
    const { profile } = moments[1];
    const svg = loadLineSvg(classify(profile, frozenPolicy), { policy: frozenPolicy, name: profile.name });
    await expect(inLines(svg)).toMatchFileSnapshot(`golden/${id}.svg`);
  });

  test("says in words what it shows", () => {
    expect(told(draw({ audience: { users: 140 }, criticality: { dailyDependence: false } }))).toEqual([
      "Rota: Together, could still be Experts",
      "The marks on the hull, from the least risk to the most: Alone, Together, Experts. On deck: 8 signs still open: Outgrown its audience, Complex integration, Sensitive data, Writes to several systems, Complex calculation, Compliance rules apply, Nobody left who understands it, Spread over the house.",
    ]);
  });

  test("is called by the id of the app where no name is given, and by the standard policy where none is", () => {
    expect(told(readMarkup(loadLineSvg(classify(rota))))[0]).toBe("rota: Citizen, could still be Professional");
  });

  test("has a mark for each tier, and one ring where the app sits", () => {
    const root = draw({ data: [{ class: "health" }] });
    expect(wordsOf(root, "text")).toEqual(expect.arrayContaining(["Alone", "Together", "Experts"]));
    expect(named(root, "circle")).toHaveLength(1);
    expect(wordsOf(root, "text")).not.toContain("possible");
  });

  test("marks every tier that is still possible", () => {
    expect(wordsOf(draw(), "text").filter((words) => words === "possible")).toHaveLength(2);
  });

  test("the more risk, the deeper it sits", () => {
    const heights = frozenTiers.map(
      (tier) => surfaces(drawn(given({ tier, ceiling: tier, findings: [] })))[0] ?? Number.NaN,
    );
    expect([...heights].sort((one, other) => other - one)).toEqual(heights);
    expect(new Set(heights).size).toBe(3);
  });

  test("while its tier is open the water has two surfaces, else one", () => {
    expect(surfaces(draw())).toHaveLength(2);
    expect(surfaces(draw({ data: [{ class: "health" }] }))).toHaveLength(1);
  });

  test("an app by another policy is refused, and so is a picture of it", () => {
    expect(() => drawn(given({ tier: "gold" }))).toThrow(PlimsollError);
    expect(() => drawn(given({ ceiling: "gold" }))).toThrow('the policy "frozen" has no such tier');
    expect(() => loadLineSvg(given({}))).toThrow('the policy "standard" has no such tier');
  });
});

describe("cargo on deck", () => {
  const deck = (findings: Classification["findings"]) => drawn(given({ findings }));
  const crates = (findings: Classification["findings"]) =>
    named(deck(findings), "g").flatMap(({ children: [first] }) =>
      typeof first === "object" && first.name === "title" ? [wordsIn(first)] : [],
    );

  test.each([
    { severity: "low" as const, bars: 1 },
    { severity: "medium" as const, bars: 2 },
    { severity: "high" as const, bars: 3 },
  ])("of $severity severity has $bars bars, so that nobody needs its colour", ({ severity, bars }) => {
    const filled = named(deck([{ ...sign, severity }]), "rect").filter(
      ({ attributes }) => attributes.width === "4" && attributes["fill-opacity"] === undefined,
    );
    expect(filled).toHaveLength(bars);
    expect(crates([{ ...sign, severity }])).toEqual([`Sensitive data (${severity})`]);
  });

  test("has what is heavy below, and what is covered or not known above", () => {
    const findings = [
      { ...sign, title: "A", severity: "low" as const },
      { ...sign, title: "B", status: "possible" as const },
      { ...sign, title: "C", status: "covered" as const },
      { ...sign, title: "D", severity: "high" as const },
      { ...sign, title: "E", status: "exempt" as const },
      { ...sign, title: "F", kind: "criterion" as const },
    ];
    expect(crates(findings)).toEqual(["D (high)", "A (low)", "C (covered)", "1 sign still open: B"]);
  });

  test("is never higher than eight crates; the last says what it stands for", () => {
    const many = (count: number) => Array.from({ length: count }, (_, index) => ({ ...sign, title: `S${index}` }));
    expect(crates(many(8))).toHaveLength(8);
    expect(crates(many(11))).toHaveLength(8);
    expect(crates(many(11)).at(-1)).toBe("and 4 more: S7 (high); S8 (high); S9 (high); S10 (high)");
  });

  test("may be none", () => {
    expect(crates([])).toEqual([]);
    expect(told(deck([]))[1]).toContain("No warning sign is on deck.");
  });
});

describe("where it stands", () => {
  test("in a page it has the colour of the page's text, the width of its place, and no background", () => {
    expect(draw().attributes).not.toHaveProperty("color");
    expect(draw().attributes).not.toHaveProperty("width");
    expect(draw().attributes.fill).toBe("currentColor");
  });

  test.each(["light", "dark"] as const)("by itself it brings ink, paper and a size: %s", (theme) => {
    const root = draw({}, { theme });
    expect(root.attributes.color).toMatch(/^#/);
    expect(`0 0 ${root.attributes.width} ${root.attributes.height}`).toBe(root.attributes.viewBox);
    expect(named(root, "rect")[0]?.attributes).toEqual({
      width: "320",
      height: expect.any(String),
      fill: expect.stringMatching(/^#/),
    });
  });

  test("two in a page share no id", () => {
    const ids = ["one", "two"].flatMap((idPrefix) =>
      elementsIn(draw({}, { idPrefix })).flatMap(({ attributes: { id } }) => id ?? []),
    );
    expect(new Set(ids).size).toBe(ids.length);
  });
});

test("whatever it says, it is strict XML of shapes and words, without script, style or links", () => {
  fc.assert(
    fc.property(profileArbitrary, sayingAnything, anyName, anyName, (profile, policy, name, idPrefix) => {
      const root = readMarkup(loadLineSvg(classify(profile, policy), { policy, name, idPrefix }));
      const all = elementsIn(root);
      expect(shapes).toEqual(expect.arrayContaining([...new Set(all.map((each) => each.name))]));
      const attributes = [...new Set(all.flatMap((each) => Object.keys(each.attributes)))];
      expect(attributes.filter((each) => /^on|^style$|href/.test(each))).toEqual([]);
      const ids = all.flatMap(({ attributes: { id } }) => id ?? []);
      for (const id of ids) expect(id).toMatch(/^[\w-]+$/);
      const referred = all.flatMap((each) =>
        Object.values(each.attributes).flatMap((value) => /^url\(#(.*)\)$/.exec(value)?.[1] ?? []),
      );
      expect(ids).toEqual(expect.arrayContaining(referred));
    }),
  );
});

const shapes = [
  ...["svg", "title", "desc", "defs", "linearGradient", "stop", "pattern", "clipPath"],
  ...["g", "path", "rect", "circle", "text"],
];

test("a policy may have any number of tiers", () => {
  const policyOf = (count: number): Policy => ({
    ...frozenPolicy,
    tiers: Array.from({ length: count }, (_, rank) => ({ id: `t${rank}`, title: `Tier ${rank}`, advice: "Go on." })),
  });
  for (const count of [1, 2, 12]) {
    const root = readMarkup(loadLineSvg(given({ tier: "t0", ceiling: "t0" }), { policy: policyOf(count) }));
    expect(wordsOf(root, "text").filter((words) => words.startsWith("Tier"))).toHaveLength(count + 1);
  }
});
