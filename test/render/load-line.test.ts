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

const heightOf = (root: ReadElement) => Number(root.attributes.viewBox?.split(" ").at(-1));

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
    const findings = [
      { ...sign, title: "Crowded" },
      { ...sign, title: "Shared", status: "possible" as const },
      { ...sign, title: "Unowned", status: "possible" as const },
    ];
    expect(told(drawn(given({ tier: "together", ceiling: "experts", findings }), { name: "Rota" }))).toEqual([
      "Rota: Together, could still be Experts",
      "The marks on the hull, from the least risk to the most: Alone, Together, Experts. It floats between 1 and 2 marks deeper than its load line, Alone. On deck: Crowded (high); 2 reasons still open: Shared, Unowned.",
    ]);
  });

  test("is called by the id of the app where no name is given, and by the standard policy where none is", () => {
    expect(told(readMarkup(loadLineSvg(classify(rota))))[0]).toBe("rota: Citizen, could still be Professional");
  });

  test("has a mark for each tier, and the ring of the load line at the lowest, wherever the app sits", () => {
    const rings = frozenTiers.map((tier) => {
      const root = drawn(given({ tier, ceiling: tier, findings: [] }));
      expect(wordsOf(root, "text")).toEqual(expect.arrayContaining(["Alone", "Together", "Experts"]));
      return named(root, "circle").map(({ attributes }) => attributes.cy);
    });
    expect(rings).toEqual([rings[0], rings[0], rings[0]]);
    expect(rings[0]).toHaveLength(1);
  });

  test.each([
    { tier: "alone", ceiling: "alone", signal: "✓", depth: "It keeps its load line, Alone." },
    { tier: "together", ceiling: "together", signal: "+1", depth: "It sits 1 mark deeper than its load line, Alone." },
    { tier: "experts", ceiling: "experts", signal: "+2", depth: "It sits 2 marks deeper than its load line, Alone." },
    {
      tier: "alone",
      ceiling: "experts",
      signal: "?",
      depth: "It floats between its load line, Alone, and 2 marks deeper.",
    },
    {
      tier: "together",
      ceiling: "experts",
      signal: "+1?",
      depth: "It floats between 1 and 2 marks deeper than its load line, Alone.",
    },
  ])("signals how deep it is, and says so: $tier to $ceiling", ({ tier, ceiling, signal, depth }) => {
    const root = drawn(given({ tier, ceiling, findings: [] }));
    expect(wordsOf(root, "text")).toContain(signal);
    expect(told(root)[1]).toContain(`Experts. ${depth} Nothing is on deck.`);
  });

  test("what is too deep is painted from the load line up to the water, and nothing else is", () => {
    const overloads = frozenTiers.map((tier) => {
      const root = drawn(given({ tier, ceiling: "experts", findings: [] }));
      const hatched = named(root, "rect").filter(({ attributes }) => attributes.fill?.endsWith("-deep)"));
      return hatched.map(({ attributes: { y, height } }) => Number(y) + Number(height));
    });
    const [ring] = named(draw(), "circle");
    const loadLine = Number(ring?.attributes.cy) - (heightOf(draw()) - heightOf(drawn(given({ findings: [] }))));
    expect(overloads).toEqual([[], [loadLine], [loadLine]]);
  });

  test("says of every mark between which it floats whether it sits there at least, at most or possibly", () => {
    const asides = (fields: Partial<Classification>) =>
      wordsOf(drawn(given({ findings: [], ...fields })), "text").filter((words) => /^(at |possible)/.test(words));
    expect(asides({ tier: "alone", ceiling: "experts" })).toEqual(["at least", "possible", "at most"]);
    expect(asides({ tier: "alone", ceiling: "together" })).toEqual(["at least", "at most"]);
    expect(asides({ tier: "experts", ceiling: "experts" })).toEqual([]);
  });

  test("the more risk, the deeper it sits", () => {
    const heights = frozenTiers.map(
      (tier) => surfaces(drawn(given({ tier, ceiling: tier, findings: [] })))[0] ?? Number.NaN,
    );
    expect([...heights].sort((one, other) => other - one)).toEqual(heights);
    expect(new Set(heights).size).toBe(3);
  });

  test("while its tier is open it floats between two marks, and else at one", () => {
    const lines = (root: ReadElement) =>
      named(root, "path").flatMap(({ attributes: { d = "" } }) => Number(/^M82 ([\d.]+)H/.exec(d)?.[1] ?? []) || []);
    const settled = drawn(given({ findings: [] }));
    expect(lines(settled)).toHaveLength(3);
    expect(lines(settled)).toContain(surfaces(settled)[0]);
    const open = drawn(given({ tier: "alone", ceiling: "experts", findings: [] }));
    const [lowest = Number.NaN, next = Number.NaN] = lines(open);
    expect(surfaces(open)).toEqual([expect.any(Number)]);
    expect(surfaces(open)[0]).toBeLessThan(lowest);
    expect(surfaces(open)[0]).toBeGreaterThan(next);
  });

  test("an app by another policy is refused, and so is a picture of it", () => {
    expect(() => drawn(given({ tier: "gold" }))).toThrow(PlimsollError);
    expect(() => drawn(given({ ceiling: "gold" }))).toThrow('the policy "frozen" has no such tier');
    expect(() => loadLineSvg(given({}))).toThrow('the policy "standard" has no such tier');
  });
});

describe("cargo on deck", () => {
  const deck = (findings: Classification["findings"], fields: Partial<Classification> = {}) =>
    drawn(given({ findings, ...fields }));
  const cratesOf = (root: ReadElement) =>
    named(root, "g")
      .filter(({ children }) => children.some((child) => typeof child === "object" && child.name === "rect"))
      .flatMap(({ children: [first] }) =>
        typeof first === "object" && first.name === "title" ? [wordsIn(first)] : [],
      );
  const crates = (...asked: Parameters<typeof deck>) => cratesOf(deck(...asked));

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
    ];
    expect(crates(findings)).toEqual(["D (high)", "A (low)", "C (covered)", "1 reason still open: B"]);
  });

  test("is whatever makes an app deep: an app that only a criterion lifts has no empty deck", () => {
    const crowded = drawn(classified({ audience: { users: 700 } }));
    expect(cratesOf(crowded)[0]).toBe("Very many users (high)");
    expect(told(crowded)[1]).toContain("On deck: Very many users (high); ");
  });

  test("has criteria and limits, weighed by the tier that they lift to; of a limit it says that it is not kept", () => {
    const rule = { ...sign, severity: null, evidence: [] };
    const on = (fact: string) => sign.evidence.slice(0, 1).map((each) => ({ ...each, fact }));
    const findings = [
      { ...rule, id: "a", kind: "limit" as const, title: "Few systems", tier: "together", evidence: on("a") },
      { ...rule, id: "b", kind: "criterion" as const, title: "Many users", tier: "experts", evidence: on("b") },
    ];
    expect(crates(findings)).toEqual(["Many users (high)", "Not kept: Few systems (medium)"]);
  });

  test("says once what criteria say of the same facts, and what a criterion says that only refers to a sign", () => {
    const { findings } = classified({ audience: { users: 700 }, data: [{ class: "health" }] });
    const held = findings.filter(({ status }) => status === "holds");
    const ids = held.map(({ id }) => id);
    expect(ids).toEqual(expect.arrayContaining(["many-users", "high-user-volume", "sensitive-data", "regulated-data"]));
    const titles = crates(held);
    expect(titles).toEqual(expect.arrayContaining(["Very many users (high)", "Sensitive data (high)"]));
    expect(titles).not.toContain("Many users (medium)");
    expect(titles).not.toContain("Sensitive regulated data (high)");
  });

  test("has a criterion that refers to a sign which does not stand as it does", () => {
    const regulated = { ...sign, kind: "criterion" as const, id: "regulated-data", severity: null, title: "Regulated" };
    expect(crates([regulated])).toEqual(["Regulated (medium)"]);
    expect(crates([{ ...sign, status: "covered" }, regulated])).toEqual([
      "Regulated (medium)",
      "Sensitive data (covered)",
    ]);
  });

  test("has what takes it a tier lower or higher, and while that is open says so", () => {
    const adjusted = { id: "a", why: "", advice: "", source: "", evidence: [] };
    const adjustments = [
      { ...adjusted, by: -1 as const, status: "holds" as const, title: "Tested" },
      { ...adjusted, by: 1 as const, status: "holds" as const, title: "Seen from outside" },
      { ...adjusted, by: 1 as const, status: "possible" as const, title: "Seen by the press" },
    ];
    expect(crates([], { adjustments })).toEqual([
      "One tier lower: Tested",
      "One tier higher: Seen from outside",
      "1 reason still open: One tier higher: Seen by the press",
    ]);
  });

  test("is never higher than eight crates; the last says what it stands for", () => {
    const many = (count: number) => Array.from({ length: count }, (_, index) => ({ ...sign, title: `S${index}` }));
    expect(crates(many(8))).toHaveLength(8);
    expect(crates(many(11))).toHaveLength(8);
    expect(crates(many(11)).at(-1)).toBe("and 4 more: S7 (high); S8 (high); S9 (high); S10 (high)");
  });

  test("may be none", () => {
    expect(crates([])).toEqual([]);
    expect(told(deck([]))[1]).toContain("Nothing is on deck.");
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

test("what is hidden in a name takes the room that its number takes", () => {
  const name = "\u202e".repeat(60);
  const lines = wordsOf(draw({}, { name }), "text").filter((words) => words.includes("+202"));
  expect(lines).toHaveLength(3);
  for (const line of lines) expect(line.length).toBeLessThan(40);
});

test.each([
  { title: "يبنيها الموظفون", direction: "rtl", anchor: "end" },
  { title: "«בנייה» alone", direction: "rtl", anchor: "end" },
  { title: "Alone يبنيها", direction: undefined, anchor: undefined },
  { title: "自行开发", direction: undefined, anchor: undefined },
])("words are set in the direction in which they are read: $title", ({ title, direction, anchor }) => {
  const tiers = frozenPolicy.tiers.map((tier) => (tier.id === "together" ? { ...tier, title } : tier));
  const label = named(drawn(given({}), { policy: { ...frozenPolicy, tiers } }), "text").find(
    (text) => wordsIn(text) === title,
  );
  expect(label?.attributes.direction).toBe(direction);
  expect(label?.attributes["text-anchor"]).toBe(anchor);
});

test.each([2, 3, 4, 5, 6, 7])("the titles of %i tiers are said in full, and none stands on another", (count) => {
  const titles = ["Build it yourselves", "A quick look by IT", "Professional development", "Together with IT"];
  const tiers = Array.from({ length: count }, (_, rank) => ({
    id: `t${rank}`,
    title: `${titles[rank % titles.length]}, tier ${rank}`,
    advice: "Go on.",
  }));
  const policy: Policy = { id: "own", version: "1.0.0", title: "Own", tiers };
  for (const ceiling of ["t0", `t${count - 1}`]) {
    const root = drawn(given({ tier: "t0", ceiling, findings: [] }), { policy });
    const onHull = named(root, "text").filter(({ attributes }) => attributes.x === "82");
    const said = onHull.map(wordsIn).join(" ");
    for (const { title } of tiers) expect(said).toContain(title);
    const heights = onHull.map(({ attributes }) => Number(attributes.y)).sort((one, other) => one - other);
    const gaps = heights.slice(1).map((height, index) => height - (heights[index] ?? 0));
    for (const gap of gaps) expect(gap).toBeGreaterThanOrEqual(14);
  }
});

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
