import fc from "fast-check";
import type { Classification, Tier } from "plimsoll";
import { expect, test } from "vitest";
import { loadLine } from "../../src/cli/load-line.js";
import { painter } from "../../src/cli/paint.js";

const tiersCalled = (...titles: string[]): readonly Tier[] =>
  titles.map((title) => ({ id: title, title, advice: "Go on." }));

const classified = (tier: string, ceiling: string): Classification => ({
  app: "a",
  policy: { id: "p", version: "1.0.0" },
  tier,
  ceiling,
  settled: tier === ceiling,
  findings: [],
  questions: [],
});

const tiers = tiersCalled("Low", "Middle", "High");

test.each([
  { tier: "Low", ceiling: "Low", line: "◉ LOW ──────── Middle ──────── High" },
  { tier: "Low", ceiling: "High", line: "◉ LOW ╌╌╌╌╌╌╌╌ ○ Middle ╌╌╌╌╌╌╌╌ ○ High" },
  { tier: "Middle", ceiling: "Middle", line: "Low ━━━━━━━━ ◉ MIDDLE ──────── High" },
  { tier: "Middle", ceiling: "High", line: "Low ━━━━━━━━ ◉ MIDDLE ╌╌╌╌╌╌╌╌ ○ High" },
  { tier: "High", ceiling: "High", line: "Low ━━━━━━━━ Middle ━━━━━━━━ ◉ HIGH" },
])("an app that is $tier and could be $ceiling sits at its mark", ({ tier, ceiling, line }) => {
  expect(loadLine(classified(tier, ceiling), tiers, painter(false))).toBe(line);
});

test("a policy of one tier has one mark", () => {
  expect(loadLine(classified("Only", "Only"), tiersCalled("Only"), painter(false))).toBe("◉ ONLY");
});

test("colours add nothing but colour, however many tiers there are", () => {
  const anyTiers = fc.uniqueArray(fc.stringMatching(/^[a-z]{1,9}$/), { minLength: 1, maxLength: 7 });
  fc.assert(
    fc.property(anyTiers, fc.nat(), (titles, seed) => {
      const tier = titles[seed % titles.length] ?? "";
      const [plain = "", coloured = ""] = [false, true].map((showsColours) =>
        loadLine(classified(tier, tier), tiersCalled(...titles), painter(showsColours)),
      );
      // biome-ignore lint/suspicious/noControlCharactersInRegex: colours are control characters.
      expect(coloured.replaceAll(/\u001b\[\d+m/g, "")).toBe(plain);
      expect(coloured).not.toBe(plain);
    }),
  );
});
